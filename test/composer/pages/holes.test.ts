import { expect, test } from 'vitest';
import type { Figure, ImageAsset } from '../../../src/model/index.js';
import { article, lines, paragraph, section } from '../articles.js';
import { printArticle } from '../print-page.js';
import { gridSheet } from '../sheet.js';

/** A heading of two lines: one of its own, and half a line of space on either side. */
const SHEET = gridSheet({
  lines: 8,
  styles: { 'heading-1': { spaceBeforeLines: 0.5, spaceAfterLines: 0.5 } },
});

test('a heading takes an empty line of its page into the space above it', () => {
  const input = article([lines(2), section('天地', lines(3), lines(3))]);
  expect(printArticle(input, SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
     +10|天地
       6|    字字字字字字字字字字
       7|字字字字字字字字字字字字
       8|字字字字字字字字字字字字
    page 2
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|字字字字字字字字字字字字
    "
  `);
});

test('no heading takes more than one: where there are more empty lines, the page ends short', () => {
  const input = article([lines(1), section('天地', lines(3), section('玄黄', lines(3)))]);
  const rigid = gridSheet({
    lines: 9,
    styles: { 'heading-1': { spaceBeforeLines: 0.5, spaceAfterLines: 0.5 } },
  });
  expect(printArticle(input, rigid)).toMatchInlineSnapshot(`
    "
    page 1
       1|    字字字字字字字字字字
     +10|天地
       4|    字字字字字字字字字字
       5|字字字字字字字字字字字字
       6|字字字字字字字字字字字字
    page 2
       1|玄黄
       2|    字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
    "
  `);
});

test('the space of the last page stays as it is', () => {
  expect(printArticle(article([lines(2), section('天地', lines(3))]), SHEET)).toMatchInlineSnapshot(`
    "
    page 1
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
     +10|天地
       5|    字字字字字字字字字字
       6|字字字字字字字字字字字字
       7|字字字字字字字字字字字字
    "
  `);
});

const image: ImageAsset = {
  state: 'present',
  bytes: new Uint8Array(),
  mediaType: 'image/png',
  widthPx: 100,
  heightPx: 120,
} as const;
const figure: Figure = { type: 'figure', imageId: 'a', alt: '' };

const FLOATING = { ...SHEET, page: { ...SHEET.page, floatFigures: true } };

test('text passes a picture that has no room on its page, where the template lets it', () => {
  const input = article([lines(5), figure, paragraph('天地'), lines(5)], { images: { a: image } });
  expect(printArticle(input, FLOATING)).toMatchInlineSnapshot(`
    "
    page 1
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
       5|字字字字字字字字字字字字
       6|    天地
       7|    字字字字字字字字字字
       8|字字字字字字字字字字字字
    page 2
       1|字字字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|字字字字字字字字字字字字
     +16|     ▣
    "
  `);
});

test('no heading passes a picture', () => {
  const input = article([lines(5), figure, section('天地', lines(5))], { images: { a: image } });
  expect(printArticle(input, FLOATING)).toMatchInlineSnapshot(`
    "
    page 1
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
       5|字字字字字字字字字字字字
    page 2
       ^|     ▣
    page 3
      +5|天地
       3|    字字字字字字字字字字
       4|字字字字字字字字字字字字
       5|字字字字字字字字字字字字
       6|字字字字字字字字字字字字
       7|字字字字字字字字字字字字
    "
  `);
});
