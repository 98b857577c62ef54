import { expect, test } from 'vitest';
import { type Layout, layoutArticle } from '../../src/composer/index.js';
import type { Article } from '../../src/model/index.js';
import type { StyleSheet } from '../../src/style/index.js';
import { article, lines, paragraph, section } from './articles.js';
import { gridMetrics } from './grid-metrics.js';
import { printPages } from './print-page.js';
import { gridSheet } from './sheet.js';

const layout = (input: Article, sheet: StyleSheet = gridSheet()): Layout =>
  layoutArticle(input, sheet, gridMetrics());

const print = (input: Article, sheet: StyleSheet = gridSheet()): string =>
  printPages(layout(input, sheet), sheet);

test('paragraphs stand line by line on the grid', () => {
  expect(
    `\n${print(article([paragraph('天地玄黄宇宙洪荒日月盈昃辰宿列张'), paragraph('寒来暑往。')]))}`,
  ).toBe(`
page 1
   1|    天地玄黄宇宙洪荒日月
   2|盈昃辰宿列张
   3|    寒来暑往。`);
});

test('a heading', () => {
  console.log(print(article([lines(5), section('总则', lines(3)), lines(9)], { title: '千字文' })));
});
