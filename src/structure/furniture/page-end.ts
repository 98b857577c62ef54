import { parseLabel } from '../../numbering/index.js';
import { findWrap, isFlush, isFull } from '../repairs/wrap-evidence.js';
import { endsSentence, hanCount, isBody, type Row, type TextRow } from '../row.js';
import { hasOpenLines } from './open-lines.js';
import { titlesOfPages } from './other-pages.js';
import { repliesBelow } from './replies.js';
import {
  belongsToText,
  isSentence,
  isSurelySites,
  mayBeSites,
  type PageSeen,
  siteEvidence,
} from './site-evidence.js';
import { spokenWords } from './site-words.js';

/** No tail of a page is longer, and no text need be read to know its words. */
const LONGEST_TAIL = 60;
const LONGEST_SPOKEN = 100_000;

/** A note of a few lines has no tail. */
const SHORTEST_TEXT = 30;

/** Of the last rows, the words are in question. */
const MOST_UNHEARD = 12;

/** Less is a word that a text may end with. */
const ENOUGH = 1.5;
const LONGEST_HAN = 30;
/** A paragraph of a marked-up page goes for what it says, not for where it stands. */
const ENOUGH_IN_MARKUP = 2;

/**
 * The rows below the place where the article ends and the site begins, in order.
 *
 * The tail is judged as a whole: the cut is put where what stands below it speaks most for the site, every row of the
 * text below the cut speaking against it. So one line that nobody knows does not hold back those around it, and a line
 * of the site within a text takes nothing along.
 */
export function findPageEnd(rows: readonly Row[], seen: PageSeen): readonly Row[] {
  const isLonger = longerTexts(rows, seen);
  let sum = 0;
  let best = ENOUGH;
  let cut = rows.length;
  let isSure = false;
  for (let at = rows.length - 1; at > 0 && at >= rows.length - LONGEST_TAIL; at--) {
    const row = rows[at] as Row;
    sum += siteEvidence(row, seen);
    isSure ||= isSurelySites(row, seen);
    if (sum <= best || !isSure || !isLonger(at) || mayEndText(row, seen) || goesOn(rows, at)) continue;
    best = sum;
    cut = at;
  }
  return rows.slice(cut);
}

/**
 * Whether what stands above a row is longer than what stands from it on, lines of known shapes aside. A page has more
 * text than tail; where it would be otherwise, the short lines are the text: a poem that speaks of 点击 and 分享.
 */
function longerTexts(rows: readonly Row[], seen: PageSeen): (at: number) => boolean {
  const sizeOf = (row: Row): number => (row.type === 'line' && seen.weightOf(row) < 2 ? row.han : 0);
  const blocks = rows.some(({ type }) => type !== 'line' && type !== 'rule');
  let sizes: number[] = [];
  let [all, below, from] = [0, 0, rows.length];
  return (at) => {
    if (sizes.length === 0) {
      sizes = rows.map(sizeOf);
      all = sizes.reduce((sum, size) => sum + size, 0);
    }
    while (from > at) below += sizes[--from] ?? 0;
    return blocks || (all >= SHORTEST_TEXT && below * 2 <= all);
  };
}

/** 三、收藏 with 二、注册 above it: a section of the text. */
function goesOn(rows: readonly Row[], at: number): boolean {
  const row = rows[at];
  const label = row?.type === 'line' ? parseLabel(row.text)?.label : undefined;
  if (!label || label.ordinal < 2) return false;
  return rows.slice(Math.max(0, at - LONGEST_TAIL), at).some((other) => {
    const before = other.type === 'line' ? parseLabel(other.text)?.label : undefined;
    return before?.scheme === label.scheme && before.ordinal === label.ordinal - 1;
  });
}

/** A text that speaks of rights and downloads may end with such a sentence: the tail does not begin with it. */
function mayEndText(row: Row, seen: PageSeen): boolean {
  return (
    row.type === 'line' && seen.weightOf(row) < 3 && /[。\uFF1B…]$/u.test(row.text) && isSentence(row, seen)
  );
}

/** What has to be known of a page before its rows can be judged. */
export function seePage(rows: readonly Row[], weightOf: (row: Row) => number): PageSeen {
  const isSite = (row: Row): boolean => weightOf(row) >= 2;
  let text = '';
  const end = rows.length - Math.min(MOST_UNHEARD, Math.floor(rows.length / 3));
  for (const row of rows.slice(0, end)) {
    if (text.length > LONGEST_SPOKEN) break;
    if (row.type === 'line' && (isBody(row) || endsSentence(row.text)) && weightOf(row) < 3)
      text += `${row.text.slice(0, LONGEST_SPOKEN)}\n`;
  }
  const seen: PageSeen = {
    spoken: spokenWords(text),
    isOpen: hasOpenLines(rows, isSite),
    wrapped: wrappedRows(rows),
    weightOf,
  };
  return { ...seen, others: writtenByOthers(rows, seen) };
}

/** Below it a row is nobody's or the text's. */
const SURELY = 1;

/** Rows in the tail that the site shows and did not write. */
function writtenByOthers(rows: readonly Row[], seen: PageSeen): ReadonlySet<Row> {
  const isSite = (row: Row): boolean => siteEvidence(row, seen) >= SURELY;
  const mayBeTitle = (row: TextRow): boolean =>
    row.unit === 'physical' &&
    row.headingLevel === undefined &&
    hanCount(row.text) <= LONGEST_HAN &&
    !/[。\uFF1B\uFF0C]$/u.test(row.text) &&
    !belongsToText(row);
  return new Set([
    ...titlesOfPages(rows.slice(-LONGEST_TAIL), mayBeTitle, isSite),
    ...repliesBelow(rows, LONGEST_TAIL, isSite),
  ]);
}

function wrappedRows(rows: readonly Row[]): ReadonlySet<Row> {
  const wrap = findWrap(rows);
  const wrapped = new Set<Row>();
  for (let at = Math.max(1, rows.length - LONGEST_TAIL); wrap && at < rows.length; at++) {
    const [before, row] = [rows[at - 1], rows[at]];
    if (before?.type !== 'line' || row?.type !== 'line' || endsSentence(before.text)) continue;
    const goesOn = row.blankLinesBefore <= wrap.spacing.blankLines && isFlush(row, wrap.spacing);
    if (goesOn && isFull(before, wrap)) wrapped.add(before).add(row);
  }
  return wrapped;
}

/** Entries in a row, bracketed, counted, labelled or pointed at: no shape of a title. */
const ROW_OF_TOOLS =
  /^\p{Script=Han}{2,6}[:\uFF1A]|\S[ \u3000|\uFF5C·/]{1,4}\S|[\]】][[【]|\d|(?:手机|电脑|移动|触屏)版$|^[\u2190-\u2193\u25B2\u25BC\u{1F446}-\u{1F449}]/u;
const ENOUGH_ABOVE = 1;
const LONGEST_ABOVE = 80;

/** A line above the text that speaks of the page alone: 收藏此文章 投地雷, 全文检索 高级检索. */
export function goesWithHead(row: Row, seen: PageSeen): row is TextRow {
  if (
    row.type !== 'line' ||
    row.unit !== 'physical' ||
    row.text.length > LONGEST_ABOVE ||
    isSentence(row, seen) ||
    row.text.includes('\t')
  )
    return false;
  return ROW_OF_TOOLS.test(row.text) && !belongsToText(row) && siteEvidence(row, seen) >= ENOUGH_ABOVE;
}

/** Of the rows below the text, those that may go though no other rule names them. */
export function goesWithTail(row: Row, seen: PageSeen): row is TextRow {
  if (row.type !== 'line' || row.headingLevel !== undefined) return false;
  if (seen.others?.has(row)) return true;
  const evidence = siteEvidence(row, seen);
  if (row.unit !== 'physical') return evidence >= ENOUGH_IN_MARKUP;
  if (evidence > 0 || (isSentence(row, seen) && mayBeSites(row, seen))) return true;
  return hanCount(row.text) <= LONGEST_HAN && !endsSentence(row.text) && !belongsToText(row);
}
