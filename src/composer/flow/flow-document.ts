import type { OutlineEntry } from '../../model/index.js';
import type { TermPage } from '../page.js';
import { PageRows, pieceHeight } from '../pages/page-rows.js';
import { flowContents } from './contents.js';
import type { FlowBlock } from './flow-block.js';
import { flowBody } from './flow-blocks.js';
import { acrossColumns, type FlowContext, type FlowDocument } from './flow-context.js';
import { flowBackMatter, flowFrontMatter } from './front-matter.js';
import { joinHeadings } from './headings.js';
import type { NoteShelf } from './notes.js';
import { flowIndex, type IndexColumns } from './term-index.js';
import { markTextStart } from './text-start.js';

/**
 * Where title and contents fill no more than this of their last page, the text follows below them: a page with three
 * lines on it is no title page.
 */
const MOST_ABOVE_TEXT = 0.6;
/** Body lines that part the text from contents above it, besides what it has itself. */
const LINES_BELOW_CONTENTS = 1;

/** Title, contents, text, endnotes and source, in the order of the pages; the source comes later where an index does. */
export function flowDocument(
  document: FlowDocument,
  entries: readonly OutlineEntry[],
  shelf: NoteShelf,
): FlowBlock[] {
  const { sheet, article, grid } = document;
  const context = topContext(document);
  const front = flowFrontMatter(context);
  const contents = sheet.contents.show ? flowContents(entries, context) : [];
  const body = belowContents(flowBody(article, context), front, contents, document);
  const isApart = sheet.pageNumber.front !== 'continuous';
  const text = isApart ? markTextStart(body, entries, sheet.page.facing ? 'odd' : 'page') : body;
  const back = document.termNumbers.size > 0 ? [] : flowBackMatter(context);
  const blocks = [...front, ...contents, ...text, ...endnotes(shelf), ...back];
  return joinHeadings(blocks, grid);
}

/**
 * The index and the source below it.
 *
 * @param termPages Pages of places in what {@link flowDocument} gave.
 */
export function flowAfterText(
  document: FlowDocument,
  columns: IndexColumns,
  termPages: ReadonlyMap<string, TermPage>,
): FlowBlock[] {
  const context = topContext(document);
  const index = flowIndex(context, columns, termPages);
  return [...index, ...flowBackMatter(acrossColumns(context))];
}

const topContext = (document: FlowDocument): FlowContext => ({
  document,
  xPt: 0,
  measurePt: document.sheet.page.measurePt,
  node: -1,
  style: 'body',
});

/** The text below a table of contents: on the same page where that is short, else on a page of its own. */
function belowContents(
  [first, ...rest]: readonly FlowBlock[],
  front: readonly FlowBlock[],
  contents: readonly FlowBlock[],
  { sheet, grid }: FlowDocument,
): FlowBlock[] {
  if (!first) return [];
  const opensPage = (first.pageBreak ?? 'none') !== 'none';
  if (contents.length === 0 || opensPage) return [first, ...rest];
  const isShort =
    rowsOnLastPage([...front, ...contents], sheet.page.columns.count, grid) <= MOST_ABOVE_TEXT * grid.rows;
  const standsAlone = contents.some((block) => (block.pageBreak ?? 'none') !== 'none');
  if (!isShort || standsAlone || sheet.pageNumber.front !== 'continuous') {
    return [{ ...first, pageBreak: 'page' }, ...rest];
  }
  return [{ ...first, spaceBefore: first.spaceBefore + LINES_BELOW_CONTENTS }, ...rest];
}

/** About how many lines of its last page a run of blocks takes. */
function rowsOnLastPage(
  blocks: readonly FlowBlock[],
  columnCount: number,
  grid: FlowDocument['grid'],
): number {
  const across = new PageRows(grid);
  const inColumns = new PageRows(grid);
  for (const block of blocks) {
    const rows = block.spans ? across : inColumns;
    if (block.slices.length === 0) continue;
    const heightPt = pieceHeight(block, 0, block.slices.length);
    rows.place(block, 0, block.slices.length, rows.needed(block, 0, heightPt) + grid.rows);
  }
  const rows = across.usedWithSpace + inColumns.usedWithSpace / columnCount;
  return rows <= grid.rows ? rows : rows % grid.rows;
}

function endnotes(shelf: NoteShelf): FlowBlock[] {
  const [first, ...rest] = shelf.endnotes();
  return first ? [{ ...first, spaceBefore: Math.max(1, first.spaceBefore) }, ...rest] : [];
}
