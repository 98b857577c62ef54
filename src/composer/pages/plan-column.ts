import type { FlowBlock, NoteUse, Slice } from '../flow/flow-block.js';
import type { Grid } from '../flow/grid.js';
import { closeUp } from './close-up.js';
import { fillPage, isHollow } from './fill-page.js';
import type { NoteRegister } from './note-register.js';
import { linesBeside, type NoteRule, NoteTally, pileHeight } from './note-tally.js';
import { gapsToOpen } from './open-gaps.js';
import { type Cursor, findPageEnd, type PageEnd } from './page-end.js';
import { PageRows, type Piece } from './page-rows.js';
import { passFigure } from './pass-figure.js';

/** How far the document is set. */
export interface Progress {
  readonly start: Cursor;
  /** Lines of footnotes whose marks stand above, and that found no room. */
  readonly waiting: readonly Slice[];
}

/** What stands in one column, decided and not yet set. Positions count from its top. */
export interface ColumnPlan {
  readonly pieces: readonly Piece[];
  /** Lines that its text takes, and with the space below the last piece. */
  readonly used: number;
  readonly usedWithSpace: number;
  readonly notes: readonly Slice[];
  /** Its first note began in an earlier column. */
  readonly continuesNote: boolean;
  /** It ends where no rule allows that. */
  readonly isBroken: boolean;
  /** Not even one slice fitted; it stands there nevertheless. */
  readonly isForced: boolean;
  readonly after: Progress;
}

/** What the plan of a column depends on besides where it begins. */
export interface ColumnRoom {
  readonly grid: Grid;
  /** Lines of a footnote; asked when its mark comes on a page. */
  readonly footnote: (use: NoteUse) => readonly Slice[];
  readonly register: NoteRegister;
  /** Something stands above it on its page. */
  readonly isBelow: boolean;
  /** Only tried: no paragraph is set again for it. */
  readonly isTrial: boolean;
}

/** A column with more lines free than this because of its notes rather lets the last of them run over. */
const HOLE_LINES = 2;
/** So much of the notes of earlier pages may wait before they get their share whatever comes. */
const WAITING_SHARE = 0.5;

/** Fills one column, its notes at its foot. Paragraphs may be set again in `blocks` so that it is full. */
export function planColumn(blocks: FlowBlock[], progress: Progress, room: ColumnRoom): ColumnPlan {
  const { start, waiting } = progress;
  const { grid } = room;
  const found = columnEnd(blocks, progress, room);
  const rows = new PageRows(grid, room.isBelow);
  const opened =
    !room.isTrial && isHollow(blocks, start, found) ? gapsToOpen(blocks, start, found) : undefined;
  const pieces = placePieces(blocks, start, found, rows, opened);
  const notes = [...waiting, ...notesBetween(blocks, start, found.end, room)];
  const isLast = found.end.block >= blocks.length;
  // A page that holds nothing else takes at least one line, or there would be no end.
  const least = isLast && rows.used === 0 && !room.isBelow ? 1 : 0;
  const count = Math.min(notes.length, Math.max(least, fittingNotes(notes, rows.used, grid)));
  return {
    pieces,
    used: rows.used,
    usedWithSpace: rows.usedWithSpace,
    notes: notes.slice(0, count),
    continuesNote: count > 0 && !beginsNote(notes[0]),
    isBroken: found.isBroken === true,
    isForced: found.used === 0 && pieces.length > 0,
    after: { start: found.end, waiting: notes.slice(count) },
  };
}

/** The first line of a note names it. */
const beginsNote = (slice: Slice | undefined): boolean =>
  slice?.places?.some((name) => /^note-\d/.test(name)) === true;

/** What stands across the page; its notes wait for the columns below it. */
export function planAcross(blocks: FlowBlock[], progress: Progress, room: ColumnRoom): ColumnPlan {
  const plan = planColumn(blocks, { ...progress, waiting: [] }, { ...room, footnote: () => [] });
  const fresh = notesBetween(blocks, progress.start, plan.after.start, room);
  return { ...plan, after: { ...plan.after, waiting: [...progress.waiting, ...fresh] } };
}

/** The end of one column, with the rule for its notes that leaves no hole; a picture may get smaller for it. */
function columnEnd(blocks: FlowBlock[], { start, waiting }: Progress, room: ColumnRoom): PageEnd {
  const { grid, footnote, register } = room;
  const find = (rule: NoteRule): PageEnd => {
    const tally = new NoteTally(grid, rule, waiting, footnote, (id) => register.has(id));
    return findPageEnd(blocks, start, grid, tally, room.isBelow);
  };
  if (pileHeight(waiting) > grid.areaPt * WAITING_SHARE) return find('free');
  let found = find('whole');
  if (found.shrunk && !room.isTrial) {
    blocks[found.shrunk.index] = found.shrunk.block;
    found = find('whole');
  }
  const isHeld = found.heldByNotes && found.lines - found.used > HOLE_LINES;
  const rule = isHeld || found.used === 0 ? 'begun' : 'whole';
  const end = rule === 'whole' ? found : find(rule);
  if (room.isTrial) return end;
  const again = (): PageEnd => find(rule);
  return fillPage(blocks, start, closeUp(blocks, start, passFigure(blocks, start, end, again), again), again);
}

function placePieces(
  blocks: readonly FlowBlock[],
  start: Cursor,
  { end, lines, used }: PageEnd,
  rows: PageRows,
  opened: ReadonlySet<number> | undefined,
): Piece[] {
  const pieces: Piece[] = [];
  for (let index = start.block; index < blocks.length && index <= end.block; index++) {
    const block = blocks[index] as FlowBlock;
    const from = index === start.block ? start.slice : 0;
    const to = index === end.block ? end.slice : block.slices.length;
    if (to > from)
      pieces.push(rows.place(block, from, to, Math.max(lines, used), opened?.has(index) ? 1 : 0));
  }
  return pieces;
}

/** Footnotes whose marks stand between two places, each once in the document. */
function notesBetween(
  blocks: readonly FlowBlock[],
  start: Cursor,
  end: Cursor,
  { footnote, register }: ColumnRoom,
): Slice[] {
  const notes: Slice[] = [];
  for (let index = start.block; index < blocks.length && index <= end.block; index++) {
    const { slices } = blocks[index] as FlowBlock;
    const from = index === start.block ? start.slice : 0;
    const to = index === end.block ? end.slice : slices.length;
    for (let at = from; at < to; at++) {
      for (const use of (slices[at] as Slice).notes ?? []) {
        if (register.has(use.noteId)) continue;
        const lines = footnote(use);
        if (lines.length === 0) continue;
        register.add(use.noteId);
        notes.push(...lines);
      }
    }
  }
  return notes;
}

/** How many note lines there is room for below `used` lines of text. */
function fittingNotes(notes: readonly Slice[], used: number, grid: Grid): number {
  let count = 0;
  let heightPt = 0;
  for (const slice of notes) {
    heightPt += slice.heightPt + slice.gapPt;
    if (linesBeside(heightPt, grid) < used) break;
    count++;
  }
  return count;
}
