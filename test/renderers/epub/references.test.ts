import { expect, test } from 'vitest';
import type { Block, Inline } from '../../../src/model/index.js';
import { article, paragraph, section, text } from './articles.js';
import { openBook } from './opened-book.js';

const reference = (to: 'heading' | 'caption', number: number, words: string): Inline => ({
  type: 'reference',
  to,
  number,
  children: [text(words)],
});
const figure = (caption: string): Block => ({
  type: 'figure',
  imageId: 'none',
  alt: '校门',
  caption: [text(caption)],
});

test('references lead to headings, pictures and tables, also on pages that come later', async () => {
  const { body } = await openBook(
    article([
      section('一', [
        paragraph(
          reference('heading', 2, '见二'),
          reference('caption', 1, '图1'),
          reference('heading', 9, '见九'),
        ),
      ]),
      section('二', [
        figure('图1 校门'),
        figure('图2 操场'),
        paragraph(reference('caption', 1, '图1'), reference('heading', 1, '见一')),
      ]),
    ]),
  );
  expect(body('chapter-001.xhtml')).toContain(
    '<a href="chapter-002.xhtml#heading-2">见二</a><a href="chapter-002.xhtml#caption-1">图1</a><a>见九</a>',
  );
  expect(body('chapter-002.xhtml')).toContain('<figure id="caption-1">');
  expect(body('chapter-002.xhtml')).toContain(
    '<a href="#caption-1">图1</a><a href="chapter-001.xhtml#heading-1">见一</a>',
  );
  // what nothing refers to has no name
  expect(body('chapter-002.xhtml')).not.toContain('caption-2');
});
