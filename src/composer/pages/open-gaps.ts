import type { FlowBlock } from '../flow/flow-block.js';
import type { Cursor, PageEnd } from './page-end.js';

/** More empty lines than this are not hidden in gaps. */
const MOST_LINES = 4;

/**
 * The blocks of a page whose space takes one line more, half of it above and half below (all above a heading), so that the page is full:
 * headings, pictures, tables and code, whose space is no fixed number of lines to the eye. Those with the most space
 * first. None where there are too few for all empty lines.
 *
 * @returns Their indices in `blocks`.
 */
export function gapsToOpen(blocks: readonly FlowBlock[], start: Cursor, found: PageEnd): ReadonlySet<number> {
  const lines = found.lines - found.used;
  if (lines > MOST_LINES) return NONE;
  const elastic: number[] = [];
  const end = found.end.slice > 0 ? found.end.block : found.end.block - 1;
  // Neither above the first nor below the last is space to see.
  for (let index = start.block + 1; index < end; index++) {
    if (isElastic(blocks[index] as FlowBlock)) elastic.push(index);
  }
  if (elastic.length < lines) return NONE;
  const spaceOf = (index: number): number => {
    const { spaceBefore, spaceAfter } = blocks[index] as FlowBlock;
    return spaceBefore + spaceAfter;
  };
  return new Set(elastic.sort((one, other) => spaceOf(other) - spaceOf(one)).slice(0, lines));
}

const NONE: ReadonlySet<number> = new Set();

const isElastic = ({ onGrid, spaceBefore, spaceAfter }: FlowBlock): boolean =>
  !onGrid && spaceBefore + spaceAfter > 0;
