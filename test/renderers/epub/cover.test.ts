import { expect, test } from 'vitest';
import type { Article } from '../../../src/model/index.js';
import { readPicture } from '../../../src/pictures/index.js';
import { epubRenderer } from '../../../src/renderers/epub/index.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { article, PIXEL, paragraph } from './articles.js';
import { openBook, sheet } from './opened-book.js';

const titled = (title: string, more: Partial<Article> = {}): Article => ({
  ...article([paragraph('正文。')]),
  title,
  ...more,
});

/** Where the glyphs of a cover stand, rounded to its pixels. */
function places(svg: string): [x: number, y: number][] {
  return [...svg.matchAll(/matrix\(([^)]*)\)/g)].map(([, values = '']) => {
    const [x = 0, y = 0] = values.split(' ').slice(4).map(Number);
    return [Math.round(x), Math.round(y)];
  });
}

test('the cover of shops is a PNG, and the page of the cover shows the drawing that it was made from', async () => {
  const { part, bytesOf } = await openBook(titled('灯下漫笔'));
  const opf = part('content.opf');
  expect(opf).toContain(
    '<item id="cover-image" href="cover.png" media-type="image/png" properties="cover-image"/>',
  );
  expect(opf).toContain('<item id="cover-drawing" href="cover.svg" media-type="image/svg+xml"/>');
  expect(opf).toMatch(
    /<spine[^>]*>\s*<itemref idref="cover"\/>\s*<itemref idref="title"\/>\s*<itemref idref="nav"/,
  );
  expect(part('cover.xhtml')).toContain('src="cover.svg" alt="封面\uFF1A灯下漫笔"');
  expect(readPicture(bytesOf('cover.png'))).toMatchObject({ widthPx: 1200, heightPx: 1600 });
});

test('the title is set large in the middle; a long one in balanced lines that stay between the rules', async () => {
  const short = places((await openBook(titled('排版'))).part('cover.svg'));
  expect(short).toHaveLength(2);
  expect((short[0]?.[0] ?? 0) + (short[1]?.[0] ?? 0) + 168).toBeCloseTo(1200, -1);
  const long = places((await openBook(titled('很长的题目'.repeat(40)))).part('cover.svg'));
  const lines = [...new Set(long.map(([, y]) => y))];
  expect(lines.length).toBe(6);
  for (const [x, y] of long) {
    expect(x).toBeGreaterThanOrEqual(100);
    expect(x).toBeLessThan(1090);
    expect(y).toBeLessThan(1344);
  }
});

test('title, subtitle and two long names do not touch', async () => {
  const svg = (
    await openBook(
      titled('很长的题目'.repeat(40), {
        subtitle: '副标题也很长'.repeat(20),
        provenance: { authors: ['作者'.repeat(40)], sourceName: '出版社'.repeat(30) },
      }),
    )
  ).part('cover.svg');
  const lines = [...new Set(places(svg).map(([, y]) => y))].sort((one, other) => one - other);
  for (const [index, y] of lines.entries()) {
    if (index > 0) expect(y - (lines[index - 1] ?? 0)).toBeGreaterThan(60);
  }
  expect(lines.at(-1)).toBeLessThan(1600);
});

test('in a vertical book the title runs down from the right, its marks in their forms for columns', async () => {
  const svg = (await openBook(titled('一\u3001二'), makeStyleSheet({ template: 'vertical' }))).part(
    'cover.svg',
  );
  const [first, second, third] = places(svg) as [number, number][];
  expect(first?.[0]).toBeGreaterThan(600);
  expect(third?.[0]).toBeCloseTo(first?.[0] ?? 0, -1);
  expect(second?.[1]).toBeGreaterThan(first?.[1] ?? 0);
  expect(third?.[1]).toBeGreaterThan(second?.[1] ?? 0);
});

test('a picture of the user is the cover, whatever kind it has', async () => {
  const { part } = await openBook(titled('书'), sheet, { cover: PIXEL });
  expect(part('content.opf')).toContain('href="cover.png" media-type="image/png" properties="cover-image"');
  expect(part('content.opf')).not.toContain('cover.svg');
  expect(part('cover.xhtml')).toContain('src="cover.png"');
});

test('what is no picture is an error', async () => {
  const made = epubRenderer.render(titled('书'), sheet, { cover: new Uint8Array([1, 2, 3]) });
  await expect(made).rejects.toMatchObject({ code: 'cover-unreadable' });
});
