import { parseLabel } from '../../numbering/index.js';
import { countButtons } from '../furniture/button-rows.js';
import type { Cleaned } from '../removal.js';
import { endsSentence, hanCount, isBody, mayBeTitle, type Row, type TextRow } from '../row.js';
import { isByline, isPublisher } from './byline.js';
import { parseMetadata } from './metadata.js';
import { isPersonName } from './names.js';
import { collectionOf } from './title.js';

/**
 * Which of the short lines above the text is the title, judged by where it stands and what it is shaped like. No list
 * of words says what a site writes above a title: its name, a slogan, a menu nobody has seen.
 */

/** A head longer than this is no head but a text of short lines. */
const LONGEST_HEAD = 30;
const LONGEST_LINE = 45;
/** Copies of a title stand together. */
const COPIES_WITHIN = 6;
/** By how much the title has to beat what stands above it. */
const MARGIN = 3;
/** From here down a line is a site's by itself, whatever stands around it. */
const SURELY_NONE = -3;

/** What the other rules made of the rows, each a test of one row. */
export interface Told {
  readonly isKept: (row: Row) => boolean;
  /** A site's own line: menu, breadcrumb, button. */
  readonly isSite: (row: Row) => boolean;
  /** A line that says who wrote the text, or when. */
  readonly tells: (row: Row) => boolean;
}

interface Seen extends Told {
  readonly rows: readonly Row[];
  readonly index: number;
  /** Where the text begins. */
  readonly end: number;
}

interface Cue {
  readonly weight: number;
  readonly holds: (row: TextRow, seen: Seen) => boolean;
}

const CUES: readonly Cue[] = [
  // the writer and the day stand right under a title
  { weight: 3, holds: (_row, { rows, index, tells }) => isRow(rows[index + 1], tells) },
  { weight: 1, holds: (_row, { rows, index, isSite }) => isRow(rows[index - 1], isSite) },
  { weight: 2, holds: (row, seen) => isNamedElsewhere(row, seen) },
  { weight: 3, holds: (row, seen) => isEndOfAnother(row, seen) },
  { weight: -4, holds: (row, seen) => holdsAnother(row, seen) },
  { weight: 4, holds: (_row, { rows, index }) => isRow(rows[index + 1], opensSubtitle) },
  { weight: 3, holds: (_row, { rows, index }) => isRow(rows[index - 1], saysTitle) },
  { weight: -4, holds: (row) => saysTitle(row) },
  { weight: 4, holds: ({ text }) => collectionOf(text).count !== undefined },
  { weight: 1, holds: ({ text }) => hanCount(text) >= 6 && hanCount(text) <= 40 },
  { weight: -4, holds: ({ text }) => isRowOfEntries(text) },
  { weight: -4, holds: ({ text }) => parseMetadata(text) !== undefined || text.includes('\t') },
  { weight: -4, holds: ({ text }) => isPath(text) || ENTRY.test(text) },
  { weight: -5, holds: ({ text }) => DOCUMENT_NUMBER.test(text) },
  { weight: -3, holds: ({ text }) => NUMBERED_LABEL.test(text) },
  { weight: -4, holds: (row, { rows }) => isStep(row, rows, (at) => at === 0) },
  // a book is a step on the way to its chapter too
  { weight: -2, holds: (row, { rows }) => isStep(row, rows, (at) => at > 0) },
  { weight: -4, holds: ({ text }) => CALLS.test(text) || countButtons(text) > 0 },
  { weight: -2, holds: ({ text }) => isPublisher(text) || SITE_NAME.test(text) },
  { weight: -3, holds: ({ text }) => isPersonName(text) },
  { weight: -1, holds: ({ text }) => text.length <= 3 },
];

/** A site that addresses its reader, which no title does. */
const CALLS =
  /^[\u2190-\u2193\u25B2\u25BC\u2B06\u2B07\u{1F446}\u{1F447}]|(?:点击|點擊|[点點]击?[上下蓝].{0,4}|扫码|长按).{0,8}(?:关注|關注|订阅|訂閱|加入)|免费关注|加关注|^(?:欢迎|您好|游客)/u;
/** The number of an official document (党政机关公文格式, 7.3.5). */
const DOCUMENT_NUMBER = /^\p{Script=Han}{1,12}[〔[【(\uFF08]\d{4}[〕\]】)\uFF09](?:第\s?)?\d{1,5}[号號]$/u;
/** 服务热线：0518-878725, 距离高考还有：. */
const NUMBERED_LABEL = /^[^:\uFF1A]{2,14}[:\uFF1A]\s*[\d\s-]*$/u;
/** A tab of a browser or a menu with the page at its end: 首页 家常菜 …, and an entry of a list. */
const ENTRY = /^(?:首\s?[页頁]|\S{2,8}网|\S{2,8}網)[ \u3000]+\S|^[-\u2022*]\s/u;
/** Ends of the names of sites and of their rooms. */
const SITE_NAME =
  /^\S{1,12}(?:网|網|博客|部落格|论坛|論壇|空间|空間|专栏|專欄|频道|主页|首页|书屋|书院|书城|小说|文库|门户|公众号|副刊|之家|日志)$|^[\w' -]{2,30}(?:Blog|blog|BLOG|Home|Site)$/u;

function isRow(row: Row | undefined, test: (row: Row) => boolean): boolean {
  return row !== undefined && test(row);
}

/** Short words in a row, as menus have them: parted by spaces or bars, and none of them a name or a number. */
function isRowOfEntries(text: string): boolean {
  const entries = text.split(/\s*[|\uFF5C\u2502]\s*|[ \u3000]+/u).filter((entry) => entry !== '');
  const enough = entries.length >= 3;
  return enough && entries.every((entry) => /^[\p{L}+&]{1,8}$/u.test(entry) && hanCount(entry) <= 6);
}

/** 观察网/地方/正文, 书窗网 - 随笔 - 正文. */
function isPath(text: string): boolean {
  const steps = text.split(/\s*[>»›\u2192\uFF1E/]\s*|\s[-\u2014]\s/u);
  return steps.length >= 3 && steps.every((step) => step.length >= 1 && step.length <= 20);
}

/** A step of the way to the page that is not its last: 书海阁 above 书海阁 > 武侠小说. */
function isStep({ text }: TextRow, rows: readonly Row[], isPlace: (at: number) => boolean): boolean {
  return rows.slice(0, LONGEST_HEAD).some((row) => {
    if (row.type !== 'line' || row.text === text) return false;
    const at = row.text.indexOf(text);
    return at >= 0 && isPlace(at) && /^\s*[>»›\u2192\uFF1E/|-]/u.test(row.text.slice(at + text.length));
  });
}

/** 文章标题: a label whose value is the line below. */
function saysTitle(row: Row): boolean {
  return row.type === 'line' && /^(?:文章|新闻|信息)?(?:标题|標題)[:\uFF1A]?$/u.test(row.text);
}

function opensSubtitle(row: Row): boolean {
  return row.type === 'line' && /^\u2014\u2014\S.{2,60}[^。]$/u.test(row.text);
}

const SHORTEST_SHARED = 6;

/** Another line of the head has it whole with more before it: a tab of the browser, a number, the name of a site. */
function isEndOfAnother(row: TextRow, { rows, index }: Seen): boolean {
  return rows.slice(0, index).some((other) => other.type === 'line' && isWithin(row.text, other.text));
}

function holdsAnother(row: TextRow, { rows, index, end }: Seen): boolean {
  return rows.slice(index + 1, end).some((other) => other.type === 'line' && isWithin(other.text, row.text));
}

/** A line of its own within a longer one, which is no sentence about it. */
function isWithin(text: string, longer: string): boolean {
  return (
    hanCount(text) >= SHORTEST_SHARED &&
    longer.length > text.length &&
    longer.length <= text.length + LONGEST_LINE / 2 &&
    longer.includes(text) &&
    collectionOf(longer).count === undefined &&
    (!endsSentence(text) || /[?!\uFF1F\uFF01]$/u.test(text))
  );
}

/** The site's own lines name the page they stand on: the end of a breadcrumb, a line for sharing. */
function isNamedElsewhere(row: TextRow, { rows, isKept }: Seen): boolean {
  if (hanCount(row.text) < 4) return false;
  return rows.some(
    (other) => other !== row && other.type === 'line' && !isKept(other) && other.text.includes(row.text),
  );
}

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
  const scored = whole.slice(0, end).flatMap((row, index) => {
    if (!isCandidate(row, told)) return [];
    const seen = { ...told, rows: whole, index, end };
    const score = CUES.reduce((sum, { weight, holds }) => sum + (holds(row, seen) ? weight : 0), 0);
    return [{ row, index, score, holds: holdsAnother(row, seen) }];
  });
  const best = scored.reduce((top, one) => (top && top.score >= one.score ? top : one), scored[0]);
  if (!best || best.score <= 0) return none;
  const above = scored.filter(({ index, score }) => index < best.index && best.score - score >= MARGIN);
  const sure = new Set<Row>(
    above.filter(({ score, holds }) => holds || score <= SURELY_NONE).map(({ row }) => row),
  );
  const isSiteNear = whole
    .slice(0, best.index)
    .some((row) => sure.has(row) || (!told.isKept(row) && told.isSite(row)));
  const strays = above.map(({ row }) => row).filter((row) => sure.has(row) || isSiteNear);
  const dropped: ReadonlySet<Row> = new Set(strays);
  return {
    rows: left.filter((row) => !dropped.has(row)),
    removed: strays.map(({ line, source }) => ({ line, text: source, rule: 'above-title' })),
    facts: [],
    ...(best.score >= MARGIN && { title: best.row }),
  };
}

function isText(row: Row, rows: readonly Row[]): boolean {
  if (row.type === 'line' && parseLabel(row.text) !== undefined) return true;
  if (!isBody(row)) return false;
  return row.type !== 'line' || !(mayBeTitle(row) || isCopied(row, rows));
}

/** A long title of several offices, which a page prints more than once. */
function isCopied({ text }: TextRow, rows: readonly Row[]): boolean {
  const copies = rows.slice(0, COPIES_WITHIN).filter((row) => row.type === 'line' && row.text === text);
  return copies.length > 1 && !endsSentence(text);
}
