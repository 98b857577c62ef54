/** Code points that are looked up at once. */
const PAGE = 0x100;
const LAST_CODE_POINT = 0x10ffff;

/** What a page is filled from: code points that follow each other, and the glyph of each. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly glyphOf: (codePoint: number) => number;
}

/**
 * A font's cmap: which glyph draws a code point. Glyph 0 is "none". A page of it is laid flat when a text first comes to
 * it: an article needs a third of what a Chinese face has.
 */
export class CharacterMap {
  readonly #pages: (Uint16Array | undefined)[] = new Array(Math.ceil(LAST_CODE_POINT / PAGE));
  /** In rising order. */
  readonly #runs: readonly Run[];

  /** @throws RangeError when the table has no Unicode subtable of format 4 or 12, or is cut off. */
  constructor(table: Buffer) {
    const { format, offset } = chooseSubtable(table);
    const subtable = table.subarray(offset);
    this.#runs = format === 12 ? readGroups(subtable) : readSegments(subtable);
  }

  glyph(codePoint: number): number {
    const page = this.#pages[codePoint >> 8] ?? this.#lay(codePoint >> 8);
    return page[codePoint & 0xff] as number;
  }

  #lay(number: number): Uint16Array {
    const page = new Uint16Array(PAGE);
    const [start, end] = [number * PAGE, number * PAGE + PAGE - 1];
    for (let index = this.#firstReaching(start); index < this.#runs.length; index++) {
      const { first, last, glyphOf } = this.#runs[index] as Run;
      if (first > end) break;
      for (let code = Math.max(first, start); code <= Math.min(last, end); code++)
        page[code - start] = glyphOf(code);
    }
    this.#pages[number] = page;
    return page;
  }

  /** The first run that does not end before a code point, by halves. */
  #firstReaching(codePoint: number): number {
    let [low, high] = [0, this.#runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle] as Run).last < codePoint) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Format 12: runs of code points with consecutive glyphs. */
function readGroups(table: Buffer): Run[] {
  const end = 16 + table.readUInt32BE(12) * 12;
  const runs: Run[] = [];
  let next = 0;
  for (let at = 16; at < end; at += 12) {
    const [first, last] = [table.readUInt32BE(at), table.readUInt32BE(at + 4)];
    if (first < next || last < first || last > LAST_CODE_POINT)
      throw new RangeError('cmap groups out of order');
    next = last + 1;
    const shift = table.readUInt32BE(at + 8) - first;
    runs.push({ first, last, glyphOf: (code) => code + shift });
  }
  return runs;
}

/** Format 4: segments of the Basic Multilingual Plane. */
function readSegments(table: Buffer): Run[] {
  const bytes = table.readUInt16BE(6) & ~1;
  const [ends, starts, deltas, ranges] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes];
  const runs: Run[] = [];
  let next = 0;
  for (let at = 0; at < bytes; at += 2) {
    const [first, end] = [table.readUInt16BE(starts + at), table.readUInt16BE(ends + at)];
    if (first < next || end < first) throw new RangeError('cmap segments out of order');
    next = end + 1;
    // U+FFFF, which closes the table, is no character
    const last = Math.min(end, 0xfffe);
    const delta = table.readUInt16BE(deltas + at);
    const range = table.readUInt16BE(ranges + at);
    const places = ranges + at + range - 2 * first;
    if (range !== 0 && last >= first) table.readUInt16BE(places + 2 * last);
    runs.push({ first, last, glyphOf: range === 0 ? shifted(delta) : listed(table, places, delta) });
  }
  return runs;
}

const shifted = (delta: number) => (code: number) => (code + delta) & 0xffff;

const listed = (table: Buffer, places: number, delta: number) => (code: number) => {
  const glyph = table.readUInt16BE(places + 2 * code);
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
};

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
