import { parseLabel } from '../../numbering/index.js';
import { readSalutation } from '../blocks/letter.js';
import { cutSiteTalk } from '../furniture/site-lead.js';
import type { Cleaned } from '../removal.js';
import type { FactReason } from '../report.js';
import { endsSentence, hanCount, isBody, mayBeTitle, type Row, type TextRow } from '../row.js';
import { type BodyWords, bodyWords } from './body-words.js';
import { isByline, isPublisher } from './byline.js';
import { NumberedRows } from './numbered-rows.js';
import { isSiteName } from './site-name.js';
import {
  holdsAnother,
  LONGEST_HEAD,
  LONGEST_LINE,
  speaksForPage,
  type Told,
  titleScore,
} from './title-cues.js';

/** Takes the title's place among the short lines above the text, and what a site has written above it. */

/** Copies of a title stand together. */
const COPIES_WITHIN = 6;
/** By how much the title has to beat what stands above it. */
const MARGIN = 3;
/** A line that nothing speaks for, so far behind the title, is a site's as well. */
const FAR = 6;
/** From here down a line is a site's by itself, whatever stands around it. */
const SURELY_NONE = -3;
/** So much better is the title at least than what goes because it is short and said nowhere else. */
const LEAD = 2;
const LONGEST_ASIDE = 8;
/** Where all lines are short, a head of so many rows at most is looked for. */
const LONGEST_BARE_HEAD = 12;

function isCandidate(row: Row, { isKept }: Told): row is TextRow {
  return (
    row.type === 'line' &&
    isKept(row) &&
    row.unit === 'physical' &&
    row.headingLevel === undefined &&
    !isByline(row) &&
    // 【专题】旧船坞 is a title, 【专题】 and （一） are none
    !/^(?:\u2014|[(\uFF08]|[【[](?![^】\]]{1,8}[】\]]\S{4}))/u.test(row.text) &&
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
  const numbered = new NumberedRows(whole);
  const ends = [headEnd(whole, told, () => false), headEnd(whole, told, (row) => numbered.standsAlone(row))];
  for (const [index, end] of ends.entries()) {
    if (end < 2 || end > LONGEST_HEAD) continue;
    // a numbered line is asked only where no other is the title
    const found = placeIn(whole, end, told, index === 0 ? MARGIN : LEAD);
    if (!found) continue;
    const dropped: ReadonlySet<Row> = new Set(found.strays);
    return {
      rows: left.filter((row) => !dropped.has(row)),
      removed: found.strays.map(({ line, source }) => ({ line, text: source, rule: 'above-title' })),
      facts: found.strays.filter(({ text }) => isPublisher(text) && !isSiteName(text)).map(sourceOf),
      ...(found.isSure && { title: found.title }),
    };
  }
  return none;
}

interface Scored {
  readonly row: TextRow;
  readonly index: number;
  readonly score: number;
  /** Another candidate is a part of it. */
  readonly holds: boolean;
}

/**
 * The best of the lines above the text, and those above it that are a site's.
 *
 * @param enough From which score on the line is the title for sure.
 */
function placeIn(
  whole: readonly Row[],
  end: number,
  told: Told,
  enough: number,
): { readonly title: TextRow; readonly isSure: boolean; readonly strays: readonly TextRow[] } | undefined {
  const words = bodyWords(whole.slice(end).filter(told.isKept));
  const isPage = whole.slice(0, end).some((row) => isOfPage(row, told));
  const scored = whole.slice(0, end).flatMap((row, index): Scored[] => {
    if (!isCandidate(row, told)) return [];
    const seen = { ...told, rows: whole, index, end, words, isPage };
    return [{ row, index, score: titleScore(row, seen), holds: holdsAnother(row, seen) }];
  });
  const [first] = scored;
  // where nothing is a site's, the first line has to be a bad one before another is the title
  const best =
    isPage || (first && first.score < 0)
      ? scored.reduce((top, one) => (top && !isBetter(one, top) ? top : one), first)
      : first;
  const isOnlyOne = isPage && scored.every((one) => one === best || one.score <= -LEAD);
  if (!best || best.score < (isOnlyOne ? 0 : 1)) return undefined;
  const above = scored.filter(({ index }) => index < best.index);
  const behind = above.filter(({ score }) => best.score - score >= MARGIN);
  const sure = new Set<Scored>(
    behind.filter(
      ({ score, holds }) => holds || score <= SURELY_NONE || (score < 0 && best.score - score >= FAR),
    ),
  );
  const isSiteNear = sure.size > 0 || whole.slice(0, best.index).some((row) => isTaken(row, told));
  const isSure = best.score >= enough;
  const filed = isSure
    ? whole.slice(0, best.index).findIndex((row) => row.type === 'line' && isFiled(row.text))
    : -1;
  const strays = above.filter(
    (one) =>
      (filed < 0 || one.index < filed) &&
      ((behind.includes(one) && (sure.has(one) || isSiteNear)) ||
        (isPage && best.score - one.score >= LEAD && isAside(one.row, words))),
  );
  return { title: best.row, isSure, strays: strays.map(({ row }) => row) };
}

/** 证券代码：002815 公告编号：2019-108: with such a row begins the document that a page shows. */
function isFiled(text: string): boolean {
  return /(?:代码|编号|文号|编码)\s?[:\uFF1A]\s?\S{3}/u.test(text) && text.length <= 2 * LONGEST_LINE;
}

/** 下面是小编为大家整理的…: the site's, though it is a sentence. */
function isSiteLead(row: Row): boolean {
  return row.type === 'line' && cutSiteTalk(row, 'lead').rows.length === 0;
}

function isTaken(row: Row, { isKept, isSite }: Told): boolean {
  return !isKept(row) && isSite(row);
}

/** A line that only the page of a site has above its text. */
function isOfPage(row: Row, told: Told): boolean {
  return (
    isTaken(row, told) ||
    isSiteLead(row) ||
    (!told.isKept(row) && told.tells(row)) ||
    (row.type === 'line' && speaksForPage(row.text))
  );
}

/** A later line has to be better by some way, unless the name of a site or a paper stands above it. */
function isBetter(one: Scored, other: Scored): boolean {
  const isNamed = isPublisher(other.row.text) || isSiteName(other.row.text);
  return one.score >= other.score + (isNamed ? 0 : LEAD);
}

/**
 * Where the text begins; behind the last line that tells who and when, on a page that has short lines only.
 *
 * @param mayStand Whether a numbered line, with which a text begins, may be a title.
 */
function headEnd(whole: readonly Row[], told: Told, mayStand: (row: TextRow) => boolean): number {
  const end = whole.findIndex(
    (row) =>
      told.isKept(row) &&
      (row.type !== 'line' || row.headingLevel !== undefined || isText(row, whole, mayStand)),
  );
  return end >= 0
    ? end
    : whole.slice(0, Math.min(LONGEST_BARE_HEAD, whole.length / 2)).findLastIndex(told.tells) + 1;
}

/** A word or two above the title, of which the text does not speak. */
function isAside({ text }: TextRow, words: BodyWords): boolean {
  return hanCount(text) <= LONGEST_ASIDE && words.shareOf(text).share < 0.25;
}

/** 云溪县教育局, 东州晚报: who publishes, printed above the title. */
function sourceOf({ line, text }: TextRow): FactReason {
  return { fact: 'sourceName', value: text, line, rule: 'above-title' };
}

function isText(row: Row, rows: readonly Row[], mayStand: (row: TextRow) => boolean): boolean {
  if (row.type === 'line' && parseLabel(row.text) !== undefined && !mayStand(row)) return true;
  // a letter begins with whom it addresses
  if (row.type === 'line' && readSalutation(row, 0) !== undefined) return true;
  if (isSiteLead(row)) return false;
  if (!isBody(row)) return false;
  return row.type !== 'line' || !(mayBeTitle(row) || isCopied(row, rows));
}

/** A long title of several offices, which a page prints more than once. */
function isCopied({ text }: TextRow, rows: readonly Row[]): boolean {
  const copies = rows.slice(0, COPIES_WITHIN).filter((row) => row.type === 'line' && row.text === text);
  return copies.length > 1 && !endsSentence(text);
}
