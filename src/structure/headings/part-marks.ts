import type { SectionLabel } from '../../model/index.js';
import { parseHan } from '../../numbering/index.js';
import type { CollectionTitle } from '../provenance/collection-title.js';
import { hanCount, type Row, type TextRow } from '../row.js';
import { SIGN } from '../signs.js';

/** How the pieces of a collection are told apart. */
export type MarkKind =
  | 'repeated-title'
  | 'numbered-title'
  | 'piece'
  | 'nth-piece'
  | 'bare-number'
  | 'own-title'
  | 'signed-title';

/** A line that may open a piece. */
export interface Mark {
  readonly kind: MarkKind;
  /** Marks of one series look alike: the same words around the number. */
  readonly shape: string;
  readonly index: number;
  readonly row: TextRow;
  readonly ordinal?: number;
  /** The words beside the number are too few to be a title: 问题一 under 常见问题. */
  readonly doubtful?: true;
  readonly label?: SectionLabel;
  /** Where the title stands in the row's text. */
  readonly titleStart: number;
  readonly titleEnd: number;
}

/** The title of the page, as far as marks repeat it. */
export type PageTitle = CollectionTitle & { readonly title: string };

const N = '([0-9]{1,3}|[〇零一二三四五六七八九十百]{1,4})';
const COLON = '[:\uFF1A、]';
const OPEN = '[(\uFF08【\\[「]';
const CLOSE = '[)\uFF09】\\]」]';
/** What one calls a piece. */
const PIECE_WORD = '(?:篇|范文|例文|范例|範例|範文|范本|範本|模板|样本|样板|示例|文案|作文)';

/** 示例1： shows what the text speaks of more often than it opens a piece. */
const MAY_SHOW = /^[^\p{Script=Han}]{0,2}示例/u;

/** 篇一：…, 【篇1】…, 范文二, 【範例一】. */
const PIECE = new RegExp(
  `^${OPEN}?\\s*${PIECE_WORD}\\s*${N}\\s*${CLOSE}?\\s*(?:${COLON}\\s*|$|(?<=】)|\\s+)`,
  'u',
);
/** 第一篇 …: in a book this is a volume, so more must speak for a piece. */
const NTH_PIECE = new RegExp(
  `^${OPEN}?第\\s*${N}\\s*[篇则首封份]\\s*${CLOSE}?(?:\\s*${COLON}|\\s|$|(?<=[】\\])\uFF09]))\\s*`,
  'u',
);
/** The number behind a repeated title: …总结篇一, …总结（一）, …总结1, …总结 第2篇. */
const NUMBER_AFTER = new RegExp(
  `(?<![0-9〇零一二三四五六七八九十百.])\\s*${COLON}?\\s*(?:${OPEN}?\\s*(?:第|之|其|${PIECE_WORD})?\\s*${N}\\s*篇?\\s*${CLOSE}?)$`,
  'u',
);
/** The same in front of a title of its own: 心得体会一：坚守初心. */
const NUMBER_INSIDE = new RegExp(
  `^([\\p{Script=Han}]{2,20}?)\\s*${OPEN}?\\s*${N}\\s*${CLOSE}?\\s*[:\uFF1A]\\s*(?=\\S)`,
  'u',
);
/** 【精选3篇】一: what the title says of its pieces, then the number of this one. */
const COUNT_THEN_NUMBER = new RegExp(
  `^${OPEN}[^【】()\uFF08\uFF09]{0,6}${N.replace('(', '(?:')}篇${CLOSE}\\s*${N}$`,
  'u',
);
/** ★ before a repeated title. */
const STAR = /^[\u2605\u2606\u25A0\u25C6\u25C7\u25CF\u25B2]\s*/u;
/** 一, 1. or （一） alone on a line. */
const BARE = new RegExp(`^${OPEN}?${N}${CLOSE}?[、.\uFF0E]?$`, 'u');

const LONGEST_MARK = 60;
const SHORTEST_STEM = 2;
/** Words of the title this long beside a number are no accident. */
const SHORTEST_SURE_STEM = 4;

/** Every reading of the row as a mark. */
export function marksOf(row: TextRow, index: number, page: PageTitle): Mark[] {
  const { text } = row;
  if (row.han > LONGEST_MARK || text.length > LONGEST_MARK * 2) return [];
  const whole = { index, row, titleStart: 0, titleEnd: text.length };
  return [
    repeatedTitle(text, page, whole),
    numberedTitle(text, page, whole),
    (row.signs & SIGN.colon) === 0 ? undefined : numberInside(text, page, whole),
    labelled('piece', PIECE, text, whole),
    labelled('nth-piece', NTH_PIECE, text, whole),
    labelled('bare-number', BARE, text, whole),
  ].filter((mark) => mark !== undefined);
}

type Whole = Pick<Mark, 'index' | 'row' | 'titleStart' | 'titleEnd'>;

function repeatedTitle(text: string, { title, base }: PageTitle, whole: Whole): Mark | undefined {
  const sign = STAR.exec(text)?.[0].length ?? 0;
  const bare = squeeze(text.slice(sign));
  const repeats = base !== '' && (bare === squeeze(title) || bare === squeeze(base));
  return repeats ? { ...whole, kind: 'repeated-title', shape: '', titleStart: sign } : undefined;
}

function numberedTitle(text: string, page: PageTitle, whole: Whole): Mark | undefined {
  const counted = COUNT_THEN_NUMBER.exec(
    text.startsWith(page.base) ? text.slice(page.base.length) : text,
  )?.[1];
  if (counted) {
    const titleEnd = text.length - counted.length;
    return {
      ...whole,
      kind: 'numbered-title',
      shape: squeeze(text.slice(0, titleEnd)),
      ordinal: parseHan(counted) ?? 0,
    };
  }
  // 范文 may belong to the title (辞职报告范文一) or to the number (辞职报告 范文一)
  const from = page.base !== '' && text.startsWith(page.base) ? page.base.length : 0;
  const found = NUMBER_AFTER.exec(text.slice(from));
  const ordinal = parseHan(found?.[1] ?? '');
  const titleEnd = from + (found?.index ?? 0);
  const stem = text.slice(0, titleEnd);
  if (!found?.[1] || ordinal === undefined || !isRelated(stem, page)) return undefined;
  return {
    ...whole,
    kind: 'numbered-title',
    shape: `${squeeze(stem)}#${squeeze(found[0].replace(found[1], ''))}`,
    ordinal,
    label: toLabel(found[0], found[1], ordinal),
    titleEnd,
    ...doubt(stem),
  };
}

function numberInside(text: string, page: PageTitle, whole: Whole): Mark | undefined {
  const found = NUMBER_INSIDE.exec(text);
  const ordinal = parseHan(found?.[2] ?? '');
  if (!found?.[1] || !found[2] || ordinal === undefined || !isRelated(found[1], page)) return undefined;
  const label = toLabel(found[0], found[2], ordinal);
  return {
    ...whole,
    kind: 'numbered-title',
    shape: `${found[1]}#:`,
    ordinal,
    label,
    titleStart: found[0].length,
    ...doubt(found[1]),
  };
}

function labelled(kind: MarkKind, pattern: RegExp, text: string, whole: Whole): Mark | undefined {
  const match = pattern.exec(text);
  const ordinal = parseHan(match?.[1] ?? '');
  if (!match?.[1] || ordinal === undefined) return undefined;
  const shape = match[0].slice(0, match[0].indexOf(match[1])).trim();
  return {
    ...whole,
    kind,
    shape,
    ordinal,
    label: toLabel(match[0], match[1], ordinal),
    titleStart: match[0].length,
    ...(kind === 'piece' && MAY_SHOW.test(text) && { doubtful: true as const }),
  };
}

function toLabel(text: string, numeral: string, ordinal: number): SectionLabel {
  return { text: text.trim(), numeral, scheme: 'volume', ordinal };
}

/** The words before a number belong to the title of the page: 心得体会 of 学习…心得体会精选3篇, or all of it and more. */
function isRelated(stem: string, { title, base }: PageTitle): boolean {
  const [words, whole] = [squeeze(stem), squeeze(title)];
  if (hanCount(words) < SHORTEST_STEM) return false;
  return whole.includes(words) || (base.length >= 4 && words.includes(squeeze(base)));
}

function doubt(stem: string): { doubtful?: true } {
  return hanCount(stem) < SHORTEST_SURE_STEM ? { doubtful: true } : {};
}

/** Short lines that close nothing, each with text below: the titles of pieces that have their own, if their count is the promised one or who wrote it stands below each. */
export function ownTitles(
  kind: 'own-title' | 'signed-title',
  rows: readonly Row[],
  isTitle: (row: TextRow, index: number) => boolean,
): Mark[] {
  return rows.flatMap((row, index): Mark[] =>
    row.type === 'line' && isTitle(row, index)
      ? [{ kind, shape: '', index, row, titleStart: 0, titleEnd: row.text.length }]
      : [],
  );
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
