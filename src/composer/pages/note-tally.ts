import { type NoteUse, type Slice, stackHeight } from '../flow/flow-block.js';
import type { Grid } from '../flow/grid.js';

/**
 * How much of a page's notes must stand on it: all of them; all but the later lines of the last one; or none, when
 * notes left over from earlier pages take their share of the page anyway.
 */
export type NoteRule = 'whole' | 'begun' | 'free';

/** Of the last note at least so many lines stand below their mark. */
const LEAST_NOTE_LINES = 2;
/** Share of the page that notes get while more of them wait than it could hold. */
const FREE_SHARE = 0.5;

/** Counts, mark by mark, how many lines of text a page has left beside its notes. */
export class NoteTally {
  /** Lines for text. */
  lines: number;
  private wholePt: number;
  private begunPt: number;
  private readonly seen = new Set<string>();
  private readonly grid: Grid;
  private readonly rule: NoteRule;
  private readonly footnote: (use: NoteUse) => readonly Slice[];
  private readonly isSet: (noteId: string) => boolean;

  constructor(
    grid: Grid,
    rule: NoteRule,
    waiting: readonly Slice[],
    footnote: (use: NoteUse) => readonly Slice[],
    isSet: (noteId: string) => boolean,
  ) {
    this.grid = grid;
    this.rule = rule;
    this.footnote = footnote;
    this.isSet = isSet;
    this.wholePt = pileHeight(waiting);
    this.begunPt = this.wholePt;
    this.lines = this.count();
  }

  /** The notes of one more slice come on the page. */
  add(uses: readonly NoteUse[]): void {
    if (uses.length === 0) return;
    let isFirst = true;
    for (const use of uses) {
      if (this.isSet(use.noteId) || this.seen.has(use.noteId)) continue;
      this.seen.add(use.noteId);
      const slices = this.footnote(use);
      if (slices.length === 0) continue;
      if (isFirst) this.begunPt = this.wholePt + pileHeight(slices.slice(0, LEAST_NOTE_LINES));
      this.wholePt += pileHeight(slices);
      isFirst = false;
    }
    this.lines = this.count();
  }

  private count(): number {
    if (this.rule === 'free') return Math.max(1, Math.floor(this.grid.rows * FREE_SHARE));
    return linesBeside(this.rule === 'whole' ? this.wholePt : this.begunPt, this.grid);
  }
}

/** Height of notes in a pile, the gap to a further one included. */
export function pileHeight(slices: readonly Slice[]): number {
  return stackHeight(slices) + (slices.at(-1)?.gapPt ?? 0);
}

/** From the last line of text to the first note: one gap of body lines on either side of the rule. */
export function separatorHeight(grid: Grid): number {
  return 2 * (grid.pitchPt - grid.sizePt);
}

/** How many lines of text a page has beside notes of a height; 0 for none at all takes nothing away. */
export function linesBeside(notesPt: number, grid: Grid): number {
  if (notesPt === 0) return grid.rows;
  return grid.rowsIn(grid.areaPt - separatorHeight(grid) - notesPt);
}
