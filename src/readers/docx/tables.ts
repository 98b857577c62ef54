import type { DraftBlock, DraftTable } from '../../model/index.js';
import { child, numberOf, toggleOf, type XmlElement } from './xml.js';

interface Cell {
  readonly elements: XmlElement[];
  /** In columns of the file's grid. */
  readonly start: number;
  end: number;
  rowSpan: number;
  readonly goesOn: boolean;
}

interface Row {
  readonly cells: readonly Cell[];
  readonly isHead: boolean;
}

/** Word has 63 columns at most, other programs some more. */
const WIDEST_SPAN = 1000;
/** More blank places than this, and nine for each that is written, are no table but a way to fill the memory. */
const MOST_BLANK_CELLS = 10_000;

/** A table with a cell in every place, or, when it is nearly all blank or holds one cell, what is in its cells. */
export type TableReading =
  | { readonly kind: 'table'; readonly table: DraftTable }
  | {
      readonly kind: 'cells';
      readonly cells: readonly XmlElement[];
      readonly isRagged: boolean;
      readonly rows: number;
      readonly columns: number;
    };

/**
 * Reads a table. The grid of a file has a line wherever any row has one; lines that no cell uses are left out, so that
 * the spans of the draft count columns that one sees.
 *
 * @see ISO/IEC 29500-1, 17.4
 */
export function readTable(
  element: XmlElement,
  line: number,
  readCell: (cells: readonly XmlElement[]) => DraftBlock[],
): TableReading {
  const rows = joinRows(
    wrapped(element, 'w:tr')
      .filter((row) => !isDeleted(row))
      .map(readRow),
  );
  const lines = [
    ...new Set([0, ...rows.flatMap(({ cells }) => cells.flatMap(({ start, end }) => [start, end]))]),
  ].sort((one, other) => one - other);
  const columns = lines.length - 1;
  const cells = rows.flatMap((row) => row.cells);
  const isRagged = rows.length * columns - cells.length > Math.max(MOST_BLANK_CELLS, 9 * cells.length);
  if (cells.length <= 1 || isRagged)
    return {
      kind: 'cells',
      cells: cells.flatMap(({ elements }) => elements),
      isRagged,
      rows: rows.length,
      columns,
    };
  const index = new Map(lines.map((at, column) => [at, column]));
  const covered: number[] = new Array<number>(columns).fill(0);
  const drafted = rows.map(({ cells: own }) => draftRow(own, index, covered, readCell));
  const headRows = rows.findIndex(({ isHead }) => !isHead);
  return {
    kind: 'table',
    table: {
      type: 'table',
      headRows: headRows < 0 ? 0 : headRows,
      columns: columnAligns(drafted, columns, Math.max(0, headRows)),
      rows: drafted.map((own) => ({ cells: own.map(({ column: _column, ...cell }) => cell) })),
      line,
    },
  };
}

type DraftCell = DraftTable['rows'][number]['cells'][number];
type PlacedCell = DraftCell & { readonly column: number };

/** Rows and cells may be wrapped in changes, controls and custom elements. */
function wrapped(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const pending = [...element.children].reverse();
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.name === name) found.push(next);
    else if (/^w:(?:sdt|sdtContent|ins|moveTo|customXml)$/.test(next.name)) {
      for (let at = next.children.length - 1; at >= 0; at--) pending.push(next.children[at] as XmlElement);
    }
  }
  return found;
}

function isDeleted(row: XmlElement): boolean {
  return child(child(row, 'w:trPr'), 'w:del') !== undefined;
}

function readRow(row: XmlElement): Row {
  const properties = child(row, 'w:trPr');
  let at = spanOf(numberOf(properties, 'w:gridBefore') ?? 0);
  const cells: Cell[] = [];
  for (const element of wrapped(row, 'w:tc')) {
    const own = child(element, 'w:tcPr');
    if (child(own, 'w:cellDel')) continue;
    const span = Math.max(1, spanOf(numberOf(own, 'w:gridSpan') ?? 1));
    const last = cells.at(-1);
    if (last && mergeOf(own, 'w:hMerge') === 'continue') {
      last.end += span;
      last.elements.push(element);
    } else {
      const goesOn = mergeOf(own, 'w:vMerge') === 'continue';
      cells.push({ elements: [element], start: at, end: at + span, rowSpan: 1, goesOn });
    }
    at += span;
  }
  return { cells, isHead: toggleOf(properties, 'w:tblHeader') === true };
}

function spanOf(written: number): number {
  return Math.min(WIDEST_SPAN, Math.max(0, written));
}

/** `<w:vMerge/>` without a value goes on with the cell above. */
function mergeOf(properties: XmlElement | undefined, name: string): 'restart' | 'continue' | undefined {
  const merge = child(properties, name);
  if (!merge) return undefined;
  return merge.attributes.get('val') === 'restart' ? 'restart' : 'continue';
}

/** Gives cells that go on to the cells above them; rows that then have no cell of their own are none. */
function joinRows(rows: readonly Row[]): Row[] {
  let above = new Map<string, Cell>();
  const joined: Row[] = [];
  for (const { cells, isHead } of rows) {
    const place = ({ start, end }: Cell): string => `${start}-${end}`;
    const owners = cells.map((cell) => (cell.goesOn ? above.get(place(cell)) : undefined));
    if (cells.length === 0) continue;
    const isOwn = owners.some((owner) => owner === undefined);
    const next = new Map<string, Cell>();
    for (const [index, cell] of cells.entries()) {
      const owner = owners[index];
      if (owner) {
        owner.elements.push(...cell.elements);
        if (isOwn) owner.rowSpan += 1;
      }
      next.set(place(cell), owner ?? cell);
    }
    above = next;
    if (isOwn) joined.push({ cells: cells.filter((_cell, index) => owners[index] === undefined), isHead });
  }
  return joined;
}

/** @param covered For each column, how many further rows a cell above covers; kept from row to row. */
function draftRow(
  cells: readonly Cell[],
  index: ReadonlyMap<number, number>,
  covered: number[],
  readCell: (cells: readonly XmlElement[]) => DraftBlock[],
): PlacedCell[] {
  const row: PlacedCell[] = [];
  const columns = covered.length;
  const blanks = (from: number, to: number): void => {
    for (let at = from; at < to; ) {
      let end = at;
      while (end < to && covered[end] === 0) end += 1;
      if (end > at) row.push({ column: at, ...(end - at > 1 && { columnSpan: end - at }), children: [] });
      at = Math.max(end, at) + (end < to ? 1 : 0);
    }
  };
  let at = 0;
  const reach: (readonly [from: number, to: number, rows: number])[] = [];
  for (const cell of cells) {
    const [from, to] = [index.get(cell.start) ?? 0, index.get(cell.end) ?? columns];
    blanks(at, from);
    row.push({
      column: from,
      ...(to - from > 1 && { columnSpan: to - from }),
      ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
      children: readCell(cell.elements),
    });
    reach.push([from, to, cell.rowSpan]);
    at = to;
  }
  blanks(at, columns);
  for (let column = 0; column < columns; column++) covered[column] = Math.max(0, (covered[column] ?? 0) - 1);
  for (const [from, to, rows] of reach) covered.fill(rows - 1, from, to);
  return row;
}

/** A column stands as all its cells with text do, the head aside. */
function columnAligns(
  rows: readonly (readonly PlacedCell[])[],
  columns: number,
  headRows: number,
): DraftTable['columns'] {
  const seen: Set<'center' | 'end' | 'start'>[] = Array.from({ length: columns }, () => new Set());
  for (const row of rows.slice(headRows)) {
    for (const { column, children } of row) {
      const [first] = children;
      if (first?.type === 'line') seen[column]?.add(first.align ?? 'start');
    }
  }
  return seen.map((aligns) => {
    const [align] = aligns;
    return aligns.size === 1 && align !== undefined && align !== 'start' ? { align } : {};
  });
}
