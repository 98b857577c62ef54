import { expect, test } from 'vitest';
import { layoutArticle } from '../../../src/composer/index.js';
import type { Figure, ImageAsset } from '../../../src/model/index.js';
import { article, lines, paragraph, text } from '../articles.js';
import { gridMetrics } from '../grid-metrics.js';
import { printArticle } from '../print-page.js';
import { gridSheet } from '../sheet.js';

const picture = (widthPx: number, heightPx: number): ImageAsset => ({
  state: 'present',
  mediaType: 'image/png',
  bytes: new Uint8Array(),
  widthPx,
  heightPx,
});

const figure = (more: Partial<Figure> = {}): Figure => ({ type: 'figure', imageId: 'a', alt: '', ...more });

const imagesOf = (
  ...[input, sheet = gridSheet()]: [Parameters<typeof layoutArticle>[0], ReturnType<typeof gridSheet>?]
) =>
  layoutArticle(input, sheet, gridMetrics()).pages.flatMap(({ items }, page) =>
    items.flatMap((item) => (item.type === 'image' ? [{ page, ...item }] : [])),
  );

test('a figure takes whole lines, its caption below', () => {
  const images = { a: picture(80, 40) };
  const input = article([paragraph('前'), figure({ caption: text('图1 天地') }), paragraph('后')], {
    images,
  });
  expect(printArticle(input, gridSheet())).toMatchInlineSnapshot(`
    "
    page 1
       1|    前
      +4|      ▣
      +8|        图 1天地
       6|    后
    "
  `);
});

test('a picture wider than the measure is drawn as wide as the measure', () => {
  const [image] = imagesOf(article([figure()], { images: { a: picture(1600, 400) } }));
  expect(image).toMatchObject({ widthPt: 120, heightPt: 30 });
});

test('a picture taller than the page leaves room for its caption', () => {
  const images = { a: picture(100, 4000) };
  const [image] = imagesOf(article([figure({ caption: text('塔') })], { images }));
  expect(image?.heightPt).toBe(150 - 10 - 5);
});

test('a picture gets somewhat smaller rather than leave a hole', () => {
  const images = { a: picture(100, 120) };
  const [image] = imagesOf(article([lines(3), figure(), lines(3)], { images }));
  expect(image?.page).toBe(0);
  expect(image?.heightPt).toBeLessThan(90);
  expect(image?.heightPt).toBeGreaterThan(54);
});

test('without a caption the alternative text stands below', () => {
  const input = article([figure({ alt: '一座塔' })], { images: { a: picture(40, 40) } });
  expect(printArticle(input, gridSheet())).toMatchInlineSnapshot(`
    "
    page 1
       ^|         ▣
     +15|         一座塔
    "
  `);
});

test('a missing picture leaves a frame with its text', () => {
  const input = article([figure({ alt: '一座塔' })], {
    images: { a: { state: 'missing', source: 'tower.png' } },
  });
  expect(printArticle(input, gridSheet())).toMatchInlineSnapshot(`
    "
    page 1
       ^|     ─             ─
     +15|         一座塔
      +6|     ─
    "
  `);
  // Whoever read the article has said so already.
  expect(layoutArticle(input, gridSheet(), gridMetrics()).diagnostics).toEqual([]);
});

test('words too long for the frame of a missing picture stand below it, inside the page', () => {
  const alt = '天地玄黄'.repeat(40);
  const input = article([figure({ alt })], { images: { a: { state: 'missing', source: 'tower.png' } } });
  const { pages } = layoutArticle(input, gridSheet(), gridMetrics());
  const foot = gridSheet().page.heightPt - gridSheet().page.marginBottomPt;
  const baselines = pages.flatMap(({ items }) =>
    items.flatMap((item) => (item.type === 'line' && item.node >= 0 ? [item.baselinePt] : [])),
  );
  expect(Math.max(...baselines)).toBeLessThan(foot);
  expect(printArticle(input, gridSheet()).replace(/[^天地玄黄]/g, '')).toBe(alt);
});
