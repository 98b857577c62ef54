import { expect, test } from 'vitest';
import { type Block, columnAlign, columnKinds } from '../../src/model/index.js';

const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text }] });

function kindOf(...cells: readonly string[]): unknown {
  const placed = ['表头', ...cells].map((text, row) => ({
    row,
    column: 0,
    columnSpan: 1,
    children: text === '' ? [] : [paragraph(text)],
  }));
  return columnKinds({ headRows: 1 }, 1, placed)[0];
}

test.each([
  ['even-numbers', ['2019', '2020', '2021']],
  ['numbers', ['12.5', '3', '108.25']],
  ['numbers', ['1.2%', '\u22120.35%', '\u2014', '']],
  ['words', ['12', '无']],
  ['words', ['男', '女', '男']],
  ['words', ['', '党员', '']],
  ['words', ['2024年6月底', '2024年9月底', '2024年10月底']],
  ['text', ['县水利局', '县文旅局和县教育局', '团县委']],
  ['text', ['完成水库周边木栈道的检修']],
  [undefined, ['', '']],
])('%s: %j', (kind, cells) => {
  expect(kindOf(...cells)).toBe(kind);
});

test('code and several paragraphs are text, however short', () => {
  const code: Block = { type: 'paragraph', children: [{ type: 'code', text: 'id' }] };
  const place = { row: 1, column: 0, columnSpan: 1 };
  expect(columnKinds({ headRows: 1 }, 1, [{ ...place, children: [code] }])).toEqual(['text']);
  const two = [paragraph('甲'), paragraph('乙')];
  expect(columnKinds({ headRows: 1 }, 1, [{ ...place, children: two }])).toEqual(['text']);
});

test('what the source asks for stands first, and a head over several columns in their middle', () => {
  const table = { columns: [{ align: 'start' }, {}] } as const;
  const kinds = ['words', 'text'] as const;
  const at = (column: number, columnSpan: number, isHead: boolean) =>
    columnAlign(table, kinds, { column, columnSpan, isHead });
  expect(at(0, 1, true)).toBe('start');
  expect(at(0, 1, false)).toBe('start');
  expect(at(1, 1, true)).toBe('start');
  expect(at(0, 2, true)).toBeUndefined();
});
