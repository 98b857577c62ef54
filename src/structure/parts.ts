import type { SectionLabel } from '../model/index.js';
import { parseHan } from '../numbering/index.js';
import { hanCount, isBody, type Row, type TextRow } from './row.js';
import { collectionOf } from './title.js';

/** One piece of a collection. */
export interface PartRows {
  readonly titleRow: TextRow;
  readonly label?: SectionLabel;
  /** The title without the label; equals the row's text when there is none. */
  readonly titleStart: number;
  readonly rows: readonly Row[];
}

export interface PartsReading {
  /** What stands before the first mark; everything when there are no parts. */
  readonly lead: readonly Row[];
  readonly parts: readonly PartRows[];
  /** What the title promised. */
  readonly promised?: number;
}

type MarkKind = 'repeated-title' | 'numbered-title' | 'piece' | 'nth-piece';

interface Mark {
  readonly kind: MarkKind;
  readonly index: number;
  readonly row: TextRow;
  readonly ordinal?: number;
  readonly label?: SectionLabel;
  readonly titleStart: number;
}

const N = '([0-9]{1,3}|[〇零一二三四五六七八九十百]{1,4})';
const COLON = '[:\uFF1A、]';

/** 篇一：…, 【篇1】…, 范文二, 【範例一】. */
const PIECE = new RegExp(
  `^[【\\[]?\\s*(?:篇|范文|例文|范例|範例|范本|模板|样本)\\s*${N}\\s*[】\\]]?\\s*(?:${COLON}\\s*|$|(?<=】)|\\s+)`,
  'u',
);
/** 第一篇 …: in a book this is a volume, so only a title that promises pieces makes it a part. */
const NTH_PIECE = new RegExp(`^[【\\[]?第\\s*${N}\\s*篇\\s*[】\\]]?\\s*${COLON}?\\s*`, 'u');
/** What stands after the title of the page: …总结篇一, …总结（一）, …总结1. */
const NUMBER_AFTER = new RegExp(
  `^\\s*(?:${COLON}|第|之)?\\s*篇?\\s*[(\uFF08【\\[]?${N}[)\uFF09】\\]]?篇?\\s*${COLON}?$`,
  'u',
);

/** 【精选3篇】一: what the title says of its pieces, then the number of this one. */
const COUNT_THEN_NUMBER = new RegExp(
  `^[【(\uFF08\\[][^【】()\uFF08\uFF09]{0,6}${N.replace('(', '(?:')}篇[】)\uFF09\\]]\\s*${N}$`,
  'u',
);
/** ★ before a repeated title. */
const SIGN = /^[\u2605\u2606\u25A0\u25C6\u25C7\u25CF\u25B2]\s*/u;

const LONGEST_MARK = 60;
const ACCEPT_FROM = 3;

/** Divides a collection (「…3篇」) into its pieces, by the marks that most agree with what the title promises. */
export function readParts(rows: readonly Row[], title: string | undefined): PartsReading {
  const { base, count: promised } = collectionOf(title ?? '');
  const marks = rows.flatMap((row, index) => (row.type === 'line' ? marksOf(row, index, base, title) : []));
  const kinds: readonly MarkKind[] = ['repeated-title', 'numbered-title', 'piece', 'nth-piece'];
  const ranked = kinds
    .map((kind) => marks.filter((mark) => mark.kind === kind))
    .map((found) => ({ found, score: score(found, rows, promised) }))
    .filter((candidate) => candidate.score >= ACCEPT_FROM)
    .sort((one, other) => other.score - one.score);
  const best = ranked[0]?.found ?? [];
  const stated = promised === undefined ? {} : { promised };
  return {
    lead: rows.slice(0, best[0]?.index ?? rows.length),
    parts: best.map((mark, index) => toPart(mark, best[index + 1], rows)),
    ...stated,
  };
}

function toPart(
  { row, label, titleStart, index }: Mark,
  next: Mark | undefined,
  rows: readonly Row[],
): PartRows {
  return { titleRow: row, titleStart, rows: rows.slice(index + 1, next?.index), ...(label && { label }) };
}

function marksOf(row: TextRow, index: number, base: string, title: string | undefined): Mark[] {
  if (hanCount(row.text) > LONGEST_MARK || row.text.length > LONGEST_MARK * 2) return [];
  const { text } = row;
  const marks: Mark[] = [];
  const sign = SIGN.exec(text)?.[0].length ?? 0;
  const bare = text.slice(sign);
  if (base !== '' && (bare === title || collectionOf(bare).base === base)) {
    marks.push({ kind: 'repeated-title', index, row, titleStart: sign });
  }
  const tail = base !== '' && text.startsWith(base) ? text.slice(base.length) : text;
  const after =
    (tail === text ? undefined : NUMBER_AFTER.exec(tail)?.[1]) ?? COUNT_THEN_NUMBER.exec(tail)?.[1];
  const ordinal = after === undefined ? undefined : parseHan(after);
  if (ordinal !== undefined) marks.push({ kind: 'numbered-title', index, row, ordinal, titleStart: 0 });
  for (const [kind, pattern] of [
    ['piece', PIECE],
    ['nth-piece', NTH_PIECE],
  ] as const) {
    const match = pattern.exec(text);
    const value = match?.[1] === undefined ? undefined : parseHan(match[1]);
    if (!match?.[1] || value === undefined) continue;
    const label: SectionLabel = {
      text: match[0].trim(),
      numeral: match[1],
      scheme: 'volume',
      ordinal: value,
    };
    marks.push({ kind, index, row, ordinal: value, label, titleStart: match[0].length });
  }
  return marks;
}

/** Adds up what speaks for one kind of mark. */
function score(marks: readonly Mark[], rows: readonly Row[], promised: number | undefined): number {
  const first = marks[0];
  if (first === undefined || marks.length < 2) return 0;
  const isSeries = marks.every(({ ordinal }, index) => ordinal === index + 1);
  const repeats = first.kind === 'repeated-title' && marks.length >= (promised === undefined ? 3 : 2);
  const withText = marks.filter(({ index }) => isBody(rows[index + 1]) || isBody(rows[index + 2])).length;
  return (
    (isSeries ? 3 : 0) +
    (repeats ? 2 : 0) +
    (withText >= marks.length * 0.8 ? 1 : 0) +
    (promised === marks.length ? 2 : 0) -
    (first.kind === 'nth-piece' && promised === undefined ? 3 : 0)
  );
}
