import type { Inline } from '../model/index.js';
import { parseLabel } from '../numbering/index.js';
import { sliceInlines, trimInlines } from './inline-text.js';
import type { Recognised } from './letter.js';
import { hanCount, isHan, type Row, type TextRow } from './row.js';

/** Lengths of a clause in regulated verse. */
const METRES: ReadonlySet<number> = new Set([5, 7]);
const LONGEST_LINE = 32;
/** Free verse needs this many lines, since two short lines may be anything. */
const FREE_LINES = 4;
const LONGEST_FREE_LINE = 22;

const CLAUSE_END = /[\uFF0C。\uFF1B\uFF01\uFF1F、,;?!]/u;
/** ——调寄《临江仙》: who or what the verse is from. */
const ATTRIBUTION = /^(?:\u2014\u2014|\u2014)\s*(?=.{1,30}$)/u;

/** Lines of verse from `at` on, with the line after them that names their source. */
export function readVerse(rows: readonly Row[], at: number): Recognised | undefined {
  const metrical = countWhile(rows, at, isMetrical);
  const free = metrical >= 2 ? 0 : countWhile(rows, at, isFree);
  const closed = wrappedVerse(rows, at);
  const count = Math.max(metrical >= 2 ? metrical : 0, free >= FREE_LINES ? free : 0, closed ?? 0);
  if (count === 0) return undefined;
  const lines = toLines(
    rows.slice(at, at + count).filter((row): row is TextRow => row.type === 'line'),
    closed !== undefined,
  );
  const source = rows[at + count];
  const dash = source?.type === 'line' ? ATTRIBUTION.exec(source.text)?.[0].length : undefined;
  if (source?.type !== 'line' || dash === undefined) {
    return { blocks: [{ type: 'verse', lines }], rowsTaken: count };
  }
  const attribution = trimInlines(sliceInlines(source.inlines, dash));
  return {
    blocks: [{ type: 'quote', children: [{ type: 'verse', lines }], attribution }],
    rowsTaken: count + 1,
  };
}

function countWhile(rows: readonly Row[], at: number, test: (row: TextRow) => boolean): number {
  let count = 0;
  for (
    let row = rows[at];
    row?.type === 'line' && row.headingLevel === undefined && test(row);
    row = rows[at + count]
  )
    count++;
  return count;
}

/** All clauses have five characters, or all seven; a line without inner marks has two of them. */
function isMetrical({ text }: TextRow): boolean {
  if (hanCount(text) > LONGEST_LINE || text.length > LONGEST_LINE + 8) return false;
  const clauses = text
    .replace(/[“”"]/gu, '')
    .split(CLAUSE_END)
    .filter((clause) => clause !== '');
  if (clauses.some((clause) => ![...clause].every(isHan))) return false;
  const lengths = new Set(clauses.map((clause) => [...clause].length));
  const [length = 0] = lengths;
  if (lengths.size !== 1) return false;
  return (
    (clauses.length >= 2 && METRES.has(length)) ||
    (clauses.length === 1 && METRES.has(length / 2) && CLAUSE_END.test(text))
  );
}

/** A short line without an end mark, as free verse has them. */
function isFree(row: TextRow): boolean {
  const { text, unit } = row;
  if (unit !== 'physical' || hanCount(text) === 0 || hanCount(text) > LONGEST_FREE_LINE) return false;
  return /[\p{Script=Han}\uFF0C,、]$/u.test(text) && parseLabel(text) === undefined;
}

/**
 * A poem that was wrapped with a blank line after each line (三国演义 does): lines of one width that stop in the
 * middle of a clause, then a line that names its source.
 */
function wrappedVerse(rows: readonly Row[], at: number): number | undefined {
  const first = rows[at];
  if (first?.type !== 'line' || hanCount(first.text) > LONGEST_LINE) return undefined;
  const end = rows.slice(at, at + 12).findIndex((row) => row.type === 'line' && ATTRIBUTION.test(row.text));
  if (end < 2) return undefined;
  const lines = rows.slice(at, at + end);
  const fits = lines.every(
    (row) => row.type === 'line' && hanCount(row.text) <= LONGEST_LINE && parseLabel(row.text) === undefined,
  );
  return fits ? end : undefined;
}

/** A line that stopped in the middle of a clause goes on in the next. */
function toLines(rows: readonly TextRow[], wrapped: boolean): (readonly Inline[])[] {
  const lines: Inline[][] = [];
  let open = false;
  for (const row of rows) {
    const last = open ? lines.pop() : undefined;
    lines.push(last ? [...last, ...row.inlines] : [...row.inlines]);
    open = wrapped && isHan(row.text.at(-1));
  }
  return lines;
}
