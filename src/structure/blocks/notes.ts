import type { Inline, Note } from '../../model/index.js';
import { sliceInlines, trimInlines } from '../inline-text.js';
import type { Cleaned } from '../removal.js';
import type { RemovedText } from '../report.js';
import { type Row, type TextRow, withInlines } from '../row.js';
import { findNoteGroups, type NoteGroup, type TypedNote } from './note-groups.js';
import {
  beginsNote,
  marksIn,
  mayBeNote,
  NOTE_LEAD,
  NOTE_STYLES,
  type NoteStyle,
  REFERENCE_MARK,
  signValue,
  signValues,
  WORDED,
} from './note-styles.js';

/** Notes that were typed as text, taken out of it. */
export interface TypedNotes {
  /** The text with references; the words above the notes still stand in it. */
  readonly rows: readonly Row[];
  /** The words above the notes. */
  readonly headings: ReadonlySet<Row>;
  /** Such words that stood in the line of a note. */
  readonly leads: readonly RemovedText[];
  readonly notes: readonly Note[];
}

/**
 * Finds [1] in the text with [1] … lines below: at its end, under a piece of a collection, a section or a paragraph.
 * Marks without such a line stay text, and so does a group of lines when one has no mark: it is a list of literature.
 */
export function readTypedNotes(rows: readonly Row[]): TypedNotes {
  const isPossible = rows.some((row) => row.type === 'line' && mayBeNote(row));
  const starts = isPossible
    ? rows.flatMap((row, at) => (row.type === 'line' && beginsNote(row) ? [at] : []))
    : [];
  for (const style of isPossible ? NOTE_STYLES : []) {
    const groups = groupsWithMarks(rows, starts, style);
    if (groups.length > 0) return takeNotes(rows, groups, style);
  }
  return { rows, headings: new Set(), leads: [], notes: [] };
}

/** Takes out the words above the notes once those have left them. */
export function removeNotesHeading({ rows, headings, leads }: TypedNotes): Omit<Cleaned, 'facts'> {
  if (headings.size === 0) return { rows, removed: leads };
  const above = rows.flatMap((row): RemovedText[] =>
    row.type === 'line' && headings.has(row)
      ? [{ line: row.line, text: row.source, rule: 'notes-heading' }]
      : [],
  );
  return { rows: rows.filter((row) => !headings.has(row)), removed: [...above, ...leads] };
}

/** Groups each of whose notes is referred to in the text above, the groups before it aside. */
function groupsWithMarks(rows: readonly Row[], starts: readonly number[], style: NoteStyle): NoteGroup[] {
  let marks: number[] = [];
  let counts = false;
  let from = 0;
  return findNoteGroups(rows, starts, style).filter((group) => {
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
  const words: Row[] = [];
  let from = 0;
  for (const [index, group] of groups.entries()) {
    const own = group.notes.map((note) => toNote(note, index, style));
    const idOf = (number: number): string | undefined => own[number - 1]?.id;
    for (const row of rows.slice(from, group.start))
      text.push(row.type === 'line' ? withReferences(row, idOf, style) : row);
    if (group.heading) {
      text.push(group.heading);
      words.push(group.heading);
    }
    for (const note of own) notes.push(note);
    from = group.end;
  }
  for (const row of rows.slice(from)) text.push(row);
  const leads = groups.flatMap(({ notes: [first] }) => (first ? leadOf(first.row) : []));
  return { rows: text, headings: new Set(words), leads, notes };
}

/** 注： before the first note of its line. */
function leadOf({ text, line }: TextRow): RemovedText[] {
  const lead = NOTE_LEAD.exec(text)?.[0] ?? '';
  return lead === '' ? [] : [{ line, text: lead, rule: 'notes-heading' }];
}

/** The id says how the note was typed: z3-2 is 注3 of the second group, r a sign without a number. */
function toNote({ row, more }: TypedNote, group: number, { line }: NoteStyle): Note {
  const [typed = '', sign] = line.exec(row.text) ?? [];
  const prefix = sign === REFERENCE_MARK ? 'r' : WORDED.test(typed) ? 'z' : 'n';
  const first = trimInlines(sliceInlines(row.inlines, typed.length));
  return {
    id: `${prefix}${signValue(sign)}${group === 0 ? '' : `-${group + 1}`}`,
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
    const noteIds = signValues(match[1]).map(idOf);
    const references = noteIds.flatMap((noteId): Inline[] =>
      noteId === undefined ? [] : [{ type: 'noteReference', noteId }],
    );
    if (references.length === 0 || references.length < noteIds.length) continue;
    inlines.push(...sliceInlines(row.inlines, at, match.index), ...references);
    at = match.index + match[0].length;
  }
  return at === 0 ? row : withInlines(row, [...inlines, ...sliceInlines(row.inlines, at)]);
}
