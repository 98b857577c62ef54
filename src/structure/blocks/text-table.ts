import { blockText, type Table, type TableCell } from '../../model/index.js';
import { sliceInlines, trimInlines } from '../inline-text.js';
import { endsSentence, type Row, type TextRow } from '../row.js';
import { SIGN } from '../signs.js';
import { isProse } from './captions.js';
import type { Recognised } from './letter.js';

const FEWEST_ROWS = 2;
const FEWEST_COLUMNS = 2;
const LONGEST_CELL = 24;
/** So many rows show whether their cells are numbers. */
const ENOUGH_FOR_NUMBERS = 8;

interface Separator {
  readonly pattern: RegExp;
  /** The kind of characters that stand in it: {@link SIGN}. */
  readonly sign: number;
  readonly columns: number;
  readonly rows: number;
  /** Most cells below the first row are numbers: words are parted by spaces in any text. */
  readonly numbers?: true;
  /** Longest text of a cell. */
  readonly cell: number;
  /** The first column labels the second, and no row stands above them. */
  readonly labels?: true;
  /** Fewer rows will do where each ends in a border. */
  readonly bordered?: number;
}

/**
 * Between columns. A single bar is also a separator of metadata, so bars need three columns, or more rows; spaces part
 * names in a list too, so they need more of all.
 */
const SEPARATORS: readonly Separator[] = [
  {
    pattern: /\t+/gu,
    sign: SIGN.tab,
    columns: FEWEST_COLUMNS,
    rows: FEWEST_ROWS,
    cell: Number.POSITIVE_INFINITY,
  },
  { pattern: /[|\uFF5C]/gu, sign: SIGN.bar, columns: 3, rows: FEWEST_ROWS, cell: Number.POSITIVE_INFINITY },
  {
    pattern: /\s[|\uFF5C](?=\s|$)|^[|\uFF5C]/gu,
    sign: SIGN.bar,
    columns: 2,
    rows: 3,
    bordered: 2,
    cell: Number.POSITIVE_INFINITY,
    labels: true,
  },
  { pattern: /[ \u3000]{2,}|\u3000/gu, sign: SIGN.blank, columns: 3, rows: 3, cell: LONGEST_CELL },
  { pattern: / /gu, sign: SIGN.blank, columns: 3, rows: 3, cell: 8, numbers: true },
];

/** ---|---: what Markdown draws below the heads of columns. */
const RULE = /^[|\uFF5C\s]{0,4}[-:\u2014\u2500]{2}[-:|\uFF5C+\s\u2014\u2500]*$/u;
/** Begins or ends with the border of a cell. */
const BORDERED = /^[|\uFF5C]|[|\uFF5C]$/u;

/** 表1 主要指标, above its table. */
const CAPTION = /^表\s*[0-9一二三四五六七八九十]{1,3}(?:[-.\u2014][0-9]{1,2})?(?:[\s:\uFF1A]|$)/u;

/** A caption may end in a full stop, but then it is short. */
const LONGEST_SENTENCE = 24;

export function isTableCaption(row: Row | undefined): row is TextRow {
  if (row?.type !== 'line' || row.headingLevel !== undefined) return false;
  if (row.tableCaption) return true;
  if (!row.text.startsWith('表') || !CAPTION.test(row.text)) return false;
  return !isProse(row.text) && !(endsSentence(row.text) && row.han > LONGEST_SENTENCE);
}

/** Lines of equal columns, parted by tabs or bars, from `at` on; the line above may be the caption. */
export function readTextTable(rows: readonly Row[], at: number): Recognised | undefined {
  const row = rows[at];
  const isCaption = isTableCaption(row);
  const found = readColumns(rows, isCaption ? at + 1 : at);
  const [table] = found?.blocks ?? [];
  if (!isCaption || !found || table?.type !== 'table') return isCaption ? undefined : found;
  return { blocks: [{ ...table, caption: row.inlines }], rowsTaken: found.rowsTaken + 1 };
}

function readColumns(rows: readonly Row[], at: number): Recognised | undefined {
  const first = rows[at];
  if (first?.type !== 'line') return undefined;
  for (const separator of SEPARATORS) {
    if ((first.signs & separator.sign) === 0) continue;
    const { cells, end, isRuled } = cellsFrom(rows, at, separator);
    const isBordered = rows.slice(at, end).every((row) => row.type === 'line' && BORDERED.test(row.text));
    const fewest = isBordered ? (separator.bordered ?? separator.rows) : separator.rows;
    if (cells.length < fewest || (separator.numbers && !areNumbers(cells))) continue;
    const headRows = separator.labels && !isRuled ? 0 : 1;
    return { blocks: [toTable(cells, headRows)], rowsTaken: end - at };
  }
  return undefined;
}

/** Rows of equal columns from `at` on, the rule below the first aside. */
function cellsFrom(
  rows: readonly Row[],
  at: number,
  { pattern, columns, cell, numbers }: Separator,
): { readonly cells: TableCell[][]; readonly end: number; readonly isRuled: boolean } {
  const found: TableCell[][] = [];
  let [end, isRuled] = [at, false];
  for (let row = rows[end]; row?.type === 'line' && row.unit === 'physical'; row = rows[++end]) {
    if (found.length === 1 && !isRuled && RULE.test(row.text)) {
      isRuled = true;
      continue;
    }
    // of most rows there is nothing to take apart
    if (found.length === 0 && row.text.search(pattern) < 0) break;
    const own = toCells(row, pattern);
    // below a rule a row may end early
    const cells = isRuled && BORDERED.test(row.text) ? padded(own, found[0]?.length ?? 0) : own;
    if (cells.length < columns || (found[0] && found[0].length !== cells.length)) break;
    if (row.text.length > cell * cells.length) break;
    found.push(cells);
    // prose of equal words is not read to its end from each of its rows
    if (numbers && found.length === ENOUGH_FOR_NUMBERS && !areNumbers(found)) break;
  }
  return { cells: found, end, isRuled };
}

function toCells(row: TextRow, separator: RegExp): TableCell[] {
  const bars = [...row.text.matchAll(separator)];
  const starts = [0, ...bars.map((bar) => bar.index + bar[0].length)];
  return starts
    .map((start, index) => ({ start, end: bars[index]?.index ?? row.text.length }))
    .filter(({ start, end }, index) => start < end || (index > 0 && index < starts.length - 1))
    .map(({ start, end }) => ({
      children: [{ type: 'paragraph', children: trimInlines(sliceInlines(row.inlines, start, end)) }],
    }));
}

function padded(cells: readonly TableCell[], columns: number): TableCell[] {
  const missing = Math.max(0, columns - cells.length);
  return [...cells, ...Array.from({ length: missing }, () => ({ children: [] }))];
}

function areNumbers(rows: readonly TableCell[][]): boolean {
  const cells = rows.slice(1).flatMap((row) => row.slice(1));
  const numbers = cells.filter(({ children }) =>
    /^[-+]?[0-9][0-9.,%]*\p{Script=Han}?$/u.test(children.map(blockText).join('')),
  );
  return numbers.length >= cells.length / 2;
}

function toTable(rows: readonly TableCell[][], headRows: number): Table {
  return {
    type: 'table',
    headRows,
    columns: (rows[0] ?? []).map(() => ({})),
    rows: rows.map((cells) => ({ cells })),
  };
}
