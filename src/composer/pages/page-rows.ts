import { type FlowBlock, stackHeight } from '../flow/flow-block.js';
import type { Grid } from '../flow/grid.js';

/** A piece of a block that stands on one page. */
export interface Piece {
  readonly block: FlowBlock;
  /** Slices of the block, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** From the top of the type area to that of its frame, or of its first slice when it has none. */
  readonly topPt: number;
  /** With its frame. */
  readonly heightPt: number;
}

/** Height of a piece: its slices, what is set again above them, and the room inside its frame. */
export function pieceHeight(block: FlowBlock, from: number, to: number): number {
  return extraHeight(block, from) + stackHeight(block.slices, from, to);
}

/** What a piece has besides its slices. */
export function extraHeight(block: FlowBlock, from: number): number {
  const padding = 2 * (block.paddingPt ?? 0);
  if (from === 0 || !block.repeated) return padding;
  return padding + stackHeight(block.repeated) + (block.repeated.at(-1)?.gapPt ?? 0);
}

/**
 * A snug block may reach this far into the gaps that part lines anyway before it costs one more line: a 15 pt
 * heading with one line of space, among 12 pt text on 20 pt, takes two lines, not three.
 */
const SNUG_LINES = 0.25;
/** The share of the space around other blocks off the grid that gives way: the gaps of the lines give it back to the eye. */
const ELASTIC_SHARE = 0.5;
/** Below a heading, whose own space binds it to what it heads, a block gets this share of the space that it asks for. */
const SHARE_BELOW_HEADING = 0.5;

/**
 * Hands out the body lines of one page from the top down. Between two blocks stands the larger of the spaces that they
 * ask for, never both; blocks off the grid follow each other without coming back to it in between.
 */
export class PageRows {
  /** Lines in use, the space after the last piece on the grid not counted. */
  used = 0;
  /** What the last piece asks for below it, in lines. */
  private after = 0;
  private last: FlowBlock | undefined;
  /** Where the last piece ends. */
  private bottomPt: number;
  private readonly grid: Grid;
  private readonly isBelow: boolean;

  /** @param isBelow Something stands above them on the page. */
  constructor(grid: Grid, isBelow: boolean = false) {
    this.grid = grid;
    this.isBelow = isBelow;
    this.bottomPt = -grid.gapPt;
  }

  /** Lines in use, and the space after the last piece. */
  get usedWithSpace(): number {
    return this.used + (this.last?.onGrid ? Math.ceil(this.after) : 0);
  }

  /** How many lines of the page would be in use with this piece of `heightPt` standing last on it. */
  needed(block: FlowBlock, from: number, heightPt: number): number {
    const space = this.spaceAbove(block, from);
    if (block.onGrid) return this.gridRow(space) + this.rowsOf(heightPt);
    return this.freeRows(block, heightPt, space);
  }

  /**
   * Places a piece and returns it.
   *
   * @param lines How many the page has for text.
   * @param extra Lines of space around a block off the grid, besides those that it asks for; above a heading.
   */
  place(block: FlowBlock, from: number, to: number, lines: number, extra: number = 0): Piece {
    const heightPt = pieceHeight(block, from, to);
    const space = this.spaceAbove(block, from);
    const after = to === block.slices.length ? block.spaceAfter : 0;
    const topPt = block.onGrid
      ? this.placeOnGrid(heightPt, space)
      : this.placeFreely(block, heightPt, { space, after, lines, extra });
    this.after = after;
    this.last = block;
    return { block, from, to, heightPt, topPt };
  }

  private placeOnGrid(heightPt: number, space: number): number {
    const row = this.gridRow(space);
    this.used = row + this.rowsOf(heightPt);
    this.bottomPt = this.grid.height(this.used);
    return row * this.grid.pitchPt;
  }

  private placeFreely(
    block: FlowBlock,
    heightPt: number,
    wish: { readonly space: number; readonly after: number; readonly lines: number; readonly extra: number },
  ): number {
    const { space, after, lines, extra } = wish;
    const base = this.basePt;
    const least = this.freeRows(block, heightPt, space);
    const wished = this.freeRows(block, heightPt, space + after);
    // Space below falls away at the foot of a page.
    const rows = Math.max(least, Math.min(wished, lines));
    const openedPt = extra * this.grid.pitchPt * (block.isHeading ? 1 : 0.5);
    const topPt = base + this.above(this.grid.height(rows) - base - heightPt, space, after) + openedPt;
    this.used = rows + extra;
    // Space that is opened below stays there also where the next block does not come back to the grid.
    this.bottomPt = topPt + heightPt + extra * this.grid.pitchPt - openedPt;
    return topPt;
  }

  /** Where a block off the grid may begin: a line's gap below what stands above. */
  private get basePt(): number {
    return this.bottomPt + this.grid.gapPt;
  }

  /** The row of a block on the grid. */
  private gridRow(space: number): number {
    if (!this.last) return Math.ceil(space);
    // Half a line is no line below a heading, and one elsewhere.
    if (this.last.onGrid)
      return this.used + (this.last.isHeading ? Math.ceil(space - 0.5) : Math.ceil(space));
    // What the one above asks for is in its own lines.
    if (space <= this.after) return this.used;
    const base = this.basePt / this.grid.pitchPt;
    return Math.max(this.used, Math.ceil(base + space * (1 - ELASTIC_SHARE) - 1e-6));
  }

  /** Lines of the page that are in use below a block off the grid of a height and its space. */
  private freeRows(block: FlowBlock, heightPt: number, space: number): number {
    const tolerance = block.isSnug ? SNUG_LINES * (block.headings ?? 1) : space * ELASTIC_SHARE;
    const rows = this.grid.rowsFor(this.basePt + heightPt, space - tolerance);
    const isLevel = !this.last || this.last.onGrid;
    return Math.max(this.used + (isLevel ? 1 : 0), rows);
  }

  /** How much of the spare height goes above a block: what it wishes there, and half of the difference. */
  private above(sparePt: number, space: number, after: number): number {
    const { pitchPt } = this.grid;
    const wishedPt = space * pitchPt + (sparePt - (space + after) * pitchPt) / 2;
    return sparePt <= 0 ? sparePt / 2 : Math.min(sparePt, Math.max(0, wishedPt));
  }

  /** The larger of what stands above asks for below it and of what the block asks for above itself. */
  private spaceAbove(block: FlowBlock, from: number): number {
    const share = this.last?.isHeading && !block.isHeading ? SHARE_BELOW_HEADING : 1;
    return Math.max(this.after, share * this.spaceBefore(block, from));
  }

  /** Space above vanishes on top of a page and of a later piece, but not where the block itself opens the page. */
  private spaceBefore(block: FlowBlock, from: number): number {
    if (from > 0) return 0;
    const opensPage = (block.pageBreak ?? 'none') !== 'none';
    return this.used > 0 || opensPage || this.isBelow ? block.spaceBefore : 0;
  }

  private rowsOf(heightPt: number): number {
    return Math.max(1, Math.round(this.grid.lines(heightPt)));
  }
}
