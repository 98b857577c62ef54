import { parseLabel } from '../../numbering/index.js';
import { NumberedRows } from '../provenance/numbered-rows.js';
import { isBody, mayBeTitle, type Row, type TextRow } from '../row.js';
import { hasOpenLines } from './open-lines.js';

/** Where the article's own text begins and ends among the rows: [headEnd, tailStart). */
export interface Frame {
  /** Index of the first body row: what stands before it is title, metadata or furniture. */
  readonly headEnd: number;
  /** Index after the last body row. */
  readonly tailStart: number;
}

/** A head longer than this is no head but a text of short lines. */
const LONGEST_HEAD = 24;

/**
 * Finds the window of the article. The same words are metadata outside of it and text inside (他说：“来源：网络…”).
 *
 * @param isSite Rows that speak for a site, which a text may do too.
 * @param below Rows that stand below the text, judged together.
 * @param isKnown Rows that are furniture or metadata by their shape, however long they are.
 */
export function findFrame(
  rows: readonly Row[],
  isKnown: (row: Row) => boolean,
  isSite: (row: Row) => boolean,
  below: ReadonlySet<Row>,
): Frame {
  const opening = rows.find((row): row is TextRow => row.type === 'line' && !isKnown(row));
  const title = opening && mayBeTitle(opening) ? opening : undefined;
  const isText = (row: Row): boolean => row !== title && isBody(row) && !isKnown(row);
  // a question with the site's lines below it is a title, whatever stands above
  const asksAbove = (row: Row, index: number): boolean =>
    row.type === 'line' &&
    mayBeTitle(row) &&
    rows[index + 1] !== undefined &&
    isKnown(rows[index + 1] as Row);
  // a numbered line opens a text that is all short lines, unless it is the title itself: a chapter on a page of its own
  const numbered = new NumberedRows(rows);
  const isNumbered = (row: Row): boolean =>
    row.type === 'line' && parseLabel(row.text) !== undefined && !isKnown(row) && !numbered.standsAlone(row);
  const first = rows.findIndex(
    (row, index) => (isText(row) && !asksAbove(row, index)) || (row !== opening && isNumbered(row)),
  );
  const isOwn = (row: Row): boolean => isKnown(row) || isSite(row);
  const last = hasOpenLines(rows, isOwn)
    ? rows.findLastIndex((row) => !isOwn(row))
    : lastText(rows, isText, isOwn);
  const headEnd = Math.min(first < 0 ? rows.length : first, LONGEST_HEAD);
  const tail = rows.findIndex((row) => below.has(row));
  const end = last < 0 ? rows.length : last + 1;
  return { headEnd, tailStart: Math.max(tail < 0 ? end : Math.min(end, tail), headEnd) };
}

/** The last row of text. A sentence that a site may say is none where its neighbours are the site's. */
function lastText(
  rows: readonly Row[],
  isText: (row: Row) => boolean,
  isSite: (row: Row) => boolean,
): number {
  let last = rows.findLastIndex(isText);
  for (let row = rows[last]; row !== undefined && isSite(row); row = rows[last]) {
    const near = [rows[last - 1], rows[last + 1], rows[last + 2]];
    const before = rows.slice(0, last).findLastIndex(isText);
    if (before < 0 || !near.some((other) => other !== undefined && isSite(other))) break;
    last = before;
  }
  return last;
}

/** Head and tail, as seen from one row. */
export function placeOf(index: number, frame: Frame): 'head' | 'body' | 'tail' {
  if (index < frame.headEnd) return 'head';
  return index >= frame.tailStart ? 'tail' : 'body';
}
