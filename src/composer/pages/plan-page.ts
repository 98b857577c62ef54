import type { FlowBlock } from '../flow/flow-block.js';
import type { Grid } from '../flow/grid.js';
import { type ColumnPlan, type ColumnRoom, type Progress, planAcross, planColumn } from './plan-column.js';

/** A strip of a page from edge to edge: columns side by side, or what stands across all of them. */
export interface Band {
  /** Body lines of the page above it. */
  readonly row: number;
  /** The body lines that its columns have, notes included. */
  readonly grid: Grid;
  readonly columns: readonly ColumnPlan[];
  readonly spans: boolean;
  /** Lines that it takes of the page, with the space below it. */
  readonly rows: number;
  readonly after: Progress;
}

export interface PageRoom extends Omit<ColumnRoom, 'isBelow' | 'isTrial'> {
  readonly columnCount: number;
}

/** Columns are begun where so many lines are left, and this much is kept for them below a heading. */
const LEAST_ROWS = 2;

/**
 * What stands on a page that begins at `progress`, from the top down. Columns that nothing follows on the page, or that
 * something follows which stands across, end level with each other.
 */
export function planPage(blocks: FlowBlock[], progress: Progress, room: PageRoom): Band[] {
  const bands: Band[] = [];
  let now = progress;
  let row = 0;
  while (bands.length === 0 || (row + LEAST_ROWS <= room.grid.rows && isGoingOn(blocks, now))) {
    const spans = blocks[now.start.block]?.spans === true;
    const band = spans ? acrossBand(blocks, now, row, room) : columnsBand(blocks, now, row, room);
    if (!band) break;
    bands.push(band);
    now = band.after;
    row += band.rows;
    if (!atBandEnd(blocks, now, spans)) break;
  }
  return bands;
}

/** Whether more may stand below what a page has: no page of its own, and not only the end of the document. */
function isGoingOn(blocks: readonly FlowBlock[], { start, waiting }: Progress): boolean {
  const next = blocks[start.block];
  if (!next) return waiting.length > 0;
  return start.slice > 0 || (next.pageBreak ?? 'none') === 'none';
}

/** Whether a band ends for a reason of the document, and not since it is full. */
export function atBandEnd(
  blocks: readonly FlowBlock[],
  { start, waiting }: Progress,
  spans: boolean,
): boolean {
  if (waiting.length > 0 && !spans) return false;
  const next = blocks[start.block];
  if (!next) return true;
  return start.slice === 0 && ((next.pageBreak ?? 'none') !== 'none' || (next.spans === true) !== spans);
}

function acrossBand(blocks: FlowBlock[], progress: Progress, row: number, room: PageRoom): Band | undefined {
  const grid = room.grid.withRows(room.grid.rows - row);
  const register = room.register.fork();
  const plan = planAcross(blocks, progress, { ...room, grid, register, isBelow: row > 0, isTrial: false });
  const last = plan.pieces.at(-1)?.block;
  const next = blocks[plan.after.start.block];
  const holdsOn = last?.keepWithNext === true && next !== undefined && (next.pageBreak ?? 'none') === 'none';
  const rows = plan.usedWithSpace;
  const isCramped = plan.isForced || (holdsOn && rows + LEAST_ROWS > grid.rows);
  if (row > 0 && isCramped) return undefined;
  register.keep();
  return { row, grid, columns: [plan], spans: true, rows, after: plan.after };
}

function columnsBand(blocks: FlowBlock[], progress: Progress, row: number, room: PageRoom): Band | undefined {
  const { columnCount, register } = room;
  const grid = room.grid.withRows(room.grid.rows - row);
  const first = register.fork();
  let columns = fillColumns(blocks, progress, {
    ...room,
    grid,
    register: first,
    isBelow: row > 0,
    isTrial: false,
  });
  let level: Level | undefined;
  const after = columns.at(-1)?.after ?? progress;
  if (columnCount > 1 && atBandEnd(blocks, after, false)) {
    level = levelColumns(blocks, progress, columns, { ...room, grid, isBelow: row > 0 });
  }
  if (level) columns = level.columns;
  if (columns.length === 0 || (row > 0 && columns.length === 1 && columns[0]?.isForced)) return undefined;
  (level?.register ?? first).keep();
  const own = level?.grid ?? grid;
  return { row, grid: own, columns, spans: false, rows: own.rows, after: columns.at(-1)?.after ?? progress };
}

interface BandRoom extends PageRoom {
  readonly isBelow: boolean;
}

/** Columns one after the other, as many as are needed and at most as many as the page has. */
function fillColumns(
  blocks: FlowBlock[],
  progress: Progress,
  room: BandRoom & { readonly isTrial: boolean },
): ColumnPlan[] {
  const columns: ColumnPlan[] = [];
  let now = progress;
  while (columns.length < room.columnCount) {
    const plan = planColumn(blocks, now, room);
    // What fits nowhere here has better chances on a page of its own.
    if (plan.isForced && room.isBelow && columns.length > 0) break;
    columns.push(plan);
    now = plan.after;
    if (atBandEnd(blocks, now, false)) break;
  }
  return columns;
}

interface Level {
  readonly grid: Grid;
  readonly columns: ColumnPlan[];
  readonly register: ColumnRoom['register'];
}

/** The lowest columns that hold what the filled ones hold; undefined when none lower do. */
function levelColumns(
  blocks: FlowBlock[],
  progress: Progress,
  filled: readonly ColumnPlan[],
  room: BandRoom,
): Level | undefined {
  const used = filled.reduce((sum, plan) => sum + plan.used, 0);
  for (let rows = Math.max(1, Math.ceil(used / room.columnCount)); rows < room.grid.rows; rows++) {
    const grid = room.grid.withRows(rows);
    const register = room.register.fork();
    const columns = fillColumns(blocks, progress, { ...room, grid, register, isTrial: true });
    const isWhole = columns.length > 0 && columns.every((plan) => !plan.isForced && !plan.isBroken);
    const after = columns.at(-1)?.after ?? progress;
    if (isWhole && atBandEnd(blocks, after, false)) return { grid, columns, register };
  }
  return undefined;
}
