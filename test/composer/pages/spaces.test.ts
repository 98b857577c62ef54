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
