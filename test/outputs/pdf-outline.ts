import { inflateSync } from 'node:zlib';

/** A heading recovered from a finished file. */
export interface RecoveredHeading {
  readonly level: number;
  readonly text: string;
}

/**
 * The document outline of a PDF, read from its bytes alone: objects are found by their marks, those packed in
 * object streams too. Enough for files that are not encrypted; no cross-reference table is needed.
 */
export function pdfOutline(bytes: Uint8Array): RecoveredHeading[] {
  const objects = readObjects(Buffer.from(bytes).toString('latin1'));
  const catalog = [...objects.values()].find((body) => /\/Type\s*\/Catalog\b/.test(body)) ?? '';
  const headings: RecoveredHeading[] = [];
  const walk = (number: number | undefined, level: number): void => {
    for (let next = number; next !== undefined; ) {
      const body = objects.get(next) ?? '';
      headings.push({ level, text: titleOf(body) });
      walk(reference(body, 'First'), level + 1);
      next = reference(body, 'Next');
    }
  };
  walk(reference(objects.get(reference(catalog, 'Outlines') ?? -1) ?? '', 'First'), 1);
  return headings;
}

/** Bodies of all objects by number, as latin-1 text. */
function readObjects(file: string): Map<number, string> {
  const objects = new Map<number, string>();
  for (const [, number, body = ''] of file.matchAll(/(?:^|[\r\n])(\d+) 0 obj\b([\s\S]*?)\bendobj/g)) {
    objects.set(Number(number), body);
    if (/\/Type\s*\/ObjStm\b/.test(body)) unpack(body, objects);
  }
  return objects;
}

/** @see ISO 32000-2, 7.5.7: pairs of number and offset, then the objects from /First on */
function unpack(body: string, objects: Map<number, string>): void {
  const start = body.indexOf('stream') + 'stream'.length;
  const data = body.slice(start).replace(/^\r?\n/, '');
  const text = inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
  const first = Number(/\/First\s+(\d+)/.exec(body)?.[1]);
  const pairs = text.slice(0, first).trim().split(/\s+/).map(Number);
  for (let at = 0; at < pairs.length; at += 2) {
    const [number = -1, offset = 0, , next] = pairs.slice(at, at + 4);
    objects.set(number, text.slice(first + offset, next === undefined ? undefined : first + next));
  }
}

function reference(body: string, key: string): number | undefined {
  const number = new RegExp(`/${key}\\s+(\\d+)\\s+0\\s+R`).exec(body)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The /Title: hexadecimal or literal, UTF-16BE with a mark or PDFDocEncoding. */
function titleOf(body: string): string {
  const hex = /\/Title\s*<([0-9A-Fa-f\s]*)>/.exec(body)?.[1];
  const bytes =
    hex === undefined
      ? Buffer.from(unescapeLiteral(/\/Title\s*\(((?:\\[\s\S]|[^\\)])*)\)/.exec(body)?.[1] ?? ''), 'latin1')
      : Buffer.from(hex.replace(/\s/g, ''), 'hex');
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff;
  return isUtf16 ? new TextDecoder('utf-16be').decode(bytes) : bytes.toString('latin1');
}

function unescapeLiteral(literal: string): string {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return literal.replace(/\\([0-7]{1,3}|\r?\n|[\s\S])/g, (_, code: string) => {
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
    return code.endsWith('\n') ? '' : (named[code] ?? code);
  });
}
