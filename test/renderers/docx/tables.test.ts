import { expect, test } from 'vitest';
import type { Block, Table } from '../../../src/model/index.js';
import { docxRenderer } from '../../../src/renderers/docx/index.js';
import { tableGrid } from '../../../src/renderers/docx/table-grid.js';
import { planColumns } from '../../../src/renderers/docx/table-widths.js';
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
const MARGINS = EM;
const widthsOf = (block: Table, room: number): readonly number[] =>
  planColumns(tableGrid(block), EM, room).widths;

test('a column holds its longest word, however long its neighbours are', () => {
  const long = '一段很长的说明'.repeat(20);
  const [word = 0, text = 0] = widthsOf(table(['BitAndAssign', long]), 8000);
  expect(word - MARGINS).toBeGreaterThanOrEqual(12 * 0.55 * EM);
  expect(word + text).toBe(8000);
});

test('a short head stays on one line while there is room', () => {
  const long = '一段很长的说明'.repeat(20);
  const [head = 0] = widthsOf(table(['运算子', long], ['+', long]), 8000);
  expect(head - MARGINS).toBeGreaterThanOrEqual(3 * EM);
});

test('widths add up in a table of more columns than it has room for', () => {
  const widths = widthsOf(table(new Array<string>(60).fill('internationalisation')), 1200);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(1200);
  expect(Math.min(...widths)).toBeGreaterThan(0);
});

test('two characters of Han stand on a line, also where other columns have long words', () => {
  const words = new Array<string>(2).fill('internationalisation');
  const [han = 0] = widthsOf(table(['天地玄黄宇宙洪荒', ...words]), 5600);
  expect(han - MARGINS).toBeGreaterThanOrEqual(2 * EM);
});

test('a table of many columns has smaller type, with styles of its own', async () => {
  const many = table(new Array<string>(12).fill('天地玄黄'), new Array<string>(12).fill('宇宙洪荒'));
  expect(planColumns(tableGrid(many), EM, 8800).share).toBe(0.75);
  expect(planColumns(tableGrid(table(['天地玄黄', '宇宙洪荒'])), EM, 8800).share).toBe(1);
  const { bytes } = await docxRenderer.render(articleOf(many), makeStyleSheet(), {});
  const styles = elements(part(bytes, 'word/styles.xml'), 'style');
  const style = styles.find((one) => attribute(one, 'w:styleId') === 'TableCellSmallest') ?? '';
  expect(style).toContain('<w:sz w:val="16"/>');
  expect(part(bytes, 'word/document.xml')).toContain('w:val="TableCellSmallest');
  expect(styles.map((one) => attribute(one, 'w:styleId'))).not.toContain('TableCellSmall');
});

test('a table that a column of the page would break stands across all of them', async () => {
  const sheet = makeStyleSheet({ template: 'bulletin' });
  const columns = async (block: Table): Promise<(string | undefined)[]> => {
    const { bytes } = await docxRenderer.render(
      articleOf(paragraph('甲'), block, paragraph('乙')),
      sheet,
      {},
    );
    const sections = elements(part(bytes, 'word/document.xml'), 'sectPr');
    return sections.map((one) => attribute(elements(one, 'cols')[0] ?? '', 'w:num'));
  };
  expect(await columns(table(['一', '二']))).toEqual([undefined, '2']);
  const wide = table(new Array<string>(9).fill('天地玄黄'));
  expect(await columns(wide)).toEqual([undefined, '2', undefined, '2']);
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
