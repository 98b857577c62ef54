import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Layout, type LineItem, layoutArticle, type Page } from '../../../src/composer/index.js';
import type { Article } from '../../../src/model/index.js';
import type { StyleSheet } from '../../../src/style/index.js';
import { arbitraryArticle } from '../../model/arbitrary-article.js';
import { gridMetrics } from '../grid-metrics.js';
import { expectedText, taggedText } from '../printed-text.js';
import { EM, gridSheet, MARGIN, PITCH } from '../sheet.js';

const METRICS = gridMetrics();
const GAP = 2 * EM;
const LINES = 12;

/** Columns, on facing pages, with everything that bends pages switched on. */
function sheetOf(count: number, facing: boolean): StyleSheet {
  const span = { spanColumns: true };
  const small = { sizePt: 8, lineHeightPt: 12 };
  const styles = { 'part-title': span, lead: span, note: small, 'table-cell': small, 'table-head': small };
  const sheet = gridSheet({ characters: 12, lines: LINES, styles });
  const columns = { count, gapPt: GAP, rule: true };
  const page = { ...sheet.page, facing, columns, floatFigures: true };
  return { ...sheet, page, contents: { ...sheet.contents, show: true, title: '目录' } };
}

const looks = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean());

const plain = ({ title: _title, subtitle: _subtitle, ...rest }: Article): Article => ({
  ...rest,
  provenance: { authors: [] },
});

const withoutContents = (sheet: StyleSheet): StyleSheet => ({
  ...sheet,
  contents: { ...sheet.contents, show: false },
});

test('every character stands on the pages once, read in order, in any number of columns', () => {
  fc.assert(
    fc.property(arbitraryArticle, looks, (input, [count, facing]) => {
      const bare = plain(input);
      const laid = layoutArticle(bare, withoutContents(sheetOf(count, facing)), METRICS);
      expect(taggedText(laid)).toBe(expectedText(bare));
    }),
    { numRuns: 60 },
  );
});

test('nothing stands above or below the type area', () => {
  fc.assert(
    fc.property(arbitraryArticle, looks, (input, [count, facing]) => {
      const laid = layoutArticle(input, sheetOf(count, facing), METRICS);
      for (const yPt of baseLines(laid)) {
        expect(yPt).toBeGreaterThan(MARGIN - PITCH / 4);
        expect(yPt).toBeLessThan(MARGIN + LINES * PITCH);
      }
    }),
    { numRuns: 60 },
  );
});

test('no line stands on another', () => {
  fc.assert(
    fc.property(arbitraryArticle, looks, (input, [count, facing]) => {
      const { pages } = layoutArticle(input, sheetOf(count, facing), METRICS);
      for (const page of pages) expect(collisions(page)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** Pairs of lines that share room: nearer to each other than the smallest lines are, and not parts of one. */
function collisions({ items }: Page): [string, string][] {
  const lines = items.filter((item): item is LineItem => item.type === 'line' && item.line.widthPt > 0);
  return lines.flatMap((one, index) =>
    lines
      .slice(index + 1)
      .filter((other) => isNear(one.baselinePt - other.baselinePt))
      .filter((other) => leftOf(one) < rightOf(other) - 1 && leftOf(other) < rightOf(one) - 1)
      .map((other): [string, string] => [textOf(one), textOf(other)]),
  );
}

const isNear = (downPt: number): boolean => Math.abs(downPt) > 0.01 && Math.abs(downPt) < 5;
const leftOf = ({ xPt, line }: LineItem): number => xPt + (line.runs[0]?.xPt ?? 0);
const rightOf = ({ xPt, line }: LineItem): number => xPt + line.widthPt;
const textOf = ({ line }: LineItem): string => line.runs.map(({ text }) => text).join('');

const baseLines = ({ pages }: Layout): number[] =>
  pages.flatMap(({ items }) => items.flatMap((item) => (item.type === 'line' ? [item.baselinePt] : [])));
