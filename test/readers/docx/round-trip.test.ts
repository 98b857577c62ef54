import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../fixed-seed.js';
import { render } from '../../../src/convert.js';
import {
  type Article,
  articleText,
  type DraftBlock,
  type Inline,
  plainText,
} from '../../../src/model/index.js';
import { readArticle } from '../../../src/read-article.js';
import { arbitraryArticle } from '../../model/arbitrary-article.js';
import { readSample, samples } from '../../outputs/samples.js';
import { readWord } from './word-file.js';

// An escaped sign in a text (&amp;) is read as the sign, as in every format.

/** What Word has no place for, or our renderer no use: the language of code, a column that begins at the left. */
function forWord(article: Article): unknown {
  const names = new Map<string, string>();
  const written = JSON.stringify(article, (key, value) => {
    if (key === 'images') return Object.values(value).map((image) => (image as { state: string }).state);
    // where the source asks nothing, Word is told where cells stand by what they hold
    if (key === 'columns') return value.map(() => ({}));
    if (key === 'imageId' || key === 'noteId' || key === 'id') {
      if (!names.has(value)) names.set(value, `${key === 'imageId' ? 'image' : 'note'}-${names.size + 1}`);
      return names.get(value);
    }
    // one em parts the number of a caption from its words, however the author did
    if (key === 'text') return value.replace(/^([图表]\d+) /, '$1\u3000');
    const isUnsaid = (key === 'language' && value === 'python') || value === 'start';
    return isUnsaid ? undefined : value;
  });
  return JSON.parse(written);
}

describe.each(samples)('$file', (sample) => {
  test('as Word file of our own it is the same article', async () => {
    const { article } = await readSample(sample);
    const { bytes } = await render(article, 'docx', { template: sample.template });
    const again = await readArticle(bytes);
    expect(forWord(again.article)).toEqual(forWord(article));
    expect(again.diagnostics.map(({ code }) => code).filter((code) => code !== 'text-removed')).toEqual([]);
  });
});

/** Letters of texts, and none of those in numbers: an item without text has none that is read. */
const READ = /(?![第章一二三四五六七八九])\p{L}/gu;

function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const char of text.match(READ) ?? []) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
}

function draftText(blocks: readonly DraftBlock[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'line') return inlineText(block.inlines);
      if (block.type === 'list')
        return block.items
          .map(({ children, label }) => `${label?.text ?? ''}${draftText(children)}`)
          .join('');
      if (block.type === 'table')
        return block.rows.flatMap(({ cells }) => cells.map(({ children }) => draftText(children))).join('');
      if (block.type === 'figure') return `${block.alt}${inlineText(block.caption ?? [])}`;
      if (block.type === 'quote') return draftText(block.children) + inlineText(block.attribution ?? []);
      if (block.type === 'verse') return block.lines.map(inlineText).join('');
      if (block.type === 'code') return block.text;
      return block.type === 'math' ? block.tex : '';
    })
    .join('');
}

function inlineText(inlines: readonly Inline[]): string {
  return plainText(inlines) + inlines.map((inline) => (inline.type === 'image' ? inline.alt : '')).join('');
}

test('nothing of any article is lost on its way through a Word file', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryArticle, async (article) => {
      fc.pre(/[\p{L}\p{N}]/u.test(articleText(article)));
      const { bytes } = await render(article, 'docx', { template: 'article' });
      const { draft } = await readWord(bytes);
      const found = count(
        draftText(draft.blocks) + draft.notes.map(({ children }) => draftText(children)).join(''),
      );
      const lost = [...count(articleText(article).replaceAll('&amp;', '&'))].filter(
        ([char, times]) => (found.get(char) ?? 0) < times,
      );
      expect(lost).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
