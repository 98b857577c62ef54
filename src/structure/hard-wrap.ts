import type { Inline } from '../model/index.js';
import { parseLabel } from '../numbering/index.js';
import { concatInlines } from './inline-text.js';
import { endsSentence, isHan, type Row, type TextRow, widthEm, withInlines } from './row.js';

/** A document set in lines of nearly one width, in ems. */
interface Wrap {
  readonly widthEm: number;
}

/** Lines this much shorter than the measure are still full: the next word or mark had no room. */
const SLACK_EM = 3;
const LATIN_SLACK_EM = 8;
const NARROWEST_EM = 14;
const WIDEST_EM = 64;
/** At least so many lines must agree before a width is believed. */
const FEWEST_LINES = 3;

/** Marks that never begin a line: one that does was wrapped off the line before. */
const CLOSING_FIRST = /^[\uFF0C。、\uFF1B\uFF1A\uFF1F\uFF01”’」』》\uFF09】]/u;

/**
 * Joins lines that a mail program or editor broke at a fixed width. Believed only when the document shows it: most
 * lines that others follow without a blank have nearly one width and stop in the middle of a sentence.
 */
export function joinHardWraps(rows: readonly Row[]): Row[] {
  const wrap = findWrap(rows);
  const joined: Row[] = [];
  // lines that are one paragraph, joined when it ends: one may have 200,000 of them
  let lines: TextRow[] = [];
  const endParagraph = (): void => {
    if (lines.length > 0) joined.push(join(lines));
    lines = [];
  };
  for (const row of rows) {
    const before = lines.at(-1);
    const joins = before !== undefined && row.type === 'line' && continues(before, row, wrap);
    if (!joins) endParagraph();
    if (row.type === 'line') lines.push(row);
    else joined.push(row);
  }
  endParagraph();
  return joined;
}

function continues(before: TextRow, row: TextRow, wrap: Wrap | undefined): boolean {
  if (before.unit !== 'physical' || row.unit !== 'physical' || row.blankLinesBefore > 0) return false;
  if (CLOSING_FIRST.test(row.text) && !/^[\uFF1A\uFF1F\uFF01]+$/u.test(row.text)) return true;
  return wrap !== undefined && isFull(before, wrap) && row.indentEm < 1 && !beginsItem(row);
}

/** A number opens a line of its own: 2、检查地点 is not the second half of the line before it. */
function beginsItem(row: TextRow): boolean {
  return parseLabel(row.text) !== undefined;
}

function findWrap(rows: readonly Row[]): Wrap | undefined {
  const inner: TextRow[] = [];
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (row.type !== 'line' || next?.type !== 'line' || row.unit !== 'physical') continue;
    if (next.blankLinesBefore === 0 && next.indentEm < 1 && !beginsItem(next)) inner.push(row);
  }
  const width = commonWidth(inner);
  if (width === undefined) return undefined;
  const full = inner.filter((row) => isFull(row, { widthEm: width }));
  const open = full.filter((row) => !endsSentence(row.text));
  const believed =
    full.length >= FEWEST_LINES && full.length >= inner.length * 0.6 && open.length >= full.length * 0.5;
  return believed ? { widthEm: width } : undefined;
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
  const slack = isHan(row.text.at(-1)) || endsSentence(row.text) ? SLACK_EM : LATIN_SLACK_EM;
  return Math.abs(lineWidth(row) - wrap.widthEm) <= slack;
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
