import type { Block, DraftBlock, DraftList, ListItem } from '../../model/index.js';
import { formatLabel, parseLabel } from '../../numbering/index.js';
import { readQuotation, toQuote } from '../repairs/quoted.js';
import { endsInColon, type Row, type TextRow, toRows } from '../row.js';
import { SIGN } from '../signs.js';
import { toFigure } from './figure.js';
import {
  findSignature,
  type Recognised,
  readAttachments,
  readInnerSignature,
  readNextSalutation,
  readSalutation,
  toSignature,
} from './letter.js';
import { readBulletList, readNumberedList } from './lists.js';
import { isTableCaption, readTextTable } from './text-table.js';
import { readVerse } from './verse.js';

/** Where a group of rows stands in its part. */
export interface GroupPlace {
  /** Nothing but the title stands before it. */
  readonly opens: boolean;
  /** Nothing stands after it. */
  readonly closes: boolean;
}

/** A line of nothing but signs: ＊＊＊, ……, ————. */
const BREAK =
  /^[*\uFF0A\u2217\u2026\u2014\-\u2500=~\uFF5E#\u25C7\u25C6\u2606\u2605\u25CF\u25CB\u00B7\u2022\u203B\s]{3,}$|^(?:\u2026\u2026|\u2014\u2014)$/u;

/** What a row may begin, in the order in which it is tried. */
const RECOGNISERS: readonly ((
  rows: readonly Row[],
  at: number,
  place: GroupPlace,
) => Recognised | undefined)[] = [
  (rows, at) =>
    one(rows[at], (row) => (BREAK.test(row.text) ? { type: 'break', text: row.text } : undefined)),
  (rows, at, { opens }) =>
    one(rows[at], (row) => (opens ? readSalutation(row, at, rows[at + 1]) : undefined)),
  (rows, at) => one(rows[at], () => readNextSalutation(rows, at)),
  (rows, at) => readAttachments(rows, at),
  (rows, at) => readInnerSignature(rows, at),
  (rows, at) => readCaptionedTable(rows, at),
  (rows, at) => readTextTable(rows, at),
  (rows, at) => readNumberedList(rows, at),
  (rows, at) => readBulletList(rows, at),
  (rows, at) => readVerse(rows, at),
  (rows, at) => readQuotation(rows, at),
];

function one(row: Row | undefined, read: (row: TextRow) => Block | undefined): Recognised | undefined {
  const block = row?.type === 'line' && row.headingLevel === undefined ? read(row) : undefined;
  return block && { blocks: [block], rowsTaken: 1 };
}

/** 表1 主要指标 above a table of the markup. */
function readCaptionedTable(rows: readonly Row[], at: number): Recognised | undefined {
  const [row, below] = [rows[at], rows[at + 1]];
  if (!isTableCaption(row) || below?.type !== 'table') return undefined;
  const table = toBlock(below);
  return table.type === 'table' ? { blocks: [{ ...table, caption: row.inlines }], rowsTaken: 2 } : undefined;
}

/** Turns the rows between two headings into blocks. */
export function toBlocks(rows: readonly Row[], place: GroupPlace): Block[] {
  const signature = place.closes ? findSignature(rows) : undefined;
  const beforeSignature = rows.slice(0, signature?.start);
  const blocks: Block[] = [];
  for (let at = 0; at < rows.length; ) {
    if (signature?.start === at) {
      blocks.push(toSignature(rows.slice(at, signature.end)));
      at = signature.end;
      continue;
    }
    const found = firstOf(at < beforeSignature.length ? beforeSignature : rows, at, place) ?? {
      blocks: [toBlock(rows[at] as Row)],
      rowsTaken: 1,
    };
    for (const block of found.blocks) blocks.push(block);
    at += found.rowsTaken;
  }
  return blocks;
}

/** A line of verse or of a signature has fewer. */
const LONGEST_OF_ALL = 32;
const RIGHT_EM = 8;
/** Between and around cells. */
const OF_CELLS = SIGN.tab | SIGN.bar | SIGN.blank;
/** 附件, 表1, a quotation, a number, a bullet. */
const BEGINS_BLOCK: ReadonlySet<string> = new Set('附表“「『0123456789•·●○▪■◆◇▶►‣∙-*\u2013');

/** A paragraph of prose, which none of the recognisers takes for more: most rows are. */
function isProse(row: Row | undefined): boolean {
  return (
    row?.type === 'line' &&
    row.han > LONGEST_OF_ALL &&
    (row.signs & OF_CELLS) === 0 &&
    row.indentEm < RIGHT_EM &&
    row.tableCaption !== true &&
    !endsInColon(row.text) &&
    !BEGINS_BLOCK.has(row.text.charAt(0)) &&
    parseLabel(row.text) === undefined
  );
}

function firstOf(rows: readonly Row[], at: number, place: GroupPlace): Recognised | undefined {
  if (isProse(rows[at])) return undefined;
  for (const recognise of RECOGNISERS) {
    const found = recognise(rows, at, place);
    if (found) return found;
  }
  return undefined;
}

/** One block of the draft by its own type; a heading inside a quote or cell stays a heading there. */
function toBlock(block: DraftBlock): Block {
  switch (block.type) {
    case 'line':
      return block.headingLevel === undefined
        ? { type: 'paragraph', children: block.inlines }
        : { type: 'section', heading: block.inlines, children: [] };
    case 'list':
      return {
        type: 'list',
        ordered: block.ordered,
        items: block.items.map((item, index) => toItem(block, item, index)),
      };
    case 'quote':
      return block.attribution
        ? { type: 'quote', children: nestedBlocks(block.children), attribution: block.attribution }
        : toQuote(nestedBlocks(block.children));
    case 'verse':
      return { type: 'verse', lines: block.lines };
    case 'code':
      return {
        type: 'code',
        text: block.text,
        ...(block.language !== undefined && { language: block.language }),
      };
    case 'math':
      return { type: 'math', tex: block.tex };
    case 'table':
      return {
        type: 'table',
        headRows: block.headRows,
        columns: block.columns,
        rows: block.rows.map(({ cells }) => ({
          cells: cells.map((cell) => ({ ...cell, children: nestedBlocks(cell.children) })),
        })),
      };
    case 'figure':
      return toFigure(block);
    case 'rule':
      return { type: 'break' };
  }
}

function toItem(list: DraftList, item: DraftList['items'][number], index: number): ListItem {
  return {
    ...(list.ordered && { label: item.label ?? formatLabel('arabic', (list.start ?? 1) + index) }),
    ...(item.checked !== undefined && { checked: item.checked }),
    children: nestedBlocks(item.children),
  };
}

/** Blocks inside a list, quote, cell or note: what the source says they are, with no guesses. */
export function nestedBlocks(blocks: readonly DraftBlock[]): Block[] {
  return toRows(blocks).map(toBlock);
}
