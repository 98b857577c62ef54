import { expect, test } from 'vitest';
import { article, paragraph } from '../articles.js';
import { printArticle } from '../print-page.js';
import { gridSheet } from '../sheet.js';

const SHEET = gridSheet({ characters: 12, lines: 6 });
const rigid = (lines: number): ReturnType<typeof paragraph> => paragraph('字'.repeat(lines * 12 - 2));
/** Three lines by itself, two when its commas are squeezed. */
const shrinking = paragraph(
  '天地\uFF0C玄黄\uFF0C宇宙\uFF0C洪荒\uFF0C日月\uFF0C盈昃\uFF0C辰宿\uFF0C列张\uFF0C寒来',
);
/** Two lines by itself, three when the gaps beside its letters open. */
const growing = paragraph('a天b地c玄d黄e宇f宙g洪h荒i日j月k盈');

test('a paragraph gives up its last line so that all of the next one stands on the page', () => {
  expect(printArticle(article([shrinking, rigid(4), rigid(2)]), SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       1|    天地，玄黄，宇宙，洪荒，
       2|日月，盈昃，辰宿，列张，寒来
       3|    字字字字字字字字字字
       4|字字字字字字字字字字字字
       5|字字字字字字字字字字字字
       6|字字字字字字字字字字字字
    page 2
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
    "
  `);
});

test('a paragraph takes a line more where the page has one that nothing may stand on', () => {
  expect(printArticle(article([growing, rigid(3), rigid(2)]), SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       1|    a 天 b 地 c玄 d 黄 e
       2|宇 f宙 g 洪 h荒 i 日j 月
       3|k 盈
       4|    字字字字字字字字字字
       5|字字字字字字字字字字字字
       6|字字字字字字字字字字字字
    page 2
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
    "
  `);
});

test('a paragraph that is cut by the page may be the one', () => {
  expect(printArticle(article([rigid(3), growing, rigid(3)]), SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|    a 天 b 地 c玄 d 黄 e
       5|宇 f宙 g 洪 h荒 i 日j 月
       6|k 盈
    page 2
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|字字字字字字字字字字字字
    "
  `);
});

test('the end of the text is no hole', () => {
  expect(printArticle(article([shrinking, rigid(2)]), SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       1|    天地，玄黄，宇宙，洪
       2|荒，日月，盈昃，辰宿，列
       3|张，寒来
       4|    字字字字字字字字字字
       5|字字字字字字字字字字字字
    "
  `);
});

test('where nothing gives or takes, the line stays empty', () => {
  expect(printArticle(article([rigid(2), rigid(3), rigid(3)]), SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|    字字字字字字字字字字
       4|字字字字字字字字字字字字
       5|字字字字字字字字字字字字
    page 2
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|字字字字字字字字字字字字
    "
  `);
});
