import { opaqueSpans } from '../inline-text.js';
import type { TextRow } from '../row.js';
import { SIGN } from '../signs.js';
import type { Repair } from './punctuation.js';

/** What {@link quoteRepairs} finds in one paragraph. */
export interface QuoteRepairs {
  readonly repairs: readonly Repair[];
  /** An odd number of straight quotes: which one is missing cannot be known, so all stay. */
  readonly odd: boolean;
}

const NONE: QuoteRepairs = { repairs: [], odd: false };

/**
 * Pairs the straight quotes of a Chinese paragraph into “ ” and ‘ ’. Inches (15") and English sentences keep
 * theirs. Wants whole paragraphs: a pair may reach over a hard wrap.
 */
export function quoteRepairs({ text, inlines, signs, han }: TextRow): QuoteRepairs {
  if ((signs & SIGN.straightQuote) === 0 || han === 0) return NONE;
  const opaque = opaqueSpans(inlines);
  const marks = [...text.matchAll(/"/gu)]
    .map(({ index }) => index)
    .filter((at) => !isInch(text, at) && !opaque.some(({ start, end }) => at >= start && at < end));
  if (marks.length % 2 === 1) return { repairs: [], odd: true };
  const double = marks.flatMap((start, index) => {
    const end = marks[index + 1];
    if (index % 2 === 1 || end === undefined) return [];
    return isChinese(text, start, end) ? pair(start, end, '“', '”') : [];
  });
  const single = [...text.matchAll(/(?<![A-Za-z])'([^']{1,200})'(?![A-Za-z])/gu)].flatMap((match) => {
    const end = match.index + match[0].length - 1;
    return /\p{Script=Han}/u.test(match[0]) ? pair(match.index, end, '‘', '’') : [];
  });
  const repairs = [...double, ...single].sort((one, other) => one.start - other.start);
  return { repairs, odd: false };
}

function isInch(text: string, at: number): boolean {
  return /[0-9]/u.test(text[at - 1] ?? '') && !text.slice(0, at).includes('"');
}

/** Han inside the quotes or right beside them. */
function isChinese(text: string, start: number, end: number): boolean {
  return /\p{Script=Han}/u.test(text.slice(Math.max(start - 1, 0), end + 2));
}

function pair(start: number, end: number, opening: string, closing: string): Repair[] {
  return [
    { start, end: start + 1, insert: opening, rule: 'straight-quotes' },
    { start: end, end: end + 1, insert: closing, rule: 'straight-quotes' },
  ];
}
