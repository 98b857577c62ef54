import { expect, test } from 'vitest';
import type { DraftTable } from '../../../src/model/index.js';
import { outlineOf, p, readWord, wordFile } from './word-file.js';

const tc = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const tr = (cells: string, properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const tbl = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

async function tableOf(body: string): Promise<DraftTable> {
  const { draft } = await readWord(wordFile(body));
  return draft.blocks[0] as DraftTable;
}

/** Each row as its cells: text, and spans where there are any. */
function grid({ rows }: DraftTable): string[] {
  return rows.map(({ cells }) =>
    cells
      .map(({ children: [first], columnSpan = 1, rowSpan = 1 }) => {
        const text = first?.type === 'line' && first.inlines[0]?.type === 'text' ? first.inlines[0].text : '';
        return `${text}${columnSpan > 1 ? ` ${columnSpan}→` : ''}${rowSpan > 1 ? ` ${rowSpan}↓` : ''}`;
      })
      .join(' | '),
  );
}

test('cells over several columns and rows', async () => {
  const table = await tableOf(
    tbl(
      tr(tc('甲', '<w:gridSpan w:val="2"/>') + tc('乙', '<w:vMerge w:val="restart"/>'), '<w:tblHeader/>'),
      tr(tc('丙') + tc('丁') + tc('', '<w:vMerge/>')),
      tr(tc('戊', '<w:hMerge w:val="restart"/>') + tc('', '<w:hMerge/>') + tc('己')),
    ),
  );
  expect(grid(table)).toEqual(['甲 2→ | 乙 2↓', '丙 | 丁', '戊 2→ | 己']);
  expect(table.headRows).toBe(1);
});

test('lines of the grid that no cell uses are left out, and what is missing is blank', async () => {
  const table = await tableOf(
    tbl(
      tr(tc('甲', '<w:gridSpan w:val="99999999"/>') + tc('乙')),
      tr(tc('丙'), '<w:gridBefore w:val="1000"/>'),
      tr(tc('丁', '<w:gridSpan w:val="1000"/>')),
    ),
  );
  expect(grid(table)).toEqual(['甲 | 乙', ' | 丙', '丁 | ']);
});

test('rows and cells that a change took away are gone', async () => {
  const table = await tableOf(
    tbl(
      tr(tc('甲') + tc('乙')),
      tr(tc('旧') + tc('旧'), '<w:del w:id="1"/>'),
      tr(tc('丙') + tc('丁'), '<w:ins w:id="2"/>'),
    ),
  );
  expect(grid(table)).toEqual(['甲 | 乙', '丙 | 丁']);
});

test('a frame of one cell is what is inside it', async () => {
  expect(await outlineOf(tbl(tr(tc('框'))) + p('文'))).toEqual(['line 框', 'line 文']);
});

test('a table in a cell', async () => {
  const inner = `<w:tc>${tbl(tr(tc('子') + tc('丑')))}${p('')}</w:tc>`;
  const table = await tableOf(tbl(tr(tc('甲') + inner)));
  expect(table.rows[0]?.cells[1]?.children).toMatchObject([{ type: 'table' }]);
});

test('a column stands as all of its cells do', async () => {
  const right = (text: string): string => `<w:tc>${p(text, '<w:jc w:val="right"/>')}</w:tc>`;
  expect((await tableOf(tbl(tr(tc('甲') + right('1')), tr(tc('乙') + right('2'))))).columns).toEqual([
    {},
    { align: 'end' },
  ]);
});
