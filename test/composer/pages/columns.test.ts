import { expect, test } from 'vitest';
import { type ImageItem, layoutArticle, type RuleItem } from '../../../src/composer/index.js';
import type { Block, ImageAsset } from '../../../src/model/index.js';
import type { StyleSheet } from '../../../src/style/index.js';
import { article, footnote, marked, paragraph, part, section } from '../articles.js';
import { gridMetrics } from '../grid-metrics.js';
import { printArticle } from '../print-page.js';
import { EM, gridSheet, MARGIN, type SheetWishes } from '../sheet.js';

/** Two columns of eight characters, two apart. */
function twoColumns(wishes: SheetWishes = {}): StyleSheet {
  const sheet = gridSheet({ characters: 8, lines: 6, ...wishes });
  const columns = { count: 2, gapPt: 2 * EM, rule: false };
  return { ...sheet, page: { ...sheet.page, columns, widthPt: 18 * EM + 2 * MARGIN } };
}

const DIGITS = [...'一二三四五六七八九十百千万亿甲乙丙丁戊己'];

/** A paragraph of so many lines of eight characters, each line in a character of its own. */
const rows = (count: number): ReturnType<typeof paragraph> =>
  paragraph(
    DIGITS.slice(0, count)
      .map((char, index) => char.repeat(index === 0 ? 6 : 8))
      .join(''),
  );

test('text runs down one column and on in the next, all on the same base lines', () => {
  expect(printArticle(article([rows(20)]), twoColumns())).toMatchInlineSnapshot(`
    "
    page 1
       1|    一一一一一一    七七七七七七七七
       2|二二二二二二二二    八八八八八八八八
       3|三三三三三三三三    九九九九九九九九
       4|四四四四四四四四    十十十十十十十十
       5|五五五五五五五五    百百百百百百百百
       6|六六六六六六六六    千千千千千千千千
    page 2
       1|万万万万万万万万    丙丙丙丙丙丙丙丙
       2|亿亿亿亿亿亿亿亿    丁丁丁丁丁丁丁丁
       3|甲甲甲甲甲甲甲甲    戊戊戊戊戊戊戊戊
       4|乙乙乙乙乙乙乙乙    己己己己己己己己
    "
  `);
});

test('the columns of the last page end level with each other', () => {
  expect(printArticle(article([rows(9)]), twoColumns())).toMatchInlineSnapshot(`
    "
    page 1
       1|    一一一一一一    六六六六六六六六
       2|二二二二二二二二    七七七七七七七七
       3|三三三三三三三三    八八八八八八八八
       4|四四四四四四四四    九九九九九九九九
       5|五五五五五五五五
    "
  `);
});

test('the title stands across the columns, and a part divides them', () => {
  const input = article([], {
    title: '天地玄黄宇宙洪荒',
    parts: [part('上篇', rows(4)), part('下篇', rows(4))],
  });
  const span = { spanColumns: true };
  expect(
    printArticle(input, twoColumns({ lines: 8, styles: { title: span, 'part-title': span } })),
  ).toMatchInlineSnapshot(`
    "
    page 1
       1|          天地玄黄宇宙洪荒
       2|                上篇
       3|    一一一一一一    三三三三三三三三
       4|二二二二二二二二    四四四四四四四四
       5|                下篇
       6|    一一一一一一    三三三三三三三三
       7|二二二二二二二二    四四四四四四四四
    "
  `);
});

test('a part that would stand at the foot of a page opens the next', () => {
  const input = article([], { parts: [part('上篇', rows(6)), part('下篇', rows(6))] });
  const styles = { 'part-title': { spanColumns: true } };
  expect(printArticle(input, twoColumns({ lines: 5, styles }))).toMatchInlineSnapshot(`
    "
    page 1
       1|                上篇
       2|    一一一一一一    四四四四四四四四
       3|二二二二二二二二    五五五五五五五五
       4|三三三三三三三三    六六六六六六六六
    page 2
       1|                下篇
       2|    一一一一一一    四四四四四四四四
       3|二二二二二二二二    五五五五五五五五
       4|三三三三三三三三    六六六六六六六六
    "
  `);
});

test('a column ends by the same rules as a page: no lone line, no heading without its text', () => {
  const input = article([rows(3), section('天地', rows(7))]);
  expect(printArticle(input, twoColumns())).toMatchInlineSnapshot(`
    "
    page 1
       1|    一一一一一一    三三三三三三三三
       2|二二二二二二二二    四四四四四四四四
       3|三三三三三三三三    五五五五五五五五
       4|天地                六六六六六六六六
       5|    一一一一一一    七七七七七七七七
       6|二二二二二二二二
    "
  `);
});

test('columns do not end level at the price of a heading alone at the foot of one', () => {
  const input = article([rows(1), section('天地', rows(2))]);
  expect(printArticle(input, twoColumns())).toMatchInlineSnapshot(`
    "
    page 1
       1|    一一一一一一    天地
       2|                        一一一一一一
       3|                    二二二二二二二二
    "
  `);
});

test('a footnote stands at the foot of the column of its mark', () => {
  const input = article([marked('天地', 'a'), rows(9), marked('玄黄', 'b'), rows(2)], {
    notes: [footnote('a', '注一'), footnote('b', '注二')],
  });
  expect(printArticle(input, twoColumns())).toMatchInlineSnapshot(`
    "
    page 1
       1|    天地[1]         四四四四四四四四
       2|    一一一一一一    五五五五五五五五
       3|二二二二二二二二    六六六六六六六六
       4|三三三三三三三三    七七七七七七七七
       5|                    八八八八八八八八
      +1|─
       6|[1] 注一            九九九九九九九九
    page 2
       1|    玄黄[2]             一一一一一一
       2|                    二二二二二二二二
      +1|─
       3|[2] 注二
    "
  `);
});

test('a picture that a column would draw far too small stands across all of them, a smaller one in its column', () => {
  const size = { state: 'present', mediaType: 'image/png', bytes: new Uint8Array(), heightPx: 40 } as const;
  const images: Record<string, ImageAsset> = {
    wide: { ...size, widthPx: 240 },
    small: { ...size, widthPx: 60 },
  };
  const figure = (imageId: string): Block => ({ type: 'figure', imageId, alt: '' });
  const input = article([rows(2), figure('small'), rows(2), figure('wide'), rows(2)], { images });
  const { pages } = layoutArticle(input, twoColumns({ lines: 12 }), gridMetrics());
  const drawn = (pages[0]?.items ?? []).filter((item): item is ImageItem => item.type === 'image');
  expect(drawn.map(({ widthPt }) => Math.round(widthPt))).toEqual([45, 180]);
  expect(drawn.map(({ xPt }) => xPt >= MARGIN && xPt < MARGIN + 100)).toEqual([true, true]);
});

test('a note that goes on in the next column has a rule as long as the measure', () => {
  const input = article([marked('天地', 'a'), rows(9)], { notes: [footnote('a', '注'.repeat(36))] });
  const { pages } = layoutArticle(input, twoColumns(), gridMetrics());
  const rules = (pages[0]?.items ?? []).filter((item): item is RuleItem => item.type === 'rule');
  expect(rules.map(({ xPt, widthPt }) => [xPt - MARGIN, Math.round(widthPt)])).toEqual([
    [0, 27],
    [100, 80],
  ]);
});

test('a rule between the columns is as long as the longer of them', () => {
  const sheet = twoColumns();
  const look = { ...sheet, page: { ...sheet.page, columns: { ...sheet.page.columns, rule: true } } };
  const { pages } = layoutArticle(article([rows(5)]), look, gridMetrics());
  const rules = (pages[0]?.items ?? []).filter((item): item is RuleItem => item.type === 'rule');
  expect(rules).toMatchObject([{ xPt: MARGIN + 90 - 0.2, yPt: MARGIN, widthPt: 0.4, heightPt: 50 }]);
});
