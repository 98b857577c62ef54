import { expect, test } from 'vitest';
import { docxRenderer } from '../../../src/renderers/docx/index.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { articleOf, text } from './rich-article.js';
import { attribute, elements, part, textOf } from './word-file.js';

const TWO_EM = 480;

/** Each line of a signature: its style, text and own right indent in twips. */
async function signed(...lines: string[]): Promise<(string | undefined)[][]> {
  const block = { type: 'signature', lines: lines.map((line) => [text(line)]) } as const;
  const { bytes } = await docxRenderer.render(articleOf(block), makeStyleSheet(), {});
  return elements(part(bytes, 'word/document.xml'), 'p')
    .slice(1)
    .map((line) => {
      const indent = attribute(elements(line, 'ind')[0] ?? '', 'w:right');
      return [/<w:pStyle w:val="(\w+)"/.exec(line)?.[1], textOf(line), indent];
    });
}

test('the name is centred over the day, whose numbers Word sets apart from Han by a quarter em', async () => {
  // 2024年5月13日 is 6.5 em wide and has five gaps: 7.75 em; the name of 4 em stands in by half of what is left
  expect(await signed('河埠图书', '2024年5月13日')).toEqual([
    ['Signature', '河埠图书', String(TWO_EM + 1.875 * 240)],
    ['Date', '2024年5月13日', undefined],
  ]);
});

test('a signature of one line is no day', async () => {
  expect(await signed('河埠图书')).toEqual([['Signature', '河埠图书', undefined]]);
});
