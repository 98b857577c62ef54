import { type FlowBlock, type FlowItem, moveItem, type Slice, stackHeight } from './flow-block.js';
import type { Grid } from './grid.js';

/**
 * Blocks as one pile of slices that no grid holds: what a cell or a note consists of. Space between blocks stays,
 * space above the first and below the last goes, grounds and frames are drawn around their whole block.
 */
export function stackBlocks(blocks: readonly FlowBlock[], grid: Grid): Slice[] {
  const filled = blocks.filter((block) => block.slices.length > 0);
  return filled.flatMap((block, index) => {
    const next = filled[index + 1];
    const spaceLines = next ? Math.max(block.spaceAfter, next.spaceBefore) : 0;
    return stackBlock(block, spaceLines * grid.pitchPt);
  });
}

function stackBlock(block: FlowBlock, spacePt: number): Slice[] {
  const paddingPt = block.paddingPt ?? 0;
  const heightPt = stackHeight(block.slices) + 2 * paddingPt;
  const frame: readonly FlowItem[] = block.frame?.(heightPt) ?? [];
  const last = block.slices.length - 1;
  return block.slices.map((slice, index) => {
    const topPt = index === 0 ? paddingPt : 0;
    const bottomPt = index === last ? paddingPt : 0;
    const items = topPt === 0 ? slice.items : slice.items.map((item) => moveItem(item, 0, topPt));
    return {
      ...slice,
      heightPt: slice.heightPt + topPt + bottomPt,
      gapPt: slice.gapPt + (index === last ? spacePt : 0),
      items: index === 0 ? [...frame, ...items] : items,
    };
  });
}
