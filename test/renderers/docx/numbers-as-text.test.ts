import { expect, test } from 'vitest';
import type { Block } from '../../../src/model/index.js';
import { docxRenderer } from '../../../src/renderers/docx/index.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { articleOf, labelOf, paragraph, section, text } from './rich-article.js';
import { elements, part, textOf } from './word-file.js';

const blocks: readonly Block[] = [
  section(
    '第一章|总则',
    section('一、|甲', {
      type: 'list',
      ordered: true,
      items: [
        { label: labelOf('\uFF081\uFF09'), children: [paragraph('子')] },
        { label: labelOf('\uFF082\uFF09'), children: [paragraph('丑')] },
      ],
    }),
    { type: 'list', ordered: false, items: [{ children: [paragraph('点')] }] },
    { type: 'figure', imageId: 'none', alt: '', caption: [text('图1 校门')] },
  ),
];

async function paragraphs(wordNumbers: 'auto' | 'text'): Promise<string[]> {
  const { bytes } = await docxRenderer.render(articleOf(...blocks), makeStyleSheet(), { wordNumbers });
  return elements(part(bytes, 'word/document.xml'), 'p');
}

const styleOf = (xml: string): string => /<w:pStyle w:val="(\w+)"/.exec(xml)?.[1] ?? '';

test('numbers as text: labels of headings and items and numbers of captions can be read in the text', async () => {
  const written = await paragraphs('text');
  expect(written.map(textOf)).toEqual(
    expect.arrayContaining([
      '第一章\u3000总则',
      '一、甲',
      '\uFF081\uFF09子',
      '\uFF082\uFF09丑',
      '点',
      '图1 校门',
    ]),
  );
  expect(written.join('')).not.toContain('SEQ');
  // a bullet is no number
  expect(written.filter((each) => each.includes('<w:numPr>')).map(textOf)).toEqual(['点']);
});

test('the styles are the same either way', async () => {
  expect((await paragraphs('text')).map(styleOf)).toEqual((await paragraphs('auto')).map(styleOf));
});

test('no heading style is linked to a list then', async () => {
  const { bytes } = await docxRenderer.render(articleOf(...blocks), makeStyleSheet(), {
    wordNumbers: 'text',
  });
  expect(part(bytes, 'word/styles.xml')).not.toContain('<w:numPr>');
});
