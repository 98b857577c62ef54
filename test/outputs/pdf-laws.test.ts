import fc from 'fast-check';
import { expect, test } from 'vitest';
import { render } from '../../src/convert.js';
import type { Article, Block, Inline } from '../../src/model/index.js';
import { article, footnote, text } from '../composer/articles.js';
import { expectedText, withoutBlanks } from '../composer/printed-text.js';
import { openPdf, textOf } from '../renderers/pdf/open-pdf.js';
import { lintPdf } from './pdf-lint.js';
import { pdfText } from './pdf-text.js';

/** What readers let through: no controls, no halves of characters, nothing invisible alone. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((value) => value.replace(/[\p{C}\p{Z}\p{M}]/gu, '') || '文');
/** What a caller may hand over as a title. */
const anything = fc.string({ unit: 'binary', maxLength: 40 });

const inline: fc.Arbitrary<Inline> = fc.oneof(
  words.map((value): Inline => ({ type: 'text', text: value })),
  words.map((value): Inline => ({ type: 'strong', children: text(value) })),
  fc.tuple(fc.webUrl(), words).map(([url, value]): Inline => ({ type: 'link', url, children: text(value) })),
  fc.constant<Inline>({ type: 'noteReference', noteId: 'n' }),
);
const paragraph: fc.Arbitrary<Block> = fc
  .array(inline, { minLength: 1, maxLength: 5 })
  .map((children) => ({ type: 'paragraph', children }));
const block: fc.Arbitrary<Block> = fc.oneof(
  paragraph,
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map(
    (children): Block => ({
      type: 'list',
      ordered: true,
      items: children.map((child) => ({ children: [child] })),
    }),
  ),
  fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((children): Block => ({ type: 'quote', children })),
  fc
    .tuple(words, fc.array(paragraph, { maxLength: 2 }))
    .map(([heading, children]): Block => ({ type: 'section', heading: text(heading), children })),
);
const articles: fc.Arbitrary<Article> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((children) => article(children, { notes: [footnote('n', '注')] }));

test('whatever is written is copied as it was, and breaks no rule', async () => {
  await fc.assert(
    fc.asyncProperty(articles, async (input) => {
      const { bytes } = await render(input, 'pdf');
      expect(withoutBlanks(pdfText(bytes))).toBe(expectedText(input));
      expect(lintPdf(bytes)).toEqual([]);
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('whatever the title, Info and XMP can be read', async () => {
  await fc.assert(
    fc.asyncProperty(anything, anything, async (title, author) => {
      const named = article([{ type: 'paragraph', children: text('文') }], {
        title,
        provenance: { authors: [author] },
      });
      const pdf = openPdf((await render(named, 'pdf', { archive: true })).bytes);
      const info = [...pdf.objects.values()].find((each) => textOf(pdf.entry(each, 'Producer')) === 'paiban');
      expect(textOf(pdf.entry(info, 'Title'))).not.toMatch(/\p{Cc}|\p{Cs}/u);
    }),
    { numRuns: 30 },
  );
}, 60_000);
