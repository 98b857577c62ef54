import { expect, test } from 'vitest';
import type { Block } from '../../../src/model/index.js';
import type { StyleSheet } from '../../../src/style/index.js';
import { article, footnote, lines, marked } from '../articles.js';
import { printArticle } from '../print-page.js';
import { gridSheet } from '../sheet.js';

/** How many body lines each page has. */
function linesOfPages(blocks: readonly Block[], facing: boolean, notes: readonly string[] = []): number[] {
  const base = gridSheet({ lines: 6 });
  const sheet: StyleSheet = { ...base, page: { ...base.page, facing } };
  const input = article(blocks, { notes: notes.map((id) => footnote(id, '注')) });
  const pages = printArticle(input, sheet).split('page ').slice(1);
  return pages.map((page) => page.split('\n').filter((row) => /^ +\d+\|/.test(row)).length);
}

/** Six lines for the first page; then nine, of which three stand on the right page, and what leaves that one short. */
const UNEVEN = [lines(6), lines(9), lines(1), lines(1), lines(3), lines(4)];

test('facing pages end on the same line: where one must be short, the other is too', () => {
  expect(linesOfPages(UNEVEN, false)).toEqual([6, 6, 5, 5, 2]);
  expect(linesOfPages(UNEVEN, true)).toEqual([6, 5, 5, 6, 2]);
});

test('the last page of the text is as short as it is', () => {
  expect(linesOfPages([lines(6), lines(6), lines(3)], true)).toEqual([6, 6, 3]);
});

test('notes reach the foot of their page, so that its text may end higher', () => {
  const blocks = [lines(6), lines(6), marked('天地', 'a'), lines(4), lines(3)];
  expect(linesOfPages(blocks, true, ['a'])).toEqual(linesOfPages(blocks, false, ['a']));
});
