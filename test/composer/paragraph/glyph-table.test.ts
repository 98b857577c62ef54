import { expect, test } from 'vitest';
import { GlyphTable } from '../../../src/composer/paragraph/glyph-table.js';
import { gridMetrics } from '../grid-metrics.js';

const table = (): GlyphTable => new GlyphTable(gridMetrics({ missing: '\u9F98' }), 'song', 'regular', false);

/** In the font of the grid a glyph is its code point. */
const glyphOf = (from: GlyphTable, codePoint: number): number | undefined =>
  from.glyphs[from.slot(codePoint)];

test('what was asked first is still right when the table has grown', () => {
  const grown = table();
  const asked = Array.from({ length: 3000 }, (_, index) => 0x4e00 + index * 5);
  for (const codePoint of asked) grown.slot(codePoint);
  expect(asked.filter((codePoint) => glyphOf(grown, codePoint) !== codePoint)).toEqual([]);
});

test('more characters than slots in the table of the BMP', () => {
  const full = table();
  const astral = Array.from({ length: 0x10000 }, (_, index) => 0x20000 + index);
  for (const codePoint of astral) full.slot(codePoint);
  for (const codePoint of [0x4e00, 0x4e01, 0x41, 0x20000, 0x2ffff]) {
    expect(glyphOf(full, codePoint)).toBe(codePoint);
  }
});

test('a character that no face has keeps its slot', () => {
  const missing = table();
  expect(missing.faces[missing.slot(0x9f98)]).toBe(-1);
  expect(missing.slot(0x9f98)).toBe(missing.slot(0x9f98));
});
