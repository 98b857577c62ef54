import type { FlowBlock, Slice } from '../flow/flow-block.js';
import { type Cursor, endsBand, type PageEnd } from './page-end.js';

/** So many paragraphs of one page are set again at most: from the third on, the page looks the same without. */
const MOST_REFITS = 3;

/** What is tried on a page that ends before it is full. */
interface Trial {
  readonly index: number;
  readonly block: FlowBlock;
  readonly end: PageEnd;
}

/**
 * Sets paragraphs of a page that has empty lines at its foot in one line more or less, where their gaps allow that
 * without being seen, so that it becomes full: what an editor does by hand (CLREQ, adjustments of orphans and widows).
 * A line more fills one that could hold neither the first line of the next paragraph nor the last of this; a line less
 * makes room for two.
 *
 * @param blocks Those of the document; the paragraphs that are set again are replaced in it.
 * @param findEnd Where the page ends with the blocks as they are.
 * @returns The end of the page, the same when nothing helps.
 */
export function fillPage(
  blocks: FlowBlock[],
  start: Cursor,
  found: PageEnd,
  findEnd: () => PageEnd,
): PageEnd {
  let end = found;
  for (let refits = 0; refits < MOST_REFITS && isHollow(blocks, start, end); refits++) {
    const best = bestTrial(blocks, start, end, findEnd);
    if (!best) return end;
    blocks[best.index] = best.block;
    end = best.end;
  }
  return end;
}

const hole = ({ lines, used }: PageEnd): number => lines - used;

/** Empty at its foot for no reason that the document has: neither its end, nor a page of its own that follows. */
export function isHollow(blocks: readonly FlowBlock[], start: Cursor, found: PageEnd): boolean {
  if (found.used === 0 || hole(found) <= 0) return false;
  const next = blocks[found.end.block];
  const first = blocks[start.block];
  if (!next || !first) return false;
  return found.end.slice > 0 || !endsBand(next, first);
}

/** The change of one paragraph that leaves the smallest hole; the first that leaves none. */
function bestTrial(
  blocks: FlowBlock[],
  start: Cursor,
  found: PageEnd,
  findEnd: () => PageEnd,
): Trial | undefined {
  let best: Trial | undefined;
  for (const { index, slices } of candidates(blocks, start, found)) {
    const again = slices();
    if (!again) continue;
    const before = blocks[index] as FlowBlock;
    const { refit: _once, ...block } = { ...before, slices: again };
    blocks[index] = block;
    const end = findEnd();
    blocks[index] = before;
    if (end.used === 0 || hole(end) >= hole(best?.end ?? found)) continue;
    best = { index, block, end };
    if (hole(end) === 0) break;
  }
  return best;
}

interface Candidate {
  readonly index: number;
  readonly lines: number;
  readonly slices: () => readonly Slice[] | undefined;
}

/**
 * Paragraphs that begin on the page, the one that would open the next included. A line more is tried first, since
 * gaps that open by a hundredth are seen less than marks that are squeezed; long paragraphs first, since each of their
 * lines changes least.
 */
function candidates(blocks: readonly FlowBlock[], start: Cursor, { end }: PageEnd): Candidate[] {
  const longer: Candidate[] = [];
  const shorter: Candidate[] = [];
  for (let index = start.block; index <= Math.min(end.block, blocks.length - 1); index++) {
    if (index === start.block && start.slice > 0) continue;
    const { refit, slices } = blocks[index] as FlowBlock;
    if (refit?.longer) longer.push({ index, lines: slices.length, slices: refit.longer });
    if (refit?.shorter) shorter.push({ index, lines: slices.length, slices: refit.shorter });
  }
  const byLength = (one: Candidate, other: Candidate): number => other.lines - one.lines;
  return [...longer.sort(byLength), ...shorter.sort(byLength)];
}
