import { describe, expect, test } from 'vitest';
import type { GlyphRun, InlineItem, Line } from '../../../src/composer/index.js';
import { COLUMN, gridMetrics } from '../grid-metrics.js';
import { compose, EM, LOOK, lineText, placedGlyphs, round } from '../set-on-grid.js';

const ruby = (base: string, reading: string): InlineItem => ({ type: 'ruby', base, reading, look: LOOK });
const text = (words: string): InlineItem => ({ type: 'text', text: words, look: LOOK });
const signs = (line: Line | undefined): readonly GlyphRun[] =>
  (line?.runs ?? []).filter((run) => run.artifact);
/** Middles of the signs in em: along the line, and above its base line. */
const middles = (line: Line | undefined): [string, number, number][] =>
  signs(line).map((run) => {
    const half = (run.advancesPt[0] ?? 0) / 2;
    return [run.text, round((run.xPt + half) / EM), round((run.raisePt + 0.38 * run.sizePt) / EM)];
  });

describe('zhuyin in a line', () => {
  test('takes half a cell at the right of its character', () => {
    const xs = placedGlyphs(compose([ruby('注', 'ㄓㄨˋ'), text('音')], 10).lines[0] as Line);
    expect(xs.map(({ x }) => x)).toEqual([0, 1.5]);
  });

  test('signs stand below each other, 0.3 em high, around the middle of the character', () => {
    const line = compose([ruby('霜', 'ㄕㄨㄤ')], 10).lines[0];
    expect(middles(line)).toEqual([
      ['ㄕ', 1.16, 0.68],
      ['ㄨ', 1.16, 0.38],
      ['ㄤ', 1.16, 0.08],
    ]);
    for (const run of signs(line)) expect(run.sizePt).toBeCloseTo(0.3 * EM, 6);
  });

  test('a tone stands at the right of the last sign, the light one above all', () => {
    const [, last, tone] = middles(compose([ruby('注', 'ㄓㄨˋ')], 10).lines[0]);
    expect(tone?.[0]).toBe('\u02CB');
    expect(tone?.[1]).toBeGreaterThan(last?.[1] ?? 9);
    const [light, first] = middles(compose([ruby('的', '˙ㄉㄜ')], 10).lines[0]);
    expect(light?.slice(0, 2)).toEqual(['\u02D9', first?.[1]]);
    expect(light?.[2]).toBeGreaterThan(first?.[2] ?? 9);
  });

  test('the light tone may be written behind', () => {
    const written = (reading: string) => middles(compose([ruby('的', reading)], 10).lines[0]);
    expect(written('ㄉㄜ˙')).toEqual(written('˙ㄉㄜ'));
  });

  test('shares the line of its character, whose column counts in the measure', () => {
    const { lines } = compose([text('天地玄'), ruby('黄', 'ㄏㄨㄤˊ'), text('宇宙')], 4);
    expect(lines.map(lineText)).toEqual(['天地玄', '黄宇宙']);
    expect(signs(lines[1]).map((run) => run.text)).toEqual(['ㄏ', 'ㄨ', 'ㄤ', '\u02CA']);
  });

  test('does not reach over the em box of its line: base lines stay on their grid', () => {
    const plain = compose('霜', 10).lines[0];
    const line = compose([ruby('霜', 'ㄕㄨㄤ')], 10).lines[0];
    expect(round(line?.ascentPt ?? 0)).toBe(round(plain?.ascentPt ?? 1));
  });
});

test('in a column it stands between the columns and takes no room', () => {
  const line = compose([ruby('注', 'ㄓㄨˋ'), text('音')], 10, { vertical: true }).lines[0];
  expect(line?.widthPt).toBe(2 * EM);
  const [first, second] = signs(line);
  expect(first?.stance).toBe('upright');
  // Tops of two cells of 0.3 em around the middle of the first cell.
  expect([first?.xPt, second?.xPt].map((x) => round((x ?? 0) / EM))).toEqual([0.2, 0.5]);
  // Right of the em box.
  expect((first?.raisePt ?? 0) / EM).toBeGreaterThan(0.88 - 0.12);
});

test('ㄧ is the one of columns, for its signs stand below each other', () => {
  const metrics = {
    ...gridMetrics(),
    verticalForm: (_face: number, glyph: number) => (glyph === 0x3127 ? COLUMN + glyph : undefined),
  };
  const line = compose([ruby('一', 'ㄧ')], 10, {}, metrics).lines[0];
  expect(signs(line).map(({ glyphs }) => glyphs)).toEqual([[COLUMN + 0x3127]]);
});
