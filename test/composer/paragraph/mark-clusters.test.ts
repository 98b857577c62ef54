import { describe, expect, test } from 'vitest';
import type { ParagraphSettings } from '../../../src/composer/index.js';
import { gridMetrics } from '../grid-metrics.js';
import { compose, placedGlyphs, round } from '../set-on-grid.js';

/** Middle of the ink of the mark between two Han, and where the next Han stands, in em. */
function markIn(
  mark: string,
  changes: Partial<ParagraphSettings>,
  metrics = gridMetrics(),
): [number, number] {
  const [line] = compose(`中${mark}中`, 40, { align: 'start', ...changes }, metrics).lines;
  if (!line) throw new RangeError('no line');
  const [, placed, next] = placedGlyphs(line);
  const [left, right] = metrics.inkEm(0, mark.codePointAt(0) ?? 0);
  return [round((placed?.x ?? 0) + (left + right) / 2), next?.x ?? 0];
}

const ALL = [...'\uFF0C。、\uFF1B\uFF1A\uFF1F\uFF01'];

describe.each(['zh-Hant-TW', 'zh-Hant-HK'] as const)('in %s', (region) => {
  test.each(ALL)('%s has a whole cell and stands in it where the face says', (mark) => {
    expect(markIn(mark, { region })).toEqual([1.25, 2]);
    expect(markIn(mark, { region }, gridMetrics({ centredStops: true }))).toEqual([1.5, 2]);
  });
  test.each(['「', '」', '\uFF08', '》'])('%s gives its blank as everywhere', (bracket) => {
    const [line] = compose(`中${bracket}。中`, 40, { align: 'start', region }).lines;
    expect(line && placedGlyphs(line).at(-1)?.x).toBeLessThan(4);
  });
  test('marks are not squeezed for what would not fit', () => {
    const [line] = compose('天地\uFF0C玄黄\uFF0C宇宙洪荒', 6.8, { region }).lines;
    expect(line?.end).toBe(6);
  });
});

describe('in Japan', () => {
  test.each([...'\uFF1B\uFF1A\uFF1F\uFF01'])('%s has a whole cell', (mark) => {
    const [line] = compose(`中${mark}」中`, 40, { align: 'start', region: 'ja' }).lines;
    expect(line && placedGlyphs(line).at(-1)?.x).toBe(3);
    expect(markIn(mark, { region: 'ja' }, gridMetrics({ centredStops: true }))).toEqual([1.5, 2]);
  });
  test.each([...'、。'])('%s gives its blank', (mark) => {
    const [line] = compose(`中${mark}」中`, 40, { align: 'start', region: 'ja' }).lines;
    expect(line && placedGlyphs(line).at(-1)?.x).toBe(2.5);
  });
});

describe('on the mainland', () => {
  test.each(ALL)('%s stands at the left of its cell', (mark) => {
    expect(markIn(mark, {})).toEqual([1.25, 2]);
  });
  test('what a face centres loses blank on both sides, never on one', () => {
    const metrics = gridMetrics({ centredStops: true });
    const [line] = compose('中\uFF0C」中', 40, { align: 'start' }, metrics).lines;
    expect(line && placedGlyphs(line).map(({ x }) => x)).toEqual([0, 0.75, 1.5, 2.5]);
  });
});

describe('a dot and a slash', () => {
  test.each([
    ['\u00B7', 'zh-Hans', 0.5],
    ['\u00B7', 'zh-Hant-TW', 1],
    ['\u2027', 'zh-Hant-HK', 1],
    ['\u30FB', 'ja', 1],
    ['\uFF0F', 'zh-Hans', 0.5],
    ['\uFF0F', 'zh-Hant-TW', 1],
  ] as const)('%s in %s takes %d em', (mark, region, width) => {
    expect(round(markIn(mark, { region })[1] - 1)).toBe(width);
  });
});
