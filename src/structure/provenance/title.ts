import { parseBareNumber, parseHan, parseLabel } from '../../numbering/index.js';
import { parseCounted } from '../headings/counted-lines.js';
import { joinInlines } from '../inline-text.js';
import type { Cleaned } from '../removal.js';
import type { FactReason, RemovedText } from '../report.js';
import {
  asks,
  endsSentence,
  hanCount,
  isBody,
  mayBeTitle,
  type Row,
  type TextRow,
  withInlines,
} from '../row.js';
import { isAffiliation, signersAt } from './bare-names.js';
import { bodyWords } from './body-words.js';
import { isByline, isPublisher } from './byline.js';
import { parseDate } from './dates.js';
import { isSiteName } from './site-name.js';

/** The title block, read off the rows. */
export interface TitleReading {
  readonly title?: string;
  readonly subtitle?: string;
  readonly rows: readonly Row[];
  readonly removed: readonly RemovedText[];
  readonly facts: readonly FactReason[];
}

const LONGEST_TITLE = 45;
const ACCEPT_FROM = 3;

/** 《三国演义》罗贯中: the first line of many plain-text novels. The dynasty behind the name is not of it. */
const BOOK =
  /^《([^《》]{1,40})》\s*(?:作者\s*[:\uFF1A]?)?\s*([\p{Script=Han}·\s]{0,14})(?:[(\uFF08[〔][^)\uFF09\]〕]{1,6}[)\uFF09\]〕])?$/u;

/** 2025-12-26 高虹安就職三週年: a day that a list of articles has before the title. */
const DATED = /^(?:date\s{1,3})?((?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2})[\s|]{1,3}(\S.{5,90})$/iu;

/** ——记一次家访: the second line of a title. */
const SUBTITLE = /^(?:\u2014\u2014|--|\u2014|\uFF0D\uFF0D)\s*(.{1,60})$/u;

/** A stop or pause at the end; a closing quote only behind a mark or around the whole (我的“亲戚” is a title). */
const CLOSED = /[。\uFF0C\uFF1B;,、]$|[。\uFF01\uFF1F\uFF0C\u2026]”$|^“.*”$/u;

interface Cue {
  readonly name: string;
  readonly weight: number;
  readonly holds: (row: TextRow, rows: readonly Row[]) => boolean;
}

const CUES: readonly Cue[] = [
  { name: 'short', weight: 2, holds: ({ text }) => hanCount(text) <= LONGEST_TITLE && text.length <= 90 },
  { name: 'open-end', weight: 1, holds: ({ text }) => !/[。\uFF0C\uFF1B;,、]$/u.test(text) },
  { name: 'centred', weight: 2, holds: ({ align }) => align === 'center' },
  { name: 'counts-pieces', weight: 2, holds: ({ text }) => collectionOf(text).count !== undefined },
  { name: 'repeated', weight: 2, holds: isRepeated },
  {
    // lines of the site stood between it and the text
    name: 'above-removed',
    weight: 2,
    holds: (row, [, next]) =>
      row.type === 'line' &&
      next?.type === 'line' &&
      row.unit === 'physical' &&
      next.line - row.line > next.blankLinesBefore + 1,
  },
  { name: 'apart', weight: 1, holds: (_row, [, next]) => next?.type === 'line' && next.blankLinesBefore > 0 },
  {
    name: 'indents-differ',
    weight: 1,
    holds: (row, [, next]) => next?.type === 'line' && next.indentEm !== row.indentEm,
  },
  { name: 'closed', weight: -4, holds: ({ text }) => CLOSED.test(text) },
  { name: 'inner-stop', weight: -3, holds: ({ text }) => /。./u.test(text) },
  { name: 'entry', weight: -4, holds: ({ text }) => /^[-\u2022*]\s/u.test(text) },
  { name: 'addresses', weight: -3, holds: ({ text }) => /[:\uFF1A]$/u.test(text) },
  {
    name: 'numbered',
    weight: -4,
    holds: ({ text }, rows) =>
      (parseLabel(text) ?? parseBareNumber(text)) !== undefined || opensCount(text, rows),
  },
  { name: 'affiliation', weight: -6, holds: ({ text }) => isAffiliation(text) },
  {
    name: 'greets',
    weight: -6,
    holds: ({ text }) => /^(?:欢迎|歡迎)(?:您|你)?(?:来到|來到|光临|光臨|访问|進入|进入)/u.test(text),
  },
  { name: 'asked', weight: -4, holds: asks },
  { name: 'dialogue', weight: -2, holds: ({ text }) => /^[“「]/u.test(text) && endsSentence(text) },
];

/** 问题一：… with 问题二：… below: the first of a series, not the title over it. */
function opensCount(text: string, rows: readonly Row[]): boolean {
  const first = parseCounted(text);
  if (first?.label.ordinal !== 1) return false;
  return rows.some((row) => {
    const other = row.type === 'line' ? parseCounted(row.text) : undefined;
    return other?.frame === first.frame && other.label.ordinal === 2;
  });
}

function isRepeated(row: TextRow, rows: readonly Row[]): boolean {
  return rows.some((other) => other !== row && other.type === 'line' && other.text === row.text);
}

/** What the source's own fields or the user say. */
export interface StatedTitle {
  readonly title?: string;
  readonly subtitle?: string;
}

/**
 * Finds the title. What is stated wins over what is found; a line that repeats it is then taken for the title line.
 * What a label of the page says (标题：…) stands in for a line that does not.
 * In markup the title is the one top heading that opens the text; in plain text it is the first line that looks it.
 */
export function readTitle(rows: readonly Row[], stated: StatedTitle, labelled?: string): TitleReading {
  const reading = readTitleOf(joinTitleLines(rows), stated);
  return reading.title === undefined && labelled !== undefined ? { ...reading, title: labelled } : reading;
}

/** Kinds of official documents, with which their titles end (党政机关公文处理工作条例, article 8, and usage). */
const DOCUMENT =
  /^(?!.*[。\uFF0C]).{0,90}的?(?:通知|意见|决定|决议|公告|公报|通告|通报|报告|请示|批复|函|纪要|议案|方案|办法)$/u;
const ORGAN = /^[^\uFF0C。\s]{2,30}(?:政府|办公室|办公厅|委员会|[局厅部院委会]|公司|集团|大学|中心)$/u;

/** A title of an official document over two lines: the organ, then 关于…的通知; or 关于… broken where the line was full. */
function joinTitleLines(rows: readonly Row[]): readonly Row[] {
  const [first, second] = rows;
  if (first?.type !== 'line' || second?.type !== 'line' || second.blankLinesBefore > 0) return rows;
  if (first.unit !== 'physical' || hanCount(second.text) > LONGEST_TITLE || !DOCUMENT.test(second.text))
    return rows;
  const isOrgan = ORGAN.test(first.text) && second.text.startsWith('关于');
  const isBroken =
    first.text.includes('关于') &&
    !second.text.includes('关于') &&
    /\p{Script=Han}$/u.test(first.text) &&
    !DOCUMENT.test(first.text);
  if (!isOrgan && !isBroken) return rows;
  const joined = withInlines(first, joinInlines(first.inlines, '', second.inlines));
  return [{ ...joined, source: `${first.source}\n${second.source}` }, ...rows.slice(2)];
}

/** 石榴院, 西行记: a place or a kind of text, which sounds like a name. */
const SOUNDS_LIKE_NAME = /[记記院塔楼樓桥橋店街巷湖庙廟歌赋序传傳曲颂江村镇城路园]$/u;
const SHORTEST_BELOW = 4;

/** 朱建华 above a text without a title, and above one: the first line names who wrote, and is no title. */
function takeSigners(rows: readonly Row[]): Cleaned {
  const [first, next] = rows;
  const none: Cleaned = { rows, removed: [], facts: [] };
  if (first?.type !== 'line' || SOUNDS_LIKE_NAME.test(first.text)) return none;
  const isAbove =
    next?.type === 'line' &&
    hanCount(next.text) >= SHORTEST_BELOW &&
    !isBody(next) &&
    !/^[[【(\uFF08]/u.test(next.text) &&
    isBody(rows[2]);
  const names = signersAt(isAbove ? [first, ...rows.slice(2)] : rows, 0, bodyWords(rows));
  if (names.length === 0) return none;
  return {
    rows: rows.slice(1),
    removed: [{ line: first.line, text: first.source, rule: 'byline' }],
    facts: names.map((value) => ({ fact: 'authors', value, line: first.line, rule: 'byline' })),
  };
}

function readTitleOf(whole: readonly Row[], stated: StatedTitle): TitleReading {
  const signed = takeSigners(whole);
  const reading = readTitleBelow(signed.rows, stated);
  return {
    ...reading,
    removed: [...signed.removed, ...reading.removed],
    facts: [...reading.facts, ...signed.facts],
  };
}

function readTitleBelow(rows: readonly Row[], stated: StatedTitle): TitleReading {
  // 县委书记 王大明 above the title of a speech
  const skipped = isByline(rows[0]) && rows.length > 2 && !isBody(rows[1]) ? 1 : 0;
  const at = rows.findIndex((row, index) => row.type === 'line' && index >= skipped);
  const first = rows[at];
  if (first?.type !== 'line') return { ...stated, rows, removed: [], facts: [] };
  const rest = rows.filter((_row, index) => index !== at);
  if (stated.title !== undefined) {
    const isTitleLine = isSameTitle(first.text, stated.title) && rest.length > 0;
    return finish(isTitleLine ? rest : rows, { ...stated, title: stated.title }, first, 'stated', []);
  }
  const book = BOOK.exec(first.text);
  if (book?.[1] && rest.length > 0 && first.headingLevel === undefined) return readBook(rest, first, book);
  const rule = titleRule(first, rows.slice(at));
  if (rule === 'first-line') return readTab(rest, first);
  return rule
    ? finish(rest, { ...stated, title: first.text }, first, rule, [])
    : { ...stated, rows, removed: [], facts: [] };
}

/** The first line as the title, without a day before it or the site that a tab of the browser has behind it. */
function readTab(rest: readonly Row[], row: TextRow): TitleReading {
  const [, written, dated] = DATED.exec(row.text) ?? [];
  const day = written === undefined ? undefined : parseDate(written);
  const title = withoutSite(day && dated ? dated : row.text);
  const facts = day ? [{ fact: 'publishedOn', value: day, line: row.line, rule: 'title-line' }] : [];
  const reading = finish(rest, { title }, row, 'first-line', facts);
  return title === row.text
    ? reading
    : { ...reading, removed: [{ line: row.line, text: row.source, rule: 'title-line' }] };
}

const TAB_PARTS = /^(.{6,})\s?[_|\uFF5C]\s?(\S{2,14})$/u;
const MOST_PARTS = 3;

/** 夜班公交今起延长_新闻中心_东州网: what stands behind a bar, when the last of it is the name of a site. */
function withoutSite(text: string): string {
  let rest = text;
  for (let part = 0; part < MOST_PARTS; part++) {
    const [, before, site = ''] = TAB_PARTS.exec(rest) ?? [];
    if (before === undefined || (part === 0 && !isSiteName(site) && !isPublisher(site))) break;
    rest = before.trim();
  }
  return rest;
}

function readBook(
  rest: readonly Row[],
  row: TextRow,
  [, title = '', author = '']: RegExpExecArray,
): TitleReading {
  const name = author.trim();
  if (name === '') return finish(rest, { title: row.text }, row, 'book-title', []);
  const reading = finish(rest, { title }, row, 'book-title', [
    { fact: 'authors', value: name, line: row.line, rule: 'book-title' },
  ]);
  return { ...reading, removed: [{ line: row.line, text: row.source, rule: 'title-line' }] };
}

/** Why the first line is the title, or undefined when it is not. */
function titleRule(first: TextRow, rows: readonly Row[]): string | undefined {
  const headings = rows.filter(
    (row): row is TextRow => row.type === 'line' && row.headingLevel !== undefined,
  );
  // a centred line above headings that are marked: a title without a style of its own, as Word files have it
  const isSetApart = first.headingLevel === undefined && first.align === 'center' && headings[0] !== first;
  if (headings.length > 0 && !isSetApart) {
    const top = headings.reduce((least, { headingLevel = 9 }) => Math.min(least, headingLevel), 9);
    const isOnlyTop =
      first.headingLevel === top && headings.filter((row) => row.headingLevel === top).length === 1;
    return isOnlyTop ? 'top-heading' : undefined;
  }
  if (rows.length < 2) return undefined;
  const score = CUES.reduce((sum, { weight, holds }) => sum + (holds(first, rows) ? weight : 0), 0);
  // what asks or calls may be the first sentence too
  const needed = isBody(first) && mayBeTitle(first) ? ACCEPT_FROM + 1 : ACCEPT_FROM;
  const isTitleLike =
    !isBody(first) || mayBeTitle(first) || (DOCUMENT.test(first.text) && isRepeated(first, rows));
  return score >= needed && isTitleLike ? 'first-line' : undefined;
}

/** Takes the subtitle out of what follows. */
function finish(
  rows: readonly Row[],
  stated: StatedTitle & { readonly title: string },
  row: TextRow,
  rule: string,
  facts: readonly FactReason[],
): TitleReading {
  const { title } = stated;
  const titleFact: FactReason =
    rule === 'stated'
      ? { fact: 'title', value: title, rule }
      : { fact: 'title', value: title, line: row.line, rule };
  const [next] = rows;
  const subtitle =
    next?.type === 'line' && !endsSentence(next.text) ? SUBTITLE.exec(next.text)?.[1] : undefined;
  const after = subtitle === undefined ? rows : rows.slice(1);
  return {
    title,
    ...((stated.subtitle ?? subtitle) && { subtitle: stated.subtitle ?? subtitle ?? '' }),
    rows: after,
    removed: [],
    facts: [
      titleFact,
      ...facts,
      ...(subtitle && next ? [{ fact: 'subtitle', value: subtitle, line: next.line, rule: 'dash' }] : []),
    ],
  };
}

/** A page prints its title once more above the text or below it; three copies and more are marks of parts. */
export function removeTitleCopies(rows: readonly Row[], title: string): Pick<Cleaned, 'rows' | 'removed'> {
  const copies = rows.filter((row): row is TextRow => row.type === 'line' && row.text === title);
  const opening = rows.findIndex((row) => row.type !== 'line' || row.text !== title);
  const apart = copies.length - Math.max(0, opening);
  if (copies.length === 0 || apart > 1 || (copies.length > 2 && apart > 0)) return { rows, removed: [] };
  const edges: ReadonlySet<Row | undefined> = new Set([...rows.slice(0, opening), rows[0], rows.at(-1)]);
  const dropped: ReadonlySet<Row> = new Set(copies.filter((row) => edges.has(row)));
  return {
    rows: rows.filter((row) => !dropped.has(row)),
    removed: copies
      .filter((row) => dropped.has(row))
      .map(({ line, source }) => ({ line, text: source, rule: 'repeated-title' })),
  };
}

/** Equal but for white space, or the stated one with the name of a site behind it. */
function isSameTitle(line: string, stated: string): boolean {
  const [one, other] = [line.replace(/\s+/gu, ''), stated.replace(/\s+/gu, '')];
  return (
    one === other ||
    (one.length >= 4 && /^[-_|\u2014\uFF5C]/u.test(other.slice(one.length)) && other.startsWith(one))
  );
}

/** What a title says about the pieces under it. */
export interface CollectionTitle {
  /** The title without its count. */
  readonly base: string;
  /** How many pieces it promises. */
  readonly count?: number;
}

const NUMERALS = '一二三四五六七八九十两兩';
const COUNT = new RegExp(
  `[\\s(\uFF08【\\[]*(?:精选|优秀|最新|通用|热门|精選|范文|共)?\\s*([0-9]{1,3}|[${NUMERALS}]{1,3})\\s*[篇则則首封份](?:范文|精选|大全|合集|汇总)?[)\uFF09】\\]\\s]*$`,
  'u',
);

/** Reads the count at the end of a title: 「…心得体会3篇」, 「…【精选三篇】」. */
export function collectionOf(title: string): CollectionTitle {
  const match = COUNT.exec(title);
  if (!match?.[1] || match.index === 0) return { base: title };
  const count = parseHan(match[1]);
  return count === undefined || count < 2 ? { base: title } : { base: title.slice(0, match.index), count };
}
