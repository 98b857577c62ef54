import { expect, test } from 'vitest';
import { layoutArticle } from '../../../src/composer/index.js';
import type { Block } from '../../../src/model/index.js';
import type { StyleSheet } from '../../../src/style/index.js';
import { article, lines, part, section } from '../articles.js';
import { gridMetrics } from '../grid-metrics.js';
import { printArticle } from '../print-page.js';
import { gridSheet } from '../sheet.js';

const BASE = gridSheet({ characters: 16 });

const sheet = (change: Partial<StyleSheet>): StyleSheet => ({ ...BASE, ...change });

const NUMBERED = { ...BASE.pageNumber, show: true };

test('contents stand after the title, with leaders and the pages of the headings', () => {
  const input = article([section('总则', lines(9), section('目的', lines(6))), section('附则', lines(3))], {
    title: '条例',
  });
  const look = sheet({ contents: { show: true, title: '目录', depth: 2 } });
  expect(printArticle(input, look)).toMatchInlineSnapshot(`
    "
    page 1
       1|              条例
       2|              目录
       3|总则 ························· 2
       4|    目的 ····················· 3
       5|附则 ························· 4
    page 2
       1|总则
       2|    字字字字字字字字字字字字字字
       3|字字字字字字字字字字字字字字字字
       4|字字字字字字字字字字字字字字字字
       5|字字字字字字字字字字字字字字字字
       6|字字字字字字字字字字字字字字字字
       7|字字字字字字字字字字字字字字字字
       8|字字字字字字字字字字字字
    page 3
       1|目的
       2|    字字字字字字字字字字字字字字
       3|字字字字字字字字字字字字字字字字
       4|字字字字字字字字字字字字字字字字
       5|字字字字字字字字字字字字字字字字
       6|字字字字字字字字
    page 4
       1|附则
       2|    字字字字字字字字字字字字字字
       3|字字字字字字字字字字字字字字字字
       4|字字字字
    "
  `);
  const { pages } = layoutArticle(input, look, gridMetrics());
  const targets = pages[0]?.items.flatMap((item) => (item.type === 'line' ? item.line.links : []));
  expect([...new Set(targets?.map(({ target }) => JSON.stringify(target)))]).toEqual(
    [1, 2, 3].map((number) => JSON.stringify({ kind: 'place', name: `heading-${number}` })),
  );
});

test('contents list no deeper than the sheet says', () => {
  const input = article([section('总则', section('目的', lines(2)))]);
  expect(
    printArticle(input, sheet({ contents: { show: true, title: '', depth: 1 } })),
  ).toMatchInlineSnapshot(`
    "
    page 1
       1|总则 ························· 1
       3|总则
       4|目的
       5|    字字字字字字字字字字字字字字
       6|字字字字字字字字
    "
  `);
});

test('below short contents the text follows on their page; where contents open a page, it does too', () => {
  const input = article([section('总则', lines(2))], { title: '条例' });
  const look = sheet({ contents: { show: true, title: '', depth: 1 } });
  expect(printArticle(input, look)).toMatchInlineSnapshot(`
    "
    page 1
       1|              条例
       2|总则 ························· 1
       4|总则
       5|    字字字字字字字字字字字字字字
       6|字字字字字字字字
    "
  `);
  const opening = { ...BASE.styles['contents-title'], pageBreakBefore: 'page' } as const;
  const book = { ...look, contents: { ...look.contents, title: '目录' } };
  const styles = { ...BASE.styles, 'contents-title': opening };
  expect(layoutArticle(input, { ...book, styles }, gridMetrics()).pages).toHaveLength(3);
});

test('running heads: the title on odd pages, the section on even ones, none on the first', () => {
  const head = { ...BASE.runningHead, odd: 'title', even: 'section' } as const;
  const input = article([section('总则', lines(13)), section('附则', lines(14))], { title: '条例' });
  expect(printArticle(input, sheet({ runningHead: head }))).toMatchInlineSnapshot(`
    "
    page 1
       1|              条例
       2|总则
       3|    字字字字字字字字字字字字字字
       4|字字字字字字字字字字字字字字字字
       5|字字字字字字字字字字字字字字字字
       6|字字字字字字字字字字字字字字字字
       7|字字字字字字字字字字字字字字字字
       8|字字字字字字字字字字字字字字字字
    page 2
       ^|              附则
       1|字字字字字字字字字字字字字字字字
       2|字字字字字字字字字字字字字字字字
       3|字字字字字字字字字字字字字字字字
       4|字字字字字字字字字字字字
       5|附则
       6|    字字字字字字字字字字字字字字
       7|字字字字字字字字字字字字字字字字
       8|字字字字字字字字字字字字字字字字
    page 3
       ^|              条例
       1|字字字字字字字字字字字字字字字字
       2|字字字字字字字字字字字字字字字字
       3|字字字字字字字字字字字字字字字字
       4|字字字字字字字字字字字字字字字字
       5|字字字字字字字字字字字字字字字字
       6|字字字字字字字字字字字字字字字字
       7|字字字字字字字字字字字字字字字字
       8|字字字字字字字字
    "
  `);
});

test('a page that opens a part has no running head, an empty page has nothing at all', () => {
  const look = {
    ...gridSheet({ styles: { 'part-title': { pageBreakBefore: 'odd' } } }),
    runningHead: { ...BASE.runningHead, odd: 'title', even: 'title' } as const,
    pageNumber: NUMBERED,
  };
  const input = article([], { title: '条例', parts: [part('上篇', lines(3)), part('下篇', lines(9))] });
  expect(printArticle(input, look)).toMatchInlineSnapshot(`
    "
    page 1
       1|          条例
       v|            1
    page 2
    page 3
       1|          上篇
       2|    字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
       v|            3
    page 4
    page 5
       1|          下篇
       2|    字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
       5|字字字字字字字字字字字字
       6|字字字字字字字字字字字字
       7|字字字字字字字字字字字字
       8|字字字字字字字字字字字字
       v|            5
    page 6
       ^|          条例
       1|字字字字字字字字字字字字
       2|字字字字字字字字字字字字
       v|            6
    "
  `);
});

test('a picture that fills its page has no running head over it', () => {
  const head = { ...BASE.runningHead, even: 'title', odd: 'title' } as const;
  const tall = {
    state: 'present',
    mediaType: 'image/png',
    bytes: new Uint8Array(),
    widthPx: 160,
    heightPx: 190,
  } as const;
  const figure: Block = { type: 'figure', imageId: 'a', alt: '' };
  const input = article([lines(9), figure, lines(9)], { title: '条例', images: { a: tall } });
  const pages = printArticle(input, sheet({ runningHead: head }))
    .split('page ')
    .slice(1);
  expect(pages.map((page) => [page.includes('▣'), page.includes('^|              条例')])).toEqual([
    [false, false],
    [true, false],
    [false, true],
  ]);
});

test('page numbers stand outside on facing pages, an em from the edge', () => {
  const look = sheet({
    page: { ...BASE.page, facing: true, marginInnerPt: 60, marginOuterPt: 40 },
    pageNumber: { ...NUMBERED, format: '— {page} —', place: 'outside', insetEm: 1 },
  });
  expect(printArticle(article([lines(13)]), look)).toMatchInlineSnapshot(`
    "
    page 1
       1|    字字字字字字字字字字字字字字
       2|字字字字字字字字字字字字字字字字
       3|字字字字字字字字字字字字字字字字
       4|字字字字字字字字字字字字字字字字
       5|字字字字字字字字字字字字字字字字
       6|字字字字字字字字字字字字字字字字
       7|字字字字字字字字字字字字字字字字
       8|字字字字字字字字字字字字字字字字
       v|                        —1 —
    page 2
       1|字字字字字字字字字字字字字字字字
       2|字字字字字字字字字字字字
       v|  — 2—
    "
  `);
  const [odd, even] = layoutArticle(article([lines(13)]), look, gridMetrics()).pages;
  expect([odd?.items[0], even?.items[0]]).toMatchObject([{ xPt: 60 }, { xPt: 40 }]);
});

test('a page number may name the count of pages, and spare the first page', () => {
  const look = sheet({ pageNumber: { ...NUMBERED, format: '{page}／{pages}', onFirstPage: false } });
  expect(printArticle(article([lines(13)]), look)).toMatchInlineSnapshot(`
    "
    page 1
       1|    字字字字字字字字字字字字字字
       2|字字字字字字字字字字字字字字字字
       3|字字字字字字字字字字字字字字字字
       4|字字字字字字字字字字字字字字字字
       5|字字字字字字字字字字字字字字字字
       6|字字字字字字字字字字字字字字字字
       7|字字字字字字字字字字字字字字字字
       8|字字字字字字字字字字字字字字字字
    page 2
       1|字字字字字字字字字字字字字字字字
       2|字字字字字字字字字字字字
       v|               ／2
    "
  `);
});
