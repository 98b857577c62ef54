import type { Inline, Note } from '../model/index.js';
import { sliceInlines, trimInlines } from './inline-text.js';
import type { Cleaned } from './removal.js';
import { type Row, type TextRow, withInlines } from './row.js';

/** Notes that were typed as text, taken out of it. */
export interface TypedNotes {
  /** What stands before the notes. */
  readonly rows: readonly Row[];
  /** What stands below them: a signature. */
  readonly rowsAfter: readonly Row[];
  readonly notes: readonly Note[];
}

/** Rows that may stand below the notes. */
const MOST_BELOW = 4;

/** How a note is marked: in its own line and where it is referred to. */
interface MarkStyle {
  readonly line: RegExp;
  readonly mark: RegExp;
  /** Such lines are lists more often than notes: the word 注释 must stand above them. */
  readonly needsHeading: boolean;
}

const BRACKETED = '[[〔\uFF3B]([0-9]{1,3})[\\]〕\uFF3D]';
const CIRCLED = '([\u2460-\u2473\u3251-\u325F\u32B1-\u32BF])';
const STYLES: readonly MarkStyle[] = [
  {
    line: new RegExp(`^${BRACKETED}\\s*(?=\\S)`, 'u'),
    mark: new RegExp(BRACKETED, 'gu'),
    needsHeading: false,
  },
  {
    line: new RegExp(`^(?:注释?\\s*)?${CIRCLED}\\s*[:\uFF1A]?\\s*(?=\\S)`, 'u'),
    mark: new RegExp(`(?<=[^\\s])${CIRCLED}`, 'gu'),
    needsHeading: true,
  },
];
const HEADING =
  /^(?:注释|註釋|注释与参考文献|参考文献|參考文獻|参考资料|參考資料|注解|脚注|尾注|注|註)\s*[:\uFF1A]?$/u;

/**
 * Finds [1] in the text with [1] … lines at its end. Marks without such a line stay text, and so does everything
 * when a line has no mark: then the lines are a list of literature.
 */
export function readTypedNotes(rows: readonly Row[]): TypedNotes {
  for (const style of STYLES) {
    const found = readStyle(rows, style);
    if (found) return found;
  }
  return { rows, rowsAfter: [], notes: [] };
}

function readStyle(rows: readonly Row[], style: MarkStyle): TypedNotes | undefined {
  const place = notesPlace(rows, style.line);
  const lines = rows.slice(place.start, place.end) as TextRow[];
  const heading = rows[place.start - 1];
  const isUnderHeading = heading?.type === 'line' && HEADING.test(heading.text);
  const needsHeading = style.needsHeading || place.end < rows.length;
  if (lines.length === 0 || (needsHeading && !isUnderHeading)) return undefined;
  const [before, after] = [rows.slice(0, place.start), rows.slice(place.end)];
  const idByMark = new Map(lines.map((row) => [numberOf(row, style.line), `n${numberOf(row, style.line)}`]));
  const marked = new Set(before.flatMap((row) => (row.type === 'line' ? marksIn(row, style) : [])));
  if (![...idByMark.keys()].every((mark) => marked.has(mark))) return undefined;
  const notes = lines.map((row): Note => {
    const restAt = style.line.exec(row.text)?.[0].length ?? 0;
    const children = trimInlines(sliceInlines(row.inlines, restAt));
    return {
      id: `n${numberOf(row, style.line)}`,
      kind: 'endnote',
      children: [{ type: 'paragraph', children }],
    };
  });
  const marks = before.map((row) => (row.type === 'line' ? withReferences(row, idByMark, style) : row));
  return { rows: marks, rowsAfter: after, notes };
}

/** [3] and ③ are 3; 0 when there is none. */
function signValue(sign = ''): number {
  return Number(sign.normalize('NFKC')) || 0;
}

function numberOf(row: TextRow, line: RegExp): number {
  return signValue(line.exec(row.text)?.[1]);
}

function marksIn(row: TextRow, { mark }: MarkStyle): number[] {
  return [...row.text.matchAll(mark)].map((match) => signValue(match[1]));
}

/** Where the last run of [1], [2], … lines stands; a signature or a remark may follow it. */
function notesPlace(rows: readonly Row[], line: RegExp): { start: number; end: number } {
  const isNote = (row: Row | undefined): row is TextRow => row?.type === 'line' && line.test(row.text);
  let end = rows.length;
  while (end > 0 && rows.length - end < MOST_BELOW && !isNote(rows[end - 1])) end--;
  let start = end;
  while (isNote(rows[start - 1])) start--;
  const numbers = rows.slice(start, end).map((row) => (isNote(row) ? numberOf(row, line) : 0));
  return numbers.every((number, index) => number === index + 1) ? { start, end } : { start: end, end };
}

function withReferences(row: TextRow, idByMark: ReadonlyMap<number, string>, { mark }: MarkStyle): TextRow {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of row.text.matchAll(mark)) {
    const noteId = idByMark.get(signValue(match[1]));
    if (noteId === undefined) continue;
    inlines.push(...sliceInlines(row.inlines, at, match.index), { type: 'noteReference', noteId });
    at = match.index + match[0].length;
  }
  return at === 0 ? row : withInlines(row, [...inlines, ...sliceInlines(row.inlines, at)]);
}

/** Takes out the word above the notes once they have left it. */
export function removeNotesHeading({
  rows,
  rowsAfter,
  notes,
}: TypedNotes): Pick<Cleaned, 'rows' | 'removed'> {
  const last = rows.at(-1);
  if (notes.length === 0 || last?.type !== 'line' || !HEADING.test(last.text)) {
    return { rows: [...rows, ...rowsAfter], removed: [] };
  }
  return {
    rows: [...rows.slice(0, -1), ...rowsAfter],
    removed: [{ line: last.line, text: last.source, rule: 'notes-heading' }],
  };
}
