import { describe, expect, test } from 'vitest';
import type { Line } from '../../../src/composer/index.js';
import { gridMetrics, JOINED } from '../grid-metrics.js';
import { compose, EM, placedGlyphs, round } from '../set-on-grid.js';

const OPEN = [...'\u201C\u2018「『\uFF08《〈【〔\uFF3B\uFF5B'];
const CLOSE = [...'\u201D\u2019」』\uFF09》〉】〕\uFF3D\uFF5D'];
const STOPS = [...'\uFF0C、\uFF1B\uFF1A。\uFF0E\uFF1F\uFF01'];

/** Width in em of what stands between two Han, measured on a line that is not justified. */
function widthBetween(between: string, changes = {}): number {
  const [line] = compose(`中${between}中`, 40, { align: 'start', ...changes }).lines;
  if (!line) throw new RangeError('no line');
  const glyphs = placedGlyphs(line);
  return round((glyphs.at(-1)?.x ?? 0) - 1);
}

describe('two marks, by the table of CLREQ', () => {
  const pairs = [
    ...CLOSE.flatMap((left) => OPEN.map((right) => left + right)),
    ...STOPS.flatMap((left) => OPEN.map((right) => left + right)),
    ...CLOSE.flatMap((left) => STOPS.map((right) => left + right)),
    ...STOPS.flatMap((left) => CLOSE.map((right) => left + right)),
    ...CLOSE.flatMap((left) => CLOSE.map((right) => left + right)),
    ...OPEN.flatMap((left) => OPEN.map((right) => left + right)),
    ...STOPS.flatMap((left) => STOPS.map((right) => left + right)),
  ];
  test('take one and a half em', () => {
    expect(pairs.filter((pair) => widthBetween(pair) !== 1.5)).toEqual([]);
  });
  test.each(['\uFF08\uFF09', '\u201C\u201D', '《》'])('%s keeps two em: its blanks are outside', (pair) => {
    expect(widthBetween(pair)).toBe(2);
  });
  test.each(['\uFF08\uFF1F\uFF09', '。\u201D\uFF08', '》、《', '\u201D\uFF0C\u201C'])(
    '%s is two em: three halves and one blank',
    (marks) => {
      expect(widthBetween(marks)).toBe(marks.startsWith('\uFF08') ? 2.5 : 2);
    },
  );
});

test.each([
  ['\uFF0C', 1],
  ['。', 1],
  ['\uFF08', 1],
  ['\u2014\u2014', 2],
  ['\u2026\u2026', 2],
  ['\u2014\u2014\u2014\u2014', 3.8],
  ['\u2E3A', 2],
  ['\u2014', 1],
  ['\uFF5E', 1],
  ['\u00B7', 0.5],
  ['-', 0.5],
  ['\u2013', 0.5],
  ['/', 0.5],
  ['。\u2014\u2014', 3],
  ['\u2014\u2014\u201C', 3],
  ['\u2026\u2026。', 3],
  ['\u3000', 1],
])('%s between Han is %d em', (marks, width) => {
  expect(widthBetween(marks)).toBe(width);
});

describe('Han and Latin', () => {
  test.each([
    ['A', 1],
    ['word', 2.5],
    ['12', 1.5],
    ['\u03B1', 1],
    [' A ', 1],
    ['  A', 1],
    ['10%', 1.75],
    ['\uFF08A\uFF09', 2.5],
    ['\uFF0CA', 1.75],
    ['A\uFF0C', 1.75],
    ['A\u2014\u2014', 2.75],
  ])('%s between Han is %d em: a quarter at each side that touches Han', (latin, width) => {
    expect(widthBetween(latin)).toBe(width);
  });
  test('a typed space stands in the gap and stays in the text', () => {
    const [line] = compose('国 A', 40).lines;
    expect(line && placedGlyphs(line)).toEqual([
      { char: '国', x: 0 },
      { char: ' ', x: 1 },
      { char: 'A', x: 1.25 },
    ]);
  });
  test('code has no such gap inside', () => {
    const look = { family: 'mono', weight: 'regular', sizePt: EM, color: '#000000', verbatim: true } as const;
    const [line] = compose([{ type: 'text', text: 'a中 b', look }], 40, { align: 'start' }).lines;
    expect(line && placedGlyphs(line).map(({ x }) => x)).toEqual([0, 0.5, 1.5, 2]);
  });
});

describe('schemes of punctuation', () => {
  test.each([
    ['full', '\uFF0C', 1],
    ['half', '\uFF0C', 0.5],
    ['kaiming', '\uFF0C', 0.5],
    ['plain', '\uFF0C', 1],
    ['half', '。', 0.5],
    ['kaiming', '。', 1],
    ['plain', '。', 1],
    ['plain', '。\u201D', 2],
    ['half', '。\u201D', 1],
  ] as const)('%s sets %s on %d em', (punctuation, marks, width) => {
    expect(widthBetween(marks, { punctuation })).toBe(width);
  });
});

// GB/T 15834-2011, 5.1.2: two in one cell, three in two.
describe('several \uFF1F and \uFF01 in a row', () => {
  test.each([
    ['\uFF1F', 1, 1],
    ['\uFF1F\uFF01', 1.5, 1],
    ['\uFF01\uFF01', 1.5, 1],
    ['\uFF1F\uFF01\uFF01', 2, 2],
    ['\uFF01\uFF01\uFF01\uFF01', 2.5, 2],
    // an opener keeps the blank of its own, a closer has none to lose
    ['\uFF1F\uFF01\u201C', 2, 2],
    ['\uFF1F\uFF01\u201D', 2, 2],
    // one sign of its own is one cell in both
    ['\u203C', 1, 1],
    ['\u2049', 1, 1],
    ['\u203C。', 2, 2],
  ])('%s is %d em, by the standard %d', (marks, natural, gb) => {
    expect(widthBetween(marks)).toBe(natural);
    expect(widthBetween(marks, { stackedQuery: 'gb' })).toBe(gb);
  });
});

test('a cell wider than its character holds it in the middle', () => {
  const [line] = compose('天地玄\uFF0C黄', 40, { cellPt: 12, align: 'start' }).lines;
  expect(line && placedGlyphs(line).map(({ x }) => x)).toEqual([0.1, 1.3, 2.5, 3.7, 4.9]);
});

test('a face that has —— as one glyph draws it so, on the same two cells', () => {
  const joined = compose('国\u2014\u2014国', 10, {}, gridMetrics({ joinedDashes: true })).lines[0];
  expect(joined?.runs[0]?.glyphs).toEqual([0x56fd, JOINED, 0x56fd]);
  expect(joined?.runs[0]?.text).toBe('国\u2014\u2014国');
  expect(joined?.widthPt).toBe(4 * EM);
});

test('letters are not spaced, not even in a narrow line of nothing but an address', () => {
  const { lines } = compose('https://www.example.org/projects/annual-report-2023/index.html', 12);
  const pitches = lines.flatMap((line) => {
    const glyphs = placedGlyphs(line);
    return glyphs.slice(1).map(({ x }, index) => x - (glyphs[index]?.x ?? 0));
  });
  expect(Math.max(...pitches)).toBeLessThan(0.521);
});

test('a row of dashes is one bar of any even length, also in a line that gives', () => {
  for (const joinedDashes of [false, true]) {
    const metrics = gridMetrics(joinedDashes ? { joinedDashes } : {});
    const [line] = compose('国\u2014\u2014\u2014\u2014国家International事', 11.3, {}, metrics).lines;
    const bar = line?.runs.find((run) => run.text.includes('\u2014'));
    expect(bar?.text).toContain('\u2014\u2014\u2014\u2014');
    const dashes = placedGlyphs(line as Line).filter(({ char }) => char !== '国' && !/[\p{L}]/u.test(char));
    const pitches = dashes.slice(1).map(({ x }, index) => round(x - (dashes[index]?.x ?? 0)));
    // no wider apart than their ink is long
    const inkEm = joinedDashes ? metrics.inkEm(0, JOINED) : metrics.inkEm(0, 0x2014);
    expect(Math.max(...pitches)).toBeLessThanOrEqual(round(inkEm[1] - inkEm[0]));
  }
});
