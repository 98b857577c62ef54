import { coveredGlyphs, type Lookup, list16 } from './layout-lookups.js';

const LIGATURE = 4;

/** Glyphs in a row that become one. */
export interface Ligature {
  /** After the first. */
  readonly rest: readonly number[];
  readonly glyph: number;
}

/**
 * Ligatures by their first glyph, in the order in which they are tried: the longest first.
 *
 * @throws RangeError for a table that points outside itself.
 * @see OpenType 1.9, GSUB lookup type 4
 */
export function ligatures(lookups: readonly Lookup[]): ReadonlyMap<number, readonly Ligature[]> {
  const byFirst = new Map<number, Ligature[]>();
  for (const { subtables } of lookups.filter(({ type }) => type === LIGATURE)) {
    for (const subtable of subtables) {
      const firsts = coveredGlyphs(subtable.subarray(subtable.readUInt16BE(2)));
      for (const [index, offset] of list16(subtable, 4).entries()) {
        const first = firsts[index] ?? 0;
        byFirst.set(first, [...(byFirst.get(first) ?? []), ...readSet(subtable.subarray(offset))]);
      }
    }
  }
  for (const set of byFirst.values()) set.sort((a, b) => b.rest.length - a.rest.length);
  return byFirst;
}

function readSet(set: Buffer): Ligature[] {
  return list16(set, 0).map((offset) => {
    const count = set.readUInt16BE(offset + 2);
    return {
      glyph: set.readUInt16BE(offset),
      rest: Array.from({ length: Math.max(0, count - 1) }, (_, index) =>
        set.readUInt16BE(offset + 4 + index * 2),
      ),
    };
  });
}
