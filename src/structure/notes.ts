import type { Inline, Note } from '../model/index.js';
import { sliceInlines, trimInlines } from './inline-text.js';
import { findNoteGroups, type NoteGroup, type TypedNote } from './note-groups.js';
import { marksIn, NOTE_STYLES, type NoteStyle, signValue } from './note-styles.js';
import type { Cleaned } from './removal.js';
import { type Row, type TextRow, withInlines } from './row.js';

/** Notes that were typed as text, taken out of it. */
export interface TypedNotes {
  /** The text with references; the words above the notes still stand in it. */
  readonly rows: readonly Row[];
  /** The words above the notes. */
  readonly headings: ReadonlySet<Row>;
  readonly notes: readonly Note[];
}

/**
 * Finds [1] in the text with [1] … lines below: at its end, under a piece of a collection, a section or a paragraph.
 * Marks without such a line stay text, and so does a group of lines when one has no mark: it is a list of literature.
 */
export function readTypedNotes(rows: readonly Row[]): TypedNotes {
  for (const style of NOTE_STYLES) {
    const groups = groupsWithMarks(rows, style);
    if (groups.length > 0) return takeNotes(rows, groups, style);
  }
  return { rows, headings: new Set(), notes: [] };
}

/** Takes out the words above the notes once those have left them. */
export function removeNotesHeading({ rows, headings }: TypedNotes): Omit<Cleaned, 'facts'> {
  return {
    rows: rows.filter((row) => !headings.has(row)),
    removed: rows.flatMap((row) =>
      row.type === 'line' && headings.has(row)
        ? [{ line: row.line, text: row.source, rule: 'notes-heading' }]
        : [],
    ),
  };
}

/** Groups each of whose notes is referred to in the text above, the groups before it aside. */
function groupsWithMarks(rows: readonly Row[], style: NoteStyle): NoteGroup[] {
  let marks: number[] = [];
  let counts = false;
  let from = 0;
  return findNoteGroups(rows, style).filter((group) => {
    for (let at = from; at < group.start; at++) {
      const row = rows[at];
      if (row?.type !== 'line') continue;
      // one by one: there may be more of them than the arguments of one call may be
      for (const mark of marksIn(row, style)) marks.push(mark);
      counts ||= style.counts?.test(row.text) === true;
    }
    from = group.end;
    const isRead =
      group.heading || !style.counts ? isReferredTo(group, marks) : !counts && areInOrder(group, marks);
    if (isRead) marks = [];
    counts &&= !isRead;
    return isRead;
  });
}

function isReferredTo({ notes }: NoteGroup, marks: readonly number[]): boolean {
  const known = new Set(marks);
  return notes.every((_, index) => known.has(index + 1));
}

function areInOrder({ notes }: NoteGroup, marks: readonly number[]): boolean {
  return marks.length === notes.length && marks.every((mark, index) => mark === index + 1);
}

function takeNotes(rows: readonly Row[], groups: readonly NoteGroup[], style: NoteStyle): TypedNotes {
  const text: Row[] = [];
  const notes: Note[] = [];
  const headings = new Set<Row>();
  let from = 0;
  for (const group of groups) {
    const idOf = (number: number): string | undefined =>
      number >= 1 && number <= group.notes.length ? `n${before + number}` : undefined;
    const before = notes.length;
    for (const row of rows.slice(from, group.start))
      text.push(row.type === 'line' ? withReferences(row, idOf, style) : row);
    if (group.heading) {
      text.push(group.heading);
      headings.add(group.heading);
    }
    for (const note of group.notes) notes.push(toNote(note, `n${notes.length + 1}`, style));
    from = group.end;
  }
  for (const row of rows.slice(from)) text.push(row);
  return { rows: text, headings, notes };
}

function toNote({ row, more }: TypedNote, id: string, { line }: NoteStyle): Note {
  const restAt = line.exec(row.text)?.[0].length ?? 0;
  const first = trimInlines(sliceInlines(row.inlines, restAt));
  return {
    id,
    kind: 'endnote',
    children: [first, ...more.map(({ inlines }) => inlines)].map((children) => ({
      type: 'paragraph',
      children,
    })),
  };
}

function withReferences(
  row: TextRow,
  idOf: (number: number) => string | undefined,
  style: NoteStyle,
): TextRow {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of row.text.matchAll(style.mark)) {
    const noteId = idOf(signValue(match[1]));
    if (noteId === undefined) continue;
    inlines.push(...sliceInlines(row.inlines, at, match.index), { type: 'noteReference', noteId });
    at = match.index + match[0].length;
  }
  return at === 0 ? row : withInlines(row, [...inlines, ...sliceInlines(row.inlines, at)]);
}
