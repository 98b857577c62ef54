import { parseLabel } from '../../numbering/index.js';
import { isCaption } from '../blocks/captions.js';
import { CLOSING_WORDS } from '../blocks/letter.js';
import { parseDate } from '../provenance/dates.js';
import { asks, endsInColon, endsSentence, isBody, type Row, type TextRow, widthEm } from '../row.js';

const LONGEST = 20;
/** Latin words are half as wide. */
const WIDEST_EM = 26;
const LONG_TEXT = 30;
const SHORTEST_SENTENCE = 2;

/** 1949年, 2015年 起步: the head of a year in a chronicle. */
export const YEAR: RegExp =
  /^(?:公元)?[12][0-9]{3}年(?:[0-9]{1,2}月)?(?:[\s:\uFF1A\u2014]{1,3}[^\uFF0C。]{1,20})?$/u;
/** 3月1日 星期一 晴: the head of an entry of a diary. */
export const DAY: RegExp =
  /^(?:[12][0-9]{3}\s?[-./年]\s?)?[0-9一二三四五六七八九十]{1,3}\s?[-./月]\s?[0-9一二三四五六七八九十]{1,3}(?:[-~\uFF5E\u2013\u2014至、][0-9一二三四五六七八九十]{1,3})?\s?[日号]?(?:[\s\uFF0C(\uFF08、]{0,3}(?:星期|周|礼拜)[一二三四五六日天])?[)\uFF09]?(?:[\s\uFF0C]{0,3}\p{Script=Han}{1,6}){0,2}(?:[\u2014\u2013-]{1,2}\p{Script=Han}{1,6}){0,3}$/u;

/** 看塔人：钥匙交了三次: who speaks, and what of; a mark or a quote makes it speech. */
export const SPEAKER: RegExp = /^([\p{Script=Han}·]{2,8})[:\uFF1A](?=[^:\uFF1A\uFF0C。、“「]{3,18}$)/u;
/** 常见技巧：让“普通”变“不普通”: a topic, and what is said of it. Speech is a quote from its colon on. */
const TOPIC =
  /^(?!.{0,12}[说道曰问答喊写称]\s?[:\uFF1A])[^:\uFF1A\uFF0C。]{2,16}[:\uFF1A](?![“「『"])[^:\uFF1A。\uFF0C\uFF1B]{4,20}$/u;
/** 家常红烧肉（铁锅版本）, Bourne shell, 从“原则”到“实践”. */
const OPEN_END = /[\p{Script=Han}\p{L}0-9\uFF1F\uFF01)\uFF09”」』》]$/u;
/** All of it in quotes is what somebody said. */
const ALL_QUOTED = /^[“「『][^“”「」『』]*[”」』]$|^[(\uFF08][^()\uFF08\uFF09]*[)\uFF09]$/u;
/** 你好！, 大家好！ */
const GREETING = /^\p{Script=Han}{0,6}好[!\uFF01]$/u;
/** Names of files and pictures, addresses, and labels with a name behind them. */
const OF_A_MACHINE = /^(?:image|img|logo|photo|video)\b|[\w-]\.[a-z]{2,4}\b|[@_=<>{}\\/|\t]/iu;
/** -, •, 1.: an item of a list. */
const BEGINS_BULLET: ReadonlySet<string> = new Set('•·●○▪■◆◇▶►‣∙-*\u2013');
const BULLET = /^[•·●○▪■◆◇▶►‣∙\-*\u2013]\s+(?=\S)|^[•●▪‣∙]/u;

/** A short line that ends as no sentence does, and is no date, caption, label or question of a talk. */
export function isBare(row: TextRow): boolean {
  const { text } = row;
  return (
    isFree(row) &&
    row.han >= 2 &&
    /[\p{Script=Han}\uFF1F\uFF01]$/u.test(text) &&
    !/\s{2,}|〔/u.test(text) &&
    (!/[\uFF1A:]/u.test(text) || SPEAKER.test(text))
  );
}

/** The same with a colon, brackets, quotes or Latin words inside. */
export function isLooselyBare(row: TextRow): boolean {
  const { text } = row;
  const isPlain = !/[\uFF1A:]/u.test(text) || TOPIC.test(text) || SPEAKER.test(text);
  return isFree(row) && isPlain && OPEN_END.test(text) && !ALL_QUOTED.test(text) && /\p{L}{2}/u.test(text);
}

/** What any heading without a number must be. */
function isFree(row: TextRow): boolean {
  const { text } = row;
  return (
    row.headingLevel === undefined &&
    text.length <= WIDEST_EM * 2 &&
    row.han <= LONGEST &&
    widthEm(text) <= WIDEST_EM &&
    !/\uFF0C.*\uFF0C|[。\uFF1B]/u.test(text) &&
    !OF_A_MACHINE.test(text) &&
    !hasBullet(text) &&
    !DAY.test(text) &&
    !YEAR.test(text) &&
    !asks(row) &&
    !isCaption(text) &&
    !CLOSING_WORDS.test(text) &&
    !GREETING.test(text) &&
    parseLabel(text) === undefined
  );
}

function hasBullet(text: string): boolean {
  return BEGINS_BULLET.has(text.charAt(0)) && BULLET.test(text);
}

export function isVeryShort({ text, han }: TextRow): boolean {
  return han <= 6 && widthEm(text) <= 8;
}

export function isLeadIn(row: Row | undefined): boolean {
  return row?.type === 'line' && endsInColon(row.text);
}

export function isLineBody(row: Row | undefined): boolean {
  return row?.type === 'line' && isBody(row);
}

/** A paragraph, and no short one. */
export function isLong(row: Row | undefined): boolean {
  return row?.type === 'line' && row.han >= LONG_TEXT && endsSentence(row.text);
}

/** A sentence of any length: 起来了。 */
export function isSentence(row: Row | undefined): boolean {
  return row?.type === 'line' && row.han >= SHORTEST_SENTENCE && endsSentence(row.text);
}

const SPOKEN = /^[“「『][^”」』]*[”」』]$/u;

/** “谁？” alone on its line. */
export function isSpeech(row: Row | undefined): boolean {
  return row?.type === 'line' && '“「『'.includes(row.text.charAt(0)) && SPOKEN.test(row.text);
}

/** Nothing goes on below it: a sentence that ends, a picture's caption, what is no line. */
export function closes(row: Row | undefined): boolean {
  return row === undefined || row.type !== 'line' || endsSentence(row.text) || isCaption(row.text);
}

export function opensList(row: Row | undefined): boolean {
  if (row?.type !== 'line') return row?.type === 'list';
  return parseLabel(row.text)?.label.ordinal === 1 || hasBullet(row.text);
}

export function isItem(row: Row | undefined): boolean {
  if (row?.type !== 'line') return row?.type === 'list';
  return parseLabel(row.text) !== undefined || hasBullet(row.text);
}

/** Fewer blank lines stand before it than before the other. */
export function isCloser(row: Row | undefined, other: TextRow): boolean {
  return row?.type === 'line' && row.blankLinesBefore < other.blankLinesBefore;
}

/** A day below it makes it the name of one who signs. */
export function isOverDay(after: Row | undefined): boolean {
  return after?.type === 'line' && parseDate(after.text) !== undefined;
}
