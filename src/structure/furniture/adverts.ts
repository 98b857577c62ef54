import type { Inline } from '../../model/index.js';
import { concatInlines, type Span, sliceInlines, trimInlines } from '../inline-text.js';
import type { Cleaned } from '../removal.js';
import type { RemovedText } from '../report.js';
import { hanCount, type Row, type TextRow, withInlines } from '../row.js';
import { SIGN } from '../signs.js';
import { surveyOf } from '../survey.js';
import { toSimplified } from './simplified.js';

const DOMAINS = ['com', 'cn', 'net', 'org', 'cc', 'info', 'top', 'vip', 'xyz', 'tw', 'hk', 'la', 'me', 'co'];
/** An address without a page, in small letters of one width: www.example.com, m.example.cc/. */
const HOST = new RegExp(
  `(?:https?:\\/\\/)?(?:(?:www|wap|m|bbs|read)\\s?[.。]\\s?)?[a-z0-9-]{2,40}(?:\\s?[.。]\\s?[a-z0-9-]{2,40}){0,2}\\s?[.。]\\s?(?:${DOMAINS.join('|')})(?:\\.(?:cn|tw|hk))?(?![a-z0-9-])\\/?`,
  'gu',
);
/** Before a line is folded to small letters of one width, a letter may be any of four. */
const anyWidth = (letter: string): string => {
  const wide = letter.charCodeAt(0) + 0xfee0;
  return `[${letter}${letter.toUpperCase()}${String.fromCharCode(wide, wide - 0x20)}]`;
};
/** What {@link HOST} has in the middle. */
const MAY_NAME_HOST = new RegExp(
  `[0-9A-Za-z\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF0D-]\\s?[.。\uFF0E]\\s?(?:${DOMAINS.map((word) => [...word].map(anyWidth).join('')).join('|')})`,
);
/** Words of a site that praises itself. */
const PRAISE =
  /首发|更新|最快|收藏|记住|请到|免费|阅读|无弹窗|全文字|手打|提供|整理|搜集|搜索|百度|转载|来源|来自|原创|本站|网址|域名|下载|欢迎|小说网|书[屋院库吧城网阁]|范文|作文网|文库/u;
/** From the last character of an address on: it goes on with a page, a query or a mark. */
const PAGE = /^(?:\/[a-z0-9_?#%~]|[^/][/?#][a-z0-9_?#%~=])/u;
const OPENING = '(\uFF08[【〔{<《';
const CLOSING = ')\uFF09]】〕}>》';
const LONGEST = 60;
/** Below this an unbracketed stretch is talk of the site and no sentence about an address. */
const FEW_HAN = 24;

/** Cuts out of paragraphs the name and address of a site, in whatever width and case: （某某书屋 ｗｗｗ.example.ＣＯＭ 最快更新）. */
export function cutAdverts(rows: readonly Row[], isSite: (row: Row) => boolean): Cleaned {
  if ((surveyOf(rows).signs & OF_HOSTS) === 0) return { rows, removed: [], facts: [] };
  const isOwn = ownHosts(rows);
  const removed: RemovedText[] = [];
  const kept = rows.flatMap((row): Row[] => {
    if (row.type !== 'line' || row.headingLevel !== undefined) return [row];
    const cuts = mayNameHost(row) && !isSite(row) ? advertsIn(row, isOwn) : [];
    if (cuts.length === 0) return [row];
    for (const { start, end } of cuts) {
      removed.push({ line: row.line, text: row.text.slice(start, end).trim(), rule: 'inline-advert' });
    }
    const cut = withInlines(row, trimInlines(without(row.inlines, cuts)));
    // what is left of the line may go by another rule, and is then counted once
    return cut.text.trim() === '' ? [] : [{ ...cut, source: cut.text }];
  });
  return { rows: removed.length === 0 ? rows : kept, removed, facts: [] };
}

const OF_HOSTS = SIGN.letter | SIGN.wide;

function mayNameHost({ text, signs }: TextRow): boolean {
  return (signs & OF_HOSTS) !== 0 && MAY_NAME_HOST.test(text);
}

/** The inlines but for some stretches, whatever links and marks those lie in. */
function without(inlines: readonly Inline[], cuts: readonly Span[]): Inline[] {
  const starts = [0, ...cuts.map(({ end }) => end)];
  return concatInlines(starts.map((start, at) => sliceInlines(inlines, start, cuts[at]?.start)));
}

function advertsIn({ text }: TextRow, isOwn: (host: string) => boolean): Span[] {
  const folded = foldWidth(text);
  if (hanCount(folded) < 12) return [];
  const spans: Span[] = [];
  for (const match of folded.matchAll(HOST)) {
    const isMarked = text.slice(match.index, match.index + match[0].length) !== match[0] || isOwn(match[0]);
    const span = bracketed(folded, match, isMarked) ?? sentenceOf(folded, match);
    if (span && span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
  }
  return spans.filter(({ start, end }) => start > 0 || end < text.length);
}

/** Hosts that the page names more than once: an address under the text and inside its paragraphs is the site's own. */
function ownHosts(rows: readonly Row[]): (host: string) => boolean {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.type !== 'line' || (row.signs & SIGN.dot) === 0 || !mayNameHost(row)) continue;
    for (const [host] of foldWidth(row.text).matchAll(HOST)) {
      const name = bareHost(host);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return (host) => (counts.get(bareHost(host)) ?? 0) >= 2;
}

function bareHost(host: string): string {
  return host.replace(/^https?:\/\/|^(?:www|wap|m)\.|\/$|\s/gu, '').replace(/^(?:www|wap|m)\./u, '');
}

/** Half-width, small and simplified; the length stays. */
function foldWidth(text: string): string {
  const narrow = text.replace(/[\uFF01-\uFF5E]/gu, (char) => {
    const code = char.charCodeAt(0) - 0xfee0;
    const isSign =
      OPENING.includes(char) || CLOSING.includes(char) || !/[a-z0-9.:/-]/iu.test(String.fromCharCode(code));
    return isSign ? char : String.fromCharCode(code);
  });
  return toSimplified(narrow).replace(/[A-Z]/gu, (char) => char.toLowerCase());
}

/** The bracket around an address, when it holds a site's name and praise and no sentence. */
function bracketed(text: string, match: RegExpExecArray, isMarked: boolean): Span | undefined {
  const start = match.index;
  const end = start + match[0].length;
  const from = Math.max(0, start - LONGEST);
  const open = [...text.slice(from, start)].findLastIndex((char) => OPENING.includes(char));
  const close = [...text.slice(end, end + LONGEST)].findIndex((char) => CLOSING.includes(char));
  if (open < 0 || close < 0) return undefined;
  const inner = text.slice(from + open + 1, end + close);
  // a reference has a page (http://example.com/a/1), a date or a title
  const isReference = /[《》。]|[a-z]\/[a-z0-9]|\d{4}年|参见|详见|见[:\uFF1A]|官网|网址[:\uFF1A]/u.test(
    inner,
  );
  const isNamed = /\p{Script=Han}{2,8}[网站屋吧库城阁]\s*[:\uFF1A]?\s*$/u.test(
    text.slice(from + open + 1, start),
  );
  const isOfficial = /\.(?:gov|edu|org)\b/u.test(match[0]);
  // a site named before the bracket, or to be visited, is what the sentence speaks of
  const isNeeded = /(?:网站|官网|网址|平台|系统|登[录陆]|访问)[^。]{0,12}$/u.test(
    text.slice(from, from + open),
  );
  const boasts = isMarked || PRAISE.test(inner) || (isNamed && !isOfficial);
  if (!boasts || (isNeeded && !PRAISE.test(inner))) return undefined;
  return isReference || hanCount(inner) > FEW_HAN ? undefined : { start: from + open, end: end + close + 1 };
}

/** The sentence that holds an address and praises it, between the ends of others: 最新章节请到www.example.com阅读。 */
function sentenceOf(text: string, match: RegExpExecArray): Span | undefined {
  const start = Math.max(0, match.index - LONGEST);
  const before = text.slice(start, match.index);
  const end = match.index + match[0].length;
  // an address with a page is what the author points at
  if (PAGE.test(text.slice(match.index + match[0].length - 1))) return undefined;
  const after = text.slice(end, end + LONGEST);
  const from = before.search(/[^。\uFF01\uFF1F!?”…]*$/u);
  const stop = /[。\uFF01\uFF1F!?…]/u.exec(after);
  const to = stop ? stop.index + 1 : after.length;
  const sentence = before.slice(from) + match[0] + after.slice(0, to);
  const isWhole = start === 0 || from > 0;
  const praises =
    PRAISE.test(sentence) &&
    !/[《》“”]|官网|官方网站|报名|邮箱|登录|访问.{0,6}(?:网站|系统|平台)/u.test(sentence);
  return isWhole && praises && hanCount(sentence) <= FEW_HAN
    ? { start: start + from, end: end + to }
    : undefined;
}
