import { expect, test } from 'vitest';
import type { GlyphRun, InlineItem, Line } from '../../../src/composer/index.js';
import { COLUMN } from '../grid-metrics.js';
import { compose, EM, LOOK, round } from '../set-on-grid.js';

const COLUMNS = { vertical: true };

/** A column as it stands: upright characters plain, ‹turned words›, [short numbers] across. */
function column(line: Line | undefined): string {
  const shown = { upright: (text: string) => text, across: (text: string) => `[${text}]` };
  return (line?.runs ?? [])
    .filter((run) => !run.artifact)
    .map((run) => (run.stance ? shown[run.stance](run.text) : `‹${run.text}›`))
    .join('');
}

const set = (text: string, perColumn = 40): string => column(compose(text, perColumn, COLUMNS).lines[0]);

test.each([
  ['天地\uFF0C玄黄。', '天地\uFF0C玄黄。'],
  ['他说\uFF1A\u201C好\uFF01\u201D', '他说\uFF1A\u201C好\uFF01\u201D'],
  ['\uFF08甲\uFF09《乙》\u2014\u2014\u2026\u2026', '\uFF08甲\uFF09《乙》\u2014\u2014\u2026\u2026'],
])('Han and marks stand upright: %s', (text, expected) => {
  expect(set(text)).toBe(expected);
});

// CLREQ: one letter or a short acronym upright, two or three digits across, words turned.
test.each([
  ['第5条', '第5条'],
  ['第12条', '第[12]条'],
  ['共365天', '共[365]天'],
  ['在2021年', '在‹2021›年'],
  ['约3.14倍', '约‹3.14›倍'],
  ['占50%多', '占‹50%›多'],
  ['甲A组', '甲A组'],
  ['看NBA赛', '看NBA赛'],
  ['用Word写', '用‹Word›写'],
  ['见https://a.cn/b处', '见‹https://a.cn/b›处'],
])('%s', (text, expected) => {
  expect(set(text)).toBe(expected);
});

test('code is turned whole, whatever it is', () => {
  const items: InlineItem[] = [{ type: 'text', text: '12', look: { ...LOOK, verbatim: true } }];
  expect(column(compose(items, 10, COLUMNS).lines[0])).toBe('‹12›');
});

test('a mark of a note stands across, small and beside its word', () => {
  const look = { ...LOOK, sizePt: 6, raisePt: 4 };
  const items: InlineItem[] = [
    { type: 'text', text: '此说', look: LOOK },
    { type: 'noteMark', text: '[1]', noteId: 'n', look },
  ];
  expect(column(compose(items, 10, COLUMNS).lines[0])).toBe('此说[[1]]');
});

test('glyphs are those for columns where the face has them', () => {
  const [run] = compose('\u300C天\u300D', 10, COLUMNS).lines[0]?.runs ?? [];
  expect(run?.glyphs).toEqual([COLUMN + 0x300c, 0x5929, COLUMN + 0x300d]);
});

/** Tops of the cells of upright glyphs and starts of turned ones, in em. */
function places(line: Line | undefined): number[] {
  return (line?.runs ?? []).flatMap((run) => {
    let pen = run.xPt;
    return run.glyphs.map((_, index) => {
      const place = round(pen / EM);
      pen += run.advancesPt[index] ?? 0;
      return place;
    });
  });
}

test('two marks share a blank as in lines', () => {
  expect(places(compose('国\u300D\uFF0C国', 10, COLUMNS).lines[0])).toEqual([0, 1, 1.5, 2.5]);
});

// CLREQ, punctuation adjustment space: in vertical setting these are not squeezed.
test.each(['\uFF01', '\uFF1F', '\uFF1A', '\uFF1B'])('%s keeps a whole cell', (mark) => {
  expect(compose(`国${mark}\u300D`, 10, COLUMNS).lines[0]?.widthPt).toBe(2.5 * EM);
});

test('a short number takes a cell without gaps, a turned word has a quarter on both sides', () => {
  expect(compose('年12月', 10, COLUMNS).lines[0]?.widthPt).toBe(3 * EM);
  expect(compose('用Word写', 10, COLUMNS).lines[0]?.widthPt).toBe(4.5 * EM);
});

test('digits across stand in the middle of their cell and of the column', () => {
  const [, run] = compose('第12条', 10, COLUMNS).lines[0]?.runs ?? [];
  const { xPt, raisePt, advancesPt, stretch } = run as GlyphRun;
  // Two digits of half an em around the middle of the em box, 0.38 em above the base line.
  expect([raisePt, ...advancesPt].map(round)).toEqual([-1.2, 5, 5]);
  // Their capital height of 0.7 em around the middle of the second cell.
  expect(round(xPt)).toBe(18.5);
  expect(stretch).toBeUndefined();
});

test('three digits are narrowed to the cell', () => {
  const run = compose('共365天', 10, COLUMNS).lines[0]?.runs[1];
  expect(round(run?.stretch ?? 1)).toBe(0.667);
  expect(round((run?.advancesPt ?? []).reduce((sum, one) => sum + one, 0))).toBe(EM);
});

test('a column starts and ends as a line may, and dates hold together', () => {
  const columns = compose('天地玄黄\uFF0C宇宙12月', 4, COLUMNS).lines.map(column);
  expect(columns).toEqual(['天地玄', '黄\uFF0C宇宙', '[12]月']);
});

test('every column is as long as the measure', () => {
  const text =
    '气温12度\uFF0CNASA说\u201C明天2021年Word写得好\u201D\uFF01他们都去了\uFF1B再也没有回来。'.repeat(4);
  const { lines } = compose(text, 17, COLUMNS);
  for (const line of lines.slice(0, -1)) expect(round(line.widthPt)).toBe(17 * EM);
});

test('emphasis dots stand at the right of a column, below a line', () => {
  const items: InlineItem[] = [{ type: 'text', text: '重', look: { ...LOOK, dots: true } }];
  const raise = (vertical: boolean): number =>
    compose(items, 10, { vertical }).lines[0]?.runs.find((run) => run.artifact)?.raisePt ?? 0;
  expect(raise(false)).toBeLessThan(0);
  expect(raise(true)).toBeGreaterThan(0);
});

test('a reading in kana stands upright at the right, one in letters is turned', () => {
  const reading = (text: string): GlyphRun | undefined =>
    compose([{ type: 'ruby', base: '漢', reading: text, look: LOOK }], 10, COLUMNS).lines[0]?.runs.find(
      (run) => run.artifact,
    );
  expect(reading('かん')?.stance).toBe('upright');
  expect(reading('hàn')?.stance).toBeUndefined();
  expect(reading('かん')?.raisePt).toBeGreaterThan(0);
});
