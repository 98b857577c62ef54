import { expect, test } from 'vitest';
import { layoutArticle } from '../../../src/composer/index.js';
import type { Block, Table } from '../../../src/model/index.js';
import { article, footnote, lines, marked, paragraph } from '../articles.js';
import { gridMetrics } from '../grid-metrics.js';
import { printArticle } from '../print-page.js';
import { gridSheet } from '../sheet.js';

const SHEET = gridSheet({ lines: 10, styles: { note: { lineHeightPt: 15 } } });

test('a footnote stands at the foot of the page of its mark', () => {
  const input = article([marked('天地', 'a'), lines(9), marked('玄黄', 'b')], {
    notes: [footnote('a', '注一'), footnote('b', '注二')],
  });
  expect(printArticle(input, SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       1|    天地[1]
       2|    字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
       5|字字字字字字字字字字字字
       6|字字字字字字字字字字字字
       7|字字字字字字字字字字字字
       8|字字字字字字字字字字字字
      +1|─
      10|[1] 注一
    page 2
       1|字字字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|    玄黄[2]
      +1|─
      10|[2] 注二
    "
  `);
});

test('a note that is too long runs over to the next page', () => {
  const input = article([marked('天地', 'a'), lines(9)], { notes: [footnote('a', '注'.repeat(120))] });
  expect(printArticle(input, SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       1|    天地[1]
       2|    字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
       5|字字字字字字字字字字字字
       6|字字字字字字字字字字字字
       7|字字字字字字字字字字字字
      +6|─
      +5|[1] 注注注注注注注注注注
      10|    注注注注注注注注注注
    page 2
       1|字字字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|字字字字字字字字字字字字
     +16|─
     +15|    注注注注注注注注注注
     +10|    注注注注注注注注注注
      +5|    注注注注注注注注注注
       7|    注注注注注注注注注注
     +15|    注注注注注注注注注注
     +10|    注注注注注注注注注注
      +5|    注注注注注注注注注注
      10|    注注注注注注注注注注
    page 3
      +6|─
      +5|    注注注注注注注注注注
      10|    注注注注注注注注注注
    "
  `);
});

test('a note with two marks is set once; mark and note lead to each other', () => {
  const input = article([marked('天地', 'a'), marked('玄黄', 'a')], { notes: [footnote('a', '注一')] });
  expect(printArticle(input, SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       1|    天地[1]
       2|    玄黄[1]
      +1|─
      10|[1] 注一
    "
  `);
  const { pages, places } = layoutArticle(input, SHEET, gridMetrics());
  expect([...places.keys()]).toEqual(['note-ref-1', 'note-1']);
  const links = pages[0]?.items.flatMap((item) => (item.type === 'line' ? item.line.links : []));
  expect(links?.map(({ target }) => target)).toEqual([
    { kind: 'place', name: 'note-1' },
    { kind: 'place', name: 'note-1' },
    { kind: 'place', name: 'note-ref-1' },
  ]);
});

test('endnotes, and notes without a mark, follow the text', () => {
  const input = article([marked('天地', 'a')], {
    notes: [{ ...footnote('a', '尾注'), kind: 'endnote' }, footnote('b', '无处引用')],
  });
  expect(printArticle(input, SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       1|    天地[1]
       3|[1] 尾注
       4|[2] 无处引用
    "
  `);
});

test('a note that another note refers to comes with it', () => {
  const input = article([marked('天地', 'a'), paragraph('玄黄')], {
    notes: [{ id: 'a', kind: 'footnote', children: [marked('见', 'b')] }, footnote('b', '又注')],
  });
  expect(printArticle(input, SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       1|    天地[1]
       2|    玄黄
      +6|─
      +5|[1] 见[2]
      10|[2] 又注
    "
  `);
});

test('very many notes on one line end', () => {
  const ids = Array.from({ length: 60 }, (_, index) => `n${index}`);
  const input = article([marked('天地', ...ids), lines(20)], {
    notes: ids.map((id) => footnote(id, '注文')),
  });
  const { places } = layoutArticle(input, SHEET, gridMetrics());
  expect([...places.keys()].filter((name) => /^note-\d/.test(name))).toHaveLength(60);
});

test('a mark in the cell of a table brings its note to the foot of the page of its row', () => {
  const row = (block: Block): Table['rows'][number] => ({ cells: [{ children: [block] }] });
  const table: Table = {
    type: 'table',
    headRows: 1,
    columns: [],
    rows: [
      row(paragraph('名')),
      row(marked('天地', 'b')),
      ...Array.from({ length: 9 }, () => row(paragraph('玄黄'))),
    ],
  };
  const input = article([marked('前', 'a'), table, marked('后', 'c')], {
    notes: [footnote('a', '注一'), footnote('b', '注二'), footnote('c', '注三')],
  });
  const pages = printArticle(input, SHEET).split('page ').slice(1);
  expect(pages.map((page) => page.match(/注./gu))).toEqual([['注一', '注二'], ['注三']]);
});
