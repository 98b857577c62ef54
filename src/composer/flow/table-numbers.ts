import { blockText, type ColumnKind, isAmount, type Table } from '../../model/index.js';
import type { Line } from '../line.js';
import { type FlowItem, largest, moveItem, type Slice } from './flow-block.js';
import type { PlacedCell, TableGrid } from './table-grid.js';
import type { CellStack } from './table-rows.js';

/** A cell of a column of numbers: what of its line stands before the decimal point, and what from it on. */
interface NumberCell {
  readonly index: number;
  /** Where its text begins on the line, which may be set at the end of its measure. */
  readonly startPt: number;
  readonly beforePt: number;
  readonly afterPt: number;
}

/** Left edge and width of the text of a column. */
export type ColumnRoom = (column: number) => { readonly xPt: number; readonly measurePt: number };

/**
 * The cells of a table with columns of numbers set on their decimal points: in the middle of a column for which the
 * source asks nothing, at the end where it asks for that.
 *
 * @param stacks One for each cell of the grid, in its order.
 * @see GB/T 7713.1, 5.8 (figures of a column stand below each other digit by digit)
 */
export function alignNumbers(
  table: Table,
  grid: TableGrid,
  columns: NumberColumns,
  stacks: readonly CellStack[],
  roomOf: ColumnRoom,
): CellStack[] {
  const aligned = [...stacks];
  for (const [column, indexes] of columns) {
    const cells = indexes.map((index) => measure(index, grid.cells[index], stacks[index]));
    const isSet = cells.every((cell) => cell !== undefined);
    const numbers = cells.filter((cell) => cell !== undefined);
    const [before, after] = [
      largest(numbers.map(({ beforePt }) => beforePt)),
      largest(numbers.map(({ afterPt }) => afterPt)),
    ];
    const freePt = roomOf(column).measurePt - before - after;
    if (!isSet || freePt < 0) continue;
    const edgePt = table.columns[column]?.align === 'end' ? freePt : freePt / 2;
    for (const { index, startPt, beforePt } of numbers) {
      const stack = aligned[index] as CellStack;
      const target = roomOf(column).xPt + edgePt + before - beforePt - startPt;
      aligned[index] = { ...stack, slices: stack.slices.map((slice) => moveTo(slice, target)) };
    }
  }
  return aligned;
}

/** By column: the cells that hold its numbers, as indexes into those of the grid. */
export type NumberColumns = ReadonlyMap<number, readonly number[]>;

/** Columns whose body holds numbers only, unless the source asks for another place than the end. */
export function numberColumns(table: Table, grid: TableGrid, kinds: readonly ColumnKind[]): NumberColumns {
  const found = new Map<number, number[]>();
  grid.cells.forEach(({ cell, row, column, columnSpan }, index) => {
    if (row < table.headRows || columnSpan > 1 || !isNumeric(kinds[column])) return;
    const align = table.columns[column]?.align;
    if (align !== 'start' && align !== 'center' && isAmount(cell.children)) add(found, column, index);
  });
  return found;
}

function add(found: Map<number, number[]>, column: number, index: number): void {
  const cells = found.get(column);
  if (cells) cells.push(index);
  else found.set(column, [index]);
}

const isNumeric = (kind: ColumnKind): boolean => kind === 'numbers' || kind === 'even-numbers';

/** Undefined for a number that does not stand on one line of its own. */
function measure(
  index: number,
  placed: PlacedCell | undefined,
  stack: CellStack | undefined,
): NumberCell | undefined {
  const items = stack?.slices.flatMap((slice) => slice.items) ?? [];
  const [only] = items;
  if (!placed || items.length !== 1 || only?.type !== 'line') return undefined;
  const point = placed.cell.children.map(blockText).join('').trim().search(/\.\d/);
  const beforePt = point < 0 ? digitsEnd(only.line) : widthBefore(only.line, (char) => char === '.');
  const startPt = only.line.runs[0]?.xPt ?? 0;
  return { index, startPt, beforePt: beforePt - startPt, afterPt: only.line.widthPt - beforePt };
}

/** A whole number ends before its unit, where others have their point. */
const digitsEnd = (line: Line): number =>
  widthBefore(line, (char) => /[%\u2030\u2103\u00B0*\u2191\u2193]/.test(char));

/** Width of what stands before the first character that is meant; the line's when none is. */
function widthBefore(line: Line, isMeant: (char: string) => boolean): number {
  for (const run of line.runs) {
    const at = run.starts.findIndex((start) => isMeant(run.text[start] ?? ''));
    if (at >= 0) return run.advancesPt.slice(0, at).reduce((sum, advance) => sum + advance, run.xPt);
  }
  return line.widthPt;
}

function moveTo(slice: Slice, xPt: number): Slice {
  return {
    ...slice,
    items: slice.items.map((item): FlowItem => {
      const left = item.type === 'line' ? item.xPt : xPt;
      return moveItem(item, xPt - left, 0);
    }),
  };
}
