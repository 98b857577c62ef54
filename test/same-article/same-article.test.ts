import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, type Block, plainText } from '../../src/model/index.js';
import { readArticle } from '../../src/read-article.js';
import { asBarePage, asBareWord, asBoldPage, asMarkdown, asStyledWord, asTaggedPage } from './as-markup.js';
import { asText, PLAIN_LAYOUT, type TextLayout } from './as-text.js';
import { expectedOutline, type PlainArticle, plainArticle } from './plain-article.js';

function outlineOf({ title, parts }: Article): string[] {
  const lines = (blocks: readonly Block[], indent: string): string[] =>
    blocks.flatMap((block) => {
      if (block.type === 'paragraph') return [`${indent}${plainText(block.children)}`];
      if (block.type !== 'section') return [`${indent}${block.type}`];
      const heading = `${indent}${block.label?.text ?? ''}${plainText(block.heading)}`;
      const paragraphs = block.children.filter(({ type }) => type !== 'section');
      const sections = block.children.filter(({ type }) => type === 'section');
      return [heading, ...lines(paragraphs, `${indent}  `), ...lines(sections, `${indent}  `)];
    });
  return [title ?? '', ...parts.flatMap(({ children }) => lines(children, ''))];
}

async function expectSame(article: PlainArticle, bytes: Uint8Array, fileName: string): Promise<void> {
  const reading = await readArticle(bytes, { fileName });
  expect(outlineOf(reading.article)).toEqual(expectedOutline(article));
}

const markups: readonly (readonly [string, (article: PlainArticle) => Uint8Array, string])[] = [
  ['Markdown', asMarkdown, 'a.md'],
  ['HTML with heading tags', asTaggedPage, 'a.html'],
  ['HTML with bold paragraphs', asBoldPage, 'a.html'],
  ['HTML with bare paragraphs', asBarePage, 'a.html'],
  ['Word with heading styles', asStyledWord, 'a.docx'],
  ['Word without styles', asBareWord, 'a.docx'],
];

describe('the same article gives the same headings and paragraphs', () => {
  test.each(markups)('as %s', async (_name, write, fileName) => {
    await fc.assert(
      fc.asyncProperty(plainArticle, (article) => expectSame(article, write(article), fileName)),
      { numRuns: 40 },
    );
  });

  test.each(['utf8', 'gb18030', 'gbk', 'utf16le', 'utf16be'])('as text in %s', async (encoding) => {
    await fc.assert(
      fc.asyncProperty(plainArticle, (article) =>
        expectSame(article, asText(article, { ...PLAIN_LAYOUT, encoding }), 'a.txt'),
      ),
      { numRuns: 30 },
    );
  });

  test('as text with any line ends, blank lines, indents and columns', async () => {
    const layout: fc.Arbitrary<TextLayout> = fc
      .record({
        blankLines: fc.integer({ min: 0, max: 3 }),
        indent: fc.constantFrom('', '\u3000\u3000', '    '),
        columns: fc.constantFrom(0, 30, 32, 34, 36, 38, 40),
        lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
        encoding: fc.constantFrom('utf8', 'gb18030'),
      })
      // a line that is full says nothing: a paragraph's last one must be told by an indent or a blank line
      .filter(({ blankLines, indent, columns }) => columns === 0 || blankLines > 0 || indent !== '');
    await fc.assert(
      fc.asyncProperty(plainArticle, layout, (article, chosen) =>
        expectSame(article, asText(article, chosen), 'a.txt'),
      ),
      { numRuns: 300 },
    );
  });
});
