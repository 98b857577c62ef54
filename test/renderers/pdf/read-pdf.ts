import { inflateSync } from 'node:zlib';

/** A PDF taken apart far enough for tests: its objects as text, streams unpacked. */
export interface ReadPdf {
  /** By number: dictionary and, for a stream, its unpacked bytes, one character a byte. */
  readonly objects: ReadonlyMap<number, { readonly dictionary: string; readonly stream?: string }>;
  /** The trailer, or the cross-reference stream's dictionary. */
  readonly trailer: string;
}

/** Reads only what PackedDocument writes: streams, and everything else in object streams or as objects of its own. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, { dictionary: string; stream?: string }>();
  let trailer = '';
  const object = /(\d+) 0 obj\n([\s\S]*?)\n(stream|endobj)\n|trailer\n(.*)\n/g;
  for (let match = object.exec(file); match; match = object.exec(file)) {
    const [, id = '', dictionary = '', end = '', classicTrailer] = match;
    if (classicTrailer !== undefined) trailer = classicTrailer;
    else if (end === 'endobj') objects.set(Number(id), { dictionary });
    else {
      const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
      const raw = file.slice(object.lastIndex, object.lastIndex + length);
      object.lastIndex += length;
      const isDeflated = /\/Filter\s*\/FlateDecode/.test(dictionary);
      const stream = isDeflated ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw;
      objects.set(Number(id), { dictionary, stream });
      if (dictionary.includes('/ObjStm')) unpack(dictionary, stream, objects);
      if (dictionary.includes('/XRef')) trailer = dictionary;
    }
  }
  return { objects, trailer };
}

function unpack(dictionary: string, stream: string, objects: Map<number, { dictionary: string }>): void {
  const first = Number(/\/First (\d+)/.exec(dictionary)?.[1]);
  const numbers = stream.slice(0, first).trim().split(/\s+/).map(Number);
  for (let at = 0; at < numbers.length; at += 2) {
    const start = first + (numbers[at + 1] ?? 0);
    const end = numbers[at + 3] === undefined ? stream.length : first + (numbers[at + 3] ?? 0);
    objects.set(numbers[at] ?? 0, { dictionary: stream.slice(start, end) });
  }
}

/** Dictionaries that hold `/Key /Value`. */
export function dictionariesWith(pdf: ReadPdf, key: string, value: string): string[] {
  return [...pdf.objects.values()]
    .map(({ dictionary }) => dictionary)
    .filter((dictionary) => new RegExp(`/${key}\\s*/${value}\\b`).test(dictionary));
}

/** The operators of all pages, in order. */
export function contents(pdf: ReadPdf): string[] {
  return dictionariesWith(pdf, 'Type', 'Page').map((page) => {
    const id = Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
    return pdf.objects.get(id)?.stream ?? '';
  });
}

/** What each code of each font is copied as, fonts in order of their names on pages. */
export function toUnicodeMaps(pdf: ReadPdf): Map<string, string>[] {
  return [...pdf.objects.values()].flatMap(({ stream }) =>
    stream?.includes('begincmap') ? [textsOfCodes(stream)] : [],
  );
}

/** The rows of a ToUnicode CMap, codes in hexadecimal. */
export function textsOfCodes(cmap: string): Map<string, string> {
  const rows = [...cmap.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]{4})> \[<(.+)>\]$/gm)];
  const codes = rows.flatMap(([, first = '', last = '', texts = '']) => {
    const all = texts.split('> <');
    const from = Number.parseInt(first, 16);
    if (Number.parseInt(last, 16) - from !== all.length - 1) throw new RangeError(`${first}: wrong length`);
    return all.map((text, index): [string, string] => [hexCode(from + index), utf16(text)]);
  });
  return new Map(codes);
}

function hexCode(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

function utf16(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
