import { expect, test } from 'vitest';
import { layoutArticle } from '../../../src/composer/index.js';
import { formatPageNumber } from '../../../src/composer/pages/page-numeral.js';
import type { PageNumeral, StyleSheet } from '../../../src/style/index.js';
import { article, lines, paragraph, section } from '../articles.js';
import { gridMetrics } from '../grid-metrics.js';
import { printArticle } from '../print-page.js';
import { gridSheet } from '../sheet.js';

test.each<[PageNumeral, readonly string[]]>([
  ['arabic', ['1', '9', '10', '12', '20', '50', '51', '103', '110', '2026']],
  ['han', ['一', '九', '一〇', '一二', '二〇', '五〇', '五一', '一〇三', '一一〇', '二〇二六']],
  [
    'han-counting',
    ['一', '九', '十', '十二', '二十', '五十', '五十一', '一百零三', '一百一十', '二千零二十六'],
  ],
  ['roman-lower', ['i', 'ix', 'x', 'xii', 'xx', 'l', 'li', 'ciii', 'cx', 'mmxxvi']],
  ['roman-upper', ['I', 'IX', 'X', 'XII', 'XX', 'L', 'LI', 'CIII', 'CX', 'MMXXVI']],
  ['circled', ['①', '⑨', '⑩', '⑫', '⑳', '㊿', '51', '103', '110', '2026']],
])('%s', (style, expected) => {
  expect([1, 9, 10, 12, 20, 50, 51, 103, 110, 2026].map((number) => formatPageNumber(number, style))).toEqual(
    expected,
  );
});

test('full-width digits, and circles over all three rows of them', () => {
  expect(formatPageNumber(103, 'full-width')).toBe('\uFF11\uFF10\uFF13');
  expect([20, 21, 35, 36].map((number) => formatPageNumber(number, 'circled')).join('')).toBe('⑳㉑㉟㊱');
});

const BASE = gridSheet({ characters: 16 });

/** Chapters open a page. */
function book(front: StyleSheet['pageNumber']['front'], facing: boolean = false): StyleSheet {
  const { 'heading-1': heading } = BASE.styles;
  return {
    ...BASE,
    page: { ...BASE.page, facing },
    styles: { ...BASE.styles, 'heading-1': { ...heading, pageBreakBefore: 'page' } },
    contents: { show: true, title: '目录', depth: 2 },
    pageNumber: { ...BASE.pageNumber, show: true, format: '{page}/{pages}', front },
  };
}

const labels = (input: Parameters<typeof layoutArticle>[0], sheet: StyleSheet): string[] =>
  layoutArticle(input, sheet, gridMetrics()).pages.map(({ label }) => label);

const TWO_CHAPTERS = article([section('天地', lines(12)), section('玄黄', lines(3))]);

test('pages before the text are counted on their own, and the contents print what stands on the pages', () => {
  expect(printArticle(TWO_CHAPTERS, book('roman-lower'))).toMatchInlineSnapshot(`
    "
    page i
       1|              目录
       2|天地 ························· 1
       3|玄黄 ························· 3
       v|               ii
    page 1
       1|天地
       2|    字字字字字字字字字字字字字字
       3|字字字字字字字字字字字字字字字字
       4|字字字字字字字字字字字字字字字字
       5|字字字字字字字字字字字字字字字字
       6|字字字字字字字字字字字字字字字字
       7|字字字字字字字字字字字字字字字字
       8|字字字字字字字字字字字字字字字字
       v|               13
    page 2
       1|字字字字字字字字字字字字字字字字
       2|字字字字字字字字字字字字字字字字
       v|               23
    page 3
       1|玄黄
       2|    字字字字字字字字字字字字字字
       3|字字字字字字字字字字字字字字字字
       4|字字字字
       v|               33
    "
  `);
});

test('counted together, contents are page 1', () => {
  expect(labels(TWO_CHAPTERS, book('continuous'))).toEqual(['1', '2', '3', '4']);
});

test('on facing pages the text begins on a right-hand page, so that its odd numbers are odd pages', () => {
  expect(labels(TWO_CHAPTERS, book('roman-upper', true))).toEqual(['I', 'II', '1', '2', '3']);
});

test('a preface belongs to what stands before the text', () => {
  const input = article([section('自序', lines(3)), section('秩序', lines(3)), section('玄黄', lines(3))]);
  expect(labels(input, book('roman-lower'))).toEqual(['i', 'ii', '1', '2']);
});

test('where nothing stands before the text, its pages are counted from 1', () => {
  const sheet = { ...book('roman-lower'), contents: { ...BASE.contents, show: false } };
  expect(labels(article([paragraph('天地'), section('玄黄', lines(3))]), sheet)).toEqual(['1', '2']);
});
