import { parseLabel } from '../../numbering/index.js';
import { findDate } from '../provenance/dates.js';
import { parseMetadata } from '../provenance/metadata.js';
import { isPersonName } from '../provenance/names.js';
import { endsSentence, hanCount, isBody, type Row, type TextRow } from '../row.js';
import { SIGN } from '../signs.js';
import { countButtons } from './button-rows.js';
import { isLabelOfPages } from './other-pages.js';
import { toSimplified } from './simplified.js';
import { type SiteWords, siteWordsOf } from './site-words.js';

/** What is known of the page that a row stands on. */
export interface PageSeen {
  /** Words of sites that the text itself speaks in. */
  readonly spoken: ReadonlySet<string>;
  /** The text ends its lines without marks, as verse and instructions do. */
  readonly isOpen: boolean;
  /** Lines that a program has cut a paragraph into. */
  readonly wrapped: ReadonlySet<Row>;
  /** How surely a row is a site's by a list of shapes, 0 to 3. */
  readonly weightOf: (row: Row) => number;
  /** Titles of other pages and what readers wrote, which say nothing by themselves. */
  readonly others?: ReadonlySet<Row>;
}

interface Line extends SiteWords {
  readonly row: TextRow;
  /** In simplified characters. */
  readonly text: string;
  readonly seen: PageSeen;
}

interface Cue {
  readonly weight: number;
  readonly holds: (line: Line) => boolean;
}

const MOST = 0.75;
const HALF = 0.5;
const SOME = 0.3;

/** What speaks for the site. No cue needs a list of whole lines. */
const FOR_SITE: readonly Cue[] = [
  { weight: 1.5, holds: ({ row, seen }) => seen.weightOf(row) >= 3 },
  { weight: 1.5, holds: ({ row, seen }) => seen.weightOf(row) >= 2 },
  { weight: 0.5, holds: ({ row, seen }) => seen.weightOf(row) === 1 },
  { weight: 1, holds: ({ own, share }) => own > 0 && share >= MOST },
  { weight: 0.6, holds: ({ own, share }) => own > 0 && share >= HALF },
  { weight: 0.6, holds: ({ own, share }) => own > 0 && share >= SOME },
  { weight: 0.6, holds: ({ own, share }) => own > 1 && share >= SOME },
  {
    weight: 1,
    holds: (line) => line.own === 0 && line.shared > 1 && line.share >= MOST && !belongsToText(line.row),
  },
  { weight: 1.5, holds: ({ text, seen }) => isLabelOfSite(text, seen) },
  // 【发表评论】【新闻搜索】【打印】
  { weight: 1.5, holds: ({ text }) => /^(?:[【〔[][^【】〔〕[\]]{1,12}[】〕\]]\s{0,4}){3,10}$/u.test(text) },
  { weight: 1, holds: ({ text, own }) => own > 0 && /[|\uFF5C\u2502┆┊┋\u2506\u250A]/u.test(text) },
  {
    weight: 0.6,
    holds: ({ text }) =>
      /^[\u2190-\u2193\u25B2\u25BC\u{1F446}-\u{1F449}]|[\u2190-\u2193\u25B2\u25BC\u{1F446}-\u{1F449}]$/u.test(
        text,
      ),
  },
  // 阅读(318) 评论(12): a word with its count
  { weight: 1, holds: ({ text, share }) => share >= HALF && COUNTED.test(text) },
  // 引证文献(3)
  {
    weight: 0.6,
    holds: ({ row, text }) =>
      hasDigit(row) && /^\p{Script=Han}{2,8}\s?[(\uFF08]\s?\d{1,6}\s?[)\uFF09]$/u.test(text),
  },
  // 2楼 沙发, #12
  {
    weight: 1.5,
    holds: ({ text, share }) => share >= HALF && /^(?:第?\s?\d{1,5}\s?[楼#F]|#\d{1,5})(?:\s|$)/u.test(text),
  },
  // a minute of the day, which sites print and signatures do not
  { weight: 0.6, holds: ({ text, own }) => own > 0 && /\d[:\uFF1A]\d\d/u.test(text) },
  { weight: 1, holds: ({ text, share }) => share >= SELF_SHARE && SELF.test(text) },
  { weight: 1.5, holds: ({ row }) => isLabelOfPages(row.text) },
  // 1326 人做过这道菜, 23 人觉得有用
  { weight: 1.5, holds: ({ row, text }) => text.length <= 40 && hasDigit(row) && VISITORS.test(text) },
  // #老街 #杂货店
  { weight: 1, holds: ({ text }) => text.length <= 120 && TAGS.test(text) },
  // a minute alone: 香港时间11时30分
  {
    weight: 1,
    holds: ({ row, text }) =>
      hasDigit(row) && /^\p{Script=Han}{0,6}\s?\d{1,2}[:\uFF1A时]\d{2}分?$/u.test(text),
  },
  { weight: 1, holds: ({ row }) => isCountedField(row) },
  { weight: 0.4, holds: ({ row }) => parseMetadata(row.text) !== undefined },
  { weight: 1, holds: ({ text }) => countButtons(text) > 0 },
];

function hasDigit({ signs }: TextRow): boolean {
  return (signs & SIGN.digit) !== 0;
}

/** The site by its own name for itself. */
const SELF = /本(?:站|网站|网(?!络)|平台|页面?|帖|贴|库|词条|公众号|频道|栏目)/u;
const SELF_SHARE = 0.4;

const COUNTED =
  /\p{Script=Han}\s?[:\uFF1A(\uFF08]?\s?\d[\d.,]{0,8}\s?[万wWkK+]?[次人条楼赞)\uFF09]?(?:$|[\s|)])/u;

/** How many people did something with the page, and no more. */
const VISITORS =
  /\d[\d,.]{0,9}\s?[万wWkK+]?\s?[人位](?:次|网友|书友|用户)?(?:\p{Script=Han}{1,3}[过了](?:$|[这该此本]\p{Script=Han}{1,5}$)|(?:觉得|正?在看|点?赞|收藏|关注|喜欢|想[看读去])\p{Script=Han}{0,4}$)/u;
const TAGS = /^(?:#[^\s#]{1,16}#?\s{0,3}){2,12}$/u;

/** What stands under a text and belongs to it. */
const OWN =
  /^(?:附件(?!下载)|附[:\uFF1A录表图注]|注[:\uFF1A释]|[备译编]者?[注按]|参考|引用[:\uFF1A]|联系|地址|电话|邮编|传真|邮箱|报名|咨询|监督|作者[简介]|本文作者|原载|原刊|选自|摘自|节选|抄送|印发|主题词|关键词[:\uFF1A]|签发|此致|敬礼|[(\uFF08《\u2014①-⑳\u2460-\u2473])/u;

/** 预约挂号电话：0000-1234: how to reach whom a text speaks of. 举报电话 and 投稿邮箱 are the site's. */
const CONTACT =
  /^(?!.{0,8}(?:举报|投稿|报料|爆料|广告|商务|客服)).{0,8}(?:电话|热线|邮箱|地址|传真|邮编)[:\uFF1A]/u;

/** Who signed and when, notes, annexes, contacts. */
export function belongsToText(row: TextRow): boolean {
  const text = toSimplified(row.text);
  const isParted = (row.signs & SIGN.blank) !== 0;
  const name = isParted ? /^\p{Script=Han}{2,6}[ \u3000]{1,4}(.{2,6})$/u.exec(text)?.[1] : undefined;
  const isName = isPersonName(text) || (name !== undefined && isPersonName(name));
  return isName || OWN.test(text) || CONTACT.test(text) || isSigningDay(text);
}

/** A day without a weekday or a time of day, which sites print too. */
function isSigningDay(text: string): boolean {
  const found = findDate(text);
  return (
    found !== undefined &&
    text.length <= 30 &&
    !/\d[:\uFF1A]\d\d|星期|[周週][一二三四五六日]/u.test(text) &&
    text.slice(found.end).trim() === ''
  );
}

/** 较旧一篇：立秋, 分类：旧物: what stands before the colon is the site's. */
function isLabelOfSite(text: string, seen: PageSeen): boolean {
  const label = /^[【[\s]?([^:\uFF1A]{2,10})\s?[:\uFF1A]/u.exec(text)?.[1];
  if (label === undefined || OWN.test(text) || CONTACT.test(text)) return false;
  const { own, shared, share } = siteWordsOf(label, seen.spoken);
  return share >= 1 && (own > 0 || shared > 1);
}

/** Counts, and who put the page together. */
function isCountedField({ text }: TextRow): boolean {
  return (
    parseMetadata(text)?.every(({ kind }) => kind === 'counter' || kind === 'editor' || kind === 'other') ===
    true
  );
}

const STRONGEST = 3;
/** From here on a line is the site's by what it says. */
const SPEAKS = 0.6;

/** How a row speaks for the text when nothing of the site is in it. */
const AGAINST = {
  block: -4,
  sentence: -4,
  doubtful: -1,
  shortSentence: -2,
  own: -2,
  numbered: -2,
  heading: -3,
  open: -1.2,
  short: -0.5,
} as const;

/** No line of a site is longer, however long a paragraph is. */
const LONGEST_LINE = 240;

/** Above 0 the row is the site's, below 0 the text's; near 0 nobody knows. */
export function siteEvidence(row: Row, seen: PageSeen): number {
  if (row.type === 'rule') return 0;
  if (seen.others?.has(row)) return 0;
  if (row.type !== 'line') return AGAINST.block;
  if (row.text.length > LONGEST_LINE) return AGAINST.sentence;
  const words = siteWordsOf(row.text, seen.spoken);
  const line = { ...words, row, text: toSimplified(row.text), seen };
  const sum = FOR_SITE.reduce((total, { weight, holds }) => total + (holds(line) ? weight : 0), 0);
  if (sum >= SPEAKS && (!isSentence(row, seen) || isSitesSentence(line))) return Math.min(sum, STRONGEST);
  return evidenceForText(row, seen);
}

/** From here on a line is made of the site's words, and does not only hold one: 打印本页, but not 在大厅里打印网页材料. */
const COVERED = 0.6;
const ENOUGH_TO_BE_SURE = 1;

/** The site's by a shape that is known, or by nearly all of its words: one such row there must be below a text. */
export function isSurelySites(row: Row, seen: PageSeen): boolean {
  if (row.type !== 'line' || siteEvidence(row, seen) < ENOUGH_TO_BE_SURE) return false;
  const { own, share, cover } = siteWordsOf(row.text, seen.spoken);
  const text = toSimplified(row.text);
  const names = isLabelOfSite(text, seen) || (share >= HALF && SELF.test(text));
  return seen.weightOf(row) >= 2 || own === 0 || cover >= COVERED || names;
}

/** Part of a paragraph, or a sentence by its end. */
export function isSentence(row: TextRow, seen: PageSeen): boolean {
  return isBody(row) || seen.wrapped.has(row) || (endsSentence(row.text) && hanCount(row.text) > 0);
}

/** A sentence speaks of many things: nearly all of it must be the site's, or its shape. What somebody says is text. */
function isSitesSentence({ row, own, share, seen }: Line): boolean {
  if (seen.wrapped.has(row) || /^[“「『"]/u.test(row.text)) return false;
  const weight = seen.weightOf(row);
  if (share >= HALF && SELF.test(toSimplified(row.text))) return true;
  return weight >= 3 || (share >= HALF && (weight >= 2 || own > 1)) || (own > 0 && share >= MOST);
}

/** A sentence in words of the site, which goes where the site's lines have begun: 登录后，您就出现在这里。 */
export function mayBeSites(row: TextRow, seen: PageSeen): boolean {
  if (row.text.length > LONGEST_LINE || seen.wrapped.has(row) || /^[“「『"]/u.test(row.text)) return false;
  const { own, share } = siteWordsOf(row.text, seen.spoken);
  return own > 1 || (own > 0 && share >= HALF);
}

function evidenceForText(row: TextRow, seen: PageSeen): number {
  if (row.headingLevel !== undefined) return AGAINST.heading;
  if (isSentence(row, seen) && mayBeSites(row, seen)) return AGAINST.doubtful;
  if (isBody(row) || seen.wrapped.has(row)) return AGAINST.sentence;
  if (belongsToText(row)) return AGAINST.own;
  if (isSentence(row, seen)) return AGAINST.shortSentence;
  if (parseLabel(row.text) !== undefined) return AGAINST.numbered;
  if (seen.isOpen) return AGAINST.open;
  // 相似文献: words of pages, but of texts too
  return AGAINST.short * (1 - siteWordsOf(row.text, seen.spoken).share);
}
