import type { Quote } from '../../model/index.js';
import type { FlowBlock } from './flow-block.js';
import { type FlowContext, type FlowInto, insideStyle, lookOf, settingsOf, styleOf } from './flow-context.js';
import { inlineItems } from './inline-items.js';
import { composeLines, sliceLines, styledBlock } from './set-lines.js';

/** Two ems of dash before the one who is quoted. */
const DASH = '\u2014\u2014';

/** A quotation: indented on both sides by whole cells, its space around the whole (CLREQ, line start indent). */
export function setQuote(quote: Quote, context: FlowContext, flowInto: FlowInto): FlowBlock[] {
  const { document } = context;
  const style = document.sheet.styles.quote;
  const inner: FlowContext = {
    ...insideStyle(context, style),
    style: 'quote',
    node: document.tree.add('BlockQuote', context.node),
  };
  const blocks = flowInto(quote.children, inner);
  if (quote.attribution) blocks.push(setQuoteAttribution(quote.attribution, inner));
  return spaceAround(blocks, style.spaceBeforeLines, style.spaceAfterLines);
}

function setQuoteAttribution(
  attribution: NonNullable<Quote['attribution']>,
  context: FlowContext,
): FlowBlock {
  const { document } = context;
  const style = styleOf(context, 'quote-attribution');
  const look = lookOf(style);
  const items = inlineItems(attribution, look, document, context.measurePt);
  const lines = composeLines(
    [{ type: 'text', text: DASH, look }, ...items],
    settingsOf(context, style),
    document,
  );
  const slices = sliceLines(lines, context, style, document.tree.add('P', context.node));
  return styledBlock(slices, style, document, { spaceBefore: 0, spaceAfter: 0, keepWithPrevious: true });
}

/** At least this much space before the first and after the last of some blocks. */
export function spaceAround(blocks: readonly FlowBlock[], before: number, after: number): FlowBlock[] {
  return blocks.map((block, index) => ({
    ...block,
    spaceBefore: index === 0 ? Math.max(before, block.spaceBefore) : block.spaceBefore,
    spaceAfter: index === blocks.length - 1 ? Math.max(after, block.spaceAfter) : block.spaceAfter,
  }));
}
