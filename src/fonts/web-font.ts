import type { Face } from './face.js';
import { toSfnt, trueTypeTables } from './subset-true-type.js';

/**
 * A font file that draws some characters and can stand in a style sheet: outlines as of a PDF's subset, with the tables
 * by which readers of e-books find them. Characters that the face lacks are left out.
 *
 * @param name Of the family, ASCII.
 * @returns Undefined for a face with CFF outlines, and where it has none of the characters.
 * @see OpenType 1.9, cmap (format 12), name, OS/2, post
 */
export function webFont(face: Face, characters: Iterable<string>, name: string): Uint8Array | undefined {
  if (face.file.isCff) return undefined;
  const codePoints = [...new Set(Array.from(characters, (char) => char.codePointAt(0) ?? 0))]
    .filter((codePoint) => face.glyph(codePoint) !== 0)
    .sort((one, other) => one - other);
  if (codePoints.length === 0) return undefined;
  const glyphs = [0, ...codePoints.map((codePoint) => face.glyph(codePoint))];
  const os2 = face.file.table('OS/2');
  return toSfnt([
    ...trueTypeTables(face, glyphs),
    ['cmap', characterMap(codePoints)],
    ['name', nameTable(name)],
    ['post', postTable(face)],
    ...(os2 ? [['OS/2', Buffer.from(os2)] as const] : []),
  ]);
}

/** Each character in a group of its own: glyph n + 1 draws the n-th. */
function characterMap(codePoints: readonly number[]): Buffer {
  const header = 12;
  const length = 16 + codePoints.length * 12;
  const table = Buffer.alloc(header + length);
  table.writeUInt16BE(1, 2);
  // Windows, the whole of Unicode
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(header, 8);
  table.writeUInt16BE(12, header);
  table.writeUInt32BE(length, header + 4);
  table.writeUInt32BE(codePoints.length, header + 12);
  for (const [index, codePoint] of codePoints.entries()) {
    const at = header + 16 + index * 12;
    table.writeUInt32BE(codePoint, at);
    table.writeUInt32BE(codePoint, at + 4);
    table.writeUInt32BE(index + 1, at + 8);
  }
  return table;
}

/** Family, style, full name and PostScript name: all that a reader asks for. */
function nameTable(name: string): Buffer {
  const names: readonly (readonly [id: number, text: string])[] = [
    [1, name],
    [2, 'Regular'],
    [4, name],
    [6, name.replace(/[^A-Za-z0-9-]/g, '')],
  ];
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const head = Buffer.alloc(6 + names.length * 12);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  for (const [index, [id]] of names.entries()) {
    const text = texts[index] as Buffer;
    // Windows, Unicode, English of the United States
    for (const [field, value] of [3, 1, 0x409, id, text.length, offset].entries())
      head.writeUInt16BE(value, 6 + index * 12 + field * 2);
    offset += text.length;
  }
  return Buffer.concat([head, ...texts]);
}

/** Version 3: no names of glyphs. */
function postTable(face: Face): Buffer {
  const table = Buffer.alloc(32);
  face.file.table('post')?.copy(table, 0, 0, 32);
  table.writeUInt32BE(0x00030000, 0);
  return table;
}
