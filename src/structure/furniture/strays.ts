import { parseLabel } from '../../numbering/index.js';
import { parseDate } from '../provenance/dates.js';
import type { Cleaned } from '../removal.js';
import { endsSentence, isBody, mayBeTitle, type Row, type TextRow } from '../row.js';
import { countButtons } from './button-rows.js';
import { hasOpenLines } from './open-lines.js';
import { goesWithHead, goesWithTail } from './page-end.js';
import { toSimplified } from './simplified.js';
import type { PageSeen } from './site-evidence.js';

const LONGEST = 30;
/** Below so many rows stands no head of a page. */
const LONGEST_HEAD = 30;
/** A title is longer than an entry of a menu. */
const SHORTEST_TITLE = 5;

export interface SiteRows {
  /** Rows taken because they are a site's own; the others told who wrote, and when. */
  readonly isSite: (row: Row) => boolean;
  /** Rows that stand above a title: menus, breadcrumbs. */
  readonly isLeading: (row: Row) => boolean;
  /** The title, when its place told. */
  readonly title: Row | undefined;
  /** Rows below the end of the text. */
  readonly below: ReadonlySet<Row>;
  readonly seen: PageSeen;
}

/**
 * Takes away the short lines that stand among those of the site, and which no list of words names: the rank of a
 * user between a counter and a button, the title of another page below the share bar.
 *
 * @param whole The rows before anything was taken.
 * @param left Those that other rules left, the same objects.
 */
export function removeStrays(
  whole: readonly Row[],
  left: readonly Row[],
  { isSite, isLeading, title, below: tail, seen }: SiteRows,
): Cleaned {
  const kept = new Set(left);
  const top = whole.findIndex((row) => kept.has(row));
  const below = whole[top + 1];
  // a title may be a question or a number, which texts begin with too; the site's lines below it tell
  const isTitle = below !== undefined && !kept.has(below);
  const first = whole.findIndex(
    (row, index) =>
      kept.has(row) &&
      isText(row) &&
      // 8.7 综合评分 1326 人做过: counts and no number of a section
      !(index < LONGEST_HEAD && goesWithHead(row, seen)) &&
      !(index === top && (isTitle || (row.type === 'line' && mayBeTitle(row)))),
  );
  const isOpen = hasOpenLines(left, isSite);
  const last = whole.findLastIndex((row) => kept.has(row) && (isOpen || isText(row)));
  const counted = new Set<Row>(numbersInSeries(left));
  const head = whole.slice(0, Math.max(0, first));
  const rest = whole.slice(last + 1).filter((row) => tail.has(row));
  const found = [
    ...headStrays(head, kept, { isLeading, seen }),
    ...(last < 0 ? [] : afterText(rest, kept, isSite)),
    ...(tail.size === 0 ? [] : left).filter(
      (row): row is TextRow => tail.has(row) && goesWithTail(row, seen),
    ),
  ];
  const strays = new Set(found.filter((row) => !counted.has(row) && row !== title));
  if (strays.size === 0) return { rows: left, removed: [], facts: [] };
  return {
    rows: left.filter((row) => row.type !== 'line' || !strays.has(row)),
    removed: [...strays].map(({ line, source }) => ({ line, text: source, rule: 'among-site-lines' })),
    facts: [],
  };
}

/** 01 above the first section is no count of visits when 02 stands further down. */
function numbersInSeries(rows: readonly Row[]): TextRow[] {
  const numbers = rows.filter(
    (row): row is TextRow => row.type === 'line' && row.text.length <= 3 && /^\d{1,3}$/u.test(row.text),
  );
  const values = new Set(numbers.map(({ text }) => Number(text)));
  let next = 1;
  while (values.has(next)) next += 1;
  return next > 2 ? numbers.filter(({ text }) => Number(text) < next) : [];
}

/** Strays above the text; none when nothing would be left there, since a title is what a head is for. */
function headStrays(
  head: readonly Row[],
  kept: ReadonlySet<Row>,
  { isLeading, seen }: Pick<SiteRows, 'isLeading' | 'seen'>,
): readonly TextRow[] {
  const tools = head.slice(0, LONGEST_HEAD).filter((row) => kept.has(row) && goesWithHead(row, seen));
  const before = new Set<Row>([...tools, ...beforeTitle(head, kept, isLeading), ...emptyLabels(head, kept)]);
  const others = new Set([...kept].filter((row) => !before.has(row)));
  const all = new Set<Row>([...before, ...betweenTitleAndText(head, others)]);
  const remains = head.some((row) => kept.has(row) && !all.has(row));
  return remains ? head.filter((row): row is TextRow => row.type === 'line' && all.has(row)) : [];
}

/** A paragraph, a heading, or anything that is no line. */
function isText(row: Row): boolean {
  return (
    row.type !== 'line' || isBody(row) || row.headingLevel !== undefined || parseLabel(row.text) !== undefined
  );
}

function isShortLine(row: Row): row is TextRow {
  return (
    row.type === 'line' &&
    row.headingLevel === undefined &&
    row.han <= LONGEST &&
    (!endsSentence(row.text) || /^[^。]{4,15}[?\uFF1F]$/u.test(row.text))
  );
}

/** Words of a user's card, beside a post: a rank, counts, presence. */
const CARD =
  /^(?:匿名用户|当前(?:离线|在线)|\S{0,4}(?:粉丝|会员|吧友|账号|答主)|LV\.?\s?\d{1,3}|\d{1,3}级|已认证\S{0,6}|(?:主题|帖子|积分|精华|威望|金钱|金币|贡献|听众|收听|好友|注册时间|最后登录|在线时间|阅读权限|UID)[:\uFF1A\s]*[\d.-]*\S{0,6})$/iu;

/** Whether a line is of a user's card. */
export function isCard(text: string): boolean {
  return CARD.test(text);
}

/** What stands above the last menu or breadcrumb, when something is left below it to be the title. */
function beforeTitle(
  head: readonly Row[],
  kept: ReadonlySet<Row>,
  isLeading: (row: Row) => boolean,
): TextRow[] {
  const menu = head.findLastIndex((row) => !kept.has(row) && isLeading(row));
  const titled = head
    .slice(menu + 1)
    .some((row) => kept.has(row) && row.type === 'line' && row.text.length >= SHORTEST_TITLE);
  if (!titled) return [];
  return head.slice(0, menu + 1).filter((row): row is TextRow => kept.has(row) && isShortLine(row));
}

/** 关键词： with nothing behind, between an index block and the title. */
function emptyLabels(head: readonly Row[], kept: ReadonlySet<Row>): TextRow[] {
  const at = head.findIndex((row) => kept.has(row));
  const row = head[at];
  const next = head[at + 1];
  const isEmpty = at > 0 && row?.type === 'line' && /^[\p{Script=Han} ]{2,10}[:\uFF1A]$/u.test(row.text);
  return isEmpty && next?.type === 'line' && next.text.length >= SHORTEST_TITLE && !isText(next) ? [row] : [];
}

/** What stands between two lines of the site, the title aside, which is the first line left. */
function betweenTitleAndText(head: readonly Row[], kept: ReadonlySet<Row>): TextRow[] {
  const title = head.findIndex((row) => kept.has(row) && !(row.type === 'line' && isOdd(row.text)));
  const start = head.findIndex((row, index) => index > title && !kept.has(row));
  const end = head.findLastIndex((row) => !kept.has(row));
  if (title < 0 || start < 0) return [];
  const between = head.slice(start, end).filter((row) => kept.has(row));
  const odd = head.filter((row) => kept.has(row) && row.type === 'line' && isOdd(row.text) && start >= 0);
  const copies = new Set(head.slice(0, title + 1).flatMap((row) => (row.type === 'line' ? [row.text] : [])));
  return [...odd, ...between].filter(
    (row): row is TextRow => isShortLine(row) && row.han <= LONGEST / 2 && !copies.has(row.text),
  );
}

/** No text between a title and a paragraph: a bare count, an empty label. */
function isOdd(text: string): boolean {
  return (
    CARD.test(text) ||
    /^[\d.,]{1,8}$|^【(?:效力|备注|类别|题注|地区|专业)】[^。]{0,20}$/u.test(text) ||
    isLoneButton(text)
  );
}

/** One button, but for words that head a section as well, and for those in 【】, which are signs of sub-heads too. */
function isLoneButton(text: string): boolean {
  if (/^【[^【】]*】$/u.test(text)) return false;
  return countButtons(toSimplified(text)) > 0 && !/^(?:简介|目录|评论|回复|推荐|讨论|首页)$/u.test(text);
}

/** What follows the first line of the site below the text. A name and a day stand above it. */
function afterText(tail: readonly Row[], kept: ReadonlySet<Row>, isSite: (row: Row) => boolean): TextRow[] {
  const start = tail.findIndex((row) => !kept.has(row) && isSite(row));
  const signed = tail.findLastIndex(
    (row) => kept.has(row) && row.type === 'line' && parseDate(row.text) !== undefined,
  );
  const site = start < 0 ? tail.length : Math.max(start, signed + 1);
  const short = (rows: readonly Row[]): TextRow[] =>
    rows.filter((row): row is TextRow => kept.has(row) && isShortLine(row));
  const buttons = short(tail.slice(Math.max(0, signed + 1), site));
  return [...buttons.filter(({ text }) => countButtons(text) > 0), ...short(tail.slice(site))];
}
