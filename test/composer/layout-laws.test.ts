import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Layout, type LineItem, layoutArticle } from '../../src/composer/index.js';
import { type Article, headingText, outline } from '../../src/model/index.js';
import type { StyleSheet } from '../../src/style/index.js';
import { arbitraryArticle } from '../model/arbitrary-article.js';
import { article, paragraph, section } from './articles.js';
import { gridMetrics } from './grid-metrics.js';
import { expectedText, printedText, taggedText } from './printed-text.js';
import { EM, gridSheet, MARGIN, PITCH } from './sheet.js';

const SHEET = gridSheet({
  characters: 16,
  lines: 10,
  styles: {
    'heading-1': { sizePt: 14, lineHeightPt: 20, spaceBeforeLines: 0.6, spaceAfterLines: 0.4 },
    quote: { spaceBeforeLines: 0.5, spaceAfterLines: 0.5 },
    note: { sizePt: 8, lineHeightPt: 12 },
    'table-cell': { sizePt: 8, lineHeightPt: 12 },
    'table-head': { sizePt: 8, lineHeightPt: 12 },
  },
});

/** No row of a generated table is taller than this. */
const TALL_SHEET: StyleSheet = { ...SHEET, page: gridSheet({ characters: 16, lines: 80 }).page };
const METRICS = gridMetrics();
const RUNS = { numRuns: 80 };

const layout = (input: Article, sheet: StyleSheet = SHEET): Layout => layoutArticle(input, sheet, METRICS);

/** Neither title nor attribution: what is left is the text of the model. */
const plain = ({ title: _title, subtitle: _subtitle, ...rest }: Article): Article => ({
  ...rest,
  provenance: { authors: [] },
});

const textLines = ({ pages }: Layout): { page: number; item: LineItem }[] =>
  pages.flatMap(({ items }, page) =>
    items.flatMap((item) => (item.type === 'line' && item.node >= 0 ? [{ page, item }] : [])),
  );

test('every character of an article stands on its pages once and in order', () => {
  fc.assert(
    fc.property(arbitraryArticle, (input) => {
      const bare = plain(input);
      expect(printedText(layout(bare, TALL_SHEET))).toBe(expectedText(bare));
    }),
    RUNS,
  );
});

test('a row that is taller than a page is cut line by line, but read cell by cell', () => {
  fc.assert(
    fc.property(arbitraryArticle, (input) => {
      const bare = plain(input);
      expect(taggedText(layout(bare))).toBe(expectedText(bare));
    }),
    RUNS,
  );
});

test('nothing stands outside the type area', () => {
  const bottom = MARGIN + 9 * PITCH + EM;
  fc.assert(
    fc.property(arbitraryArticle, (input) => {
      for (const { items } of layout(input).pages) {
        for (const item of items) {
          const [top, foot] =
            item.type === 'line' ? [item.baselinePt, item.baselinePt] : [item.yPt, item.yPt + item.heightPt];
          expect(top).toBeGreaterThan(MARGIN - PITCH / 4);
          expect(foot).toBeLessThan(bottom + PITCH / 4);
        }
      }
    }),
    RUNS,
  );
});

test('a heading of the outline has a place, and its pages rise', () => {
  fc.assert(
    fc.property(arbitraryArticle, (input) => {
      const { headings, pages } = layout(input);
      expect(headings.map(({ text }) => text)).toEqual(outline(input).map(headingText));
      const orders = headings.map(({ page, yPt }) => page * 10_000 + yPt);
      expect(orders).toEqual([...orders].sort((a, b) => a - b));
      for (const { page, yPt } of headings) {
        expect(page).toBeLessThan(pages.length);
        expect(yPt).toBeGreaterThan(0);
      }
    }),
    RUNS,
  );
});

test('the same article is laid out alike twice', () => {
  fc.assert(
    fc.property(arbitraryArticle, (input) => {
      expect(layout(input)).toEqual(layout(input));
    }),
    { numRuns: 30 },
  );
});

/** Headings and paragraphs of given numbers of lines; a heading is 0. */
const arbitraryRuns = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 40 });

function ofRuns(runs: readonly number[]): Article {
  const blocks = runs.map((count) =>
    count === 0 ? section('标题') : paragraph('字'.repeat(count * 16 - 2)),
  );
  return article(blocks);
}

test('body lines stand on the grid of every page', () => {
  fc.assert(
    fc.property(arbitraryRuns, (runs) => {
      const laid = layout(ofRuns(runs));
      for (const { item } of textLines(laid)) {
        if (laid.nodes[item.node]?.role !== 'P') continue;
        const row = (item.baselinePt - MARGIN - 0.88 * EM) / PITCH;
        expect(Math.abs(row - Math.round(row))).toBeLessThan(1e-6);
      }
    }),
  );
});

test('no page begins with the last line of a paragraph, ends with the first one, or ends with a heading', () => {
  fc.assert(
    fc.property(arbitraryRuns, (runs) => {
      const laid = layout(ofRuns(runs));
      const lines = textLines(laid);
      lines.forEach(({ page, item }, index) => {
        const [before, after] = [lines[index - 1], lines[index + 1]];
        if (!after || after.page === page) return;
        const role = laid.nodes[item.node]?.role;
        if (isChainOfHeadings(lines, index, laid)) return;
        expect(role).toBe('P');
        if (item.node !== after.item.node) return;
        expect(before?.item.node).toBe(item.node);
        expect(lines[index + 2]?.item.node).toBe(item.node);
      });
    }),
    { numRuns: 200 },
  );
});

/** A page full of headings has to break somewhere. */
function isChainOfHeadings(lines: ReturnType<typeof textLines>, index: number, laid: Layout): boolean {
  const page = lines[index]?.page;
  const roles = lines.filter((line) => line.page === page).map(({ item }) => laid.nodes[item.node]?.role);
  return roles.filter((role) => role === 'H1').length >= 4;
}

test('a page is full but for what keeps its lines together', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 20, maxLength: 60 }), (runs) => {
      const laid = layout(ofRuns(runs));
      for (const { items } of laid.pages.slice(0, -1)) expect(items.length).toBeGreaterThanOrEqual(8);
    }),
  );
});
