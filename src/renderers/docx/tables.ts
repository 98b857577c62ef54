import { type FileChild, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { blockText, type Table as TableBlock } from '../../model/index.js';
import { toTwips } from '../../style/index.js';
import type { Manuscript, Place } from './manuscript.js';
import { paragraph } from './paragraphs.js';
import { type GridCell, sliceGrid, type TableGrid, tableGrid } from './table-grid.js';
import { styleId } from './word-styles.js';

/** Word's limit; a wider table is cut into several. */
const MAX_COLUMNS = 63;

/** Space at both sides of a cell's text, as the style TableNormal has it. */
const CELL_MARGINS_TWIPS = 216;

/** A table, its caption above it, and an empty paragraph between the pieces of one that is too wide for Word. */
export function tableElements(manuscript: Manuscript, block: TableBlock, place: Place): FileChild[] {
  const caption = block.caption
    ? [paragraph(manuscript, block.caption, { ...place, style: 'caption' }, { keepNext: true })]
    : [];
  if (block.rows.length === 0) return caption;
  const grid = tableGrid(block);
  if (grid.columns <= MAX_COLUMNS) return [...caption, table(manuscript, block, grid, place, 0)];
  manuscript.diagnostics.push({
    code: 'docx-table-cut',
    values: { columns: grid.columns, most: MAX_COLUMNS },
  });
  const pieces: FileChild[] = [];
  for (let from = 0; from < grid.columns; from += MAX_COLUMNS) {
    const slice = sliceGrid(grid, from, Math.min(from + MAX_COLUMNS, grid.columns));
    if (from > 0) pieces.push(new Paragraph({ style: 'Normal' }));
    pieces.push(table(manuscript, block, slice, place, from));
  }
  return [...caption, ...pieces];
}

function table(
  manuscript: Manuscript,
  block: TableBlock,
  grid: TableGrid,
  place: Place,
  firstColumn: number,
): Table {
  const totalTwips = toTwips(place.widthPt) - (place.leftTwips ?? 0);
  const widths = columnWidths(grid, Math.max(totalTwips, grid.columns * 20));
  const rows = grid.rows.map((row, y) => {
    const isHead = y < block.headRows;
    return new TableRow({
      cantSplit: true,
      ...(isHead && { tableHeader: true }),
      children: row.map((cell) => tableCell(manuscript, block, cell, { place, widths, isHead, firstColumn })),
    });
  });
  return new Table({
    style: 'TableGrid',
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    ...(place.leftTwips !== undefined && { indent: { size: place.leftTwips, type: WidthType.DXA } }),
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    tableLook: { firstRow: block.headRows > 0, noHBand: true, noVBand: true },
    rows,
  });
}

interface CellSetting {
  readonly place: Place;
  readonly widths: readonly number[];
  readonly isHead: boolean;
  /** Of the slice, in columns of the whole table. */
  readonly firstColumn: number;
}

function tableCell(
  manuscript: Manuscript,
  block: TableBlock,
  cell: GridCell,
  setting: CellSetting,
): TableCell {
  const { place, widths, isHead, firstColumn } = setting;
  const width = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, each) => sum + each, 0);
  const align = block.columns[firstColumn + cell.column]?.align;
  const { leftTwips: _left, align: _align, ...outer } = place;
  const inside: Place = {
    ...outer,
    style: isHead ? 'table-head' : 'table-cell',
    widthPt: Math.max(1, (width - CELL_MARGINS_TWIPS) / 20),
    listDepth: 0,
    ...(align && !isHead && { align }),
  };
  const children = cell.cell ? manuscript.write(cell.cell.children, inside) : [];
  // A cell must end in a paragraph (ISO/IEC 29500-1, 17.4.65).
  const ends = children.at(-1) instanceof Paragraph ? [] : [new Paragraph({ style: styleId(inside.style) })];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(cell.columnSpan > 1 && { columnSpan: cell.columnSpan }),
    ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
    children: [...children, ...ends] as (Paragraph | Table)[],
  });
}

/** The widest cell of a column counts up to this, so that one long text does not starve the others. */
const MOST_EM = 24;
const LEAST_EM = 2;

/** Shares the width among the columns by their longest texts; the widths add up to it. */
function columnWidths(grid: TableGrid, totalTwips: number): number[] {
  const needs = new Array<number>(grid.columns).fill(LEAST_EM);
  for (const cell of grid.rows.flat()) {
    if (cell.columnSpan > 1 || !cell.cell) continue;
    const text = cell.cell.children.map(blockText).join('\n');
    needs[cell.column] = Math.max(needs[cell.column] ?? LEAST_EM, longestLineEm(text));
  }
  const sum = needs.reduce((total, need) => total + need, 0);
  let given = 0;
  let before = 0;
  return needs.map((need) => {
    given += need;
    const edge = Math.round((totalTwips * given) / sum);
    const width = edge - before;
    before = edge;
    return width;
  });
}

function longestLineEm(text: string): number {
  let longest = LEAST_EM;
  for (const line of text.slice(0, 2000).split('\n')) {
    const wide = line.replace(/[\0-\xFF]/g, '').length;
    longest = Math.max(longest, wide + (line.length - wide) / 2);
  }
  return Math.min(longest, MOST_EM);
}
