import type { FlowBlock, FlowItem, NoteUse, Slice } from '../flow/flow-block.js';
import type { Grid } from '../flow/grid.js';
import { NoteRegister } from './note-register.js';
import type { Progress } from './plan-column.js';
import { planPage } from './plan-page.js';
import { planSpread } from './plan-spread.js';
import { setBand } from './set-page.js';

/** A page before it is finished: items count from the top left corner of the type area. */
export interface RawPage {
  readonly items: FlowItem[];
  /** Names of places and their tops. */
  readonly places: { readonly name: string; readonly yPt: number }[];
  /** Begins with a block that asked for a page of its own. */
  readonly isOpener: boolean;
  /** The text begins on it. */
  readonly startsText: boolean;
  /** Left empty so that the next one is odd. */
  readonly isBlank: boolean;
}

export interface PageColumns {
  readonly count: number;
  readonly measurePt: number;
  readonly gapPt: number;
  readonly rule: boolean;
}

/** Blocks that follow on a page of their own, in columns of their own. */
export interface LaterBlocks {
  readonly blocks: readonly FlowBlock[];
  readonly columns: PageColumns;
}

/** What pagination asks for besides the blocks. */
export interface PaginationHelp {
  readonly grid: Grid;
  readonly columns: PageColumns;
  /** Pages face each other, and those that do end on the same line. */
  readonly facing: boolean;
  /** Lines of a footnote; asked when its mark comes on a page. */
  readonly footnote: (use: NoteUse) => readonly Slice[];
  readonly noteRule: { readonly widthPt: number; readonly thicknessPt: number; readonly color: string };
  readonly onPage?: (share: number) => void;
  /** Asked for what depends on where all before it stands: an index. */
  readonly later?: (pages: readonly RawPage[]) => LaterBlocks;
}

/** Fills pages with blocks in order. Footnotes stand at the foot of the column of their mark, and run over at need. */
export function paginate(flow: readonly FlowBlock[], help: PaginationHelp): RawPage[] {
  const pages: RawPage[] = [];
  const register = new NoteRegister();
  fillPages(pages, flow, register, help);
  if (help.later) {
    const { blocks, columns } = help.later(pages);
    if (blocks.length > 0) fillPages(pages, blocks, register, { ...help, columns });
  }
  return pages;
}

/** Adds the pages that blocks fill, one at least. */
function fillPages(
  pages: RawPage[],
  flow: readonly FlowBlock[],
  register: NoteRegister,
  help: PaginationHelp,
): void {
  const blocks = flow.filter((block) => block.slices.length > 0);
  const { grid, footnote, columns } = help;
  const room = { grid, footnote, columnCount: columns.count, register };
  const before = pages.length;
  let progress: Progress = { start: { block: 0, slice: 0 }, waiting: [] };
  while (progress.start.block < blocks.length || progress.waiting.length > 0 || pages.length === before) {
    const first = progress.start.slice === 0 ? blocks[progress.start.block] : undefined;
    if (first?.pageBreak === 'odd' && pages.length % 2 === 1) pages.push(blankPage());
    const isLeft = help.facing && columns.count === 1 && pages.length % 2 === 1;
    const plans = isLeft ? planSpread(blocks, progress, room) : [planPage(blocks, progress, room)];
    for (const [index, bands] of plans.entries()) {
      const page = newPage(index === 0 ? first : undefined);
      for (const band of bands) setBand(page, band, help);
      pages.push(page);
      progress = bands.at(-1)?.after ?? progress;
    }
    help.onPage?.(progress.start.block / Math.max(1, blocks.length));
  }
}

/** A page that begins with a block, or goes on where none is given. */
const newPage = (first: FlowBlock | undefined): RawPage => ({
  items: [],
  places: [],
  isOpener: (first?.pageBreak ?? 'none') !== 'none',
  startsText: first?.startsText === true,
  isBlank: false,
});

const blankPage = (): RawPage => ({
  items: [],
  places: [],
  isOpener: false,
  startsText: false,
  isBlank: true,
});
