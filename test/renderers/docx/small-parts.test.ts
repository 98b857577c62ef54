import { expect, test } from 'vitest';
import type { Table } from '../../../src/model/index.js';
import { safeAddress } from '../../../src/renderers/docx/inlines.js';
import { wordLanguage } from '../../../src/renderers/docx/language.js';
import { labelShape, levelText } from '../../../src/renderers/docx/number-formats.js';
import { properties } from '../../../src/renderers/docx/schema-order.js';
import { scriptSegments } from '../../../src/renderers/docx/scripts.js';
import { sliceGrid, tableGrid } from '../../../src/renderers/docx/table-grid.js';
import { cleanText, formatXml, w } from '../../../src/renderers/docx/xml.js';
import { labelOf } from './rich-article.js';

/** Chinese pieces in 【】, Latin ones as they are. */
const cut = (text: string): string =>
  scriptSegments(text)
    .map((segment) => (segment.eastAsian ? `【${segment.text}】` : segment.text))
    .join('|');

test.each([
  ['中文', '【中文】'],
  ['plain English', 'plain English'],
  ['2021年', '【2021年】'],
  ['他说“好”——完', '【他说“好”——完】'],
  ['见 café 一章', '【见 】|café|【 一章】'],
  ['他写 don’t worry 二字', '【他写 】|don’t worry|【 二字】'],
  ['“Hello” she said', '“Hello” she said'],
  ['——', '【——】'],
])('the East Asian hint stands on the Chinese of %s', (text, expected) => {
  expect(cut(text)).toBe(expected);
});

test.each([
  ['一、', 'chineseCountingThousand', '%1、'],
  ['\uFF08十二\uFF09', 'chineseCountingThousand', '\uFF08%1\uFF09'],
  ['3.', 'decimal', '%1.'],
  ['③', 'decimalEnclosedCircleChinese', '%1'],
  ['第十章', 'chineseCountingThousand', '第%1章\u3000'],
  ['B.', 'upperLetter', '%1. '],
])('Word prints %s by %s', (written, format, text) => {
  const shape = labelShape(labelOf(written));
  expect(shape?.format).toBe(format);
  expect(shape && levelText(shape, 0)).toBe(text);
});

test('the child order of the schema holds whatever order is given', () => {
  const made = properties('w:pPr', [w('jc', { val: 'left' }), w('keepNext'), w('spacing', { before: 1 })]);
  expect(made && formatXml(made)).toBe(
    '<w:pPr><w:keepNext/><w:spacing w:before="1"/><w:jc w:val="left"/></w:pPr>',
  );
  expect(() => properties('w:rPr', [w('jc')])).toThrow(RangeError);
});

test('what XML forbids is taken out, the rest is escaped', () => {
  expect(cleanText('a\u0000b\uFFFFc\uD800d\u{20BB7}')).toBe('abcd\u{20BB7}');
  expect(formatXml(w('t', { v: '"<' }, 'a & b'))).toBe('<w:t w:v="&quot;&lt;">a &amp; b</w:t>');
});

test.each([
  ['https://例子.cn/a b', 'https://xn--fsqu00a.cn/a%20b'],
  ['mailto:a@b.cn', 'mailto:a@b.cn'],
  ['javascript:alert(1)', undefined],
  ['file:///etc/passwd', undefined],
  ['http://[', undefined],
])('the address %s becomes %s', (url, expected) => {
  expect(safeAddress(url)).toBe(expected);
});

test.each([
  ['zh-Hans', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
  ['zh-Hant-HK', 'zh-HK'],
  ['ja', 'ja-JP'],
  ['en', 'zh-CN'],
])('%s is %s in Word', (tag, expected) => {
  expect(wordLanguage(tag)).toBe(expected);
});

function table(...rows: (readonly [columns: number, rows: number])[][]): Table {
  return {
    type: 'table',
    headRows: 0,
    columns: [],
    rows: rows.map((row) => ({
      cells: row.map(([columnSpan, rowSpan]) => ({ columnSpan, rowSpan, children: [] })),
    })),
  };
}

/** `0+2` is a cell at column 0 over two columns, `!` a place that the source left empty. */
const picture = (grid: ReturnType<typeof tableGrid>): string[] =>
  grid.rows.map((row) =>
    row.map((cell) => `${cell.column}+${cell.columnSpan}x${cell.rowSpan}${cell.cell ? '' : '!'}`).join(' '),
  );

test('cells are placed round those that reach down from above', () => {
  expect(
    picture(
      tableGrid(
        table(
          [
            [1, 2],
            [1, 1],
          ],
          [[1, 1]],
        ),
      ),
    ),
  ).toEqual(['0+1x2 1+1x1', '1+1x1']);
});

test('spans end at the last row, and short rows are filled', () => {
  expect(picture(tableGrid(table([[2, 9]], [])))).toEqual(['0+2x2', '']);
  expect(
    picture(
      tableGrid(
        table(
          [
            [1, 1],
            [1, 1],
          ],
          [[1, 1]],
        ),
      ),
    ),
  ).toEqual(['0+1x1 1+1x1', '0+1x1 1+1x1!']);
});

test('a cell across the cut keeps its text on the left', () => {
  const grid = tableGrid(
    table([
      [1, 1],
      [2, 1],
    ]),
  );
  expect(picture(sliceGrid(grid, 0, 2))).toEqual(['0+1x1 1+1x1']);
  expect(picture(sliceGrid(grid, 2, 3))).toEqual(['0+1x1!']);
});
