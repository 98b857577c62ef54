import {
  BorderStyle,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  WidthType,
} from 'docx';
import { type ColumnKind, columnAlign, columnKinds, type Table as TableBlock } from '../../model/index.js';
import { lengthAcross, toTwips } from '../../style/index.js';
import { captionParagraph } from './captions.js';
import type { Manuscript, Place } from './manuscript.js';
import { gap, styleIn } from './paragraphs.js';
import { SectionStart } from './section-starts.js';
import { type GridCell, sliceGrid, type TableGrid, tableGrid } from './table-grid.js';
import { cellMarginTwips, TABLE_STYLE_ID } from './table-style.js';
import { needsPageWidth, planColumns, type TypeShare } from './table-widths.js';
import { TABLE_CAPTION_ID } from './word-styles.js';
import { WrittenParagraphs } from './written-story.js';

/** Word's limit; a wider table is cut into several. */
const MAX_COLUMNS = 63;

/** A table, its caption above it, and an empty paragraph between the pieces of one that is too wide for Word. */
export function tableElements(manuscript: Manuscript, block: TableBlock, place: Place): FileChild[] {
  const caption = block.caption
    ? [captionParagraph(manuscript, block, block.caption, place, { style: TABLE_CAPTION_ID })]
    : [];
  if (block.rows.length === 0) return caption;
  const grid = tableGrid(block);
  if (grid.columns <= MAX_COLUMNS) {
    const room = roomOf(manuscript, grid, place);
    return acrossPage([...caption, table(manuscript, block, grid, room, 0)], room !== place);
  }
  manuscript.diagnostics.push({
    code: 'docx-table-cut',
    values: { columns: grid.columns, most: MAX_COLUMNS },
  });
  const pieces: FileChild[] = [];
  for (let from = 0; from < grid.columns; from += MAX_COLUMNS) {
    const slice = sliceGrid(grid, from, Math.min(from + MAX_COLUMNS, grid.columns));
    if (from > 0) pieces.push(gap());
    pieces.push(table(manuscript, block, slice, place, from));
  }
  return [...caption, ...pieces];
}

/** A table whose words and short cells a column of the page would break stands across all of them. */
function roomOf({ sheet }: Manuscript, grid: TableGrid, place: Place): Place {
  const { page, styles } = sheet;
  const isInColumn = page.columns.count > 1 && place.widthPt === page.measurePt && place.style === 'body';
  if (!isInColumn || place.leftTwips !== undefined) return place;
  const isWide = needsPageWidth(grid, toTwips(styles['table-cell'].sizePt), toTwips(place.widthPt));
  return isWide ? { ...place, widthPt: lengthAcross(page) } : place;
}

function acrossPage(blocks: readonly FileChild[], isWide: boolean): FileChild[] {
  if (!isWide) return [...blocks];
  return [
    new SectionStart({ start: 'here', columns: 'across' }),
    ...blocks,
    gap(),
    new SectionStart({ start: 'here', columns: 'text' }),
  ];
}

function table(
  manuscript: Manuscript,
  block: TableBlock,
  grid: TableGrid,
  place: Place,
  firstColumn: number,
): Table {
  const totalTwips = toTwips(place.widthPt) - (place.leftTwips ?? 0);
  const emTwips = toTwips(manuscript.sheet.styles['table-cell'].sizePt);
  const { widths, share } = planColumns(grid, emTwips, Math.max(totalTwips, grid.columns * 20));
  manuscript.typeShares.add(share);
  const margin = cellMarginTwips(manuscript.sheet, share);
  const kinds = kindsOf(manuscript, block, grid);
  const rows = grid.rows.map((row, y) => {
    const isHead = y < block.headRows;
    return new TableRow({
      cantSplit: true,
      ...(isHead && { tableHeader: true }),
      children: row.map((cell) =>
        tableCell(manuscript, block, cell, {
          place,
          widths,
          share,
          isHead,
          kinds,
          firstColumn,
          // The style knows a head of one row only.
          isRuled: block.headRows > 1 && y + cell.rowSpan === block.headRows,
        }),
      ),
    });
  });
  return new Table({
    style: TABLE_STYLE_ID,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    ...(place.leftTwips !== undefined && { indent: { size: place.leftTwips, type: WidthType.DXA } }),
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    ...(share < 1 && { margins: { marginUnitType: WidthType.DXA, left: margin, right: margin } }),
    tableLook: { firstRow: block.headRows === 1, noHBand: true, noVBand: true },
    rows,
  });
}

/** What the columns of a slice hold, by which cells stand. */
function kindsOf({ sheet }: Manuscript, { headRows }: TableBlock, grid: TableGrid): ColumnKind[] {
  const cells = grid.rows.flatMap((row, y) =>
    row.map(({ cell, column, columnSpan }) => ({
      row: y,
      column,
      columnSpan,
      children: cell?.children ?? [],
    })),
  );
  return columnKinds({ headRows }, grid.columns, cells, sheet.table.align === 'styles');
}

const isParagraph = (child: FileChild | undefined): boolean =>
  child instanceof Paragraph || child instanceof WrittenParagraphs;

/** Under a head of several rows: half a point, in eighths. */
const HEAD_RULE = { style: BorderStyle.SINGLE, size: 4, color: 'auto' } as const;

interface CellSetting {
  readonly place: Place;
  readonly widths: readonly number[];
  /** Size of its type, of the template's. */
  readonly share: TypeShare;
  readonly isHead: boolean;
  readonly kinds: readonly ColumnKind[];
  /** Of the slice, in columns of the whole table. */
  readonly firstColumn: number;
  /** A rule of its own under the cell. */
  readonly isRuled: boolean;
}

function tableCell(
  manuscript: Manuscript,
  block: TableBlock,
  cell: GridCell,
  setting: CellSetting,
): TableCell {
  const { place, widths, share, isHead, kinds, firstColumn, isRuled } = setting;
  const width = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, each) => sum + each, 0);
  const stated = { columns: block.columns.slice(firstColumn) };
  const align = columnAlign(stated, kinds, { ...cell, isHead });
  const { leftTwips: _left, align: _align, typeShare: _share, ...outer } = place;
  const inside: Place = {
    ...outer,
    style: isHead ? 'table-head' : 'table-cell',
    widthPt: Math.max(1, (width - 2 * cellMarginTwips(manuscript.sheet, share)) / 20),
    listDepth: 0,
    ...(align && { align }),
    ...(share < 1 && { typeShare: share }),
  };
  const children = cell.cell ? manuscript.write(cell.cell.children, inside) : [];
  // A cell must end in a paragraph (ISO/IEC 29500-1, 17.4.65).
  const ends = isParagraph(children.at(-1)) ? [] : [new Paragraph({ style: styleIn(inside) })];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(cell.columnSpan > 1 && { columnSpan: cell.columnSpan }),
    ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
    ...(isRuled && { borders: { bottom: HEAD_RULE } }),
    // LibreOffice shows nothing of a cell on a page of columns that does not say it too.
    ...(manuscript.sheet.direction === 'vertical' && {
      textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
    }),
    children: [...children, ...ends] as (Paragraph | Table)[],
  });
}
