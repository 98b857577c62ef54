import { parseBareNumber, parseLabel } from '../../numbering/index.js';
import { parseCounted } from '../headings/counted-lines.js';
import { opensText } from '../headings/named-headings.js';
import { asks, endsSentence, hanCount, isBody, mayBeTitle, type Row, type TextRow } from '../row.js';
import { isAffiliation } from './bare-names.js';
import { collectionOf } from './collection-title.js';

/** Whether the first line of a text is its title, by what it looks like and what stands below. */

/** Titles have so many Han at most. */
export const LONGEST_TITLE = 45;
const ACCEPT_FROM = 3;

/** Kinds of official documents, with which their titles end (党政机关公文处理工作条例, article 8, and usage). */
export const DOCUMENT: RegExp =
  /^(?!.*[。\uFF0C]).{0,90}的?(?:通知|意见|决定|决议|公告|公报|通告|通报|报告|请示|批复|函|纪要|议案|方案|办法)$/u;

/** A stop or pause at the end; a closing quote only behind a mark or around the whole (我的“亲戚” is a title). */
const CLOSED = /[。\uFF0C\uFF1B;,、]$|[。\uFF01\uFF1F\uFF0C\u2026]”$|^“.*”$/u;

interface Cue {
  readonly name: string;
  readonly weight: number;
  readonly holds: (row: TextRow, rows: readonly Row[]) => boolean;
}

const CUES: readonly Cue[] = [
  { name: 'short', weight: 2, holds: ({ text }) => hanCount(text) <= LONGEST_TITLE && text.length <= 90 },
  { name: 'open-end', weight: 1, holds: ({ text }) => !/[。\uFF0C\uFF1B;,、]$/u.test(text) },
  { name: 'centred', weight: 2, holds: ({ align }) => align === 'center' },
  { name: 'counts-pieces', weight: 2, holds: ({ text }) => collectionOf(text).count !== undefined },
  { name: 'repeated', weight: 2, holds: isRepeated },
  {
    // lines of the site stood between it and the text
    name: 'above-removed',
    weight: 2,
    holds: (row, [, next]) =>
      row.type === 'line' &&
      next?.type === 'line' &&
      row.unit === 'physical' &&
      next.line - row.line > next.blankLinesBefore + 1,
  },
  { name: 'apart', weight: 1, holds: (_row, [, next]) => next?.type === 'line' && next.blankLinesBefore > 0 },
  {
    name: 'indents-differ',
    weight: 1,
    holds: (row, [, next]) => next?.type === 'line' && next.indentEm !== row.indentEm,
  },
  { name: 'closed', weight: -4, holds: ({ text }) => CLOSED.test(text) },
  { name: 'inner-stop', weight: -3, holds: ({ text }) => /。./u.test(text) },
  { name: 'entry', weight: -4, holds: ({ text }) => /^[-\u2022*]\s/u.test(text) },
  { name: 'addresses', weight: -3, holds: ({ text }) => /[:\uFF1A]$/u.test(text) },
  {
    name: 'numbered',
    weight: -4,
    holds: ({ text }, rows) =>
      (parseLabel(text) ?? parseBareNumber(text)) !== undefined || opensCount(text, rows),
  },
  { name: 'opens-text', weight: -6, holds: ({ text }) => opensText(text) },
  { name: 'affiliation', weight: -6, holds: ({ text }) => isAffiliation(text) },
  {
    name: 'greets',
    weight: -6,
    holds: ({ text }) => /^(?:欢迎|歡迎)(?:您|你)?(?:来到|來到|光临|光臨|访问|進入|进入)/u.test(text),
  },
  { name: 'asked', weight: -4, holds: asks },
  { name: 'dialogue', weight: -2, holds: ({ text }) => /^[“「]/u.test(text) && endsSentence(text) },
];

/** 问题一：… with 问题二：… below: the first of a series, not the title over it. */
function opensCount(text: string, rows: readonly Row[]): boolean {
  const first = parseCounted(text);
  if (first?.label.ordinal !== 1) return false;
  return rows.some((row) => {
    const other = row.type === 'line' ? parseCounted(row.text) : undefined;
    return other?.frame === first.frame && other.label.ordinal === 2;
  });
}

function isRepeated(row: TextRow, rows: readonly Row[]): boolean {
  return rows.some((other) => other !== row && other.type === 'line' && other.text === row.text);
}

/** Why the first line is the title, or undefined when it is not. */
export function titleRule(first: TextRow, rows: readonly Row[]): string | undefined {
  const headings = rows.filter(
    (row): row is TextRow => row.type === 'line' && row.headingLevel !== undefined,
  );
  // a centred line above headings that are marked: a title without a style of its own, as Word files have it
  const isSetApart = first.headingLevel === undefined && first.align === 'center' && headings[0] !== first;
  if (headings.length > 0 && !isSetApart) {
    const top = headings.reduce((least, { headingLevel = 9 }) => Math.min(least, headingLevel), 9);
    const isOnlyTop =
      first.headingLevel === top && headings.filter((row) => row.headingLevel === top).length === 1;
    return isOnlyTop ? 'top-heading' : undefined;
  }
  if (rows.length < 2) return undefined;
  const score = CUES.reduce((sum, { weight, holds }) => sum + (holds(first, rows) ? weight : 0), 0);
  // what asks or calls may be the first sentence too
  const needed = isBody(first) && mayBeTitle(first) ? ACCEPT_FROM + 1 : ACCEPT_FROM;
  const isTitleLike =
    !isBody(first) || mayBeTitle(first) || (DOCUMENT.test(first.text) && isRepeated(first, rows));
  return score >= needed && isTitleLike ? 'first-line' : undefined;
}
