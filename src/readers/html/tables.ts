import type { DraftBlock, DraftTable } from '../../model/index.js';
import { isElement } from './elements.js';
import { alignOf } from './inline-style.js';
import { attribute, childrenOf, elementsIn, type HtmlElement, textIn } from './tree.js';

/** A table as it is marked up: rows of cells, without the cells of tables inside it. */
export interface MarkedTable {
  readonly element: HtmlElement;
  readonly caption: HtmlElement | undefined;
  readonly rows: readonly MarkedRow[];
}

interface MarkedRow {
  readonly element: HtmlElement;
  readonly isHead: boolean;
  readonly cells: readonly HtmlElement[];
}

export function readMarkedTable(table: HtmlElement): MarkedTable {
  const head: MarkedRow[] = [];
  const body: MarkedRow[] = [];
  const foot: MarkedRow[] = [];
  let caption: HtmlElement | undefined;
  for (const child of childrenOf(table)) {
    if (!isElement(child)) continue;
    if (child.tag === 'caption') caption = child;
    const rows =
      child.tag === 'tr' ? [child] : [...childrenOf(child)].filter((node) => isElement(node, 'tr'));
    const section = { thead: head, tfoot: foot }[child.tag] ?? body;
    for (const row of rows) section.push(toRow(row as HtmlElement, section === head));
  }
  const rows = [...head, ...body, ...foot].filter(({ cells }) => cells.length > 0);
  return { element: table, caption, rows };
}

function toRow(element: HtmlElement, isHead: boolean): MarkedRow {
  const cells = [...childrenOf(element)].filter(
    (node): node is HtmlElement => isElement(node, 'td') || isElement(node, 'th'),
  );
  return { element, isHead, cells };
}

/** A cell with more text than this holds paragraphs, not a value. */
const LONGEST_VALUE = 300;

/**
 * Whether a table only puts things in their places, as old sites did for whole pages. A caption, heads or a rule
 * around the cells speak for a table of data; another table, a heading or an article inside a cell against.
 */
export function isLayout({ element, caption, rows }: MarkedTable): boolean {
  if (/^(?:presentation|none)$/.test(attribute(element, 'role') ?? '')) return true;
  for (const inner of elementsIn(element)) {
    if (/^(?:table|h[1-3]|form|article|main)$/.test(inner.tag)) return true;
  }
  const widest = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (rows.length === 0 || (widest === 1 && rows.length === 1)) return true;
  const hasHeads = rows.some(({ isHead, cells }) => isHead || cells.some(({ tag }) => tag === 'th'));
  if (caption || hasHeads) return false;
  const longCells = rows
    .flatMap(({ cells }) => cells)
    .filter((cell) => textIn(cell).trim().length > LONGEST_VALUE);
  const isRuled = Number.parseFloat(attribute(element, 'border') ?? '0') > 0;
  if (isRuled) return longCells.length * 2 > rows.length;
  return widest === 1 || rows.length === 1 || longCells.length > 0;
}

/** More blank places than this, and nine for each that is written, are no table but a way to fill the memory. */
const MOST_BLANK_CELLS = 10_000;
const WIDEST_SPAN = 1000;

interface PlacedCell {
  readonly element: HtmlElement | undefined;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/**
 * The table with a cell in every place that none spans.
 *
 * @returns undefined when nearly all of it would be blank.
 */
export function toDraftTable(
  { element, rows }: MarkedTable,
  readCell: (cell: HtmlElement) => DraftBlock[],
): DraftTable | undefined {
  const grid = placeCells(rows);
  if (!grid) return undefined;
  const { width, placed } = grid;
  return {
    type: 'table',
    headRows: headRowsOf(rows),
    columns: Array.from({ length: width }, (_, column) => columnAlign(rows, column)),
    rows: placed.map((cells) => ({
      cells: cells.map(({ element: cell, columnSpan, rowSpan }) => ({
        ...(columnSpan > 1 && { columnSpan }),
        ...(rowSpan > 1 && { rowSpan }),
        children: cell ? readCell(cell) : [],
      })),
    })),
    line: element.line,
  };
}

function placeCells(rows: readonly MarkedRow[]): { width: number; placed: PlacedCell[][] } | undefined {
  const widest = Math.max(
    ...rows.map(({ cells }) => cells.reduce((sum, cell) => sum + spanOf(cell, 'colspan'), 0)),
  );
  // a span over more columns than any row has cells says "all of them"
  const width = Math.min(widest, Math.max(...rows.map(({ cells }) => cells.length)) + widestSpans(rows));
  const written = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  if (rows.length * width - written > Math.max(MOST_BLANK_CELLS, 9 * written)) return undefined;
  const taken: Uint8Array[] = rows.map(() => new Uint8Array(width));
  const placed = rows.map(({ cells }, rowIndex): PlacedCell[] => {
    const own = taken[rowIndex] as Uint8Array;
    const result: PlacedCell[] = [];
    let next = 0;
    for (let column = 0; column < width; column++) {
      if (own[column]) continue;
      const element = cells[next++];
      const room = freeFrom(own, column);
      const columnSpan = element ? Math.min(spanOf(element, 'colspan'), room) : 1;
      const rowSpan = element ? rowSpanOf(element, rows.length - rowIndex) : 1;
      for (let row = rowIndex; row < rowIndex + rowSpan; row++)
        taken[row]?.fill(1, column, column + columnSpan);
      result.push({ element, columnSpan, rowSpan });
    }
    return result;
  });
  return { width, placed };
}

/** Columns beyond the number of cells that spans of ordinary width may add. */
function widestSpans(rows: readonly MarkedRow[]): number {
  const spans = rows.flatMap(({ cells }) => cells.map((cell) => spanOf(cell, 'colspan')));
  return spans.reduce((most, span) => (span <= 60 && span > most ? span : most), 1) * 4;
}

function freeFrom(taken: Uint8Array, column: number): number {
  const end = taken.indexOf(1, column);
  return (end < 0 ? taken.length : end) - column;
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return span > 0 ? Math.min(span, WIDEST_SPAN) : 1;
}

/** `rowspan="0"` reaches to the end. */
function rowSpanOf(cell: HtmlElement, left: number): number {
  return attribute(cell, 'rowspan')?.trim() === '0' ? left : Math.min(spanOf(cell, 'rowspan'), left);
}

/** Rows of `<thead>`, or of nothing but `<th>`, at the top; a table has something under its head. */
function headRowsOf(rows: readonly MarkedRow[]): number {
  const first = rows.findIndex(({ isHead, cells }) => !isHead && cells.some(({ tag }) => tag !== 'th'));
  return first < 0 ? 0 : first;
}

function columnAlign(rows: readonly MarkedRow[], column: number): DraftTable['columns'][number] {
  const aligns = new Set(
    rows
      .filter(({ cells }) => cells.length > column && cells[column]?.tag === 'td')
      .map(({ cells, element }) => alignOf(cells[column] as HtmlElement) ?? alignOf(element)),
  );
  const [align] = aligns;
  return aligns.size === 1 && align !== undefined ? { align } : {};
}
