import { blockText, type Table } from '../../model/index.js';
import type { Line } from '../line.js';
import { type FlowItem, largest, moveItem, type Slice } from './flow-block.js';
import type { PlacedCell, TableGrid } from './table-grid.js';
import type { CellStack } from './table-rows.js';

/** An amount as tables write it: sign or currency, digits in groups, decimals, a unit of a character or two. */
const NUMBER =
  /^[+\-\u2212\u00B1\u2248<>\u2264\u2265~]?[\u00A5\uFFE5$\u20AC\u00A3]?\d[\d,\u0020\u00A0]*(?:\.\d+)?[%\u2030\u2103\u00B0*\u2191\u2193]{0,2}$/u;
/** What stands for a number that is not there. */
const NO_NUMBER = /^(?:[-\u2013\u2014\u2026/]{0,2}|N\/?A)$/iu;
/** One number alone makes no column. */
const LEAST_NUMBERS = 2;

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

/** Columns whose body holds numbers only. Heads and cells over several columns do not count. */
export function numberColumns(table: Table, grid: TableGrid): NumberColumns {
  const found = new Map<number, number[]>();
  const spoiled = new Set<number>();
  grid.cells.forEach((placed, index) => {
    const { row, column, columnSpan } = placed;
    const align = table.columns[column]?.align;
    if (row < table.headRows || columnSpan > 1 || align === 'start' || align === 'center') return;
    const text = textOf(placed);
    if (NUMBER.test(text)) add(found, column, index);
    else if (!NO_NUMBER.test(text)) spoiled.add(column);
  });
  return new Map(
    [...found].filter(([column, cells]) => !spoiled.has(column) && cells.length >= LEAST_NUMBERS),
  );
}

function add(found: Map<number, number[]>, column: number, index: number): void {
  const cells = found.get(column);
  if (cells) cells.push(index);
  else found.set(column, [index]);
}

/** The text of a cell that holds one paragraph. */
function textOf({ cell }: PlacedCell): string {
  const [only, ...more] = cell.children;
  if (only === undefined) return '';
  return only.type === 'paragraph' && more.length === 0 ? blockText(only).trim() : 'words';
}

/** Undefined for a number that does not stand on one line of its own. */
function measure(
  index: number,
  placed: PlacedCell | undefined,
  stack: CellStack | undefined,
): NumberCell | undefined {
  const items = stack?.slices.flatMap((slice) => slice.items) ?? [];
  const [only] = items;
  if (!placed || items.length !== 1 || only?.type !== 'line') return undefined;
  const point = textOf(placed).search(/\.\d/);
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
