import type { FlowBlock } from '../flow/flow-block.js';
import type { Grid } from '../flow/grid.js';
import type { NoteTally } from './note-tally.js';
import { extraHeight, PageRows, pieceHeight } from './page-rows.js';

/** A place between two slices: before slice `slice` of block `block`. */
export interface Cursor {
  readonly block: number;
  readonly slice: number;
}

export interface PageEnd {
  /** Where the next page begins. */
  readonly end: Cursor;
  /** Lines of text that the page holds beside its notes, and how many of them are in use. */
  readonly lines: number;
  readonly used: number;
  /** More text would have fitted but for its notes. */
  readonly heldByNotes: boolean;
  /** No rule allows an end here; there is no other. */
  readonly isBroken?: true;
  /** A picture that is to be drawn smaller so that it stands on this page. */
  readonly shrunk?: { readonly index: number; readonly block: FlowBlock };
}

/** A paragraph leaves and takes at least so many lines at a page's end (CLREQ, orphans and widows). */
const LEAST_LINES = 2;
/** So many lines follow a heading on its page (CLREQ, handling of headings: one, better two). */
const LINES_AFTER_HEADING = 2;
/** One line is enough, when it is a whole paragraph, rather than leave more lines than this empty. */
const HOLE_LINES = 2;

/**
 * Where a page that begins at `start` ends best: the last place that fits and that no rule forbids. When every
 * place is forbidden, the last one that fits; when nothing fits, after one slice.
 *
 * @param isBelow It begins under something else on its page, so that space above its first block stays.
 */
export function findPageEnd(
  blocks: readonly FlowBlock[],
  start: Cursor,
  grid: Grid,
  tally: NoteTally,
  isBelow: boolean = false,
): PageEnd {
  const rows = new PageRows(grid, isBelow);
  const nothing: Candidate = { end: start, lines: tally.lines, used: 0 };
  let legal: Candidate | undefined;
  let fair: Candidate | undefined;
  let feasible: Candidate | undefined;
  let sinceHeading = LINES_AFTER_HEADING;
  for (let index = start.block; index < blocks.length; index++) {
    const block = blocks[index] as FlowBlock;
    const from = index === start.block ? start.slice : 0;
    if (index > start.block && endsBand(block, blocks[start.block] as FlowBlock))
      return { ...(feasible ?? nothing), heldByNotes: false };
    if (block.isHeading) sinceHeading = 0;
    let heightPt = extraHeight(block, from);
    for (let to = from + 1; to <= block.slices.length; to++) {
      const slice = block.slices[to - 1];
      const above = to - 1 > from ? (block.slices[to - 2]?.gapPt ?? 0) : 0;
      heightPt += above + (slice?.heightPt ?? 0);
      if (slice?.notes) tally.add(slice.notes);
      const used = rows.needed(block, from, heightPt);
      if (used > tally.lines) {
        const shrunk = shrunkBlock(block, index, from, rows, grid, tally);
        const kept = fuller(legal, fair, tally.lines);
        const best = kept ?? feasible ?? forced(index, to, block);
        const end = { ...best, heldByNotes: used <= grid.rows, ...(!kept && { isBroken: true as const }) };
        return shrunk && feasible ? { ...end, shrunk } : end;
      }
      feasible = { end: cursorAfter(index, to, block), lines: tally.lines, used };
      const lines = block.isHeading ? 0 : sinceHeading + linesOf(block, to - from);
      if (mayEnd(blocks, index, to, lines)) legal = feasible;
      else if (isFair(blocks, index, to, lines)) fair = feasible;
    }
    if (!block.isHeading) sinceHeading += linesOf(block, block.slices.length - from);
    rows.place(block, from, block.slices.length, tally.lines);
  }
  return { ...(feasible ?? nothing), heldByNotes: false };
}

/** Whether a block cannot follow on what began with `first`: it opens a page, or one of them stands across all columns. */
export function endsBand(block: FlowBlock, first: FlowBlock): boolean {
  return (block.pageBreak ?? 'none') !== 'none' || block.spans !== first.spans;
}

interface Candidate {
  readonly end: Cursor;
  readonly lines: number;
  readonly used: number;
}

const forced = (index: number, to: number, block: FlowBlock): Candidate => ({
  end: cursorAfter(index, to, block),
  lines: 0,
  used: 0,
});

function cursorAfter(index: number, to: number, block: FlowBlock): Cursor {
  return to === block.slices.length ? { block: index + 1, slice: 0 } : { block: index, slice: to };
}

/** Only lines count one by one; any other object is enough below a heading. */
function linesOf(block: FlowBlock, slices: number): number {
  return block.cut === 'lines' ? slices : LINES_AFTER_HEADING;
}

/** Whether a page may end after `to` slices of a block; `lines` have been set since the last heading. */
function mayEnd(blocks: readonly FlowBlock[], index: number, to: number, lines: number): boolean {
  const block = blocks[index] as FlowBlock;
  const left = block.slices.length - to;
  if (left > 0) {
    if (block.cut === 'nowhere') return false;
    if (block.cut === 'slices') return to >= (block.cutFrom ?? 1) && left >= LEAST_LINES;
    return to >= LEAST_LINES && left >= LEAST_LINES;
  }
  const next = blocks[index + 1];
  if (!next) return true;
  if (block.keepWithNext || next.keepWithPrevious) return false;
  return lines >= LINES_AFTER_HEADING || next.isHeading === true;
}

/** A page may end after a short paragraph that is all there is below a heading, if there is a reason. */
function isFair(blocks: readonly FlowBlock[], index: number, to: number, lines: number): boolean {
  const { slices, isHeading } = blocks[index] as FlowBlock;
  return to === slices.length && isHeading !== true && mayEnd(blocks, index, to, lines + 1);
}

/** The best place, unless it leaves a hole that the merely fair one does not. */
function fuller(
  legal: Candidate | undefined,
  fair: Candidate | undefined,
  lines: number,
): Candidate | undefined {
  if (!legal || !fair) return legal ?? fair;
  return lines - legal.used > HOLE_LINES && fair.used > legal.used ? fair : legal;
}

/** A picture that would open the next page, small enough for what is left of this one. */
function shrunkBlock(
  block: FlowBlock,
  index: number,
  from: number,
  rows: PageRows,
  grid: Grid,
  tally: NoteTally,
): PageEnd['shrunk'] {
  if (!block.shrink || from > 0 || rows.used === 0) return undefined;
  const left = grid.height(tally.lines - rows.used) - block.spaceBefore * grid.pitchPt;
  const smaller = left > 0 ? block.shrink(left) : undefined;
  if (!smaller || rows.needed(smaller, 0, pieceHeight(smaller, 0, smaller.slices.length)) > tally.lines)
    return undefined;
  return { index, block: smaller };
}
