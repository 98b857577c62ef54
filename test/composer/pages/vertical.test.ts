import { expect, test } from 'vitest';
import { layoutArticle, type PageItem } from '../../../src/composer/index.js';
import { article, lines, paragraph } from '../articles.js';
import { gridMetrics } from '../grid-metrics.js';
import { EM, gridSheet, MARGIN, PITCH } from '../sheet.js';

/** Columns of 8 characters, 4 on a page: the paper is as wide as they need. */
function verticalSheet(facing = false): ReturnType<typeof gridSheet> {
  const sheet = gridSheet({ characters: 8, lines: 4 });
  const page = {
    ...sheet.page,
    widthPt: 3 * PITCH + EM + 2 * MARGIN + 20,
    heightPt: 8 * EM + 2 * MARGIN,
    marginInnerPt: MARGIN + 20,
    facing,
  };
  return { ...sheet, direction: 'vertical', page };
}

const columns = (items: readonly PageItem[] | undefined) =>
  (items ?? []).filter((item) => item.type === 'line' && item.turned);

test('columns follow each other from the right edge of the type area, each from its top', () => {
  const sheet = verticalSheet();
  const [page] = layoutArticle(article([lines(3)]), sheet, gridMetrics()).pages;
  // The paper's right margin is the inner one; a base line lies 0.12 em from the left side of its column.
  const firstX = sheet.page.widthPt - sheet.page.marginInnerPt - 0.88 * EM;
  expect(columns(page?.items)).toMatchObject([
    { xPt: firstX, baselinePt: MARGIN },
    { xPt: firstX - PITCH, baselinePt: MARGIN },
    { xPt: firstX - 2 * PITCH, baselinePt: MARGIN },
  ]);
});

test('facing pages are bound at the right edge of odd ones', () => {
  const { pages } = layoutArticle(article([lines(7)]), verticalSheet(true), gridMetrics());
  const right = (page: number): number => Math.max(...columns(pages[page]?.items).map((item) => item.xPt));
  expect(right(1) - right(0)).toBeCloseTo(20);
});

test('a picture stands upright and keeps its shape', () => {
  const image = { state: 'present', mediaType: 'image/png', widthPx: 80, heightPx: 40 } as const;
  const picture = { type: 'figure', imageId: 'p', alt: '' } as const;
  const input = { ...article([picture]), images: { p: { ...image, bytes: new Uint8Array() } } };
  const [page] = layoutArticle(input, verticalSheet(), gridMetrics()).pages;
  const drawn = page?.items.find((item) => item.type === 'image');
  expect(drawn && drawn.widthPt / drawn.heightPt).toBeCloseTo(2);
});

test('running heads and page numbers stand level, the number at the outer edge', () => {
  const sheet = verticalSheet(true);
  const changed = {
    ...sheet,
    runningHead: { ...sheet.runningHead, even: 'title' as const },
    pageNumber: { ...sheet.pageNumber, show: true, onFirstPage: true, place: 'outside' as const },
  };
  const input = { ...article([paragraph('字'.repeat(50))]), title: '题' };
  const { pages } = layoutArticle(input, changed, gridMetrics());
  const level = pages.map(({ items }) =>
    items.flatMap((item) => (item.type === 'line' && !item.turned ? [item] : [])),
  );
  const texts = level.map((items) => items.map((item) => item.line.runs[0]?.text));
  expect(texts[0]).toEqual(['1']);
  expect(texts[1]).toEqual(['题', '2']);
  const middle = sheet.page.widthPt / 2;
  expect(level[0]?.[0]?.xPt).toBeLessThan(middle);
  expect(level[1]?.[1]?.xPt).toBeGreaterThan(middle);
});
