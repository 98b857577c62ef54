import fc from 'fast-check';
import { expect, test } from 'vitest';
import { docxRenderer } from '../../../src/renderers/docx/index.js';
import { plainRun } from '../../../src/renderers/docx/plain-run.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { articleOf, text } from './rich-article.js';
import { part } from './word-file.js';

const RUN = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">';

test.each(['天地玄黄\uFF0C宇宙洪荒。', '2021年 10 月 Node 20', '他说“好”——完…', '—“甲”·乙'])(
  '%s is a run at once',
  (words) => expect(plainRun(words)).toBe(`${RUN}${words}</w:t></w:r>`),
);

test.each([
  'plain English',
  '',
  '甲\t乙',
  '甲<乙',
  'don’t 甲',
  '见 café',
  '甲\u{20BB7}',
  '甲\uFFFF',
  '甲\u00A0乙',
])('%j is not', (words) => expect(plainRun(words)).toBeUndefined());

const story = async (...texts: string[]): Promise<string> => {
  const article = articleOf({ type: 'paragraph', children: texts.map((each) => text(each)) });
  return part((await docxRenderer.render(article, makeStyleSheet(), {})).bytes, 'word/document.xml');
};

test('law: what is written at once is what the library would have written', async () => {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.stringMatching(/^[一-龥\uFF0C。“”‘’—…·]{1,9}$/) },
    fc.constantFrom(
      'Node 20',
      'don’t',
      'é',
      '&',
      '<',
      '\t',
      '\u{20BB7}',
      '\uD800',
      ' ',
      '3.14%',
      '"a"',
      '\u2028',
    ),
  );
  const texts = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(texts, async (words) => {
      // an empty text beside it takes the longer road and writes nothing
      expect(await story(words)).toBe(await story(words, ''));
    }),
    { numRuns: 60 },
  );
});
