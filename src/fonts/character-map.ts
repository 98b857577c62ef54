/** A font's cmap, flat: which glyph draws a code point. Glyph 0 is "none". */
export class CharacterMap {
  readonly #basic = new Uint16Array(0x10000);
  readonly #beyond = new Map<number, number>();

  /** @throws RangeError when the table has no Unicode subtable of format 4 or 12, or is cut off. */
  constructor(table: Buffer) {
    const { format, offset } = chooseSubtable(table);
    const subtable = table.subarray(offset);
    if (format === 12) this.#readGroups(subtable);
    else this.#readSegments(subtable);
  }

  glyph(codePoint: number): number {
    return (codePoint < 0x10000 ? this.#basic[codePoint] : this.#beyond.get(codePoint)) ?? 0;
  }

  /** Format 12: runs of code points with consecutive glyphs. */
  #readGroups(table: Buffer): void {
    const end = 16 + table.readUInt32BE(12) * 12;
    let next = 0;
    for (let at = 16; at < end; at += 12) {
      const [first, last] = [table.readUInt32BE(at), table.readUInt32BE(at + 4)];
      // Rising order is required; it also bounds the work that a hostile table can ask for.
      if (first < next || last < first || last > 0x10ffff) throw new RangeError('cmap groups out of order');
      next = last + 1;
      const glyph = table.readUInt32BE(at + 8);
      for (let code = first; code <= last; code += 1) this.#set(code, glyph + code - first);
    }
  }

  /** Format 4: segments of the Basic Multilingual Plane. */
  #readSegments(table: Buffer): void {
    const bytes = table.readUInt16BE(6) & ~1;
    const [ends, starts, deltas, ranges] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes];
    let next = 0;
    for (let at = 0; at < bytes; at += 2) {
      const [first, last] = [table.readUInt16BE(starts + at), table.readUInt16BE(ends + at)];
      if (first < next || last < first) throw new RangeError('cmap segments out of order');
      next = last + 1;
      const delta = table.readUInt16BE(deltas + at);
      const range = table.readUInt16BE(ranges + at);
      for (let code = first; code <= last && code !== 0xffff; code += 1) {
        const place = ranges + at + range + 2 * (code - first);
        const glyph = range === 0 ? code : table.readUInt16BE(place);
        if (range === 0 || glyph !== 0) this.#set(code, (glyph + delta) & 0xffff);
      }
    }
  }

  #set(codePoint: number, glyph: number): void {
    if (codePoint < 0x10000) this.#basic[codePoint] = glyph;
    else this.#beyond.set(codePoint, glyph);
  }
}

/** Platform and encoding of Unicode subtables, those that reach beyond the Basic Multilingual Plane first. */
const WANTED: readonly (readonly [platform: number, encoding: number])[] = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
  [0, 2],
  [0, 1],
  [0, 0],
];

function chooseSubtable(table: Buffer): { format: number; offset: number } {
  const count = table.readUInt16BE(2);
  for (const [platform, encoding] of WANTED) {
    for (let at = 4; at < 4 + count * 8; at += 8) {
      if (table.readUInt16BE(at) !== platform || table.readUInt16BE(at + 2) !== encoding) continue;
      const offset = table.readUInt32BE(at + 4);
      const format = table.readUInt16BE(offset);
      if (format === 4 || format === 12) return { format, offset };
    }
  }
  throw new RangeError('no Unicode cmap');
}
