import type { Cleaned } from '../removal.js';
import type { FactReason } from '../report.js';
import { hanCount, isBody, type Row, type TextRow } from '../row.js';
import { findLabelledDate } from './dates.js';
import { ORGANS } from './facts.js';
import { LABELS } from './metadata-labels.js';

const KIND_OF = new Map(
  LABELS.filter(({ kind }) => kind === 'document' || kind === 'publishedOn' || kind === 'source').flatMap(
    ({ kind, words }) => words.map((word) => [word, kind] as const),
  ),
);

/** Cells of an index table that a page has lost: fewer labels may be words of the text. */
const FEWEST_LABELS = 3;
const LONGEST_COLUMN = 40;
const LONGEST_VALUE = 40;

/**
 * An index block whose labels and values came apart, one a line and without colons: 索引号, YX010, 发布日期, 2018-05-02.
 * It goes from its first known label to the value of the last; labels that are not known lie between.
 */
export function readLabelColumn(rows: readonly Row[]): Cleaned {
  const cells = readLabelCells(rows);
  if (cells.removed.length > 0) return cells;
  const end = rows.findIndex((row) => row.type !== 'line' || isBody(row) || row.headingLevel !== undefined);
  const head = rows
    .slice(0, Math.min(end < 0 ? rows.length : end, LONGEST_COLUMN))
    .filter((row) => row.type === 'line');
  const labels = head.flatMap((row, index) => (KIND_OF.has(labelOf(row)) ? [index] : []));
  const [first, last] = [labels[0], labels.at(-1)];
  if (first === undefined || last === undefined || labels.length < FEWEST_LABELS)
    return { rows, removed: [], facts: [] };
  const value = head[last + 1];
  // the title below an empty cell is no value
  const stop =
    value && hanCount(value.text) <= LONGEST_VALUE && isRepeated(value, rows) ? last + 2 : last + 1;
  const column = head.slice(first, Math.max(stop, isValue(value) ? last + 2 : stop));
  const taken: ReadonlySet<Row> = new Set(column);
  return {
    rows: rows.filter((row) => !taken.has(row)),
    removed: column.map(({ line, source }) => ({ line, text: source, rule: 'metadata' })),
    facts: column.flatMap((row, index) => factOf(labelOf(row), column[index + 1])),
  };
}

/** The same block as rows of cells: 索引号\tQX-44\t分类\t公告. Pairs stand side by side, and an odd cell is a value. */
function readLabelCells(rows: readonly Row[]): Cleaned {
  const end = rows.findIndex((row) => row.type !== 'line' || isBody(row) || row.headingLevel !== undefined);
  const lines = rows
    .slice(0, Math.min(end < 0 ? rows.length : end, LONGEST_COLUMN))
    .filter((row): row is TextRow => row.type === 'line' && row.text.includes('\t'));
  const cellsOf = (row: TextRow): string[] => row.text.split('\t').map((cell) => cell.trim());
  const isLabel = (cell: string): boolean => KIND_OF.has(cell.replace(/[ \u3000\uFF1A:]+/gu, ''));
  const taken = lines.filter((row) => cellsOf(row).some((cell, index) => index % 2 === 0 && isLabel(cell)));
  const labels = taken.flatMap((row) => cellsOf(row).filter(isLabel)).length;
  if (labels < FEWEST_LABELS) return { rows, removed: [], facts: [] };
  const dropped: ReadonlySet<Row> = new Set(taken);
  return {
    rows: rows.filter((row) => !dropped.has(row)),
    removed: taken.map(({ line, source }) => ({ line, text: source, rule: 'metadata' })),
    facts: taken.flatMap((row) =>
      cellsOf(row).flatMap((cell, index, all): FactReason[] => {
        const value = all[index + 1] ?? '';
        return isLabel(cell) && value !== '' && !isLabel(value)
          ? factOf(cell.replace(/[ \u3000\uFF1A:]+/gu, ''), { ...row, text: value })
          : [];
      }),
    ),
  };
}

function labelOf({ text }: TextRow): string {
  return text.replace(/[ \u3000]+/gu, '');
}

/** A value by its shape: a number, a day, a word; titles are longer. */
function isValue(row: TextRow | undefined): boolean {
  return row !== undefined && (/\d/u.test(row.text) ? hanCount(row.text) <= 12 : hanCount(row.text) <= 4);
}

function isRepeated({ text }: TextRow, rows: readonly Row[]): boolean {
  return rows.filter((row) => row.type === 'line' && row.text === text).length > 1;
}

function factOf(label: string, value: TextRow | undefined): FactReason[] {
  if (value === undefined || KIND_OF.has(labelOf(value))) return [];
  const { text, line } = value;
  if (KIND_OF.get(label) === 'publishedOn') {
    const day = findLabelledDate(text)?.day;
    return day === undefined ? [] : [{ fact: 'publishedOn', value: day, line, rule: label }];
  }
  const tells = KIND_OF.get(label) === 'source' || ORGANS.test(label);
  return tells ? [{ fact: 'sourceName', value: text, line, rule: label }] : [];
}
