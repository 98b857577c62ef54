import { parseBareNumber, parseLabel, parseLooseDecimal } from '../../numbering/index.js';
import { rememberedOf } from '../remembered.js';
import { endsSentence, isHan, type Row, type TextRow, widthEm } from '../row.js';
import { hasCells } from './cell-borders.js';

/** A document set in lines of nearly one width. */
export interface Wrap {
  /** Width of a full line, as {@link widthOf} measures. */
  readonly width: number;
  /** Lines this much shorter than the measure are still full: the next word or mark had no room. */
  readonly slack: number;
  readonly widthOf: (row: TextRow) => number;
  readonly spacing: Spacing;
}

/** How lines of one paragraph stand to one another, whether wrapped or not. */
export interface Spacing {
  /** Blank lines between two lines that may be one paragraph: mail programs and mirrors double every line end. */
  readonly blankLines: number;
  /** Indent of a line that opens no paragraph. */
  readonly indentEm: number;
}

/** Widths are in ems, or in characters where a tool counted those: it breaks a line of digits as late as one of Han. */
const MEASURES: readonly ((row: TextRow) => number)[] = [
  (row) => widthEm(row.text) + row.indentEm,
  (row) => row.text.length + row.indentEm,
];

const WIDEST_SLACK = 3;
const NARROWEST_SLACK = 0.5;
/** A Latin word or an address moves to the next line whole. */
const LATIN_SLACK = 8;
const NARROWEST = 14;
const WIDEST = 64;
/** At least so many lines must agree before a width is believed. */
const FEWEST_LINES = 3;
const MOST_FEW = 5;
const NARROWEST_OF_FEW = 24;
/** Share of lines that may be wider than the measure: addresses, rows of a table. */
const MOST_WIDER = 0.1;
/** Share of lines with the same blank lines above, or the same indent, that make them a habit of the document. */
const HABIT = 0.15;

/** Whether more lines than are allowed are wider than any measure, so that none need be looked for: most texts. */
function isTooWide(rows: readonly Row[]): boolean {
  const widest = WIDEST + WIDEST_SLACK;
  let long = 0;
  // half an em is the least that a character takes
  for (const row of rows) if (row.type === 'line' && row.text.length > 2 * widest) long++;
  return long > rows.length * MOST_WIDER;
}

/** The width at which the document was wrapped, judged with each spacing from the closest on; undefined when it was not. */
export const findWrap: (rows: readonly Row[]) => Wrap | undefined = rememberedOf(wrapOf);

function wrapOf(rows: readonly Row[]): Wrap | undefined {
  if (isTooWide(rows)) return undefined;
  for (const spacing of findSpacings(rows)) {
    const inner = innerLines(rows, spacing);
    const [best] = MEASURES.flatMap((widthOf) => judge(inner, rows, widthOf, spacing) ?? []).sort(
      // of two measures that hold, the one by which lines vary least is the program's
      (one, other) => other.full - one.full || one.spread - other.spread,
    );
    if (best) return best.wrap;
  }
  return undefined;
}

/** Fills the measure, so that the next line may go on with its sentence. */
export function isFull(row: TextRow, { width, slack, widthOf }: Omit<Wrap, 'spacing'>): boolean {
  const isChinese = isHan(row.text.at(-1)) || endsSentence(row.text);
  const missing = width - widthOf(row);
  return missing <= (isChinese ? slack : LATIN_SLACK) && missing >= -WIDEST_SLACK;
}

export function isFlush(row: TextRow, { indentEm }: Spacing): boolean {
  return row.indentEm < indentEm + 1;
}

/** A number opens a line of its own: 2、检查地点 is not the second half of the line before it. */
export function beginsItem({ text }: TextRow): boolean {
  return (
    (parseLabel(text) ?? parseBareNumber(text) ?? parseLooseDecimal(text)) !== undefined ||
    /^[[〔【]/u.test(text)
  );
}

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

/** Lines that another follows closely without opening a paragraph: in a wrapped text nearly all of them are full. */
function innerLines(rows: readonly Row[], spacing: Spacing): TextRow[] {
  return rows.filter((row, index): row is TextRow => {
    const next = rows[index + 1];
    if (row.type !== 'line' || next?.type !== 'line' || row.unit !== 'physical') return false;
    // rows of a table are as long as their cells
    if (hasCells(row) || hasCells(next)) return false;
    return next.blankLinesBefore <= spacing.blankLines && isFlush(next, spacing) && !beginsItem(next);
  });
}

function judge(
  inner: readonly TextRow[],
  rows: readonly Row[],
  widthOf: Wrap['widthOf'],
  spacing: Spacing,
): { wrap: Wrap; full: number; spread: number } | undefined {
  const few = widthOfFew(inner, rows, widthOf);
  const width = commonWidth(inner, widthOf) ?? few;
  if (width === undefined) return undefined;
  const full = inner.filter((row) => isFull(row, { width, slack: WIDEST_SLACK, widthOf }));
  const open = full.filter((row) => !endsSentence(row.text));
  // a short line that closes a sentence ends a paragraph, and a short one with a number is a heading
  const others = inner.filter((row) => !endsSentence(row.text) && !beginsItem(row)).length - open.length;
  const wider = rows.filter((row) => row.type === 'line' && widthOf(row) > width + WIDEST_SLACK);
  const believed =
    (full.length >= FEWEST_LINES || few !== undefined) &&
    wider.length <= rows.length * MOST_WIDER &&
    full.length >= (full.length + others) * 0.6 &&
    open.length >= full.length * (marksParagraphs(rows, spacing) ? 0.3 : 0.5);
  const spread = open.reduce((sum, row) => sum + Math.abs(width - widthOf(row)), 0);
  return believed
    ? { wrap: { width, slack: slackOf(open, width, widthOf), widthOf, spacing }, full: full.length, spread }
    : undefined;
}

/** Paragraphs begin with an indent, so a flush line behind a full one goes on, even behind a full stop. */
function marksParagraphs(rows: readonly Row[], spacing: Spacing): boolean {
  const indented = rows.filter((row) => row.type === 'line' && !isFlush(row, spacing));
  return indented.length >= rows.length * 0.3;
}

/** How far lines that stop in mid-sentence fall short of the measure; one line in ten may be something else. */
function slackOf(open: readonly TextRow[], width: number, widthOf: Wrap['widthOf']): number {
  const short = open
    .filter((row) => isHan(row.text.at(-1)))
    .map((row) => width - widthOf(row))
    .sort((one, other) => one - other);
  const usual = short[Math.floor((short.length - 1) * 0.9)] ?? WIDEST_SLACK;
  return Math.min(Math.max(usual, NARROWEST_SLACK), WIDEST_SLACK);
}

/**
 * The width in a text too short to show many: all lines that others follow closely end where the widest line of the
 * whole text does, most of them in mid-sentence.
 */
function widthOfFew(
  inner: readonly TextRow[],
  rows: readonly Row[],
  widthOf: Wrap['widthOf'],
): number | undefined {
  if (inner.length === 0 || inner.length > MOST_FEW) return undefined;
  const widest = rows.reduce((most, row) => (row.type === 'line' ? Math.max(most, widthOf(row)) : most), 0);
  const open = inner.filter(({ text }) => /[\p{Script=Han}\uFF0C、]$/u.test(text));
  const areFull = inner.every((row) => widest - widthOf(row) <= WIDEST_SLACK);
  return areFull && open.length >= inner.length / 2 && widest >= NARROWEST_OF_FEW && widest <= WIDEST
    ? widest
    : undefined;
}

/** The widest width that many lines share, rounded. */
function commonWidth(rows: readonly TextRow[], widthOf: Wrap['widthOf']): number | undefined {
  const countByWidth = new Map<number, number>();
  for (const row of rows) {
    const width = Math.round(widthOf(row));
    if (width >= NARROWEST && width <= WIDEST) countByWidth.set(width, (countByWidth.get(width) ?? 0) + 1);
  }
  const enough = Math.max(2, rows.length / 20);
  const common = [...countByWidth].filter(([, count]) => count >= enough).map(([width]) => width);
  return common.length === 0 ? undefined : Math.max(...common);
}
