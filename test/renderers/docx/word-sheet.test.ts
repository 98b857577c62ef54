import { expect, test } from 'vitest';
import { docxRenderer } from '../../../src/renderers/docx/index.js';
import { wordSheet } from '../../../src/renderers/docx/word-sheet.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { articleOf, paragraph } from './rich-article.js';
import { attribute, elements, part } from './word-file.js';

const twips = (element: string, name: string): number => Number(attribute(element, `w:${name}`));

test.each([
  ['article', 34],
  ['book', 26],
  ['bulletin', 41],
  ['official', 22],
  ['vertical', 15],
])('a page of %s holds %i whole lines in Word', async (template, lines) => {
  const sheet = makeStyleSheet({ template });
  expect(sheet.page.linesPerPage).toBe(lines);
  const { bytes } = await docxRenderer.render(articleOf(paragraph('正文')), sheet, {});
  const document = part(bytes, 'word/document.xml');
  const one = (name: string): string => elements(document, name).at(-1) ?? '';
  const [size, margins, pitch] = [one('pgSz'), one('pgMar'), twips(one('docGrid'), 'linePitch')];
  const area =
    sheet.direction === 'horizontal'
      ? twips(size, 'h') - twips(margins, 'top') - twips(margins, 'bottom')
      : twips(size, 'w') - twips(margins, 'left') - twips(margins, 'right');
  expect(Math.floor(area / pitch)).toBe(lines);
});

test('the body stands on the pitch, and a template with room for its last line stays as it is', () => {
  const official = wordSheet(makeStyleSheet({ template: 'official' }));
  expect(official.styles.body.lineHeightPt).toBe(official.page.linePitchPt);
  expect(official.page.linePitchPt).toBe(28.95);
  const article = makeStyleSheet();
  expect(wordSheet(article)).toBe(article);
});
