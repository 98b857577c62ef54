import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { type Article, headingText, outline } from '../../../src/model/index.js';
import { epubRenderer } from '../../../src/renderers/epub/index.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { arbitraryArticle } from '../../model/arbitrary-article.js';
import { article, label, longText, PIXEL, paragraph, section } from './articles.js';
import { openBook, sheet } from './opened-book.js';
import { malformed } from './well-formed.js';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const small = article([
  paragraph('前言。'),
  section('总则', [paragraph('正文。')], { label: label('一、') }),
]);

test('mimetype comes first and stored, then the parts by name', async () => {
  const { bytes, names } = await openBook(small);
  expect(new TextDecoder().decode(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
  expect(names).toEqual([
    'mimetype',
    'META-INF/container.xml',
    'OEBPS/chapter-001.xhtml',
    'OEBPS/content.opf',
    'OEBPS/cover.svg',
    'OEBPS/cover.xhtml',
    'OEBPS/style.css',
    'OEBPS/title.xhtml',
    'OEBPS/toc.ncx',
    'OEBPS/toc.xhtml',
    'OEBPS/cover.png',
  ]);
});

test('the second book, and a book made in another time zone, has the same bytes', async () => {
  const images = {
    a: { state: 'present', mediaType: 'image/png', bytes: PIXEL, widthPx: 1, heightPx: 1 },
  } as const;
  const illustrated: Article = { ...small, images, lead: [{ type: 'figure', imageId: 'a', alt: '点' }] };
  process.env.TZ = 'Asia/Shanghai';
  const first = await epubRenderer.render(illustrated, sheet, {});
  process.env.TZ = 'America/Los_Angeles';
  await epubRenderer.render(small, sheet, {});
  const second = await epubRenderer.render(illustrated, sheet, {});
  expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
});

test('any article in any template gives well-formed parts with all its headings in order', async () => {
  const sheets = ['article', 'official', 'book'].map((template) => makeStyleSheet({ template }));
  await fc.assert(
    fc.asyncProperty(arbitraryArticle, fc.constantFrom(...sheets), async (any, style) => {
      const { names, part } = await openBook(any, style);
      for (const name of names.filter((each) => /\.(xhtml|opf|ncx|svg)$/.test(each))) {
        expect(malformed(part(name.replace('OEBPS/', ''))), name).toBeUndefined();
      }
      const ids = names
        .filter((name) => /chapter-\d+\.xhtml|title\.xhtml/.test(name))
        .flatMap((name) => [...part(name.replace('OEBPS/', '')).matchAll(/<h\d id="heading-(\d+)"/g)])
        .map(([, number]) => Number(number));
      expect(ids.sort((a, b) => a - b)).toEqual(outline(any).map(({ number }) => number));
    }),
    { numRuns: 60 },
  );
});

test('text that looks like markup or a template stays text', async () => {
  const hostile = '<%= process.exit() %> %> </p><script>alert(1)</script> & "\'';
  const { names, part } = await openBook(
    article([section(hostile, [paragraph(hostile)])], {
      title: hostile,
      provenance: { authors: [hostile], sourceName: hostile, sourceUrl: hostile },
    }),
  );
  for (const name of names.filter((each) => /\.(xhtml|opf|ncx|svg)$/.test(each))) {
    const content = part(name.replace('OEBPS/', ''));
    expect(malformed(content), name).toBeUndefined();
    expect(content, name).not.toMatch(/<script|<%/);
  }
  expect(part('toc.xhtml')).toContain('&lt;%= process.exit() %&gt; %&gt;');
});

test('characters that XML forbids become replacement characters', async () => {
  const { body } = await openBook(article([paragraph('甲\u0000\u001F\uFFFE\uD800乙')]));
  expect(body('title.xhtml')).toContain('<p>甲\uFFFD\uFFFD\uFFFD\uFFFD乙</p>');
});

test('a book of nothing is a book', async () => {
  const { part } = await openBook(article([], { title: ' ', language: 'no language' }));
  expect(part('content.opf')).toContain('<dc:title id="title-main">无题</dc:title>');
  expect(part('content.opf')).toContain('<dc:language>zh-CN</dc:language>');
});

test('an aborted work stops', async () => {
  await expect(
    epubRenderer.render(article(longText(1)), sheet, { signal: AbortSignal.abort() }),
  ).rejects.toThrow(/abort/i);
});

test('headings read in the book as in the outline', async () => {
  const nested = article([
    section('甲', [section('乙', [section('丙', [])])]),
    section('丁', [], { label: label('第二章', 'chapter') }),
  ]);
  const { part } = await openBook(nested);
  const read = [
    ...`${part('chapter-001.xhtml')}${part('chapter-002.xhtml')}`.matchAll(/<h\d[^>]*>(.*?)<\/h\d>/g),
  ];
  expect(read.map(([, heading]) => heading)).toEqual(outline(nested).map(headingText));
});
