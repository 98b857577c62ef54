import { expect, test } from 'vitest';
import type { Table } from '../../../src/model/index.js';
import { docxRenderer } from '../../../src/renderers/docx/index.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { articleOf, paragraph } from './rich-article.js';
import { attribute, elements, part } from './word-file.js';

const table: Table = {
  type: 'table',
  headRows: 0,
  columns: [],
  rows: [{ cells: [{ children: [paragraph('天')] }, { children: [paragraph('地')] }] }],
};

test('a vertical template makes columns of the section and of every cell', async () => {
  const sheet = makeStyleSheet();
  const vertical = { ...sheet, direction: 'vertical' as const };
  const { bytes } = await docxRenderer.render(articleOf(table), vertical, {});
  const directions = elements(part(bytes, 'word/document.xml'), 'textDirection');
  expect(directions.map((one) => attribute(one, 'w:val'))).toEqual(['tbRl', 'tbRl', 'tbRl']);
});

test('the binding edge of odd pages is the right one', async () => {
  const sheet = makeStyleSheet();
  const page = { ...sheet.page, marginInnerPt: 90, marginOuterPt: 60 };
  const { bytes } = await docxRenderer.render(
    articleOf(table),
    { ...sheet, page, direction: 'vertical' },
    {},
  );
  const [margins = ''] = elements(part(bytes, 'word/document.xml'), 'pgMar');
  expect(attribute(margins, 'w:right')).toBe('1800');
  expect(attribute(margins, 'w:left')).toBe('1200');
});

test('columns name the pitch of the grid and keep it by their own height', async () => {
  const { bytes } = await docxRenderer.render(articleOf(table), makeStyleSheet({ template: 'vertical' }), {});
  const [grid = ''] = elements(part(bytes, 'word/document.xml'), 'docGrid');
  expect([attribute(grid, 'w:type'), attribute(grid, 'w:linePitch')]).toEqual([undefined, '366']);
  const styles = part(bytes, 'word/styles.xml');
  const [normal = ''] = elements(styles, 'style');
  expect(styles).toContain('<w:widowControl w:val="0"/>');
  expect(normal).toContain('<w:spacing w:line="366" w:lineRule="exact"/>');
});
