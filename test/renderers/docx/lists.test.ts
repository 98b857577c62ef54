import { expect, test } from 'vitest';
import type { Block, List } from '../../../src/model/index.js';
import { docxRenderer } from '../../../src/renderers/docx/index.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { articleOf, paragraph } from './rich-article.js';
import { elements, part } from './word-file.js';

const sheet = makeStyleSheet();
const EM = sheet.styles['list-item'].sizePt * 20;

const bullets = (...items: Block[][]): List => ({
  type: 'list',
  ordered: false,
  items: items.map((children) => ({ children })),
});

test('labels end half an em before the text, which stands two ems in at each level, as in the PDF', async () => {
  const list = bullets([paragraph('甲'), bullets([paragraph('乙')])]);
  const { bytes } = await docxRenderer.render(articleOf(list), sheet, {});
  const levels = elements(part(bytes, 'word/numbering.xml'), 'lvl').slice(0, 2);
  levels.forEach((level, depth) => {
    expect(level).toContain('<w:lvlJc w:val="right"/>');
    expect(level).toContain(`<w:ind w:left="${2 * EM * (depth + 1)}" w:hanging="${EM / 2}"/>`);
  });
  // The items leave their place to the list.
  expect(part(bytes, 'word/document.xml')).not.toContain('<w:ind ');
});
