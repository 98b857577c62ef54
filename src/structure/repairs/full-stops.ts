import { opaqueSpans } from '../inline-text.js';
import { hanCount, type Row, type TextRow } from '../row.js';
import { SIGN } from '../signs.js';
import { surveyOf } from '../survey.js';
import type { Repair } from './punctuation.js';

/** So many rows that end in a point show that the page's stops are points. */
const FEWEST_ROWS = 3;
/** A shorter row that ends in a point may be a number, a heading or half a title. */
const SHORTEST_SENTENCE = 12;
/** What stands between two points of a list of literature is shorter: 列宁.新生的中国. */
const SHORTEST_CLAUSE = 8;

const LAST = /(?<=[\p{Script=Han}”’」』》\uFF09)])\.(?=["”’」』\uFF09)]{0,2}$)/u;
const INNER = /(?<=[\p{Script=Han}”’」』》\uFF09)])\.(?=\s?[\p{Script=Han}“‘「『《])/gu;
const SPEAKS = /[\uFF0C,。]|\p{Script=Han}{8}/u;
const STOP = /。/gu;
/** [1] 王海.渡口[J].: points part author, title and place there. */
const LITERATURE = /^[[〔\uFF3B]\s?[0-9]|\[[A-Z](?:\/[A-Z]{1,2})?\]/u;

/** Whether the document writes points for full stops: many rows end in one, and hardly any in 。. */
export function writesPoints(rows: readonly Row[]): boolean {
  if ((surveyOf(rows).signs & SIGN.dot) === 0) return false;
  const lines = rows.filter((row): row is TextRow => row.type === 'line' && row.unit === 'physical');
  const points = lines.filter(
    ({ text, signs }) => (signs & SIGN.dot) !== 0 && LAST.test(text.slice(-4)) && !LITERATURE.test(text),
  ).length;
  if (points < FEWEST_ROWS) return false;
  const stops = lines.reduce((sum, { text }) => sum + (text.match(STOP)?.length ?? 0), 0);
  return points > stops * 2;
}

/**
 * The edits that make full stops of points behind Han: at the end of a sentence, and within it where the whole document
 * does so. Points part other things too: 1.2, 王海.渡口, 一.基本情况.
 */
export function stopRepairs({ text, inlines, unit, signs }: TextRow, always: boolean): Repair[] {
  if (unit !== 'physical' || (signs & SIGN.dot) === 0 || LITERATURE.test(text)) return [];
  const last = LAST.exec(text.slice(-4));
  const end = last === null ? [] : [Math.max(0, text.length - 4) + last.index];
  const isSentence = always || (hanCount(text) >= SHORTEST_SENTENCE && SPEAKS.test(text));
  const inner = always ? innerStops(text) : [];
  const opaque = opaqueSpans(inlines);
  return [...inner, ...(isSentence ? end : [])]
    .filter((at) => !opaque.some((span) => at >= span.start && at < span.end))
    .map((at) => ({ start: at, end: at + 1, insert: '。', rule: 'full-width-punctuation' }));
}

function innerStops(text: string): number[] {
  const found: number[] = [];
  let from = 0;
  for (const { index } of text.matchAll(INNER)) {
    const clause = text.slice(from, index);
    if (/[\uFF0C,]/u.test(clause) || hanCount(clause) >= SHORTEST_CLAUSE) found.push(index);
    from = index + 1;
  }
  return found;
}
