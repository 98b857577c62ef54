import { parseLabel } from '../../numbering/index.js';
import { readSalutation } from '../blocks/letter.js';
import type { Cleaned } from '../removal.js';
import type { FactReason } from '../report.js';
import { endsSentence, isBody, mayBeTitle, type Row, type TextRow } from '../row.js';
import { bodyWords } from './body-words.js';
import { isByline, isPublisher } from './byline.js';
import { isSiteName } from './site-name.js';
import { holdsAnother, LONGEST_HEAD, LONGEST_LINE, type Told, titleScore } from './title-cues.js';

/** Takes the title's place among the short lines above the text, and what a site has written above it. */

/** Copies of a title stand together. */
const COPIES_WITHIN = 6;
/** By how much the title has to beat what stands above it. */
const MARGIN = 3;
/** A line that nothing speaks for, so far behind the title, is a site's as well. */
const FAR = 6;
/** From here down a line is a site's by itself, whatever stands around it. */
const SURELY_NONE = -3;

function isCandidate(row: Row, { isKept }: Told): row is TextRow {
  return (
    row.type === 'line' &&
    isKept(row) &&
    row.unit === 'physical' &&
    row.headingLevel === undefined &&
    !isByline(row) &&
    !/^[\u2014(\uFF08【[]/u.test(row.text) &&
    row.text.length <= 2 * LONGEST_LINE &&
    (!endsSentence(row.text) || mayBeTitle(row))
  );
}

/** The rows without what stood above the title, and the title when its place is sure. */
export interface Placed extends Cleaned {
  readonly title?: TextRow;
}

/** Takes away what a site has written above the title. */
export function removeAboveTitle(whole: readonly Row[], left: readonly Row[], told: Told): Placed {
  const none: Placed = { rows: left, removed: [], facts: [] };
  const end = whole.findIndex(
    (row) =>
      told.isKept(row) && (row.type !== 'line' || row.headingLevel !== undefined || isText(row, whole)),
  );
  if (end < 2 || end > LONGEST_HEAD) return none;
  const words = bodyWords(whole.slice(end).filter(told.isKept));
  const scored = whole.slice(0, end).flatMap((row, index) => {
    if (!isCandidate(row, told)) return [];
    const seen = { ...told, rows: whole, index, end, words };
    return [{ row, index, score: titleScore(row, seen), holds: holdsAnother(row, seen) }];
  });
  const best = scored.reduce((top, one) => (top && top.score >= one.score ? top : one), scored[0]);
  if (!best || best.score <= 0) return none;
  const above = scored.filter(({ index, score }) => index < best.index && best.score - score >= MARGIN);
  const sure = new Set<Row>(
    above
      .filter(({ score, holds }) => holds || score <= SURELY_NONE || (score < 0 && best.score - score >= FAR))
      .map(({ row }) => row),
  );
  const isSiteNear = whole
    .slice(0, best.index)
    .some((row) => sure.has(row) || (!told.isKept(row) && told.isSite(row)));
  const strays = above.map(({ row }) => row).filter((row) => sure.has(row) || isSiteNear);
  const dropped: ReadonlySet<Row> = new Set(strays);
  return {
    rows: left.filter((row) => !dropped.has(row)),
    removed: strays.map(({ line, source }) => ({ line, text: source, rule: 'above-title' })),
    facts: strays.filter(({ text }) => isPublisher(text) && !isSiteName(text)).map(sourceOf),
    ...(best.score >= MARGIN && { title: best.row }),
  };
}

/** 云溪县教育局, 东州晚报: who publishes, printed above the title. */
function sourceOf({ line, text }: TextRow): FactReason {
  return { fact: 'sourceName', value: text, line, rule: 'above-title' };
}

function isText(row: Row, rows: readonly Row[]): boolean {
  // a letter begins with whom it addresses
  if (row.type === 'line' && (parseLabel(row.text) !== undefined || readSalutation(row, 0) !== undefined))
    return true;
  if (!isBody(row)) return false;
  return row.type !== 'line' || !(mayBeTitle(row) || isCopied(row, rows));
}

/** A long title of several offices, which a page prints more than once. */
function isCopied({ text }: TextRow, rows: readonly Row[]): boolean {
  const copies = rows.slice(0, COPIES_WITHIN).filter((row) => row.type === 'line' && row.text === text);
  return copies.length > 1 && !endsSentence(text);
}
