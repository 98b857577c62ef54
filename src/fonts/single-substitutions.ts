import { coveredGlyphs, type Lookup } from './layout-lookups.js';

const SINGLE = 1;

/**
 * What GSUB lookups put in place of single glyphs: regional forms, forms for columns. Lookups that look at more than
 * one glyph are passed over.
 *
 * @throws RangeError for a table that points outside itself.
 * @see OpenType 1.9, GSUB lookup type 1
 */
export function singleSubstitutions(lookups: readonly Lookup[]): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (const { subtables } of lookups.filter(({ type }) => type === SINGLE)) {
    for (const subtable of subtables) addSubtable(subtable, glyphs);
  }
  return glyphs;
}

function addSubtable(subtable: Buffer, glyphs: Map<number, number>): void {
  const covered = coveredGlyphs(subtable.subarray(subtable.readUInt16BE(2)));
  const delta = subtable.readUInt16BE(4);
  const isList = subtable.readUInt16BE(0) === 2;
  for (const [index, glyph] of covered.entries()) {
    const form = isList ? subtable.readUInt16BE(6 + index * 2) : (glyph + delta) & 0xffff;
    // The first lookup that matches a glyph wins, as in the order of lookups.
    if (!glyphs.has(glyph)) glyphs.set(glyph, form);
  }
}
