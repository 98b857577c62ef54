import type { Figure, Table } from '../../model/index.js';
import type { FlowBlock } from './flow-block.js';
import type { FlowContext } from './flow-context.js';

/** A picture or table as the place to which text that names it leads. */
export function asPlace(block: FlowBlock, of: Figure | Table, { document }: FlowContext): FlowBlock {
  const number = document.captionNumbers.get(of);
  const [first, ...rest] = block.slices;
  if (number === undefined || !first) return block;
  const places = [`caption-${number}`, ...(first.places ?? [])];
  return { ...block, slices: [{ ...first, places }, ...rest] };
}
