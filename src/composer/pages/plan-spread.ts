import type { FlowBlock } from '../flow/flow-block.js';
import type { Progress } from './plan-column.js';
import { atBandEnd, type Band, type PageRoom, planPage } from './plan-page.js';

/** Facing pages end so many lines early at most: a book does not show one line, and hardly two. */
const MOST_SHORT = 2;
/** Blocks that planning may set again or reorder beyond the last of the page. */
const MARGIN_BLOCKS = 8;

/**
 * Two pages that face each other, ending on the same line: where the rules for page ends leave one of them a line or
 * two short, both are run short. Never by another pitch. A page that ends for a reason of the document stays as it is.
 *
 * @returns The left page, and the right one where it had to be planned as well.
 */
export function planSpread(blocks: FlowBlock[], progress: Progress, room: PageRoom): Band[][] {
  const range = { from: progress.start.block, count: 2 * room.grid.rows + MARGIN_BLOCKS };
  const before = blocks.slice(range.from, range.from + range.count);
  const register = room.register.fork();
  const left = planPage(blocks, progress, { ...room, register });
  if (endsByItself(blocks, left)) {
    register.keep();
    return [left];
  }
  const pages = [left, planPage(blocks, afterPage(left, progress), { ...room, register })];
  const short = Math.max(...pages.map(spareLines));
  const isLevel = pages.every((page) => spareLines(page) === short);
  if (isLevel || short > MOST_SHORT || pages.some((page) => endsByItself(blocks, page))) {
    register.keep();
    return pages;
  }
  const after = blocks.slice(range.from, range.from + range.count);
  restore(blocks, range.from, before);
  for (let less = short; less <= MOST_SHORT; less++) {
    const levelled = runShort(blocks, progress, room, less);
    if (levelled) return levelled;
    restore(blocks, range.from, before);
  }
  restore(blocks, range.from, after);
  register.keep();
  return pages;
}

/** Both pages `short` lines early; undefined when they do not end there either. */
function runShort(
  blocks: FlowBlock[],
  progress: Progress,
  room: PageRoom,
  short: number,
): Band[][] | undefined {
  const register = room.register.fork();
  const less = { ...room, register, grid: room.grid.withRows(room.grid.rows - short) };
  const left = planPage(blocks, progress, less);
  if (!isFull(blocks, left)) return undefined;
  const right = planPage(blocks, afterPage(left, progress), less);
  if (!isFull(blocks, right)) return undefined;
  register.keep();
  return [left, right];
}

const isFull = (blocks: readonly FlowBlock[], page: readonly Band[]): boolean =>
  spareLines(page) === 0 && !endsByItself(blocks, page);

const afterPage = (page: readonly Band[], progress: Progress): Progress => page.at(-1)?.after ?? progress;

function endsByItself(blocks: readonly FlowBlock[], page: readonly Band[]): boolean {
  const last = page.at(-1);
  return !last || atBandEnd(blocks, last.after, last.spans);
}

/** Lines below the text; none where notes stand at the foot. */
function spareLines(page: readonly Band[]): number {
  const last = page.at(-1);
  const plan = last?.columns[0];
  if (!last || !plan || plan.notes.length > 0) return 0;
  return last.grid.rows - plan.used;
}

function restore(blocks: FlowBlock[], from: number, kept: readonly FlowBlock[]): void {
  for (const [index, block] of kept.entries()) blocks[from + index] = block;
}
