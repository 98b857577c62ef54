import type { Row, TextRow } from '../row.js';
import { announcesNotes, type NoteStyle, noteNumber } from './note-styles.js';

/** One note as it was typed: its own line and the lines that go on with it. */
export interface TypedNote {
  readonly row: TextRow;
  readonly more: readonly TextRow[];
}

/** Notes 1, 2, 3… that stand together: at the end of the text, of a piece, of a section or under a paragraph. */
export interface NoteGroup {
  /** Index of the first row that belongs to it: the word above it, where there is one. */
  readonly start: number;
  /** Index after its last row. */
  readonly end: number;
  readonly notes: readonly TypedNote[];
  /** The word or rule above it. */
  readonly heading?: TextRow;
}

/** A note may go on in so many lines before the next one. */
const MOST_LINES = 3;

/**
 * All groups of notes of one style, in order.
 *
 * @param starts Indexes of the rows with which a note may begin, in order.
 */
export function findNoteGroups(
  rows: readonly Row[],
  starts: readonly number[],
  style: NoteStyle,
): NoteGroup[] {
  const groups: NoteGroup[] = [];
  let end = 0;
  for (const at of starts) {
    const group = at < end ? undefined : groupAt(rows, at, style);
    if (!group) continue;
    groups.push(group);
    end = group.end;
  }
  return groups;
}

function groupAt(rows: readonly Row[], at: number, style: NoteStyle): NoteGroup | undefined {
  if (numberAt(rows, at, style) !== 1) return undefined;
  const above = rows[at - 1];
  const heading = above?.type === 'line' && announcesNotes(above) ? above : undefined;
  if (style.announced && !heading) return undefined;
  const notes: TypedNote[] = [];
  let end = at;
  while (numberAt(rows, end, style) === notes.length + 1) {
    // without the word above them, lines between two notes are text
    const next = heading ? nextNote(rows, end + 1, notes.length + 2, style) : end + 1;
    notes.push({ row: rows[end] as TextRow, more: rows.slice(end + 1, next) as TextRow[] });
    end = next;
  }
  return { start: heading ? at - 1 : at, end, notes, ...(heading && { heading }) };
}

/** Where the note of this number stands, a few lines of the one before it aside; `at` when it does not come. */
function nextNote(rows: readonly Row[], at: number, number: number, style: NoteStyle): number {
  for (let next = at; next <= at + MOST_LINES && rows[next]?.type === 'line'; next++) {
    if (numberAt(rows, next, style) === number) return next;
  }
  return at;
}

function numberAt(rows: readonly Row[], at: number, style: NoteStyle): number {
  const row = rows[at];
  return row?.type === 'line' && row.headingLevel === undefined ? noteNumber(row, style) : 0;
}
