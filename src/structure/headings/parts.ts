import type { Inline, SectionLabel } from '../../model/index.js';
import { parseLabel } from '../../numbering/index.js';
import { sliceInlines, trimInlines } from '../inline-text.js';
import { collectionOf } from '../provenance/collection-title.js';
import { endsSentence, hanCount, isBody, type Row, type TextRow } from '../row.js';
import { type Mark, type MarkKind, marksOf, ownTitles } from './part-marks.js';

/** One piece of a collection. */
export interface PartRows {
  /** Empty when the piece has a number and no title. */
  readonly title: readonly Inline[];
  readonly label?: SectionLabel;
  readonly rows: readonly Row[];
}

export interface PartsReading {
  /** What stands before the first mark; everything when there are no parts. */
  readonly lead: readonly Row[];
  readonly parts: readonly PartRows[];
  /** What the title promised. */
  readonly promised?: number;
}

const ACCEPT_FROM = 3;
const LONGEST_OWN_TITLE = 24;
/** What has fewer signs, and no more rows, may be an item below a heading. */
const SHORTEST_PIECE = 50;
const LONGEST_ITEM = 50;
const LONGEST_WRITER = 24;
const WRITER = /^(?:文|撰文|作者)\s?[/\uFF0F|\uFF5C:\uFF1A]\s?[\p{Script=Han}·\s]{2,8}$/u;

/** Divides a collection (「…3篇」) into its pieces, by the marks that most agree with what the title promises. */
export function readParts(rows: readonly Row[], title: string | undefined): PartsReading {
  const { base, count: promised } = collectionOf(title ?? '');
  const page = { title: title ?? '', base, ...(promised !== undefined && { count: promised }) };
  const marks = [
    ...rows.flatMap((row, index) => (row.type === 'line' ? marksOf(row, index, page) : [])),
    ...(promised === undefined
      ? []
      : ownTitles('own-title', rows, (row, index) => isOwnTitle(row, rows[index + 1]))),
    ...ownTitles('signed-title', rows, (row, index) => isSignedTitle(row, rows[index + 1], rows[index + 2])),
  ];
  const ranked = inSeries(marks)
    .map((found) => ({ found, score: score(found, rows, page.title, promised) }))
    .filter((candidate) => candidate.score >= ACCEPT_FROM)
    .sort((one, other) => other.score - one.score);
  const best = ranked[0]?.found ?? [];
  return {
    lead: rows.slice(0, best[0]?.index ?? rows.length),
    parts: best.map((mark, index) => toPart(mark, best[index + 1], rows)),
    ...(promised !== undefined && { promised }),
  };
}

function toPart(
  { row, label, titleStart, titleEnd, index }: Mark,
  next: Mark | undefined,
  all: readonly Row[],
): PartRows {
  const rows = all.slice(index + 1, next?.index);
  const own = trimInlines(sliceInlines(row.inlines, titleStart, titleEnd));
  const [first, second] = rows;
  // 篇一 alone, its title on the next line
  if (own.length === 0 && first?.type === 'line' && isOwnTitle(first, second)) {
    return { title: first.inlines, rows: rows.slice(1), ...(label && { label }) };
  }
  return { title: own, rows, ...(label && { label }) };
}

/** Marks of one kind and shape, and those of one kind whatever their shape: …总结篇一 beside …总结 篇二. */
function inSeries(marks: readonly Mark[]): Mark[][] {
  const series = new Map<string, Mark[]>();
  for (const mark of marks) {
    for (const key of new Set([mark.kind, `${mark.kind} ${mark.shape}`])) {
      const members = series.get(key) ?? [];
      // one row may be read in two ways
      if (members.at(-1)?.index !== mark.index) members.push(mark);
      series.set(key, members);
    }
  }
  return [...series.values()];
}

function isOwnTitle(row: TextRow, next: Row | undefined): boolean {
  return (
    row.han >= 1 &&
    row.han <= LONGEST_OWN_TITLE &&
    !endsSentence(row.text) &&
    !/[\uFF0C,、:\uFF1A]$/u.test(row.text) &&
    parseLabel(row.text) === undefined &&
    isBody(next)
  );
}

/** 青稞的味道 over 文/那朝庆, and a paragraph below: who wrote each piece. */
function isSignedTitle(row: TextRow, writer: Row | undefined, text: Row | undefined): boolean {
  return (
    writer?.type === 'line' &&
    writer.text.length <= LONGEST_WRITER &&
    '文撰作'.includes(writer.text.charAt(0)) &&
    WRITER.test(writer.text) &&
    isOwnTitle(row, text)
  );
}

/** 床前明月光，疑是地上霜。 */
function isVerseLine(row: Row | undefined): boolean {
  return (
    row?.type === 'line' &&
    hanCount(row.text) <= LONGEST_OWN_TITLE &&
    /[\uFF0C。\uFF1B\uFF1F\uFF01]$/u.test(row.text)
  );
}

/** How sure a kind of mark is by itself: a number alone or a bare line only counts when all is as promised. */
const DOUBT: Readonly<Record<MarkKind, number>> = {
  'repeated-title': 0,
  'numbered-title': 0,
  piece: 0,
  'nth-piece': 3,
  'bare-number': 3,
  'own-title': 0,
  'signed-title': 0,
};

/** Adds up what speaks for one series of marks. */
function score(
  marks: readonly Mark[],
  rows: readonly Row[],
  title: string,
  promised: number | undefined,
): number {
  const first = marks[0];
  if (first === undefined || marks.length < 2) return 0;
  if (promised !== marks.length && areItems(marks, rows)) return 0;
  const isSeries = marks.every(({ ordinal }, index) => ordinal === index + 1);
  const repeats = first.kind === 'repeated-title' && marks.length >= (promised === undefined ? 3 : 2);
  const withText = marks.filter(({ index }) =>
    [rows[index + 1], rows[index + 2]].some((row) => isBody(row) || isVerseLine(row)),
  ).length;
  const isPromised = promised === marks.length;
  // 第一篇：思想汇报 under the title 思想汇报 is a piece, not a volume
  const echoes =
    first.kind === 'nth-piece' && marks.filter((mark) => echoesTitle(mark, title)).length >= marks.length / 2;
  return (
    (isSeries ? 3 : 0) +
    (repeats ? 2 : 0) +
    (first.kind === 'signed-title' ? 2 : 0) +
    (withText >= marks.length * 0.8 ? 1 : 0) +
    (isPromised ? 2 : 0) -
    (isPromised || echoes ? 0 : DOUBT[first.kind] + (first.doubtful ? DOUBT['bare-number'] : 0))
  );
}

/** 例1：, 例2： with a line or two each, below numbered headings: what a section shows, and no piece of a collection. */
function areItems(marks: readonly Mark[], rows: readonly Row[]): boolean {
  const [first] = marks;
  const above = rows.slice(0, first?.index ?? 0);
  const numbered = above.filter((row) => row.type === 'line' && parseLabel(row.text) !== undefined).length;
  if (numbered < 2) return false;
  return marks.slice(0, -1).every(({ index }, at) => {
    const own = rows.slice(index, Math.min(marks[at + 1]?.index ?? rows.length, index + LONGEST_ITEM));
    const han = own.reduce(
      (sum, row) => sum + (row.type === 'line' ? hanCount(row.text) : SHORTEST_PIECE),
      0,
    );
    return han < SHORTEST_PIECE;
  });
}

function echoesTitle({ row, titleStart, titleEnd }: Mark, title: string): boolean {
  const own = row.text.slice(titleStart, titleEnd).trim();
  return own.length >= 2 && title.length >= 2 && (own.includes(title) || title.includes(own));
}
