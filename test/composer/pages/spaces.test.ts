import { expect, test } from 'vitest';
import { layoutArticle } from '../../../src/composer/index.js';
import type { RuleItem } from '../../../src/composer/page.js';
import type { Block } from '../../../src/model/index.js';
import { article, paragraph, section } from '../articles.js';
import { gridMetrics } from '../grid-metrics.js';
import { printArticle } from '../print-page.js';
import { gridSheet, PITCH } from '../sheet.js';

const SPACED = { spaceBeforeLines: 0.5, spaceAfterLines: 0.5 };
const SHEET = gridSheet({
  lines: 16,
  styles: {
    code: { ...SPACED, lineHeightPt: 15 },
    quote: SPACED,
    'heading-1': { sizePt: 15, spaceBeforeLines: 0.6, spaceAfterLines: 0.4 },
  },
});

const code = (lines: number): Block => ({ type: 'code', text: Array(lines).fill('go').join('\n') });
const quote: Block = { type: 'quote', children: [paragraph('天地')] };

/** Top and bottom of each ground of code. */
function grounds(children: readonly Block[]): { top: number; bottom: number }[] {
  const { pages } = layoutArticle(article(children), SHEET, gridMetrics());
  return pages
    .flatMap(({ items }) => items)
    .filter((item): item is RuleItem => item.type === 'rule')
    .map(({ yPt, heightPt }) => ({ top: yPt, bottom: yPt + heightPt }));
}

test.each([1, 2, 3, 4, 5])('between two listings of %i lines stands the space of one', (lines) => {
  const [one, other] = grounds([paragraph('前'), code(lines), code(lines), paragraph('后')]);
  const between = (other?.top ?? 0) - (one?.bottom ?? 0);
  // Half a line over the gap of two lines, and what brings the next line back to the grid, in two halves.
  expect(between).toBeGreaterThanOrEqual(PITCH / 2);
  expect(between).toBeLessThanOrEqual(PITCH * 1.5);
});

test('what stands below a heading is nearer to it than what stands above', () => {
  const { pages } = layoutArticle(
    article([paragraph('前'), section('题', code(2)), paragraph('后')]),
    SHEET,
    gridMetrics(),
  );
  const items = pages[0]?.items ?? [];
  const baselines = items.flatMap((item) => (item.type === 'line' ? [item.baselinePt] : []));
  const ground = items.find((item) => item.type === 'rule');
  const [before = 0, heading = 0] = baselines;
  const above = heading - 0.88 * 15 - (before + 0.12 * 10);
  const below = (ground?.yPt ?? 0) - (heading + 0.12 * 15);
  expect(below).toBeGreaterThan(0);
  expect(below).toBeLessThan(above);
});

test('a quotation has a line of space above, none more below a heading, and shares that with a listing', () => {
  const blocks = [paragraph('前'), quote, section('题', quote, code(2), quote, quote, paragraph('后'))];
  expect(printArticle(article(blocks), SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       1|    前
       3|        天地
     +14|题
       6|        天地
     +18|─
     +13| go
      +8| go
      10|        天地
      12|        天地
      14|    后
    "
  `);
});

test('between headings in a row stands the smaller of their spaces, below them that of the last', () => {
  const sheet = gridSheet({
    lines: 12,
    styles: {
      'heading-1': { sizePt: 20, spaceBeforeLines: 1, spaceAfterLines: 2 },
      'heading-2': { sizePt: 12, spaceBeforeLines: 1, spaceAfterLines: 0.5 },
    },
  });
  const blocks = [paragraph('前'), section('章', section('节', paragraph('天地')))];
  const { pages } = layoutArticle(article(blocks), sheet, gridMetrics());
  const baselines = (pages[0]?.items ?? []).flatMap((item) =>
    item.type === 'line' ? [item.baselinePt] : [],
  );
  const [, chapter = 0, head = 0, below = 0] = baselines;
  // From the lower edge of one to the upper edge of the other: a line and the gap of two.
  expect(head - 0.88 * 12 - (chapter + 0.12 * 20)).toBeCloseTo(PITCH + PITCH / 2);
  expect(below - 0.88 * 10 - (head + 0.12 * 12)).toBeLessThan(PITCH * 1.5);
});

test('headings that fit into three lines with their space take three', () => {
  const sheet = gridSheet({
    lines: 12,
    styles: {
      body: { sizePt: 12 },
      'heading-1': { sizePt: 15, spaceBeforeLines: 0.6, spaceAfterLines: 0.4 },
      'heading-2': { sizePt: 14, spaceBeforeLines: 0.3, spaceAfterLines: 0.3 },
    },
  });
  const blocks = [paragraph('前'), section('章', section('节', paragraph('天地')))];
  const { pages } = layoutArticle(article(blocks), sheet, gridMetrics());
  const baselines = (pages[0]?.items ?? []).flatMap((item) =>
    item.type === 'line' ? [item.baselinePt] : [],
  );
  expect((baselines.at(-1) ?? 0) - (baselines[0] ?? 0)).toBeCloseTo(4 * PITCH);
});

test('empty lines above a signature give way, down to one, where the last lines need a page of their own', () => {
  const sheet = gridSheet({ lines: 6, styles: { signature: { spaceBeforeLines: 3 } } });
  const signature: Block = { type: 'signature', lines: [[{ type: 'text', text: '办公室' }]] };
  const pagesOf = (...after: Block[]): number =>
    layoutArticle(article([paragraph('前'), signature, ...after]), sheet, gridMetrics()).pages.length;
  expect(pagesOf(paragraph('一'), paragraph('二'))).toBe(1);
  expect(pagesOf(paragraph('一'), paragraph('二'), paragraph('三'))).toBe(1);
  expect(pagesOf(paragraph('一'), paragraph('二'), paragraph('三'), paragraph('四'))).toBe(2);
});
