import type { Row } from '../row.js';
import { SIGN } from '../signs.js';

/** 南方的鱼 2008-07-21 08:30:12: who wrote a reply, and at which minute. */
const HEAD =
  /^(?=\D)[^\s:\uFF1A\uFF0C。]{1,16}(?:\s+\S{1,8})?\s+(?:发表于|评论于|回复于)?\s*(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}[:\uFF1A]\d{2}(?:[:\uFF1A]\d{2})?$/u;
const LONGEST_HEAD = 60;
/** A minute of the day has both. */
const MINUTE = SIGN.digit | SIGN.colon;
/** Rows between the site's last line and the first reply. */
const NEAR = 3;

function isReplyHead(row: Row | undefined): boolean {
  return (
    row?.type === 'line' &&
    row.text.length <= LONGEST_HEAD &&
    (row.signs & MINUTE) === MINUTE &&
    HEAD.test(row.text)
  );
}

/**
 * What readers wrote below the site's lines, each under a name and a minute. A chat that is the text itself has such
 * heads above as well.
 *
 * @param isSite A row of the site.
 */
export function repliesBelow(
  rows: readonly Row[],
  longestTail: number,
  isSite: (row: Row) => boolean,
): readonly Row[] {
  const first = rows.findIndex(isReplyHead);
  if (first < 0 || first < rows.length - longestTail) return [];
  if (!rows.slice(Math.max(0, first - NEAR), first).some(isSite)) return [];
  return rows.slice(first).flatMap((row, at) => {
    const below = rows[first + at + 1];
    return !isReplyHead(row) ? [] : below !== undefined && !isReplyHead(below) ? [row, below] : [row];
  });
}
