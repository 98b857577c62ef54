import type { FlowBlock } from '../flow/flow-block.js';
import { type Cursor, endsBand, type PageEnd } from './page-end.js';

/** So few lines are not worth a page of their own. */
const MOST_LEFT = 3;
/** Empty lines above a block give way down to this. */
const LEAST_SPACE = 1;

/**
 * Closes up empty lines above paragraphs of a page, such as those above a signature, where that brings the last lines
 * of the text on it: a page is not opened for one line.
 *
 * @param blocks Those of the document; the ones that stand closer are replaced in it.
 * @param findEnd Where the page ends with the blocks as they are.
 * @returns The end of the page, the same when not all of the rest finds room.
 */
export function closeUp(blocks: FlowBlock[], start: Cursor, found: PageEnd, findEnd: () => PageEnd): PageEnd {
  if (!isShortRest(blocks, start, found.end)) return found;
  const closed = new Map<number, FlowBlock>();
  for (let index = found.end.block; index > start.block; index--) {
    const block = blocks[index];
    if (!block || !mayCloseUp(block)) continue;
    closed.set(index, block);
    for (let space = Math.ceil(block.spaceBefore) - 1; space >= LEAST_SPACE; space--) {
      blocks[index] = { ...block, spaceBefore: space };
      const end = findEnd();
      if (!end.isBroken && end.used > 0 && isAtEnd(blocks, start, end.end)) return end;
    }
  }
  for (const [index, block] of closed) blocks[index] = block;
  return found;
}

const mayCloseUp = ({ onGrid, isHeading, spaceBefore }: FlowBlock): boolean =>
  onGrid && !isHeading && spaceBefore > LEAST_SPACE;

/** Whether nothing is left that could stand on the page. */
function isAtEnd(blocks: readonly FlowBlock[], start: Cursor, { block, slice }: Cursor): boolean {
  const [next, first] = [blocks[block], blocks[start.block]];
  return !next || (slice === 0 && first !== undefined && endsBand(next, first));
}

/** Whether what follows a page's end, up to the next one that the document asks for, is a few lines. */
function isShortRest(blocks: readonly FlowBlock[], start: Cursor, end: Cursor): boolean {
  if (isAtEnd(blocks, start, end)) return false;
  let left = 0;
  for (let at = end; !isAtEnd(blocks, start, at); at = { block: at.block + 1, slice: 0 }) {
    left += (blocks[at.block]?.slices.length ?? 0) - at.slice;
    if (left > MOST_LEFT) return false;
  }
  return true;
}
