import type { Inline } from '../model/index.js';
import { parseLabel } from '../numbering/index.js';
import { concatInlines } from './inline-text.js';
import { endsSentence, hanCount, isHan, type Row, type TextRow, widthEm, withInlines } from './row.js';

/** A document set in lines of nearly one width. */
interface Wrap {
  readonly widthEm: number;
  /** Lines this much shorter than the measure are still full: the next word or mark had no room. */
  readonly slackEm: number;
  readonly spacing: Spacing;
}

/** How lines of one paragraph stand to one another, whether wrapped or not. */
interface Spacing {
  /** Blank lines between two lines that may be one paragraph: mail programs and mirrors double every line end. */
  readonly blankLines: number;
  /** Indent of a line that opens no paragraph. */
  readonly indentEm: number;
}

const WIDEST_SLACK_EM = 3;
const NARROWEST_SLACK_EM = 0.5;
const LATIN_SLACK_EM = 8;
const NARROWEST_EM = 14;
const WIDEST_EM = 64;
/** At least so many lines must agree before a width is believed. */
const FEWEST_LINES = 3;
const MOST_FEW = 5;
/** Share of lines that may be wider than the measure: addresses, rows of a table. */
const MOST_WIDER = 0.1;
const NARROWEST_OF_FEW_EM = 24;
/** A paragraph that a page number cut in two is no shorter. */
const SHORTEST_CUT_HAN = 25;

/** Marks that never begin a line: one that does was wrapped off the line before. */
const CLOSING_FIRST = /^[\uFF0C。、\uFF1B\uFF1A\uFF1F\uFF01”’」』》\uFF09】]/u;

/**
 * Joins lines that a mail program or editor broke at a fixed width. Believed only when the document shows it: most
 * lines that others follow closely have nearly one width and stop in the middle of a sentence.
 *
 * @param pageEnds Lines of the source at which a page ended, taken out by now: a sentence goes on behind them.
 */
export function joinHardWraps(rows: readonly Row[], pageEnds: readonly number[] = []): Row[] {
  const wrap = findSpacings(rows)
    .map((spacing) => findWrap(rows, spacing))
    .find((found) => found !== undefined);
  const isCut = cutBy(pageEnds);
  const joined: Row[] = [];
  // lines that are one paragraph, joined when it ends: one may have 200,000 of them
  let lines: TextRow[] = [];
  const endParagraph = (): void => {
    if (lines.length > 0) joined.push(join(lines));
    lines = [];
  };
  for (const row of rows) {
    const before = lines.at(-1);
    const joins =
      before !== undefined && row.type === 'line' && (continues(before, row, wrap) || isCut(before, row));
    if (!joins) endParagraph();
    if (row.type === 'line') lines.push(row);
    else joined.push(row);
  }
  endParagraph();
  return joined;
}

function continues(before: TextRow, row: TextRow, wrap: Wrap | undefined): boolean {
  if (before.unit !== 'physical' || row.unit !== 'physical') return false;
  if (row.blankLinesBefore > (wrap?.spacing.blankLines ?? 0)) return false;
  if (CLOSING_FIRST.test(row.text) && !/^[\uFF1A\uFF1F\uFF01]+$/u.test(row.text)) return true;
  if (wrap === undefined || !isFull(before, wrap) || !isFlush(row, wrap.spacing) || beginsItem(row))
    return false;
  // someone else speaks
  return !(endsSentence(before.text) && /^[“「]/u.test(row.text));
}

function isFlush(row: TextRow, { indentEm }: Spacing): boolean {
  return row.indentEm < indentEm + 1;
}

/** Answers whether a page ended between two lines, in the middle of a sentence. */
function cutBy(pageEnds: readonly number[]): (before: TextRow, row: TextRow) => boolean {
  if (pageEnds.length === 0) return () => false;
  const ends = [...pageEnds].sort((one, other) => one - other);
  let next = 0;
  return (before, row) => {
    while ((ends[next] ?? Number.POSITIVE_INFINITY) < before.line) next++;
    const isBetween = (ends[next] ?? Number.POSITIVE_INFINITY) < row.line;
    return (
      isBetween &&
      hanCount(before.text) >= SHORTEST_CUT_HAN &&
      /[\p{Script=Han}\uFF0C、]$/u.test(before.text) &&
      /^\p{Script=Han}/u.test(row.text) &&
      row.indentEm < 1 &&
      !beginsItem(row)
    );
  };
}

/** Share of lines with the same blank lines above, or the same indent, that make them a habit of the document. */
const HABIT = 0.15;

/** The ways in which lines of one paragraph may follow each other here, the closest first. */
function findSpacings(rows: readonly Row[]): Spacing[] {
  const lines = rows.filter((row): row is TextRow => row.type === 'line' && row.unit === 'physical');
  const blanks = habits(lines.slice(1).map(({ blankLinesBefore }) => blankLinesBefore));
  const indents = habits(lines.map((row) => row.indentEm));
  return blanks.flatMap((blankLines) => indents.map((indentEm) => ({ blankLines, indentEm })));
}

/** The smallest value, and the others that are no exceptions, in order. */
function habits(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const least = values.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  return [...counts]
    .filter(([value, count]) => value === least || count >= values.length * HABIT)
    .map(([value]) => value)
    .sort((one, other) => one - other);
}

/** A number opens a line of its own: 2、检查地点 is not the second half of the line before it. */
function beginsItem(row: TextRow): boolean {
  return parseLabel(row.text) !== undefined;
}

function findWrap(rows: readonly Row[], spacing: Spacing): Wrap | undefined {
  const inner: TextRow[] = [];
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (row.type !== 'line' || next?.type !== 'line' || row.unit !== 'physical') continue;
    const isClose = next.blankLinesBefore <= spacing.blankLines && isFlush(next, spacing);
    if (isClose && !beginsItem(next)) inner.push(row);
  }
  const width = commonWidth(inner) ?? widthOfFew(inner, rows);
  if (width === undefined) return undefined;
  const full = inner.filter((row) => isFull(row, { widthEm: width, slackEm: WIDEST_SLACK_EM, spacing }));
  const open = full.filter((row) => !endsSentence(row.text));
  const isFew = full.length < FEWEST_LINES && widthOfFew(inner, rows) === undefined;
  const wider = rows.filter((row) => row.type === 'line' && lineWidth(row) > width + WIDEST_SLACK_EM);
  const isMeasure = wider.length <= rows.length * MOST_WIDER;
  const believed =
    !isFew && isMeasure && full.length >= inner.length * 0.6 && open.length >= full.length * 0.5;
  return believed ? { widthEm: width, slackEm: slackOf(open, width), spacing } : undefined;
}

/** How far lines that stop in mid-sentence fall short of the measure; one line in ten may be something else. */
function slackOf(open: readonly TextRow[], width: number): number {
  const short = open
    .filter((row) => isHan(row.text.at(-1)))
    .map((row) => width - lineWidth(row))
    .sort((one, other) => one - other);
  const usual = short[Math.floor((short.length - 1) * 0.9)] ?? WIDEST_SLACK_EM;
  return Math.min(Math.max(usual, NARROWEST_SLACK_EM), WIDEST_SLACK_EM);
}

/**
 * The width in a text too short to show many: all lines that others follow closely end where the widest line of the
 * whole text does, most of them in mid-sentence.
 */
function widthOfFew(inner: readonly TextRow[], rows: readonly Row[]): number | undefined {
  if (inner.length === 0 || inner.length > MOST_FEW) return undefined;
  const widest = rows.reduce((most, row) => (row.type === 'line' ? Math.max(most, lineWidth(row)) : most), 0);
  const open = inner.filter(({ text }) => /[\p{Script=Han}\uFF0C、]$/u.test(text));
  const areFull = inner.every((row) => widest - lineWidth(row) <= WIDEST_SLACK_EM);
  return areFull && open.length >= inner.length / 2 && widest >= NARROWEST_OF_FEW_EM && widest <= WIDEST_EM
    ? widest
    : undefined;
}

/** The widest width that many lines share, in whole ems. */
function commonWidth(rows: readonly TextRow[]): number | undefined {
  const countByWidth = new Map<number, number>();
  for (const row of rows) {
    const width = Math.round(lineWidth(row));
    if (width >= NARROWEST_EM && width <= WIDEST_EM)
      countByWidth.set(width, (countByWidth.get(width) ?? 0) + 1);
  }
  const enough = Math.max(2, rows.length / 20);
  const common = [...countByWidth].filter(([, count]) => count >= enough).map(([width]) => width);
  return common.length === 0 ? undefined : Math.max(...common);
}

function lineWidth(row: TextRow): number {
  return widthEm(row.text) + row.indentEm;
}

function isFull(row: TextRow, wrap: Wrap): boolean {
  const isChinese = isHan(row.text.at(-1)) || endsSentence(row.text);
  const missing = wrap.widthEm - lineWidth(row);
  return missing <= (isChinese ? wrap.slackEm : LATIN_SLACK_EM) && missing >= -WIDEST_SLACK_EM;
}

function join(lines: readonly TextRow[]): TextRow {
  const [first, ...others] = lines as [TextRow, ...TextRow[]];
  if (others.length === 0) return first;
  const runs = others.flatMap((row, index) => [gap(lines[index] as TextRow, row), row.inlines]);
  const joined = withInlines(first, concatInlines([first.inlines, ...runs]));
  return { ...joined, source: lines.map(({ source }) => source).join('\n') };
}

/** Latin words and numbers keep a space between them; Han characters meet. */
function gap(before: TextRow, row: TextRow): readonly Inline[] {
  const meet = /[\p{Script=Latin}0-9,.;:!?]$/u.test(before.text) && /^[\p{Script=Latin}0-9]/u.test(row.text);
  return meet ? [{ type: 'text', text: ' ' }] : [];
}
