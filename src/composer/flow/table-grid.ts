import type { Table, TableCell } from '../../model/index.js';

/** A cell and the places of the grid that it covers. */
export interface PlacedCell {
  readonly cell: TableCell;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A span of more columns than this is a slip of the source. */
const WIDEST_SPAN = 200;

export interface TableGrid {
  readonly columnCount: number;
  readonly cells: readonly PlacedCell[];
}

/**
 * Where each cell of a table stands. Spans are cut to what exists: to the last row (a head's to the last head row)
 * and to the places that no earlier cell covers.
 */
export function placeCells(table: Table): TableGrid {
  const covered: boolean[][] = table.rows.map(() => []);
  const cells: PlacedCell[] = [];
  let columnCount = table.columns.length;
  table.rows.forEach(({ cells: rowCells }, row) => {
    const lastRow = row < table.headRows ? Math.min(table.headRows, table.rows.length) : table.rows.length;
    let column = 0;
    for (const cell of rowCells) {
      const taken = covered[row] ?? [];
      while (taken[column]) column++;
      const rowSpan = Math.max(1, Math.min(cell.rowSpan ?? 1, lastRow - row));
      const columnSpan = freeColumns(taken, column, Math.min(cell.columnSpan ?? 1, WIDEST_SPAN));
      cells.push({ cell, row, column, rowSpan, columnSpan });
      for (let below = row; below < row + rowSpan; below++) {
        for (let at = column; at < column + columnSpan; at++) (covered[below] as boolean[])[at] = true;
      }
      column += columnSpan;
      columnCount = Math.max(columnCount, column);
    }
  });
  return { columnCount, cells };
}

function freeColumns(taken: readonly boolean[], from: number, wished: number): number {
  let count = 1;
  while (count < wished && !taken[from + count]) count++;
  return count;
}
