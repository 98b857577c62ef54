import type { Inline, List, ListItem } from '../../model/index.js';
import { labelGap } from '../../model/index.js';
import type { FlowBlock } from './flow-block.js';
import { type FlowContext, type FlowInto, lookOf, settingsOf, styleOf } from './flow-context.js';
import { inlineItems } from './inline-items.js';
import { tagStart } from './run-in.js';
import { composeLines, sliceLines, styledBlock } from './set-lines.js';

/** Whether the numbers of a list begin paragraphs here, since the template wants that and each item has one. */
export function beginParagraphs(list: List, { document, container, style }: FlowContext): boolean {
  return (
    document.sheet.list.numbered === 'paragraphs' &&
    container === undefined &&
    style === 'body' &&
    list.items.length > 0 &&
    list.items.every(({ label, checked }) => label !== undefined && checked === undefined)
  );
}

/**
 * Items as paragraphs of the text that begin with their numbers: first lines are indented, others begin at the edge.
 *
 * @see GB/T 9704-2012, 7.3.3
 */
export function setNumberedParagraphs(list: List, context: FlowContext, flowInto: FlowInto): FlowBlock[] {
  const { tree } = context.document;
  const node = tree.add('L', context.node, { listNumbering: 'Decimal' });
  return list.items.flatMap((item) => setItem(item, { ...context, node: tree.add('LI', node) }, flowInto));
}

function setItem(item: ListItem, context: FlowContext, flowInto: FlowInto): FlowBlock[] {
  const { tree } = context.document;
  const labelNode = tree.add('Lbl', context.node);
  const inner = { ...context, node: tree.add('LBody', context.node) };
  const [first, ...rest] = item.children;
  return first?.type === 'paragraph'
    ? [setFirst(item, first.children, inner, labelNode), ...flowInto(rest, inner)]
    : [setFirst(item, [], inner, labelNode), ...flowInto(item.children, inner)];
}

function setFirst(
  { label }: ListItem,
  inlines: readonly Inline[],
  context: FlowContext,
  labelNode: number,
): FlowBlock {
  const { document } = context;
  const style = styleOf(context, 'body');
  const look = lookOf(style);
  const number = label ? label.text.trimEnd() + labelGap({ ...label, text: label.text.trimEnd() }) : '';
  const items = inlineItems(inlines, look, document, context.measurePt);
  const lines = composeLines(
    [{ type: 'text', text: number, look }, ...items],
    settingsOf(context, style),
    document,
  );
  const node = document.tree.add('P', context.node);
  return styledBlock(
    tagStart(sliceLines(lines, context, style, node), number.length, labelNode),
    style,
    document,
  );
}
