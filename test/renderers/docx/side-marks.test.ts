import { expect, test } from 'vitest';
import type { Inline } from '../../../src/model/index.js';
import { docxRenderer } from '../../../src/renderers/docx/index.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { articleOf, paragraph, text } from './rich-article.js';
import { elements, part, textOf } from './word-file.js';

/** Properties and text of each run of one paragraph. */
async function runsOf(...inlines: Inline[]): Promise<[string, string][]> {
  const { bytes } = await docxRenderer.render(articleOf(paragraph(...inlines)), makeStyleSheet(), {});
  const [, written = ''] = elements(part(bytes, 'word/document.xml'), 'p');
  return elements(written, 'r').map((run) => [
    (elements(run, 'rPr')[0] ?? '').replace(/<w:rFonts[^>]*>|<\/?w:rPr>/g, ''),
    textOf(run),
  ]);
}

test('专名号 and 书名号 have styles; a run that has one already says the rest itself', async () => {
  const runs = await runsOf(
    { type: 'underline', children: [text('班固')] },
    { type: 'underline', wavy: true, children: [{ type: 'strike', children: [text('汉书')] }] },
  );
  expect(runs).toEqual([
    ['<w:rStyle w:val="ProperName"/>', '班固'],
    ['<w:rStyle w:val="BookName"/><w:strike/>', '汉书'],
  ]);
});

test('割注 is 双行合一, all runs of one remark under one number', async () => {
  const runs = await runsOf(
    { type: 'warichu', children: [text('小字'), { type: 'strike', children: [text('双行')] }] },
    { type: 'warichu', children: [text('又')] },
  );
  expect(runs.map(([look]) => /w:id="(\d+)"/.exec(look)?.[1])).toEqual(['1', '1', '2']);
  for (const [look] of runs) expect(look).toMatch(/<w:eastAsianLayout [^>]*w:combine="(?:1|true)"/);
});

test('zhuyin stands at the right of its character, pinyin over it', async () => {
  const aligned = async (reading: string): Promise<string | undefined> => {
    const article = articleOf(paragraph({ type: 'ruby', base: '注', reading }));
    const { bytes } = await docxRenderer.render(article, makeStyleSheet(), {});
    return /<w:rubyAlign w:val="(\w+)"/.exec(part(bytes, 'word/document.xml'))?.[1];
  };
  expect([await aligned('ㄓㄨˋ'), await aligned('zhù')]).toEqual(['rightVertical', 'center']);
});
