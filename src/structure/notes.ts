import type { Inline, Note } from '../model/index.js';
import { sliceInlines, trimInlines } from './inline-text.js';
import type { Cleaned } from './removal.js';
import { type Row, type TextRow, withInlines } from './row.js';

/** Notes that were typed as text, taken out of it. */
export interface TypedNotes {
  readonly rows: readonly Row[];
  readonly notes: readonly Note[];
}

const NOTE_LINE = /^[[〔\uFF3B]([0-9]{1,3})[\]〕\uFF3D]\s*(?=\S)/u;
const MARK = /[[〔\uFF3B]([0-9]{1,3})[\]〕\uFF3D]/gu;
const HEADING = /^(?:注释|註釋|注释与参考文献|参考文献|參考文獻|注|註)\s*[:\uFF1A]?$/u;

/**
 * Finds [1] in the text with [1] … lines at its end. Marks without such a line stay text, and so does everything
 * when a line has no mark: then the lines are a list of literature.
 */
export function readTypedNotes(rows: readonly Row[]): TypedNotes {
  const start = notesStart(rows);
  const lines = rows.slice(start) as TextRow[];
  if (lines.length === 0) return { rows, notes: [] };
  const text = rows.slice(0, start);
  const idByMark = new Map(
    lines.map((row) => [NOTE_LINE.exec(row.text)?.[1] ?? '', `n${NOTE_LINE.exec(row.text)?.[1]}`]),
  );
  const marked = new Set(
    text.flatMap((row) => (row.type === 'line' ? [...row.text.matchAll(MARK)].map((match) => match[1]) : [])),
  );
  if (![...idByMark.keys()].every((mark) => marked.has(mark))) return { rows, notes: [] };
  const notes = lines.map((row): Note => {
    const found = NOTE_LINE.exec(row.text);
    const children = trimInlines(sliceInlines(row.inlines, found?.[0].length ?? 0));
    return { id: `n${found?.[1]}`, kind: 'endnote', children: [{ type: 'paragraph', children }] };
  });
  return { rows: text.map((row) => (row.type === 'line' ? withReferences(row, idByMark) : row)), notes };
}

/** Index of the first of the [1], [2], … lines that end the text. */
function notesStart(rows: readonly Row[]): number {
  let start = rows.length;
  for (let row = rows[start - 1]; row?.type === 'line' && NOTE_LINE.test(row.text); row = rows[--start - 1]);
  const numbers = rows
    .slice(start)
    .map((row) => (row.type === 'line' ? Number(NOTE_LINE.exec(row.text)?.[1]) : 0));
  return numbers.every((number, index) => number === index + 1) ? start : rows.length;
}

function withReferences(row: TextRow, idByMark: ReadonlyMap<string, string>): TextRow {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of row.text.matchAll(MARK)) {
    const noteId = idByMark.get(match[1] ?? '');
    if (noteId === undefined) continue;
    inlines.push(...sliceInlines(row.inlines, at, match.index), { type: 'noteReference', noteId });
    at = match.index + match[0].length;
  }
  return at === 0 ? row : withInlines(row, [...inlines, ...sliceInlines(row.inlines, at)]);
}

/** Takes out the word above the notes once they have left it. */
export function removeNotesHeading({ rows, notes }: TypedNotes): Pick<Cleaned, 'rows' | 'removed'> {
  const last = rows.at(-1);
  if (notes.length === 0 || last?.type !== 'line' || !HEADING.test(last.text)) return { rows, removed: [] };
  return {
    rows: rows.slice(0, -1),
    removed: [{ line: last.line, text: last.source, rule: 'notes-heading' }],
  };
}
