import { expect, test } from 'vitest';
import { layoutArticle } from '../../../src/composer/index.js';
import type { Table, TableCell } from '../../../src/model/index.js';
import { article, paragraph, text } from '../articles.js';
import { gridMetrics } from '../grid-metrics.js';
import { printArticle } from '../print-page.js';
import { gridSheet } from '../sheet.js';

const cell = (value: string, more: Partial<TableCell> = {}): TableCell => ({
  children: [paragraph(value)],
  ...more,
});

function table(rows: readonly (readonly TableCell[])[], more: Partial<Table> = {}): Table {
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, () => ({}));
  return { type: 'table', headRows: 1, columns, rows: rows.map((cells) => ({ cells })), ...more };
}

const CELL = { lineHeightPt: 15 };
const SHEET = gridSheet({ characters: 16, styles: { 'table-cell': CELL, 'table-head': CELL } });

test('columns share the measure by their content, between three rules', () => {
  const input = article([
    paragraph('前'),
    table([
      [cell('名'), cell('说明')],
      [cell('天地'), cell('玄黄宇宙洪荒')],
    ]),
    paragraph('后'),
  ]);
  expect(printArticle(input, SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       1|    前
     +19|─
     +11|    名             说明
     +16|─
      +8|   天地        玄黄宇宙洪荒
     +12|─
       5|    后
    "
  `);
});

test('with the key for it, cells and heads stand as their styles say', () => {
  const rows = [
    [cell('名'), cell('说明')],
    [cell('天地'), cell('玄黄宇宙洪荒')],
  ];
  const base = gridSheet({ characters: 16, styles: { 'table-cell': CELL, 'table-head': CELL } });
  const sheet = { ...base, table: { ...base.table, align: 'styles' as const } };
  expect(printArticle(article([table(rows)]), sheet)).toContain('| 天地       玄黄宇宙洪荒');
  expect(printArticle(article([table(rows)]), base)).toContain('|   天地        玄黄宇宙洪荒');
});

test('a short head stays on one line although its column holds single characters', () => {
  const input = article([
    table([
      [cell('甲乙丙'), cell('说明')],
      [cell('丁'), cell('天地玄黄'.repeat(8))],
    ]),
  ]);
  expect(printArticle(input, SHEET)).toContain('甲乙丙');
});

test('a table that is too wide lets the wider column turn over', () => {
  const input = article([
    table([
      [cell('名'), cell('说明')],
      [cell('天地'), cell('玄黄宇宙洪荒日月盈昃辰宿列张')],
    ]),
  ]);
  expect(printArticle(input, SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       ^|─
      +9|  名    说明
     +13|─
      +6|        玄黄宇宙洪荒日月盈昃辰
     +14| 天地
      +1|        宿列张
      +5|─
    "
  `);
});

test('the head is set again on the next page, and a row is not cut', () => {
  const rows = Array.from({ length: 8 }, (_, row) => [cell(`${row}`), cell('天地玄黄宇宙洪荒日月盈昃')]);
  const input = article([table([[cell('名'), cell('说明')], ...rows], { caption: text('名录') })]);
  expect(printArticle(input, SHEET)).toMatchInlineSnapshot(`
    "
    page 1
      +8|              名录
     +14|─
      +6| 名   说明
     +11|─
      +3|  0   天地玄黄宇宙洪荒日月盈昃
       4|  1   天地玄黄宇宙洪荒日月盈昃
     +18|  2   天地玄黄宇宙洪荒日月盈昃
     +15|  3   天地玄黄宇宙洪荒日月盈昃
     +12|  4   天地玄黄宇宙洪荒日月盈昃
      +8|  5   天地玄黄宇宙洪荒日月盈昃
     +12|─
    page 2
       ^|─
      +8| 名   说明
     +12|─
      +5|  6   天地玄黄宇宙洪荒日月盈昃
      +2|  7   天地玄黄宇宙洪荒日月盈昃
      +6|─
    "
  `);
  const { pages } = layoutArticle(input, SHEET, gridMetrics());
  const again = pages[1]?.items.find((item) => item.type === 'line');
  expect(again).toMatchObject({ node: -1 });
});

test('a row taller than a page is cut line by line', () => {
  const input = article([table([[cell('天地玄黄'.repeat(12)), cell('名')]], { headRows: 0 })]);
  expect(
    printArticle(input, gridSheet({ characters: 10, lines: 4, styles: { 'table-cell': CELL } })),
  ).toMatchInlineSnapshot(`
    "
    page 1
       ^|─
      +9| 天地玄黄天地    名
      +4| 玄黄天地玄黄
     +19| 天地玄黄天地
     +14| 玄黄天地玄黄
     +14|─
    page 2
       ^|─
      +1| 天地玄黄天地
     +16| 玄黄天地玄黄
     +11| 天地玄黄天地
      +6| 玄黄天地玄黄
      +9|─
    "
  `);
});

test('cells over several columns and rows stand in the middle of what they cover', () => {
  const rows = [
    [cell('甲乙', { columnSpan: 2 }), cell('丙')],
    [cell('天地', { rowSpan: 2 }), cell('玄'), cell('黄')],
    [cell('宇'), cell('宙')],
  ];
  const input = article([table(rows, { columns: [{}, {}, {}] })]);
  expect(printArticle(input, SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       ^|─
      +8|         甲乙             丙
     +12|─
      +5|                 玄       黄
     +14|     天地
      +2|                 宇       宙
      +6|─
    "
  `);
  const { nodes } = layoutArticle(input, SHEET, gridMetrics());
  expect(nodes.filter(({ columnSpan, rowSpan }) => columnSpan ?? rowSpan)).toEqual([
    { role: 'TH', parent: 1, columnSpan: 2 },
    { role: 'TD', parent: 2, rowSpan: 2 },
  ]);
});

test('spans that reach over the edge are cut to the table', () => {
  const rows = [[cell('甲', { columnSpan: 2, rowSpan: 99 })], [cell('乙')]];
  const input = article([table(rows, { columns: [{}, {}], headRows: 0 })]);
  expect(printArticle(input, SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       ^|─
     +15| 甲
      +3|                      乙
      +7|─
    "
  `);
});

test('a column stands as the table says', () => {
  const rows = [
    [cell('数'), cell('数')],
    [cell('1'), cell('1')],
  ];
  const input = article([table(rows, { columns: [{ align: 'start' }, { align: 'end' }] })]);
  expect(printArticle(input, SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       ^|─
      +6| 数                          数
     +11|─
      +3| 1                            1
      +7|─
    "
  `);
});

test('forty columns are set smaller rather than run over the edge', () => {
  const input = article([table([Array.from({ length: 40 }, () => cell('字'))], { headRows: 0 })]);
  const { pages } = layoutArticle(input, SHEET, gridMetrics());
  const ends = pages[0]?.items.map((item) => (item.type === 'line' ? item.xPt + item.line.widthPt : 0)) ?? [];
  expect(ends).toHaveLength(40 + 2);
  expect(Math.max(...ends)).toBeLessThanOrEqual(SHEET.page.marginInnerPt + SHEET.page.measurePt + 1e-6);
});

test('a table without rows leaves its caption', () => {
  const input = article([table([], { caption: text('空表') })]);
  expect(printArticle(input, SHEET)).toMatchInlineSnapshot(`
    "
    page 1
      +5|              空表
      +5|─
    "
  `);
});

test('numbers of a column stand on their decimal points, in the middle or at the end as the source asks', () => {
  const rows = ['1.5', '12', '120.25', '—', '3%'].map((value) => [cell('甲'), cell(value), cell(value)]);
  const input = article([
    table([[cell('名'), cell('数'), cell('额')], ...rows], { columns: [{}, {}, { align: 'end' }] }),
  ]);
  expect(
    printArticle(input, gridSheet({ characters: 24, styles: { 'table-cell': CELL } })),
  ).toMatchInlineSnapshot(`
    "
    page 1
       ^|─
      +3|    名            数                         额
      +8|─
       2|    甲            1.5                      1.5
     +18|    甲           12                       12
     +15|    甲          120.25                   120.25
     +12|    甲            —                         —
      +9|    甲            3%                       3%
     +12|─
    "
  `);
});

test.each([
  ['words among them', ['12', '甲', '130']],
  ['one number alone', ['12', '', '']],
  ['a range', ['12', '1-2', '130']],
])('a column with %s is no column of numbers', (_, values) => {
  const rows = values.map((value) => [cell('甲'), cell(value)]);
  const input = article([table([[cell('名'), cell('数')], ...rows])]);
  const { pages } = layoutArticle(input, SHEET, gridMetrics());
  const lefts = pages[0]?.items.flatMap((item) =>
    item.type === 'line' && /^\d/.test(item.line.runs[0]?.text ?? '') ? [item.xPt] : [],
  );
  expect(new Set(lefts).size).toBe(1);
});

test('a table of many columns is set smaller rather than let short cells turn over', () => {
  const months = Array.from({ length: 6 }, (_, index) => cell(`${'一二三四五六'[index]}月`));
  const input = article([table([months], { headRows: 0 })]);
  const { pages } = layoutArticle(input, SHEET, gridMetrics());
  const lines = pages[0]?.items.filter((item) => item.type === 'line') ?? [];
  expect(lines).toHaveLength(6);
  expect(new Set(lines.map(({ line }) => line.runs[0]?.sizePt))).toEqual(new Set([160 / (6 * 3.25)]));
});

test('on a grid every cell has lines around it, one of several rows none inside', () => {
  const rows = [[cell('天地', { rowSpan: 2 }), cell('玄')], [cell('黄')]];
  const sheet = { ...SHEET, table: { ...SHEET.table, rules: 'grid' as const } };
  const { pages } = layoutArticle(article([table(rows, { headRows: 0 })]), sheet, gridMetrics());
  const rules = pages[0]?.items.filter((item) => item.type === 'rule') ?? [];
  const levels = rules.filter((rule) => rule.widthPt > rule.heightPt);
  const sides = rules.filter((rule) => rule.widthPt <= rule.heightPt);
  expect(new Set(rules.map((rule) => Math.min(rule.widthPt, rule.heightPt)))).toEqual(new Set([0.5]));
  // The lower one of the rows on the right begins at the line between the columns.
  const middle = Math.max(...levels.filter(({ widthPt }) => widthPt < 160).map(({ xPt }) => xPt));
  expect(levels.filter(({ xPt }) => xPt === middle)).toHaveLength(2);
  expect(new Set(sides.map(({ xPt }) => xPt + 0.25))).toEqual(new Set([50, middle, 210]));
  const heights = [...new Set(sides.map(({ heightPt }) => Math.round(heightPt * 10) / 10))].sort(
    (a, b) => a - b,
  );
  expect(heights).toEqual([17, 34]);
});

test('a table that goes on says so where the template asks, and nobody copies it', () => {
  const rows = Array.from({ length: 12 }, () => [cell('天'), cell('地')]);
  const sheet = { ...SHEET, table: { ...SHEET.table, continued: '续表' } };
  const { pages } = layoutArticle(
    article([table([[cell('甲'), cell('乙')], ...rows])]),
    sheet,
    gridMetrics(),
  );
  const said = pages.map(({ items }) =>
    items.filter((item) => item.type === 'line' && item.line.runs[0]?.text === '续表'),
  );
  expect(said.map((found) => found.length)).toEqual([0, 1]);
  expect(said[1]?.[0]).toMatchObject({ node: -1 });
});
