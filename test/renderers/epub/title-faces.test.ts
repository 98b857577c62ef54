import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { makeStyleSheet } from '../../../src/style/index.js';
import { article, label, paragraph, section } from './articles.js';
import { openBook } from './opened-book.js';

const book = {
  ...article([section('总则', [paragraph('正文。')], { label: label('一、') })]),
  title: '排版之书',
};
const embedded = makeStyleSheet({ changes: { ebook: { embedTitleFaces: true } } });

test('a book carries no face unless its template wants it', async () => {
  const { names, part } = await openBook(book);
  expect(names.filter((name) => name.endsWith('.ttf'))).toEqual([]);
  expect(part('style.css')).not.toContain('@font-face');
});

test('title and headings have their faces, with their own characters alone', async () => {
  const { names, part, bytesOf } = await openBook(book, embedded);
  const files = names.filter((name) => name.endsWith('.ttf')).map((name) => name.replace('OEBPS/', ''));
  expect(files.length).toBeGreaterThan(0);
  const drawn = files.flatMap((file) => {
    const font = create(Buffer.from(bytesOf(file)));
    expect(part('content.opf')).toContain(`href="${file}" media-type="font/ttf"`);
    expect(part('style.css')).toContain(`url("${file}")`);
    return 'characterSet' in font ? font.characterSet : [];
  });
  const text = String.fromCodePoint(...drawn);
  for (const char of '排版之书总则') expect(text).toContain(char);
  expect(text).not.toContain('文');
  expect(part('style.css')).toMatch(/\.title[^{]*\{\s*font-family: "paiban-\w+-\w+", /);
});

test('the same bytes twice', async () => {
  const [one, other] = [await openBook(book, embedded), await openBook(book, embedded)];
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
});
