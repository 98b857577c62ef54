import type { FlowBlock, FlowItem, NoteUse, Slice } from '../flow/flow-block.js';
import { moveItem, stackHeight } from '../flow/flow-block.js';
import type { Grid } from '../flow/grid.js';
import { fillPage } from './fill-page.js';
import { linesBeside, type NoteRule, NoteTally, pileHeight, separatorHeight } from './note-tally.js';
import { type Cursor, findPageEnd, type PageEnd } from './page-end.js';
import { PageRows, type Piece } from './page-rows.js';

/** A page before it is finished: items count from the top left corner of the type area. */
export interface RawPage {
  readonly items: FlowItem[];
  /** Names of places and their tops. */
  readonly places: { readonly name: string; readonly yPt: number }[];
  /** Begins with a block that asked for a page of its own. */
  readonly isOpener: boolean;
  /** Left empty so that the next one is odd. */
  readonly isBlank: boolean;
}

/** What pagination asks for besides the blocks. */
export interface PaginationHelp {
  readonly grid: Grid;
  /** Lines of a footnote; asked when its mark comes on a page. */
  readonly footnote: (use: NoteUse) => readonly Slice[];
  readonly noteRule: { readonly widthPt: number; readonly thicknessPt: number; readonly color: string };
  readonly onPage?: (share: number) => void;
}

/** A page with more lines free than this because of its notes rather lets the last of them run over. */
const HOLE_LINES = 2;
/** So much of the notes of earlier pages may wait before they get their share whatever comes. */
const WAITING_SHARE = 0.5;

/** Fills pages with blocks in order. Footnotes stand at the foot of the page of their mark, and run over at need. */
export function paginate(flow: readonly FlowBlock[], help: PaginationHelp): RawPage[] {
  const blocks = flow.filter((block) => block.slices.length > 0);
  const pages: RawPage[] = [];
  const setNotes = new Set<string>();
  let waiting: readonly Slice[] = [];
  let start: Cursor = { block: 0, slice: 0 };
  while (start.block < blocks.length || waiting.length > 0 || pages.length === 0) {
    const first = blocks[start.block];
    const wish = start.slice === 0 ? (first?.pageBreak ?? 'none') : 'none';
    if (wish === 'odd' && pages.length % 2 === 1) pages.push(blankPage());
    const page: RawPage = { items: [], places: [], isOpener: wish !== 'none', isBlank: false };
    const found = endPage(blocks, start, { ...help, waiting, setNotes });
    const used = setPieces(page, blocks, start, found, help.grid);
    const notes = [...waiting, ...notesBetween(blocks, start, found.end, help, setNotes)];
    const isLast = found.end.block >= blocks.length;
    waiting = setFoot(page, notes, used, isLast && used === 0, help);
    pages.push(page);
    start = found.end;
    help.onPage?.(start.block / Math.max(1, blocks.length));
  }
  return pages;
}

const blankPage = (): RawPage => ({ items: [], places: [], isOpener: false, isBlank: true });

interface PageHelp extends PaginationHelp {
  readonly waiting: readonly Slice[];
  readonly setNotes: ReadonlySet<string>;
}

/** The end of one page, with the rule for its notes that leaves no hole; a picture may get smaller for it. */
function endPage(blocks: FlowBlock[], start: Cursor, help: PageHelp): PageEnd {
  const { grid, waiting, footnote, setNotes } = help;
  const find = (rule: NoteRule): PageEnd =>
    findPageEnd(blocks, start, grid, new NoteTally(grid, rule, waiting, footnote, (id) => setNotes.has(id)));
  if (pileHeight(waiting) > grid.areaPt * WAITING_SHARE) return find('free');
  let found = find('whole');
  if (found.shrunk) {
    blocks[found.shrunk.index] = found.shrunk.block;
    found = find('whole');
  }
  const isHollow = found.heldByNotes && found.lines - found.used > HOLE_LINES;
  const rule = isHollow || found.used === 0 ? 'begun' : 'whole';
  return fillPage(blocks, start, rule === 'whole' ? found : find(rule), () => find(rule));
}

/** Puts the slices from `start` to the end on the page; answers how many lines they use. */
function setPieces(
  page: RawPage,
  blocks: readonly FlowBlock[],
  start: Cursor,
  found: PageEnd,
  grid: Grid,
): number {
  const rows = new PageRows(grid);
  for (let index = start.block; index < blocks.length && index <= found.end.block; index++) {
    const block = blocks[index] as FlowBlock;
    const from = index === start.block ? start.slice : 0;
    const to = index === found.end.block ? found.end.slice : block.slices.length;
    if (to > from) setPiece(page, rows.place(block, from, to, Math.max(found.lines, found.used)));
  }
  return rows.used;
}

function setPiece(page: RawPage, { block, from, to, topPt, heightPt }: Piece): void {
  for (const item of block.frame?.(heightPt) ?? []) page.items.push(moveItem(item, 0, topPt));
  let yPt = topPt + (block.paddingPt ?? 0);
  const repeated = from > 0 ? (block.repeated ?? []) : [];
  for (const slice of [...repeated, ...block.slices.slice(from, to)]) {
    setSlice(page, slice, yPt);
    yPt += slice.heightPt + slice.gapPt;
  }
}

function setSlice(page: RawPage, slice: Slice, yPt: number): void {
  for (const item of slice.items) page.items.push(moveItem(item, 0, yPt));
  for (const name of slice.places ?? []) page.places.push({ name, yPt });
}

/** Footnotes whose marks stand between two places, each once in the document. */
function notesBetween(
  blocks: readonly FlowBlock[],
  start: Cursor,
  end: Cursor,
  { footnote }: PaginationHelp,
  setNotes: Set<string>,
): Slice[] {
  const notes: Slice[] = [];
  for (let index = start.block; index < blocks.length && index <= end.block; index++) {
    const { slices } = blocks[index] as FlowBlock;
    const from = index === start.block ? start.slice : 0;
    const to = index === end.block ? end.slice : slices.length;
    for (let at = from; at < to; at++) {
      for (const use of (slices[at] as Slice).notes ?? []) {
        if (setNotes.has(use.noteId)) continue;
        setNotes.add(use.noteId);
        notes.push(...footnote(use));
      }
    }
  }
  return notes;
}

/** Puts as many note lines as there is room for at the foot of the page; answers the rest. */
function setFoot(
  page: RawPage,
  notes: readonly Slice[],
  used: number,
  isAlone: boolean,
  { grid, noteRule }: PaginationHelp,
): readonly Slice[] {
  if (notes.length === 0) return notes;
  let count = 0;
  while (count < notes.length && linesBeside(pileHeight(notes.slice(0, count + 1)), grid) >= used) count++;
  // A page that holds nothing else takes at least one line, or there would be no end.
  if (count === 0 && isAlone) count = 1;
  if (count === 0) return notes;
  const shown = notes.slice(0, count);
  let yPt = grid.areaPt - stackHeight(shown);
  page.items.push({
    type: 'rule',
    xPt: 0,
    yPt: yPt - separatorHeight(grid) / 2,
    widthPt: noteRule.widthPt,
    heightPt: noteRule.thicknessPt,
    color: noteRule.color,
  });
  for (const slice of shown) {
    setSlice(page, slice, yPt);
    yPt += slice.heightPt + slice.gapPt;
  }
  return notes.slice(count);
}
