import { expect, test } from 'vitest';
import { type Layout, type LineItem, layoutArticle } from '../../../src/composer/index.js';
import type { Code, Highlighter } from '../../../src/model/index.js';
import { article } from '../articles.js';
import { gridMetrics } from '../grid-metrics.js';
import { printArticle } from '../print-page.js';
import { gridSheet } from '../sheet.js';

const sheet = gridSheet({ characters: 12 });

const code: Code = { type: 'code', text: '  if (wide) return all;\nend', language: 'js' };

/** Every word of letters a keyword, all else plain. */
const words: Highlighter = ({ text }) =>
  (text.match(/[a-z]+|[^a-z]+/g) ?? []).map((part) =>
    /[a-z]/.test(part) ? { text: part, kind: 'keyword' } : { text: part },
  );

const layOut = (highlight?: Highlighter, change = {}): Layout =>
  layoutArticle(article([code]), { ...sheet, ...change }, gridMetrics(), { ...(highlight && { highlight }) });

const linesOf = (layout: Layout): LineItem[] =>
  layout.pages.flatMap(({ items }) => items).filter((item) => item.type === 'line');

test('a line that goes on stands further in, behind a hook that is no text', () => {
  expect(printArticle(article([code]), sheet)).toMatchInlineSnapshot(`
    "
    page 1
       ^|─
     +10|   if (wide) return
     +10|     all;
     +10| end
    "
  `);
  const hooks = linesOf(layOut()).map(({ line }) => line.rules.length);
  expect(hooks).toEqual([0, 2, 0]);
});

test('words have the colours of their kinds, and the text stays as it was', () => {
  const { keyword } = sheet.code.colors;
  const black = sheet.styles.code.color;
  const runs = linesOf(layOut(words)).flatMap(({ line }) => line.runs);
  expect(runs.map(({ color, text }) => [color === keyword ? 'keyword' : color, text])).toEqual([
    [black, '  '],
    ['keyword', 'if'],
    [black, ' ('],
    ['keyword', 'wide'],
    [black, ') '],
    ['keyword', 'return'],
    [black, ' '],
    ['keyword', 'all'],
    [black, ';'],
    ['keyword', 'end'],
  ]);
});

test('colours move nothing', () => {
  const places = (layout: Layout): unknown[] =>
    linesOf(layout).map(({ xPt, baselinePt, line }) => [xPt, baselinePt, line.widthPt]);
  expect(places(layOut(words))).toEqual(places(layOut()));
});

test('a template may want none', () => {
  const runs = linesOf(layOut(words, { code: { ...sheet.code, highlight: false } })).flatMap(
    ({ line }) => line.runs,
  );
  expect(new Set(runs.map(({ color }) => color))).toEqual(new Set([sheet.styles.code.color]));
});
