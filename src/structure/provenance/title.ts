import { joinInlines } from '../inline-text.js';
import type { Cleaned } from '../removal.js';
import type { FactReason, RemovedText } from '../report.js';
import { endsSentence, hanCount, isBody, type Row, type TextRow, withInlines } from '../row.js';
import { signersAt } from './bare-names.js';
import { bodyWords } from './body-words.js';
import { isByline } from './byline.js';
import { DOCUMENT, LONGEST_TITLE, titleRule } from './first-line.js';
import { trimTitle } from './trim-title.js';

/** The title block, read off the rows. */
export interface TitleReading {
  readonly title?: string;
  readonly subtitle?: string;
  readonly rows: readonly Row[];
  readonly removed: readonly RemovedText[];
  readonly facts: readonly FactReason[];
}

/** 《三国演义》罗贯中: the first line of many plain-text novels. The dynasty behind the name is not of it. */
const BOOK =
  /^《([^《》]{1,40})》\s*(?:作者\s*[:\uFF1A]?)?\s*([\p{Script=Han}·\s]{0,14})(?:[(\uFF08[〔][^)\uFF09\]〕]{1,6}[)\uFF09\]〕])?$/u;

/** ——记一次家访: the second line of a title. */
const SUBTITLE = /^(?:\u2014\u2014|--|\u2014|\uFF0D\uFF0D)\s*(.{1,60})$/u;

/** What the source's own fields or the user say. */
export interface StatedTitle {
  readonly title?: string;
  readonly subtitle?: string;
}

/** What was learned of the title on the way to it. */
export interface TitleHints {
  /** What a label of the page says. */
  readonly labelled?: string | undefined;
  /** Its row, where its place told; by now it may be a copy, with its marks in order. */
  readonly placed?: TextRow | undefined;
}

/**
 * Finds the title. What is stated wins over what is found; a line that repeats it is then taken for the title line.
 * What a label of the page says (标题：…) stands in for a line that does not.
 * In markup the title is the one top heading that opens the text; in plain text it is the first line that looks it.
 */
export function readTitle(
  rows: readonly Row[],
  stated: StatedTitle,
  { labelled, placed }: TitleHints = {},
): TitleReading {
  const reading = readTitleOf(joinTitleLines(rows), stated, placed);
  return reading.title === undefined && labelled !== undefined ? { ...reading, title: labelled } : reading;
}

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

function readTitleOf(whole: readonly Row[], stated: StatedTitle, placed: TextRow | undefined): TitleReading {
  const signed = takeSigners(whole);
  const reading = readTitleBelow(signed.rows, stated, placed);
  return {
    ...reading,
    removed: [...signed.removed, ...reading.removed],
    facts: [...reading.facts, ...signed.facts],
  };
}

function readTitleBelow(
  rows: readonly Row[],
  stated: StatedTitle,
  placed: TextRow | undefined,
): TitleReading {
  // 县委书记 王大明 above the title of a speech
  const skipped = isByline(rows[0]) && rows.length > 2 && !isBody(rows[1]) ? 1 : 0;
  const at = rows.findIndex((row, index) => row.type === 'line' && index >= skipped);
  const first = rows[at];
  if (first?.type !== 'line') return { ...stated, rows, removed: [], facts: [] };
  const rest = rows.filter((_row, index) => index !== at);
  if (stated.title !== undefined) {
    const line = titleLine(rows, stated.title);
    const below = line && rows.length > 1 ? rows.filter((row) => row !== line) : rows;
    return finish(below, { ...stated, title: stated.title }, line ?? first, 'stated', []);
  }
  const book = BOOK.exec(first.text);
  if (book?.[1] && rest.length > 0 && first.headingLevel === undefined) return readBook(rest, first, book);
  const found = placed && rows.find((row) => isSameRow(row, placed));
  if (found?.type === 'line') {
    const others = rows.filter((row) => row !== found);
    return readTab(others, found, 'place');
  }
  const rule = titleRule(first, rows.slice(at));
  if (rule === 'first-line') return readTab(rest, first, rule);
  return rule
    ? finish(rest, { ...stated, title: first.text }, first, rule, [])
    : { ...stated, rows, removed: [], facts: [] };
}

/** All rows of a page may stand in one line of its source. */
function isSameRow(row: Row, other: TextRow): boolean {
  return row.type === 'line' && row.line === other.line && row.source === other.source;
}

/** A line as the title, without what a page prints beside it. */
function readTab(rest: readonly Row[], row: TextRow, rule: string): TitleReading {
  const { title, day } = trimTitle(row.text);
  const facts = day ? [{ fact: 'publishedOn', value: day, line: row.line, rule: 'title-line' }] : [];
  const reading = finish(rest, { title }, row, rule, facts);
  if (title === row.text) return reading;
  // what stood beside it; the whole line, where a repair has changed the title in it
  const beside = row.source.replace(title, ' ').trim();
  return { ...reading, removed: [{ line: row.line, text: beside, rule: 'title-line' }] };
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

/** A bar of buttons may stand above the title, and its kind. */
const TITLE_WITHIN = 4;

/** The line that repeats what is stated, above the text. */
function titleLine(rows: readonly Row[], stated: string): TextRow | undefined {
  const body = rows.findIndex(isBody);
  const head = rows.slice(0, Math.min(TITLE_WITHIN, body < 0 ? TITLE_WITHIN : Math.max(1, body)));
  return head.find((row): row is TextRow => row.type === 'line' && isSameTitle(row.text, stated));
}

/** Equal but for white space, or the stated one with the name of a site behind it. */
function isSameTitle(line: string, stated: string): boolean {
  const [one, other] = [line.replace(/\s+/gu, ''), stated.replace(/\s+/gu, '')];
  return (
    one === other ||
    (one.length >= 4 && /^[-_|\u2014\uFF5C]/u.test(other.slice(one.length)) && other.startsWith(one))
  );
}
