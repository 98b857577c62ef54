import type { FlowBlock } from '../flow/flow-block.js';
import { type Cursor, endsBand, type PageEnd } from './page-end.js';

/**
 * A picture stays where the text has it, and where a copy of the text gives it, rather than be passed for a smaller
 * share of the page than this.
 */
const HOLE_SHARE = 0.25;
/** So many paragraphs pass a picture at most: it stays near the place that speaks of it. */
const MOST_PASSES = 3;

/**
 * Lets the paragraphs below a picture that has no room on the page pass it, so that the page becomes full and the
 * picture stands on the next one, below the lines that run over (先见文后见图).
 *
 * @param blocks Those of the document; their order is changed in it.
 * @param findEnd Where the page ends with the blocks as they are.
 */
export function passFigure(
  blocks: FlowBlock[],
  start: Cursor,
  found: PageEnd,
  findEnd: () => PageEnd,
): PageEnd {
  let end = found;
  if (found.lines - found.used < found.lines * HOLE_SHARE) return found;
  for (let passes = 0; passes < MOST_PASSES && end.lines > end.used; passes++) {
    const at = end.end.block;
    if (end.used === 0 || end.end.slice > 0 || !canPass(blocks, start, at)) break;
    swap(blocks, at);
    const next = findEnd();
    if (next.lines - next.used >= end.lines - end.used) {
      swap(blocks, at);
      break;
    }
    end = next;
  }
  return end;
}

function canPass(blocks: readonly FlowBlock[], start: Cursor, at: number): boolean {
  const [first, figure, text] = [blocks[start.block], blocks[at], blocks[at + 1]];
  if (!first || !figure?.floats || !text || endsBand(figure, first) || endsBand(text, first)) return false;
  const isPlain = text.cut === 'lines' && !text.isHeading && !text.floats;
  return isPlain && !text.keepWithPrevious && !text.keepWithNext;
}

function swap(blocks: FlowBlock[], at: number): void {
  const figure = blocks[at] as FlowBlock;
  blocks[at] = blocks[at + 1] as FlowBlock;
  blocks[at + 1] = figure;
}
