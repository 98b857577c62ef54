/** A value of PDF as plain data. Names are `/Name`, text strings are decoded, bytes stay strings of one character each. */
export type PdfData = string | number | boolean | null | PdfText | PdfRef | readonly PdfData[] | PdfEntries;

export interface PdfText {
  readonly text: string;
}

export interface PdfRef {
  readonly ref: number;
}

export interface PdfEntries {
  readonly entries: ReadonlyMap<string, PdfData>;
}

const TOKEN =
  /\s*(?:(?<ref>\d+) \d+ R\b|(?<number>[-+]?(?:\d+\.?\d*|\.\d+))|(?<name>\/[^\s()<>[\]{}/%]*)|(?<open><<|\[)|(?<close>>>|\])|<(?<hex>[0-9A-Fa-f\s]*)>|\((?<literal>(?:\\[\s\S]|[^\\()])*)\)|(?<word>true|false|null))/gy;

/** Reads one object as our files write them; strings hold no parentheses that are not escaped. */
export function parseObject(source: string): PdfData {
  TOKEN.lastIndex = 0;
  return next(source) as PdfData;
}

/** Undefined at the end of an array or a dictionary. */
function next(source: string): PdfData | undefined {
  const at = TOKEN.lastIndex;
  const groups = TOKEN.exec(source)?.groups;
  if (!groups) throw new RangeError(`no PDF object: ${source.slice(at, at + 40)}`);
  const { ref, number, name, open, close, hex, literal, word } = groups;
  if (close !== undefined) return undefined;
  if (ref !== undefined) return { ref: Number(ref) };
  if (number !== undefined) return Number(number);
  if (name !== undefined) return name;
  if (hex !== undefined) return { text: decode(Buffer.from(hex.replace(/\s/g, ''), 'hex')) };
  if (literal !== undefined) return { text: decode(Buffer.from(unescapeLiteral(literal), 'latin1')) };
  if (word !== undefined) return word === 'null' ? null : word === 'true';
  const items: PdfData[] = [];
  for (let item = next(source); item !== undefined; item = next(source)) items.push(item);
  return open === '[' ? items : { entries: paired(items) };
}

function paired(items: readonly PdfData[]): Map<string, PdfData> {
  const entries = new Map<string, PdfData>();
  for (let at = 0; at < items.length; at += 2) entries.set(String(items[at]).slice(1), items[at + 1] ?? null);
  return entries;
}

const NAMED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescapeLiteral(literal: string): string {
  return literal.replace(/\\([\s\S])/g, (_, char: string) => NAMED[char] ?? char);
}

/** UTF-16 with its mark, or ASCII. */
function decode(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff;
  return isUtf16 ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1');
}
