import { expect, test } from 'vitest';
import type { FontMetrics, InlineItem, Line } from '../../../src/composer/index.js';
import { openFonts } from '../../../src/fonts/index.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { gridMetrics } from '../grid-metrics.js';
import { compose, EM, LOOK, placedGlyphs, round } from '../set-on-grid.js';

/** A face whose 1 is narrower than its other figures, as in many faces for text. */
const narrowOne: FontMetrics = (() => {
  const grid = gridMetrics();
  const advanceEm = (face: number, glyph: number): number =>
    glyph === 0x31 ? 0.3 : grid.advanceEm(face, glyph);
  return {
    ...grid,
    advanceEm,
    shapeWord: (face: number, word: string) => {
      const shaped = grid.shapeWord(face, word);
      return { ...shaped, advancesEm: shaped.glyphs.map((glyph) => advanceEm(face, glyph)) };
    },
  };
})();

const xs = (words: string, tabular: boolean): number[] => {
  const items: InlineItem[] = [
    { type: 'text', text: words, look: { ...LOOK, ...(tabular && { tabular }) } as never },
  ];
  return placedGlyphs(compose(items, 20, {}, narrowOne).lines[0] as Line).map(({ x }) => x);
};

test('figures stand in places of one width, each in the middle of its own', () => {
  expect(xs('2124', false)).toEqual([0, 0.5, 0.8, 1.3]);
  expect(xs('2124', true)).toEqual([0, 0.6, 1, 1.5]);
  expect(xs('1111', true)).toEqual([0.1, 0.6, 1.1, 1.6]);
});

test('what is no figure keeps its width', () => {
  expect(xs('1.5a', true)).toEqual([0.1, 0.5, 1, 1.5]);
});

test('the width of a number is that of its count of figures, in every family that ships', async () => {
  const sheet = makeStyleSheet();
  const fonts = await openFonts(sheet);
  const widthOf = (family: string, weight: 'regular' | 'bold', words: string): number => {
    const look = { ...LOOK, family, weight, tabular: true } as const;
    return round((compose([{ type: 'text', text: words, look }], 40, {}, fonts).lines[0]?.widthPt ?? 0) / EM);
  };
  for (const family of ['song', 'hei', 'kai', 'fang', 'mono']) {
    for (const weight of ['regular', 'bold'] as const) {
      expect(widthOf(family, weight, '1,111.11')).toBe(widthOf(family, weight, '8,046.37'));
    }
  }
});
