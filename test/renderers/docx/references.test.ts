import { expect, test } from 'vitest';
import { render } from '../../../src/convert.js';
import type { Block } from '../../../src/model/index.js';
import { readArticle } from '../../../src/read-article.js';
import type { RenderOptions } from '../../../src/renderers/index.js';
import { articleOf, paragraph, section, text } from './rich-article.js';
import { elements, part, textOf } from './word-file.js';

const picture = (caption: string): Block => ({
  type: 'figure',
  imageId: 'none',
  alt: '',
  caption: [text(caption)],
});

const story = (words: string): Block[] => [
  section(
    '第一章|甲',
    picture('图1　校门'),
    section('\uFF08一\uFF09|子', paragraph('文。')),
    section('\uFF08二\uFF09|丑', paragraph(words)),
  ),
  section('第五章|乙', paragraph('文。')),
];

async function documentOf(words: string, options: RenderOptions = {}): Promise<string> {
  const { bytes } = await render(articleOf(...story(words)), 'docx', options);
  return part(bytes, 'word/document.xml');
}

/** The paragraph with these words: each reference as `{field: words}` or `[bookmark: words]`. */
async function written(words: string, options: RenderOptions = {}): Promise<string> {
  const xml = await documentOf(words, options);
  const found = elements(xml, 'p').find((each) => textOf(each) === words) ?? '';
  return found
    .replace(
      /<w:hyperlink [^>]*w:anchor="(\w+)"[^>]*>(.*?)<\/w:hyperlink>/g,
      '<w:t>[$1: </w:t>$2<w:t>]</w:t>',
    )
    .replace(/<w:instrText[^>]*> (.*?) <\/w:instrText>/g, '<w:t>{$1: </w:t>')
    .replace(/<w:fldChar w:fldCharType="end"\/>/g, '<w:t>}</w:t>')
    .replace(/.*?<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g, '$1')
    .replace(/<.*/, '');
}

test('a caption that is named as it reads is a REF field of its number', async () => {
  expect(await written('如图1所示。')).toBe('如{REF _Ref100000001 \\h: 图1}所示。');
  const [inside = ''] = /_Ref100000001".*?<w:bookmarkEnd/.exec(await documentOf('')) ?? [];
  expect(textOf(inside)).toBe('图1');
});

test('with other blanks than the caption it is a link, for a field would change the words', async () => {
  expect(await written('如图 1所示。')).toBe('如[_Ref100000001: 图 1]所示。');
});

test('a heading that is named by just its number is a REF field of the number, any other a link', async () => {
  expect(await written('见\uFF08一\uFF09。')).toBe('见{REF _Toc000000002 \\r \\h: \uFF08一\uFF09}。');
  // Word would add the blank between number and words
  expect(await written('见第一章。')).toBe('见[_Toc000000001: 第一章]。');
});

test('a number that stands as text has a bookmark of its own, which the field repeats', async () => {
  expect(await written('见第五章。')).toBe('见{REF _Ref200000004 \\h: 第五章}。');
  expect(await written('见第一章。', { wordNumbers: 'text' })).toBe('见{REF _Ref200000001 \\h: 第一章}。');
  const [inside = ''] = /_Ref200000004".*?<w:bookmarkEnd/.exec(await documentOf('')) ?? [];
  expect(textOf(inside)).toBe('第五章');
});

test('every place that is referred to is there', async () => {
  const xml = await documentOf('见第一章\uFF08一\uFF09、图1、图 1和第五章。');
  const names = new Set([...xml.matchAll(/bookmarkStart w:name="(\w+)"/g)].map(([, name]) => name));
  const asked = [...xml.matchAll(/(?:REF |w:anchor=")(\w+)/g)].map(([, name]) => name);
  expect(asked.length).toBe(4);
  expect(asked.filter((name) => !names.has(name))).toEqual([]);
});

test('read again, the text is the same', async () => {
  const words = '见第一章\uFF08一\uFF09、图1、图 1和第五章的说明。';
  const { bytes } = await render(articleOf(...story(words)), 'docx', {});
  const { article } = await readArticle(bytes);
  expect(JSON.stringify(article)).toContain(JSON.stringify({ type: 'paragraph', children: [text(words)] }));
});
