import { parseLabel } from '../../numbering/index.js';
import { countButtons } from '../furniture/button-rows.js';
import { endsSentence, hanCount, type Row, type TextRow } from '../row.js';
import type { BodyWords } from './body-words.js';
import { isPublisher } from './byline.js';
import { collectionOf } from './collection-title.js';
import { parseDate } from './dates.js';
import { isLabelled, isPairs } from './label-shape.js';
import { parseMetadata } from './metadata.js';
import { isPersonName } from './names.js';
import { OF_BOOKS } from './numbered-rows.js';
import { isSiteName } from './site-name.js';

/**
 * Which of the short lines above the text is the title, judged by where it stands and what it is shaped like. No list
 * of words says what a site writes above a title: its name, a slogan, a menu nobody has seen.
 */

/** A head longer than this is no head but a text of short lines. */
export const LONGEST_HEAD = 30;
export const LONGEST_LINE = 45;

/** What the other rules made of the rows, each a test of one row. */
export interface Told {
  readonly isKept: (row: Row) => boolean;
  /** A site's own line: menu, breadcrumb, button. */
  readonly isSite: (row: Row) => boolean;
  /** A line that says who wrote the text, or when. */
  readonly tells: (row: Row) => boolean;
}

export interface Seen extends Told {
  readonly rows: readonly Row[];
  readonly index: number;
  /** Where the text begins. */
  readonly end: number;
  readonly words: BodyWords;
  /** Some line of the head is a site's for sure. */
  readonly isPage: boolean;
}

interface Cue {
  readonly weight: number;
  readonly holds: (row: TextRow, seen: Seen) => boolean;
}

/** How much speaks for a line as the title. */
export function titleScore(row: TextRow, seen: Seen): number {
  return CUES.reduce((sum, { weight, holds }) => sum + (holds(row, seen) ? weight : 0), 0);
}

const CUES: readonly Cue[] = [
  // the writer and the day stand right under a title
  {
    weight: 3,
    holds: (_row, { rows, index, tells }) =>
      isRow(
        rows[index + 1],
        (row) => !countsThread(row) && (tells(row) || (row.type === 'line' && isLabelled(row.text))),
      ),
  },
  // and a forum counts above it
  { weight: 3, holds: (_row, { rows, index }) => isRow(rows[index - 1], countsThread) },
  { weight: 1, holds: (_row, seen) => standsOverText(seen) },
  { weight: 2, holds: ({ text }) => OF_BOOKS.has(parseLabel(text)?.label.scheme ?? '') },
  { weight: -2, holds: (row, seen) => isChannelOver(row, seen) },
  { weight: 2, holds: ({ text }, { words }) => isSpokenOf(text, words, 0.5) },
  { weight: 1, holds: ({ text }, { words }) => isSpokenOf(text, words, 0.25) },
  { weight: -2, holds: ({ text }, { words }) => isNeverNamed(text, words) },
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
  { weight: -4, holds: ({ text }) => isLabelled(text) },
  { weight: -2, holds: ({ text }) => isPairs(text) },
  { weight: -5, holds: (row, seen) => isInBlock(row, seen) },
  { weight: -4, holds: ({ text }) => isPath(text) || ENTRY.test(text) },
  { weight: -5, holds: ({ text }) => DOCUMENT_NUMBER.test(text) },
  { weight: -3, holds: ({ text }) => NUMBERED_LABEL.test(text) },
  { weight: -4, holds: (row, { rows }) => isStep(row, rows, (at) => at === 0) },
  // a book is a step on the way to its chapter too
  { weight: -2, holds: (row, { rows }) => isStep(row, rows, (at) => at > 0) },
  { weight: -3, holds: ({ text }) => ROOM.test(text) },
  { weight: -4, holds: ({ text }) => CALLS.test(text) || countButtons(text) > 0 || endsInButtons(text) },
  { weight: -2, holds: ({ text }) => isPublisher(text) || isSiteName(text) },
  { weight: -3, holds: ({ text }, { words }) => isPersonName(text) && !words.has(text) },
  { weight: -1, holds: ({ text }) => text.length <= 3 },
  { weight: -6, holds: ({ text }) => /^(?:https?:\/\/|www\.)\S*$/u.test(text) || isNoWord(text) },
  { weight: -5, holds: ({ text }) => parseDate(text) !== undefined || WEEKDAY.test(text) },
  { weight: -3, holds: ({ text }) => /。[^”」』]/u.test(text) },
];

/** 查看： 5911|回复： 14 */
function countsThread(row: Row): boolean {
  return row.type === 'line' && /^(?:查看|浏览|閱讀|阅读)[^\p{L}]{1,12}(?:回复|回覆|回帖)/u.test(row.text);
}

const OF_BLOCK = /^[\p{Script=Han} ]{2,8}[:\uFF1A]\s*\S/u;

/** 地点：… below 时间：…, 材料：… above 调料：…: one of several labels with their values, which belong to the text. */
function isInBlock({ text }: TextRow, { rows, index, isKept }: Seen): boolean {
  const isLike = (row: Row | undefined): boolean =>
    row?.type === 'line' && isKept(row) && OF_BLOCK.test(row.text);
  return OF_BLOCK.test(text) && (isLike(rows[index - 1]) || isLike(rows[index + 1]));
}

/** The last line above the text, lines of the site aside. */
function standsOverText({ rows, index, end, isKept, isPage }: Seen): boolean {
  return isPage && rows.slice(index + 1, end).every((row) => !isKept(row));
}

const LONGEST_CHANNEL = 6;
const LONGER = 10;

/** 精彩文章, 港聞: a word without a mark, and below it a line that is much longer. */
function isChannelOver({ text }: TextRow, { rows, index, end, isKept, isPage }: Seen): boolean {
  const han = hanCount(text);
  if (!isPage || han > LONGEST_CHANNEL || /[^\p{L}\p{N}\s]/u.test(text)) return false;
  return rows
    .slice(index + 1, end)
    .some(
      (row) =>
        row.type === 'line' &&
        isKept(row) &&
        hanCount(row.text) >= Math.max(LONGER, 2 * han) &&
        !endsSentence(row.text) &&
        !isLabelled(row.text),
    );
}

const WEEKDAY = /^(?:星期|周|週|礼拜)[一二三四五六日天]$/u;

/** logo, --.--, 0: signs, figures, or one word of a page's source. */
function isNoWord(text: string): boolean {
  return !/\p{Script=Han}/u.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) < 6;
}

/** A text shorter than this speaks of too little. */
const ENOUGH_TEXT = 150;
const FEWEST_PAIRS = 3;

function isSpokenOf(text: string, words: BodyWords, least: number): boolean {
  const { share, pairs } = words.shareOf(text);
  return pairs >= FEWEST_PAIRS && share >= least;
}

function isNeverNamed(text: string, words: BodyWords): boolean {
  const { share, pairs } = words.shareOf(text);
  return words.size >= ENOUGH_TEXT && pairs >= FEWEST_PAIRS && share === 0;
}

/** A site that addresses its reader, which no title does. */
const CALLS =
  /^[\u2190-\u2193\u25B2\u25BC\u2B06\u2B07\u{1F446}\u{1F447}]|(?:点击|點擊|[点點]击?[上下蓝].{0,4}|扫码|长按).{0,8}(?:关注|關注|订阅|訂閱|加入)|免费关注|加关注|^(?:欢迎|您好|游客|首发于|正在阅读|跳至|只需一步|读取中)|^(?:立即|免费|快速|我的|找回|用户|会员)?(?:登[录陆錄]|注[册冊]|密码|购物车|足迹)/u;
/** A room of a site, named by what is in it: 精彩文章, 通知公告, 港聞, 校园新闻. */
const ROOM =
  /^(?:精彩|热门|熱門|推荐|经典|最新|校园|学校|公司|通知|公告|行业|本地|社会|社會|国际|國際|港|要|时事|佳文|美文|好文|在线)?(?:文章|新闻|新聞|公告|公告中心|动态|[聞闻]|要闻|资讯|資訊|品读|阅读机|搜索|搜尋)$/u;

/** Words that a page says to its reader, or calls its rooms. */
export function speaksForPage(text: string): boolean {
  return CALLS.test(text) || ROOM.test(text) || isNoWord(text);
}

/** The number of an official document (党政机关公文格式, 7.3.5). */
const DOCUMENT_NUMBER = /^\p{Script=Han}{1,12}[〔[【(\uFF08]\d{4}[〕\]】)\uFF09](?:第\s?)?\d{1,5}[号號]$/u;
/** 服务热线：0518-878725, 距离高考还有：. */
const NUMBERED_LABEL = /^[^:\uFF1A]{2,14}[:\uFF1A]\s*[\d\s-]*$/u;
/** A tab of a browser or a menu with the page at its end: 首页 家常菜 …, and an entry of a list. */
const ENTRY = /^(?:首\s?[页頁]|\S{2,8}网|\S{2,8}網)[ \u3000]+\S|^[-\u2022*]\s/u;

function isRow(row: Row | undefined, test: (row: Row) => boolean): boolean {
  return row !== undefined && test(row);
}

/** Short words in a row, as menus have them: parted by spaces or bars, and none of them a name or a number. */
function isRowOfEntries(text: string): boolean {
  const entries = text.split(/\s*[|\uFF5C\u2502]\s*|[ \u3000]+/u).filter((entry) => entry !== '');
  const enough = entries.length >= 3;
  return enough && entries.every((entry) => /^[\p{L}+&]{1,8}$/u.test(entry) && hanCount(entry) <= 6);
}

/** 文书检索平台  返回列表  下载  打印: buttons behind the name of a site. */
function endsInButtons(text: string): boolean {
  const entries = text.split(/\s*[|\uFF5C\u2502]\s*|[ \u3000]+/u);
  return entries.slice(1).filter((entry) => countButtons(entry) > 0).length >= 2;
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

export function holdsAnother(row: TextRow, { rows, index, end }: Seen): boolean {
  return rows.slice(index + 1, end).some((other) => other.type === 'line' && isWithin(other.text, row.text));
}

/**
 * A line of its own that ends a longer one, or begins it before a bar, and that line is no sentence about it: an office
 * that opens the title of its notice (省政府办公厅 over 省政府办公厅关于…) is none.
 */
function isWithin(text: string, longer: string): boolean {
  return (
    hanCount(text) >= SHORTEST_SHARED &&
    longer.length > text.length &&
    longer.length <= text.length + LONGEST_LINE / 2 &&
    (longer.endsWith(text) ||
      /^\s?[-_|\u2014\uFF5C(\uFF08]/u.test(longer.startsWith(text) ? longer.slice(text.length) : '')) &&
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
