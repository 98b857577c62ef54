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
  const repeated = from > 0 ? (block.repeated ?? []) : [];
  const gapPt = repeated.at(-1)?.gapPt ?? 0;
  return 2 * (block.paddingPt ?? 0) + stackHeight(repeated) + gapPt;
}

/** Hands out the body lines of one page from the top down; every piece takes whole ones. */
export class PageRows {
  /** Lines in use, the space after the last piece not counted. */
  used = 0;
  /** Lines of space that the last piece asks for below it. */
  private owed = 0;
  private readonly grid: Grid;
  private readonly isBelow: boolean;

  /** @param isBelow Something stands above them on the page. */
  constructor(grid: Grid, isBelow: boolean = false) {
    this.grid = grid;
    this.isBelow = isBelow;
  }

  /** Lines in use, and the space after the last piece. */
  get usedWithSpace(): number {
    return this.used + this.owed;
  }

  /** How many lines of the page would be in use with this piece of `heightPt` standing last on it. */
  needed(block: FlowBlock, from: number, heightPt: number): number {
    const before = this.spaceBefore(block, from);
    if (block.onGrid) return this.used + Math.max(this.owed, Math.ceil(before)) + this.gridRows(heightPt);
    return this.used + this.owedAbove(before) + this.grid.footprint(heightPt, before, block.isSnug);
  }

  /**
   * Places a piece and returns it.
   *
   * @param lines How many the page has for text.
   * @param extra Lines of space around a block off the grid, besides those that it asks for.
   */
  place(block: FlowBlock, from: number, to: number, lines: number, extra: number = 0): Piece {
    const heightPt = pieceHeight(block, from, to);
    const before = this.spaceBefore(block, from);
    const after = to === block.slices.length ? block.spaceAfter : 0;
    if (block.onGrid) {
      const row = this.used + Math.max(this.owed, Math.ceil(before));
      this.used = row + this.gridRows(heightPt);
      this.owed = Math.ceil(after);
      return { block, from, to, heightPt, topPt: row * this.grid.pitchPt };
    }
    const row = this.used + this.owedAbove(before);
    const least = this.grid.footprint(heightPt, before, block.isSnug);
    const wished = this.grid.footprint(heightPt, before + after, block.isSnug);
    // Space below falls away at the foot of a page.
    const rows = Math.max(least, Math.min(wished, lines - row)) + extra;
    this.used = row + rows;
    this.owed = 0;
    const spare = this.grid.height(rows) - heightPt;
    return { block, from, to, heightPt, topPt: row * this.grid.pitchPt + this.above(spare, before, after) };
  }

  /** How much of the spare height goes above a block: what it wishes there, and half of the difference. */
  private above(sparePt: number, before: number, after: number): number {
    const { pitchPt } = this.grid;
    const wishedPt = before * pitchPt + (sparePt - (before + after) * pitchPt) / 2;
    return sparePt <= 0 ? sparePt / 2 : Math.min(sparePt, Math.max(0, wishedPt));
  }

  /** Space above vanishes on top of a page and of a later piece, but not where the block itself opens the page. */
  private spaceBefore(block: FlowBlock, from: number): number {
    if (from > 0) return 0;
    const opensPage = (block.pageBreak ?? 'none') !== 'none';
    return this.used > 0 || opensPage || this.isBelow ? block.spaceBefore : 0;
  }

  /** A block with space of its own inside its lines does not add to what the one above asks for. */
  private owedAbove(before: number): number {
    return before > 0 ? 0 : this.owed;
  }

  private gridRows(heightPt: number): number {
    return Math.max(1, Math.round(this.grid.lines(heightPt)));
  }
}
