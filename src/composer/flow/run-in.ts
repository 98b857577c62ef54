import { type Paragraph, plainText } from '../../model/index.js';
import type { InlineItem } from '../inline.js';
import type { FlowBlock, FlowItem, Slice } from './flow-block.js';
import { type FlowContext, lookOf, settingsOf, styleOf } from './flow-context.js';
import { type HeadingPlan, headingItems, withPlace } from './headings.js';
import { blank, inlineItems } from './inline-items.js';
import { composeLines, sliceLines, standsOnGrid, styledBlock } from './set-lines.js';
import { splitLine } from './split-line.js';

/** A heading that ends in one of these parts itself from its text; any other is followed by one em. */
const ENDS_ITSELF = /[\u3002\uFF01\uFF1F\uFF1A\u2014\u2026.!?:]$/u;

/** A heading and its first paragraph as one paragraph; the heading's part of the line is tagged as heading. */
export function setRunIn(plan: HeadingPlan, paragraph: Paragraph, context: FlowContext): FlowBlock {
  const { document } = context;
  const body = styleOf(context, context.style);
  const { family, weight, color } = styleOf(context, plan.style);
  const heading = headingItems(plan.label, plan.heading, { ...lookOf(body), family, weight, color }, context);
  const headingLength = textLength(heading);
  const gap = ENDS_ITSELF.test(plainText(plan.heading)) ? [] : [blank(body.sizePt)];
  const items = [
    ...heading,
    ...gap,
    ...inlineItems(paragraph.children, lookOf(body), document, context.measurePt),
  ];
  const headingNode =
    plan.number > 0
      ? document.tree.addHeading(plan.level, context.node)
      : document.tree.add('P', context.node);
  const node = document.tree.add('P', context.node);
  const slices = sliceLines(composeLines(items, settingsOf(context, body), document), context, body, node);
  return styledBlock(withPlace(tagStart(slices, headingLength, headingNode), plan.number), body, document, {
    onGrid: standsOnGrid(document, body),
  });
}

/** The first `length` characters of the slices belong to a node of their own, the rest stays. */
export function tagStart(slices: readonly Slice[], length: number, node: number): Slice[] {
  let left = length;
  return slices.map((slice) => {
    if (left <= 0) return slice;
    const items = slice.items.flatMap((item): FlowItem[] => {
      if (item.type !== 'line' || left <= 0) return [item];
      const [head, tail] = splitLine(item.line, left);
      left -= lineLength(item.line);
      return [...(head ? [{ ...item, line: head, node }] : []), ...(tail ? [{ ...item, line: tail }] : [])];
    });
    return { ...slice, items };
  });
}

const lineLength = (line: Parameters<typeof splitLine>[0]): number =>
  line.runs.reduce((sum, run) => sum + (run.artifact ? 0 : run.text.length), 0);

function textLength(items: readonly InlineItem[]): number {
  return items.reduce((sum, item) => {
    if (item.type === 'text' || item.type === 'noteMark') return sum + item.text.length;
    return item.type === 'ruby' ? sum + item.base.length : sum;
  }, 0);
}
