import type { Inline } from '../../model/index.js';
import { parseLabel } from '../../numbering/index.js';
import { joinInlines, sliceInlines, trimInlines } from '../inline-text.js';
import { isHan, type Row, type TextRow } from '../row.js';
import type { Recognised } from './letter.js';
import { countFree, FREE_LINES } from './verse-runs.js';

/** Lengths of a clause in regulated verse. */
const METRES: ReadonlySet<number> = new Set([5, 7]);
const LONGEST_LINE = 32;
/** Rows that are looked through for the source of a wrapped poem. */
const MOST_WRAPPED = 12;

const CLAUSE_END = /[\uFF0C。\uFF1B\uFF01\uFF1F、,;?!]/u;
/** ——调寄《临江仙》: who or what the verse is from. */
const ATTRIBUTION = /^\u2014{1,2}\s*(?=[^。\uFF0C\uFF1F\uFF01]{1,20}$)/u;

/** Lines of verse from `at` on, with the line after them that names their source. */
export function readVerse(rows: readonly Row[], at: number): Recognised | undefined {
  const wrapped = countWrapped(rows, at);
  const count = wrapped || Math.max(countMetrical(rows, at), countClassical(rows, at)) || countFree(rows, at);
  if (count === 0) return undefined;
  const lines = toLines(rows.slice(at, at + count), wrapped > 0);
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
  for (let row = rows[at]; row?.type === 'line'; row = rows[at + count]) {
    if (row.headingLevel !== undefined || !test(row)) break;
    count++;
  }
  return count;
}

/** Two lines and more of one metre. Two equal lines without a pause are a chance, unless a colon leads to them. */
function countMetrical(rows: readonly Row[], at: number): number {
  const first = rows[at];
  const metre = first?.type === 'line' ? metreOf(first) : undefined;
  if (!metre) return 0;
  const count = countWhile(rows, at, (row) => metreOf(row)?.clause === metre.clause);
  const before = rows[at - 1];
  const isLedTo = before?.type === 'line' && /[:\uFF1A]$/u.test(before.text);
  const enough = metre.hasPauses || isLedTo ? 2 : FREE_LINES;
  return count >= enough ? count : 0;
}

/** Words that classical verse has not, and modern prose hardly does without. */
const MODERN = /[的了着这那们吗呢吧很]|[0-9A-Za-z“”‘’「」《》\uFF08(\uFF1A:]/u;
const SHORTEST_CLASSICAL_CLAUSE = 2;
const LONGEST_CLASSICAL_CLAUSE = 9;
const LONGEST_CLASSICAL_LINE = 20;

/** Lines of 词 and of couplets: clauses of any short length, none with a modern word. */
function countClassical(rows: readonly Row[], at: number): number {
  const first = rows[at];
  // asked at each row: a run is walked through from its first line only
  if (first?.type !== 'line' || !isClassical(first)) return 0;
  const before = rows[at - 1];
  if (before?.type === 'line' && isClassical(before)) return 0;
  const count = countWhile(rows, at, isClassical);
  return count >= FREE_LINES ? count : 0;
}

function isClassical({ text }: TextRow): boolean {
  if (text.length > LONGEST_CLASSICAL_LINE + 4 || MODERN.test(text) || parseLabel(text)) return false;
  if (!/[\uFF0C。\uFF1B\uFF01\uFF1F]$/u.test(text)) return false;
  return text
    .split(CLAUSE_END)
    .slice(0, -1)
    .every(({ length }) => length >= SHORTEST_CLASSICAL_CLAUSE && length <= LONGEST_CLASSICAL_CLAUSE);
}

interface Metre {
  /** Characters in each clause. */
  readonly clause: number;
  readonly hasPauses: boolean;
}

/** All clauses have five characters, or all seven; a line without a pause inside has two of them. */
function metreOf({ text, han }: TextRow): Metre | undefined {
  if (text.length > LONGEST_LINE + 8 || han > LONGEST_LINE) return undefined;
  const clauses = text
    .replace(/[“”"]/gu, '')
    .split(CLAUSE_END)
    .filter((clause) => clause !== '');
  const [first = ''] = clauses;
  const length = [...first].length;
  const isEven = clauses.every((clause) => [...clause].length === length && [...clause].every(isHan));
  if (!isEven) return undefined;
  if (clauses.length >= 2) return METRES.has(length) ? { clause: length, hasPauses: true } : undefined;
  return METRES.has(length / 2) && CLAUSE_END.test(text)
    ? { clause: length / 2, hasPauses: false }
    : undefined;
}

/**
 * A poem that was wrapped with a blank line after each line (三国演义 does): short lines, one at least of which stops
 * in the middle of a clause, then a line that names their source.
 */
function countWrapped(rows: readonly Row[], at: number): number {
  const isShort = (row: Row | undefined): boolean =>
    row?.type === 'line' &&
    row.headingLevel === undefined &&
    row.han <= LONGEST_LINE &&
    !parseLabel(row.text);
  if (!isShort(rows[at])) return 0;
  const near = rows.slice(at, at + MOST_WRAPPED);
  const end = near.findIndex((row) => row.type === 'line' && isAttribution(row.text));
  const lines = near.slice(0, Math.max(end, 0));
  const stopsShort = lines.some((row) => row.type === 'line' && isHan(row.text.at(-1)));
  return lines.length >= 2 && stopsShort && lines.every(isShort) ? lines.length : 0;
}

function isAttribution(text: string): boolean {
  return text.startsWith('\u2014') && ATTRIBUTION.test(text);
}

/** Lines, with an empty one between stanzas. A line that stopped in the middle of a clause goes on in the next. */
function toLines(rows: readonly Row[], wrapped: boolean): (readonly Inline[])[] {
  const lines: Inline[][] = [];
  const gaps = rows.slice(1).map((row) => (row.type === 'line' ? row.blankLinesBefore : 0));
  const usualGap = gaps.reduce((least, gap) => Math.min(least, gap), Number.POSITIVE_INFINITY);
  let isOpen = false;
  for (const row of rows) {
    if (row.type !== 'line') continue;
    const last = isOpen ? lines.pop() : undefined;
    if (lines.length > 0 && !last && !wrapped && row.blankLinesBefore > usualGap) lines.push([]);
    lines.push(last ? joinInlines(last, '', row.inlines) : [...row.inlines]);
    isOpen = wrapped && isHan(row.text.at(-1));
  }
  return lines;
}
