import { type ColumnKind, columnAlign, columnKinds, type Table } from '../../model/index.js';
import type { RuleItem } from '../page.js';
import { captionGap, OBJECT_SPACE_LINES, setCaption } from './figure.js';
import { type FlowBlock, type Slice, stackHeight } from './flow-block.js';
import {
  acrossColumns,
  canSpan,
  type FlowContext,
  type FlowInto,
  lookOf,
  settingsOf,
  spanOf,
  styleOf,
} from './flow-context.js';
import { composeLines, sliceLines } from './set-lines.js';
import { shareWidths } from './share-widths.js';
import { stackBlocks } from './stack-blocks.js';
import { type ColumnNeed, columnNeeds } from './table-columns.js';
import { type PlacedCell, placeCells, type TableGrid } from './table-grid.js';
import { alignNumbers, type NumberColumns, numberColumns } from './table-numbers.js';
import { type CellStack, rowSlices } from './table-rows.js';

/** Between a cell's edge and its text, in em of its size (JLREQ 4.4 asks for a quarter, better a half). */
const PADDING_EM = 0.5;
/** The lines of a 三线表: above and below, and under the head. */
const RULES = { outerPt: 1, innerPt: 0.5 };
/** A table of many columns is set smaller, from 五号 down to 六号, before its short cells turn over. */
const LEAST_TYPE = 0.75;
/** So many rows stand with the head before a page may end, and after the end. */
const LEAST_ROWS = 2;
/** A cell narrower than this is no place for text that turns over. */
const LEAST_CELL_EM = 3;
/** A head that takes more of the page than this is not repeated. */
const HEAD_SHARE = 0.3;

/**
 * A table in three lines or on a grid: columns by their content, the head repeated on every page, rows kept whole
 * unless one is taller than a page.
 */
export function setTable(table: Table, outer: FlowContext, flowInto: FlowInto): FlowBlock {
  const { document } = outer;
  const grid = placeCells(table);
  const context = roomOf(grid, outer);
  const node = document.tree.add('Table', context.node);
  const caption = captionSlices(table, context, node);
  const rows = grid.columnCount === 0 ? [] : new TableSetter(table, grid, context, flowInto, node).rows();
  const headRows = Math.min(table.headRows, table.rows.length);
  const head = rows.filter((slice) => slice.row < headRows);
  const body = rows.filter((slice) => slice.row >= headRows);
  const repeats = body.length > 0 && stackHeight(head) <= document.grid.areaPt * HEAD_SHARE;
  const ruled = withRules(head, body, context);
  return {
    slices: [...caption, ...ruled],
    onGrid: false,
    spaceBefore: OBJECT_SPACE_LINES,
    spaceAfter: OBJECT_SPACE_LINES,
    cut: 'slices',
    cutFrom: repeats ? caption.length + head.length + Math.min(LEAST_ROWS, body.length) : 1,
    repeated: [
      ...continuedSlices(context),
      ...(repeats && head.length > 0 ? ruled.slice(0, head.length).map(asArtifact) : [topRule(context)]),
    ],
    frame: (heightPt) => [rule(context, heightPt - outerRule(context), outerRule(context))],
    ...spanOf(context),
  };
}

/** What the columns hold, by which cells stand; numbers alone where cells stand as their styles say. */
function kindsOf(table: Table, grid: TableGrid, { document }: FlowContext): ColumnKind[] {
  const cells = grid.cells.map(({ cell, ...place }) => ({ ...place, children: cell.children }));
  return columnKinds(table, grid.columnCount, cells, document.sheet.table.align === 'styles');
}

/** A table whose words and short cells a column would break stands across all of them. */
function roomOf(grid: TableGrid, context: FlowContext): FlowContext {
  if (!canSpan(context)) return context;
  const style = styleOf({ ...context, container: 'table-cell' }, 'table-cell');
  const needs = columnNeeds(grid, style, context.document, PADDING_EM);
  const needEm = needs.reduce((sum, { evenEm }) => sum + Math.max(evenEm, LEAST_CELL_EM) + 2 * PADDING_EM, 0);
  return needEm * style.sizePt > context.measurePt ? acrossColumns(context) : context;
}

function captionSlices(table: Table, context: FlowContext, node: number): Slice[] {
  const caption = setCaption(table.caption ?? [], context, node);
  const last = caption.length - 1;
  return caption.map((slice, index) => (index === last ? { ...slice, gapPt: captionGap(context) } : slice));
}

/** 续表, at the end of a line above a table that goes on; it is no part of the text. */
function continuedSlices(context: FlowContext): Slice[] {
  const { document } = context;
  const text = document.sheet.table.continued;
  if (text === '') return [];
  const style = { ...styleOf(context, 'caption'), align: 'end' as const };
  const settings = settingsOf(context, style, { firstLineIndentPt: 0 });
  const lines = composeLines([{ type: 'text', text, look: lookOf(style) }], settings, document);
  return sliceLines(lines, context, style, -1).map((slice) => ({ ...slice, gapPt: captionGap(context) }));
}

/** A grid has lines of one weight. */
function outerRule({ document }: FlowContext): number {
  return document.sheet.table.rules === 'grid' ? RULES.innerPt : RULES.outerPt;
}

/** Rule on top of the first row and under the last one of the head. */
function withRules(head: readonly Slice[], body: readonly Slice[], context: FlowContext): Slice[] {
  return [...head, ...body].map((slice, index) => {
    const rules: RuleItem[] = [];
    const isGrid = context.document.sheet.table.rules === 'grid';
    if (index === 0) rules.push(rule(context, 0, outerRule(context)));
    if (index === head.length - 1 && !isGrid)
      rules.push(rule(context, slice.heightPt - RULES.innerPt, RULES.innerPt));
    return rules.length === 0 ? slice : { ...slice, items: [...rules, ...slice.items] };
  });
}

const topRule = (context: FlowContext): Slice => ({
  heightPt: 0,
  gapPt: 0,
  items: [rule(context, 0, outerRule(context))],
});

function rule(context: FlowContext, yPt: number, thicknessPt: number): RuleItem {
  const color = context.document.sheet.styles['table-cell'].color;
  return { type: 'rule', xPt: context.xPt, yPt, widthPt: context.measurePt, heightPt: thicknessPt, color };
}

/** A head row said again is not part of the text, and names no place or note a second time. */
function asArtifact({ heightPt, gapPt, items }: Slice): Slice {
  return {
    heightPt,
    gapPt,
    items: items.map((item) => (item.type === 'rule' ? item : { ...item, node: -1 })),
  };
}

/**
 * Share of its size that the type of a table keeps: smaller where short cells would turn over, down to a limit, and as
 * small as it must be to hold one character and its padding in every column.
 */
function typeFit(needs: readonly ColumnNeed[], sizePt: number, measurePt: number): number {
  const evenPt = needs.reduce((sum, { evenEm }) => sum + (evenEm + 2 * PADDING_EM) * sizePt, 0);
  const leastPt = needs.length * sizePt * (1 + 2 * PADDING_EM);
  return Math.min(1, Math.max(LEAST_TYPE, measurePt / evenPt), measurePt / leastPt);
}

/** Lays out the cells of one table. */
class TableSetter {
  private readonly table: Table;
  private readonly grid: TableGrid;
  private readonly context: FlowContext;
  private readonly flowInto: FlowInto;
  private readonly node: number;
  private readonly kinds: readonly ColumnKind[];
  private readonly numbers: NumberColumns;
  private readonly sizePt: number;
  private readonly scale: number;
  /** Left edge of each column, and of the end of the last. */
  private readonly edges: number[];

  constructor(table: Table, grid: TableGrid, context: FlowContext, flowInto: FlowInto, node: number) {
    this.table = table;
    this.grid = grid;
    this.context = context;
    this.flowInto = flowInto;
    this.node = node;
    this.kinds = kindsOf(table, grid, context);
    this.numbers = numberColumns(table, grid, this.kinds);
    const style = styleOf({ ...context, container: 'table-cell' }, 'table-cell');
    const needs = columnNeeds(grid, style, context.document, PADDING_EM);
    const fit = typeFit(needs, style.sizePt, context.measurePt);
    this.scale = (context.scale ?? 1) * fit;
    this.sizePt = style.sizePt * fit;
    const paddingPt = this.sizePt * PADDING_EM;
    const widths = shareWidths(needs, this.sizePt, context.measurePt - grid.columnCount * 2 * paddingPt);
    let edgePt = context.xPt;
    this.edges = [edgePt, ...widths.map((width) => (edgePt += width + 2 * paddingPt))];
  }

  rows(): (Slice & { readonly row: number })[] {
    const { tree, grid } = this.context.document;
    const rowNodes = this.table.rows.map(() => tree.add('TR', this.node));
    const set = this.grid.cells.map((placed) => this.cell(placed, rowNodes[placed.row] ?? this.node));
    const stacks = alignNumbers(this.table, this.grid, this.numbers, set, (column) => this.room(column, 1));
    return rowSlices(stacks, this.table.rows.length, grid.areaPt * (1 - HEAD_SHARE), this.sizePt);
  }

  /** Numbers for which the source asks nothing are set on their points in the middle, their head above. */
  private align({ column, columnSpan }: PlacedCell, isHead: boolean): FlowContext['align'] {
    const isNumber = columnSpan === 1 && this.numbers.has(column) && !this.table.columns[column]?.align;
    return isNumber ? 'center' : columnAlign(this.table, this.kinds, { column, columnSpan, isHead });
  }

  /** Where the text of a cell stands. */
  private room(column: number, columnSpan: number): { xPt: number; measurePt: number } {
    const paddingPt = this.sizePt * PADDING_EM;
    const [from = 0, to = 0] = [this.edges[column], this.edges[column + columnSpan]];
    return { xPt: from + paddingPt, measurePt: to - from - 2 * paddingPt };
  }

  /** The lines around a cell, where the template wants a grid. */
  private box({ column, columnSpan }: PlacedCell): Pick<CellStack, 'box'> {
    const { table, styles } = this.context.document.sheet;
    if (table.rules !== 'grid') return {};
    const [xPt = 0, to = 0] = [this.edges[column], this.edges[column + columnSpan]];
    const { color } = styles['table-cell'];
    return { box: { xPt, widthPt: to - xPt, thicknessPt: RULES.innerPt, color } };
  }

  private cell(placed: PlacedCell, rowNode: number): CellStack {
    const { cell, row, column, rowSpan, columnSpan } = placed;
    const isHead = row < this.table.headRows;
    const align = this.align(placed, isHead);
    const name = isHead ? 'table-head' : 'table-cell';
    const context: FlowContext = {
      document: this.context.document,
      ...this.room(column, columnSpan),
      node: this.context.document.tree.add(isHead ? 'TH' : 'TD', rowNode, {
        ...(columnSpan > 1 && { columnSpan }),
        ...(rowSpan > 1 && { rowSpan }),
      }),
      style: name,
      container: name,
      scale: this.scale,
      ...(align && { align }),
    };
    const slices = stackBlocks(this.flowInto(cell.children, context), this.context.document.grid);
    return { row, rowSpan, slices, ...this.box(placed) };
  }
}
