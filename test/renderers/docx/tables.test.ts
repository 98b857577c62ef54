import { expect, test } from 'vitest';
import type { Block, Table } from '../../../src/model/index.js';
import { docxRenderer } from '../../../src/renderers/docx/index.js';
import { tableGrid } from '../../../src/renderers/docx/table-grid.js';
import { columnWidths } from '../../../src/renderers/docx/table-widths.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { articleOf, paragraph } from './rich-article.js';
import { attribute, elements, part } from './word-file.js';

const table = (...rows: readonly string[][]): Table => ({
  type: 'table',
  headRows: 0,
  columns: [],
  rows: rows.map((row) => ({ cells: row.map((cell) => ({ children: [paragraph(cell)] })) })),
});

const EM = 210;
const MARGINS = 216;

test('a column holds its longest word, however long its neighbours are', () => {
  const long = '一段很长的说明'.repeat(20);
  const [word = 0, text = 0] = columnWidths(tableGrid(table(['BitAndAssign', long])), EM, 8000);
  expect(word - MARGINS).toBeGreaterThanOrEqual(12 * 0.6 * EM);
  expect(word + text).toBe(8000);
});

test('a short head stays on one line while there is room', () => {
  const long = '一段很长的说明'.repeat(20);
  const [head = 0] = columnWidths(tableGrid(table(['运算子', long], ['+', long])), EM, 8000);
  expect(head - MARGINS).toBeGreaterThanOrEqual(3 * EM);
});

test('widths add up in a table of more columns than it has room for', () => {
  const widths = columnWidths(tableGrid(table(new Array<string>(60).fill('internationalisation'))), EM, 1200);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(1200);
  expect(Math.min(...widths)).toBeGreaterThan(0);
});

/** Styles of the paragraphs of the story in order, `Table` for a table. */
async function storyOf(...blocks: Block[]): Promise<string[]> {
  const { bytes } = await docxRenderer.render(articleOf(...blocks), makeStyleSheet(), {});
  const story = part(bytes, 'word/document.xml').replace(
    /<w:tbl>.*?<\/w:tbl>/gs,
    '<w:p><w:pStyle w:val="Table"/></w:p>',
  );
  return elements(story, 'p').map((each) => attribute(each, 'w:val') ?? '');
}

test('space parts a table from the text and from another table', async () => {
  const styles = await storyOf(paragraph('甲'), table(['一']), table(['二']), paragraph('乙'));
  expect(styles.slice(1)).toEqual([
    'BodyTextFirstIndent',
    'Gap',
    'Table',
    'Gap',
    'Table',
    'Gap',
    'BodyTextFirstIndent',
  ]);
});

test('two blocks of code stay two', async () => {
  const code: Block = { type: 'code', text: 'a' };
  expect((await storyOf(code, code)).slice(1)).toEqual(['SourceCode', 'Gap', 'SourceCode']);
});

test('a row of one line is as high as in the PDF: its characters and a third of an em above and below', async () => {
  const sheet = makeStyleSheet();
  const { bytes } = await docxRenderer.render(articleOf(table(['一'])), sheet, {});
  const styles = elements(part(bytes, 'word/styles.xml'), 'style');
  const style = (id: string): string => styles.find((each) => each.includes(`w:styleId="${id}"`)) ?? '';
  const line = Number(attribute(style('TableCell'), 'w:line'));
  const padding = Number(/<w:top w:w="(\d+)"/.exec(style('ThreeLineTable'))?.[1]);
  const { sizePt } = sheet.styles['table-cell'];
  expect(Math.abs(line + 2 * padding - sizePt * 20 * 1.7)).toBeLessThanOrEqual(2);
});

test('a grid of tables is a style with lines inside', async () => {
  const sheet = makeStyleSheet({ changes: { table: { rules: 'grid' } } });
  const { bytes } = await docxRenderer.render(articleOf(table(['一'])), sheet, {});
  const styles = elements(part(bytes, 'word/styles.xml'), 'style');
  const style = styles.find((each) => each.includes('w:styleId="ThreeLineTable"')) ?? '';
  expect(style).toContain('<w:name w:val="网格表"/>');
  expect(style).toContain('<w:insideV w:val="single"');
});
