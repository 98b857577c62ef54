import type { DraftCode } from '../../model/index.js';
import type { Cleaned } from '../removal.js';
import type { Row, TextRow } from '../row.js';
import { surveyOf } from '../survey.js';
import {
  type CodeRow,
  codeRow,
  countTripleQuotes,
  isForeign,
  mayBeCode,
  namesLanguage,
} from './code-shapes.js';

/** Fewer rows are a quotation within the text. */
const FEWEST_ROWS = 3;
/** More blank lines end a piece of code. */
const MOST_BLANK = 2;
/** A text in """ is no longer. */
const LONGEST_QUOTED = 60;
const SPACES_PER_EM = 2;

/**
 * Code that lost its fences: rows that are plainly code become one block, with indents and blank lines as they were.
 * This comes before all repairs, since a program's marks and spaces are not prose's.
 */
export function readTypedCode(rows: readonly Row[]): readonly Row[] {
  const pieces: { readonly start: number; readonly end: number }[] = [];
  for (let at = 0; at < rows.length; ) {
    const { end, isCode } = pieceAt(rows, at);
    if (isCode) pieces.push({ start: at, end });
    at = end;
  }
  if (pieces.length === 0) return rows;
  const found: Row[] = [];
  let from = 0;
  for (const { start, end } of pieces) {
    for (const row of rows.slice(from, start)) found.push(row);
    found.push(toCode(rows.slice(start, end) as TextRow[], rows[start - 1]));
    from = end;
  }
  for (const row of rows.slice(from)) found.push(row);
  return found;
}

/** The names of languages, which their blocks bear now. */
export function removeLanguageNames(rows: readonly Row[]): Omit<Cleaned, 'facts'> {
  if (!surveyOf(rows).hasCode) return { rows, removed: [] };
  const isName = (row: Row, below: Row | undefined): row is TextRow =>
    row.type === 'line' && below?.type === 'code' && below.language === row.text;
  const names = rows.filter((row, at): row is TextRow => isName(row, rows[at + 1]));
  const gone = new Set<Row>(names);
  return {
    rows: names.length === 0 ? rows : rows.filter((row) => !gone.has(row)),
    removed: names.map(({ line, source }) => ({ line, text: source, rule: 'code-language' })),
  };
}

function isPlain(row: Row | undefined): row is TextRow {
  return row?.type === 'line' && row.unit === 'physical' && row.headingLevel === undefined;
}

/** Rows that are code, or that need not be looked at again; at least one. */
interface Piece {
  readonly end: number;
  readonly isCode: boolean;
}

function pieceAt(rows: readonly Row[], start: number): Piece {
  if (!isPlain(rows[start])) return { end: start + 1, isCode: false };
  const named = endOfNamed(rows, start);
  const shaped = shapedPiece(rows, start);
  if (named === undefined) return shaped;
  return { end: shaped.isCode ? Math.max(named, shaped.end) : named, isCode: true };
}

/** The rows from here on that look like code, and whether enough of them do. */
function shapedPiece(rows: readonly Row[], start: number): Piece {
  const { indentEm, text } = rows[start] as TextRow;
  if (codeRow(text) === undefined) return { end: start + 1, isCode: false };
  const kinds: CodeRow[] = [];
  let [at, end, indented] = [start, start, false];
  for (let row = rows[at]; isPlain(row); row = rows[at]) {
    const isInner = row.indentEm > indentEm;
    const kind = codeRow(row.text) ?? (isInner && at > start && isForeign(row.text) ? 'likely' : undefined);
    // a remark is the code's when code follows right below it
    const most = end === start ? 0 : MOST_BLANK;
    if (kind === undefined || (at > start && row.blankLinesBefore > most)) break;
    const after = endOfQuoted(rows, at);
    if (kind !== 'neutral' || after > at + 1) end = after;
    kinds.push(kind);
    indented ||= isInner;
    at = after;
  }
  const code = kinds.filter((kind) => kind !== 'neutral').length;
  const sure = kinds.filter((kind) => kind === 'sure').length;
  const isCode = end - start >= FEWEST_ROWS && code >= 2 && sure >= (indented ? 1 : 2);
  return isCode ? { end, isCode } : { end: Math.max(at, start + 1), isCode };
}

/** The row after the text in """ that this row opens; the next row when it opens none. */
function endOfQuoted(rows: readonly Row[], at: number): number {
  if (countTripleQuotes((rows[at] as TextRow).text) % 2 === 0) return at + 1;
  for (let end = at + 1; end < at + LONGEST_QUOTED; end++) {
    const row = rows[end];
    if (!isPlain(row)) break;
    if (countTripleQuotes(row.text) % 2 === 1) return end + 1;
  }
  return at + 1;
}

/** Rows below the name of a language, however few, up to the first that cannot be code. */
function endOfNamed(rows: readonly Row[], start: number): number | undefined {
  const name = rows[start - 1];
  const first = rows[start] as TextRow;
  if (!isPlain(name) || !namesLanguage(name.text) || first.blankLinesBefore > 1) return undefined;
  if (!mayBeCode(first.text)) return undefined;
  let end = start + 1;
  for (let row = rows[end]; isPlain(row) && row.blankLinesBefore === 0; row = rows[++end])
    if (!mayBeCode(row.text)) break;
  return end;
}

function toCode(rows: readonly TextRow[], above: Row | undefined): DraftCode {
  const [first] = rows as [TextRow, ...TextRow[]];
  const least = rows.reduce((indent, row) => Math.min(indent, row.indentEm), first.indentEm);
  const gaps = blankRows(rows);
  const lines = rows.flatMap((row, index) => [
    ...Array.from({ length: gaps[index] ?? 0 }, () => ''),
    ' '.repeat(Math.round((row.indentEm - least) * SPACES_PER_EM)) + row.text,
  ]);
  return {
    type: 'code',
    line: first.line,
    text: lines.join('\n'),
    ...(isPlain(above) && namesLanguage(above.text) && { language: above.text }),
  };
}

/** Blank rows above each row. Pages double the ends of lines: what stands above all rows, or twice above some, is theirs. */
function blankRows([, ...others]: readonly TextRow[]): number[] {
  const blanks = others.map(({ blankLinesBefore }) => blankLinesBefore);
  const least = blanks.reduce((one, other) => Math.min(one, other), MOST_BLANK);
  const gaps = blanks.map((blank) => blank - least);
  const unit = gaps.filter((gap) => gap > 0).reduce((one, other) => Math.min(one, other), MOST_BLANK);
  return [0, ...gaps.map((gap) => Math.round(gap / unit))];
}
