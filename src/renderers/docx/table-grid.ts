import type { Table, TableCell } from '../../model/index.js';

/** A cell at its place, its spans cut to what the table has room for. */
export interface GridCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Absent for a place that the source left empty. */
  readonly cell?: TableCell;
}

export interface TableGrid {
  readonly columns: number;
  /** The cells that begin in each row, from left to right; places covered from above are left out. */
  readonly rows: readonly (readonly GridCell[])[];
}

/**
 * Places the cells as HTML does: each in the first free column of its row. Missing cells are added empty, spans are
 * cut at the last row and before a cell that is there already, so that the rows always tile the table.
 */
export function tableGrid(table: Table): TableGrid {
  const height = table.rows.length;
  /** For each column, the first row that is free again. */
  const freeFrom: number[] = [];
  const placed = table.rows.map((row, y) => {
    const cells: GridCell[] = [];
    let x = 0;
    for (const cell of row.cells) {
      while ((freeFrom[x] ?? 0) > y) x += 1;
      const wanted = clamp(cell.columnSpan, MAX_SPAN);
      let columnSpan = 1;
      while (columnSpan < wanted && (freeFrom[x + columnSpan] ?? 0) <= y) columnSpan += 1;
      const rowSpan = clamp(cell.rowSpan, height - y);
      cells.push({ column: x, columnSpan, rowSpan, cell });
      for (let covered = x; covered < x + columnSpan; covered += 1) freeFrom[covered] = y + rowSpan;
      x += columnSpan;
    }
    return cells;
  });
  const columns = Math.max(1, table.columns.length, freeFrom.length);
  return { columns, rows: filled(placed, columns) };
}

/** No table has more columns; a larger span is a slip of the source. */
const MAX_SPAN = 1000;

const clamp = (span: number | undefined, most: number): number =>
  Math.max(1, Math.min(Math.floor(span ?? 1) || 1, most));

function filled(rows: readonly (readonly GridCell[])[], columns: number): GridCell[][] {
  const freeFrom = new Array<number>(columns).fill(0);
  return rows.map((row, y) => {
    const byColumn = new Map(row.map((cell) => [cell.column, cell]));
    const whole: GridCell[] = [];
    for (let x = 0; x < columns; x += 1) {
      if ((freeFrom[x] ?? 0) > y) continue;
      const cell = byColumn.get(x) ?? { column: x, columnSpan: 1, rowSpan: 1 };
      whole.push(cell);
      for (let covered = x; covered < x + cell.columnSpan; covered += 1) freeFrom[covered] = y + cell.rowSpan;
    }
    return whole;
  });
}

/** Columns `from` to `to` (exclusive) as a table of their own; a cell across the edge keeps its text on the left. */
export function sliceGrid(grid: TableGrid, from: number, to: number): TableGrid {
  const rows = grid.rows.map((row) =>
    row.flatMap((cell): GridCell[] => {
      const left = Math.max(cell.column, from);
      const right = Math.min(cell.column + cell.columnSpan, to);
      if (left >= right) return [];
      const { cell: content, ...place } = cell;
      const keepsText = content !== undefined && cell.column >= from;
      return [
        { ...place, column: left - from, columnSpan: right - left, ...(keepsText && { cell: content }) },
      ];
    }),
  );
  return { columns: to - from, rows };
}
