import { expect, test } from 'vitest';
import { docxRenderer } from '../../../src/renderers/docx/index.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { articleOf, paragraph } from './rich-article.js';
import { attribute, elements, part } from './word-file.js';

test('the text stands in columns below a title that stands across them', async () => {
  const sheet = makeStyleSheet({ template: 'bulletin' });
  const { bytes } = await docxRenderer.render({ ...articleOf(paragraph('天地')), title: '玄黄' }, sheet, {});
  const document = part(bytes, 'word/document.xml');
  expect(elements(document, 'cols').map((one) => [attribute(one, 'w:num'), attribute(one, 'w:sep')])).toEqual(
    [['2', 'true']],
  );
  expect(elements(document, 'type').map((one) => attribute(one, 'w:val'))).toContain('continuous');
  const closing = document.split('</w:p>').filter((one) => one.includes('<w:sectPr'));
  expect(closing.map((one) => [one.includes('玄黄'), one.includes('天地')])).toEqual([
    [true, false],
    [false, false],
  ]);
});

test('pages before the text are a section that is counted on its own', async () => {
  const sheet = makeStyleSheet({ template: 'book' });
  const pageNumber = { ...sheet.pageNumber, style: 'han', front: 'roman-lower' } as const;
  const heading = {
    type: 'section',
    heading: [{ type: 'text', text: '玄黄' }],
    children: [paragraph('天地')],
  } as const;
  const { bytes } = await docxRenderer.render(articleOf(heading), { ...sheet, pageNumber }, {});
  const document = part(bytes, 'word/document.xml');
  const numbers = elements(document, 'pgNumType');
  // title, contents, text
  expect(numbers.map((one) => [attribute(one, 'w:fmt'), attribute(one, 'w:start')])).toEqual([
    ['lowerRoman', undefined],
    ['lowerRoman', undefined],
    ['ideographDigital', '1'],
  ]);
  expect(elements(document, 'type').map((one) => attribute(one, 'w:val'))).toContain('oddPage');
});

test('a text without a title has one section', async () => {
  const sheet = makeStyleSheet({ template: 'bulletin' });
  const { title: _none, ...untitled } = articleOf(paragraph('天地'));
  const { bytes } = await docxRenderer.render(untitled, sheet, {});
  expect(elements(part(bytes, 'word/document.xml'), 'sectPr')).toHaveLength(1);
});
