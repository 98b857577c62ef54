import { parseLabel } from '../../numbering/index.js';
import { parseDate } from '../provenance/dates.js';
import type { Row, TextRow } from '../row.js';
import { NAMES_OFFICER } from './letter.js';

/** Free verse needs this many lines, since two short lines may be anything. */
export const FREE_LINES = 4;
const LONGEST_FREE_LINE = 22;
/** So many Han are no line of verse; how many more does not matter. */
const TOO_LONG = LONGEST_FREE_LINE + 1;

/** What no line of verse has. */
const NOT_OF_VERSE: readonly RegExp[] = [
  // a cell of a table, a bullet, a choice of a question, a blank to fill in
  /\t|^[-\u2022\u25AA\u25A0*]\s|[\u25CB\u25CF]|^[A-H]\s?[.\uFF0E、]|_{2}/u,
  // speech, a lead to what follows, a label (地点：…)
  /[:\uFF1A”」]$|^\S{1,8}[:\uFF1A]/u,
  // a document's number, any other, a contents list and its leaders, a list of attachments
  /^目\s{0,3}[录錄]$|〔\d{4}〕|[0-9]{2}|\u2026{3}|^附\s?[件录]/u,
  // 稻米 两碗, 生姜 1小块
  /\s(?:[一二两三四五六七八九十半几适少]{1,2}\p{Script=Han}{1,2}|[0-9][0-9./]{0,4}\s?(?:\p{Script=Han}{1,3}|[gkml]{1,2}))$/u,
  // who writes, or what a picture shows
  /(?:有限公司|委员会|人民政府|人民法院|头像|截[图圖]|照片|剧照|配图|示意[图圖])$/u,
  // 台中——日月潭——阿里山——高雄: a way
  /(?:\u2014{2}[^\u2014]{1,12}){3}/u,
];
/** Lines of a word each are cells of a table, or a menu. */
const SHORTEST_MEAN = 3;
const SHORTEST_PROSE = 14;

/** How far the lines that may be verse go on from each row, found in one walk from the end. */
interface Runs {
  /** Index after the last line that stands close below the one before it with the same indent. */
  readonly closeEnd: Int32Array;
  /** Index after the last line that stands in a stanza with the same indent, blank lines between stanzas or not. */
  readonly looseEnd: Int32Array;
  /** How many lines stand close below another before each row. */
  readonly closeBefore: Int32Array;
  /** Index after the last line that stops without ending a sentence, all since this row doing so. */
  readonly openEnd: Int32Array;
  /** How many Han stand before each row. */
  readonly hanBefore: Int32Array;
  /** How many open lines stand before each row. */
  readonly openBefore: Int32Array;
}

const known = new WeakMap<readonly Row[], Runs>();

/**
 * Free verse from `at` on: short lines of which half at least stop without ending a sentence. Lines that stand close
 * together say more than lines in a text that parts all of them, where every one must be open.
 *
 * @returns How many rows it has; 0 when it is none.
 */
export function countFree(rows: readonly Row[], at: number): number {
  // nothing else need be known of most rows
  if (!mayBeVerse(rows[at])) return 0;
  const runs = known.get(rows) ?? findRuns(rows);
  known.set(rows, runs);
  const end = runs.closeEnd[at] ?? at;
  const close = end - at;
  const open = (runs.openBefore[end] ?? 0) - (runs.openBefore[at] ?? 0);
  const loose = stanzasFrom(runs, at);
  if (close >= FREE_LINES && open >= close / 2) return Math.max(close, loose);
  if (loose > 0) return loose;
  const allOpen = (runs.openEnd[at] ?? at) - at;
  const han = (runs.hanBefore[at + allOpen] ?? 0) - (runs.hanBefore[at] ?? 0);
  return allOpen >= FREE_LINES && han > allOpen * SHORTEST_MEAN ? allOpen : 0;
}

/** Stanzas: lines close together in groups that blank lines part. */
function stanzasFrom({ looseEnd, openBefore, closeBefore }: Runs, at: number): number {
  const end = looseEnd[at] ?? at;
  const count = end - at;
  const open = (openBefore[end] ?? 0) - (openBefore[at] ?? 0);
  const close = (closeBefore[end] ?? 0) - (closeBefore[at + 1] ?? 0);
  return count >= FREE_LINES && open >= count / 2 && close >= count / 2 ? count : 0;
}

function findRuns(rows: readonly Row[]): Runs {
  const closeEnd = new Int32Array(rows.length);
  const openEnd = new Int32Array(rows.length);
  const looseEnd = new Int32Array(rows.length);
  const openBefore = new Int32Array(rows.length + 1);
  const hanBefore = new Int32Array(rows.length + 1);
  const closeBefore = new Int32Array(rows.length + 1);
  for (const [at, row] of rows.entries()) {
    openBefore[at + 1] = (openBefore[at] ?? 0) + (row.type === 'line' && isOpen(row) ? 1 : 0);
    hanBefore[at + 1] = (hanBefore[at] ?? 0) + (row.type === 'line' ? Math.min(row.han, TOO_LONG) : 0);
    const isClose = row.type === 'line' && row.blankLinesBefore === 0;
    closeBefore[at + 1] = (closeBefore[at] ?? 0) + (isClose ? 1 : 0);
  }
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at];
    if (!mayBeVerse(row) || !isVerseLine(row)) {
      closeEnd[at] = openEnd[at] = looseEnd[at] = at;
      continue;
    }
    const next = rows[at + 1];
    const follows = next?.type === 'line' && next.headingLevel === undefined;
    const isClose = follows && next.blankLinesBefore === 0 && next.indentEm === row.indentEm;
    closeEnd[at] = isClose ? Math.max(at + 1, closeEnd[at + 1] ?? 0) : at + 1;
    const isLoose = follows && next.indentEm === row.indentEm && !isProseBelow(row, next);
    looseEnd[at] = isLoose ? Math.max(at + 1, looseEnd[at + 1] ?? 0) : at + 1;
    const goesOn = follows && (openEnd[at + 1] ?? 0) > at + 1;
    openEnd[at] = !isOpen(row) ? at : goesOn ? (openEnd[at + 1] ?? at + 1) : at + 1;
  }
  return { closeEnd, looseEnd, openEnd, hanBefore, openBefore, closeBefore };
}

function mayBeVerse(row: Row | undefined): row is TextRow {
  return row?.type === 'line' && row.han > 0 && row.han <= LONGEST_FREE_LINE;
}

function isVerseLine({ text, unit }: TextRow): boolean {
  return (
    // a paragraph of its own that ends in a comma is a line of verse; without a mark it may be anything
    (unit === 'physical' || /[\uFF0C、。\uFF1B\uFF01\uFF1F]$/u.test(text)) &&
    !NOT_OF_VERSE.some((sign) => sign.test(text)) &&
    !NAMES_OFFICER.test(text) &&
    parseDate(text) === undefined &&
    !parseLabel(text)
  );
}

/** A blank line, then the first line that ends in 。 and runs longer: the text goes on below captions. */
function isProseBelow(row: TextRow, next: TextRow): boolean {
  return (
    next.blankLinesBefore > row.blankLinesBefore &&
    !/\p{P}$/u.test(row.text) &&
    /。$/u.test(next.text) &&
    next.han >= SHORTEST_PROSE
  );
}

function isOpen({ text }: TextRow): boolean {
  return /[\p{Script=Han}\uFF0C,、]$/u.test(text);
}
