import type { ListItem, SectionLabel } from '../../model/index.js';
import { type LabelledLine, parseLabel } from '../../numbering/index.js';
import { sliceInlines, trimInlines } from '../inline-text.js';
import { endsInColon, hanCount, type Row, type TextRow } from '../row.js';
import { SIGN } from '../signs.js';
import type { Recognised } from './letter.js';

const LONGEST_ITEM = 45;
/** 以下几点：, 如下：, 主要做了三项工作：: what follows is counted. */
const ANNOUNCES =
  /(?:(?:以|如)下|下列|包括|包含|分[别為为]|主要有|(?:[几幾两兩二三四五六七八九十]|[0-9]{1,2})(?:大|个|個|项|項|点|點|条|條|种|種|步|类|類|方面|方法|原则|标准|建议)).{0,16}[:\uFF1A]$/u;
const BEGINS_BULLET: ReadonlySet<string> = new Set('•·●○▪■◆◇▶►‣∙-*\u2013');
const BULLET = /^[•·●○▪■◆◇▶►‣∙\-*\u2013]\s+(?=\S)|^[•●▪‣∙]\s*(?=\S)/u;
/** A dash may open speech as well, and a star a remark. */
const SURE_BULLET = /^[-•●▪‣∙]\s/u;
const SHORTEST_LONE_ITEM = 8;
const LONGEST_LABEL = 12;
/** 1案由: a number glued to its words, no day and no amount. */
const GLUED = /^[1-9][0-9]?(?=\p{Script=Han})(?![年月日号时点分秒个名人元万亿条次岁米里斤吨])/u;
/** Schemes that name clauses and chapters, never items. */
const NO_ITEMS: ReadonlySet<string> = new Set(['volume', 'chapter', 'section', 'article']);

/** Lists in lists in lists: deeper ones are lines of their own. */
const DEEPEST = 3;

/** Numbered lines that follow one another, from `at` on; a series of another kind between two of them belongs to the first. */
export function readNumberedList(rows: readonly Row[], at: number): Recognised | undefined {
  return readList(rows, at, 1);
}

/** A sentence that ends in a colon and counts what follows. */
export function announcesItems(row: Row | undefined): boolean {
  return row?.type === 'line' && endsInColon(row.text) && ANNOUNCES.test(row.text.slice(-30));
}

function readList(rows: readonly Row[], at: number, depth: number): Recognised | undefined {
  if (!opensItem(rows, at)) return undefined;
  const before = rows[at - 1];
  const previous = before?.type === 'line' ? parseLabel(before.text)?.label : undefined;
  const isAnnounced = announcesItems(before);
  const items: ListItem[] = [];
  let last: SectionLabel | undefined;
  let next = at;
  for (let row = rows[next]; row?.type === 'line'; row = rows[next]) {
    const found = row.headingLevel === undefined ? labelAt(rows, next, last) : undefined;
    if (!found || NO_ITEMS.has(found.label.scheme)) break;
    if (last && !isNext(last, found.label)) {
      const inner = depth < DEEPEST ? readInner(rows, next, last, depth) : undefined;
      const owner = items.at(-1);
      if (!inner || !owner) break;
      items[items.length - 1] = { ...owner, children: [...owner.children, ...inner.blocks] };
      next += inner.rowsTaken;
      continue;
    }
    if (items.length === 0 && previous && isNext(previous, found.label)) return undefined;
    // one longer item makes clauses of all: paragraphs that begin with a number
    if (!isAnnounced && hanCount(found.rest) > LONGEST_ITEM) return undefined;
    last = found.label;
    items.push({ label: found.label, children: [toParagraph(row, found.restAt)] });
    next++;
  }
  return items.length < 2
    ? undefined
    : { blocks: [{ type: 'list', ordered: true, items }], rowsTaken: next - at };
}

/** The row has the number of an item: most rows are done with here. */
function opensItem(rows: readonly Row[], at: number): boolean {
  const row = rows[at];
  return row?.type === 'line' && row.headingLevel === undefined && labelAt(rows, at, undefined) !== undefined;
}

/** The number of the row; one that lost its mark counts where the row before or behind it has its neighbour. */
function labelAt(rows: readonly Row[], at: number, last: SectionLabel | undefined): LabelledLine | undefined {
  const [row, below] = [rows[at], rows[at + 1]];
  if (row?.type !== 'line') return undefined;
  const found = parseLabel(row.text);
  const digits = found || (row.signs & SIGN.digit) === 0 ? undefined : GLUED.exec(row.text)?.[0];
  if (digits === undefined) return found;
  const ordinal = Number(digits);
  const next = below?.type === 'line' ? parseLabel(below.text)?.label : undefined;
  const isBetween = last === undefined ? ordinal === 1 : last.ordinal + 1 === ordinal;
  if (!isBetween || next?.scheme !== 'arabic' || next.ordinal !== ordinal + 1) return undefined;
  const label = { text: digits, numeral: digits, scheme: 'arabic', ordinal } as const;
  return { label, rest: row.text.slice(digits.length), restAt: digits.length };
}

/** A list of another scheme from one on, when the outer one goes on behind it. */
function readInner(
  rows: readonly Row[],
  at: number,
  outer: SectionLabel,
  depth: number,
): Recognised | undefined {
  const row = rows[at];
  const first = row?.type === 'line' ? parseLabel(row.text)?.label : undefined;
  if (first?.ordinal !== 1 || first.scheme === outer.scheme) return undefined;
  const inner = readList(rows, at, depth + 1);
  const after = inner && rows[at + inner.rowsTaken];
  const label = after?.type === 'line' ? parseLabel(after.text)?.label : undefined;
  return label && isNext(outer, label) ? inner : undefined;
}

function isNext(before: SectionLabel, after: SectionLabel): boolean {
  return before.scheme === after.scheme && after.ordinal === before.ordinal + 1;
}

/** Lines that begin with a bullet, from `at` on. */
export function readBulletList(rows: readonly Row[], at: number): Recognised | undefined {
  const items: ListItem[] = [];
  for (let row = rows[at]; row?.type === 'line' && row.unit === 'physical'; row = rows[at + items.length]) {
    const bullet = BEGINS_BULLET.has(row.text.charAt(0)) ? BULLET.exec(row.text)?.[0] : undefined;
    if (bullet === undefined) break;
    items.push({ children: [toParagraph(row, bullet.length)] });
  }
  const isList = items.length > 1 || (items.length === 1 && standsAlone(rows, at));
  return isList ? { blocks: [{ type: 'list', ordered: false, items }], rowsTaken: items.length } : undefined;
}

/** One row with a bullet right below a heading, a short label or a colon: a list of one item. */
function standsAlone(rows: readonly Row[], at: number): boolean {
  const [row, above] = [rows[at], rows[at - 1]];
  if (row?.type !== 'line' || !SURE_BULLET.test(row.text) || hanCount(row.text) < SHORTEST_LONE_ITEM)
    return false;
  if (above === undefined) return true;
  return above.type === 'line' && (/[:\uFF1A]$/u.test(above.text) || isShortLabel(above));
}

function isShortLabel({ text }: TextRow): boolean {
  return hanCount(text) <= LONGEST_LABEL && hanCount(text) > 1 && !/[\p{P}\p{S}]$/u.test(text);
}

function toParagraph(row: TextRow, start: number): ListItem['children'][number] {
  return { type: 'paragraph', children: trimInlines(sliceInlines(row.inlines, start)) };
}
