import {
  type ColumnKind,
  columnAlign,
  columnKinds,
  plainText,
  type Table,
  type TableCell,
} from '../../model/index.js';
import type { BlockWriter, WritingContext } from './context.js';
import { writeInlines } from './inlines.js';
import { element, type XmlElement } from './xml.js';

/** A cell with its place, its spans cut to what the table and its head or body hold. */
interface PlacedCell {
  readonly cell: TableCell;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** More columns than this no cell covers (HTML, "colspan"). */
const MOST_COLUMNS = 1000;

/** A table inside a box that scrolls by itself, so that a wide one does not widen the page. */
export function writeTable(table: Table, context: WritingContext, writeBlocks: BlockWriter): XmlElement[] {
  const caption = table.caption
    ? [element('caption', { class: 'caption' }, writeInlines(table.caption, context))]
    : [];
  const { paragraphClass: _outer, ...outside } = context;
  const inside: WritingContext = { ...outside, nested: true };
  const headRows = wholeHead(table);
  const placed = placeCells(table, headRows);
  const kinds = kindsOf(table, placed, context);
  const rows = placed.map((cells, index) =>
    element(
      'tr',
      {},
      cells.map((cell) => {
        const isHead = index < headRows;
        return writeCell(cell, columnAlign(table, kinds, { ...cell, isHead }), isHead, inside, writeBlocks);
      }),
    ),
  );
  const place = context.record.references.place(table, context.file);
  if (rows.length === 0) {
    return caption.map(({ attributes, children }) => element('p', { ...place, ...attributes }, children));
  }
  const label = (table.caption && plainText(table.caption).trim()) || context.words.table;
  return [
    element('div', { ...place, class: 'table', role: 'region', 'aria-label': label, tabindex: '0' }, [
      element('table', {}, [
        ...caption,
        ...(headRows > 0 ? [element('thead', {}, rows.slice(0, headRows))] : []),
        ...(headRows < rows.length ? [element('tbody', {}, rows.slice(headRows))] : []),
      ]),
    ]),
  ];
}

function writeCell(
  { cell, columnSpan, rowSpan }: PlacedCell,
  align: ReturnType<typeof columnAlign>,
  isHead: boolean,
  context: WritingContext,
  writeBlocks: BlockWriter,
): XmlElement {
  const [only, ...more] = cell.children;
  const attributes = {
    class: align === undefined || (align === 'start' && !isHead) ? undefined : `align-${align}`,
    scope: isHead ? (columnSpan > 1 ? 'colgroup' : 'col') : undefined,
    colspan: columnSpan > 1 ? String(columnSpan) : undefined,
    rowspan: rowSpan > 1 ? String(rowSpan) : undefined,
  };
  const isLine = only?.type === 'paragraph' && more.length === 0;
  const content = isLine ? writeInlines(only.children, context) : writeBlocks(cell.children, context);
  return element(isHead ? 'th' : 'td', attributes, content);
}

function kindsOf(
  table: Table,
  rows: readonly (readonly PlacedCell[])[],
  { sheet }: WritingContext,
): ColumnKind[] {
  const cells = rows.flatMap((cells, row) =>
    cells.map(({ cell, ...place }) => ({ ...place, row, children: cell.children })),
  );
  const columnCount = cells.reduce((most, { column }) => Math.max(most, column + 1), 0);
  return columnKinds(table, columnCount, cells, sheet.table.align === 'styles');
}

/** Rows of the head, with those that one of its cells reaches down into: no cell stands in head and body. */
function wholeHead({ headRows, rows }: Table): number {
  let end = Math.min(Math.max(0, Math.trunc(headRows) || 0), rows.length);
  for (let index = 0; index < end; index++) {
    for (const { rowSpan } of rows[index]?.cells ?? []) end = Math.max(end, index + (rowSpan ?? 1));
    end = Math.min(end, rows.length);
  }
  return end;
}

/** Gives each cell its column, counting past those that cells above reach down into. */
function placeCells({ rows, columns }: Table, headRows: number): PlacedCell[][] {
  const widest = columns.length > 0 ? columns.length : MOST_COLUMNS;
  /** By column: the first row that is free again. */
  const freeFrom: number[] = [];
  return rows.map(({ cells }, row) => {
    const lastRow = row < headRows ? headRows : rows.length;
    let column = 0;
    return cells.map((cell) => {
      while ((freeFrom[column] ?? 0) > row) column++;
      const columnSpan = between(1, cell.columnSpan ?? 1, widest);
      const rowSpan = between(1, cell.rowSpan ?? 1, lastRow - row);
      const from = column;
      for (const end = column + columnSpan; column < end; column++) freeFrom[column] = row + rowSpan;
      return { cell, column: from, columnSpan, rowSpan };
    });
  });
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(Math.trunc(value) || least, most));
}
