import type { ParagraphStyle } from '../../style/index.js';
import type { Line } from '../line.js';
import type { FlowItem, Slice } from './flow-block.js';
import { type FlowDocument, lookOf } from './flow-context.js';
import { setText } from './set-lines.js';

/** A label set by itself; undefined for an empty one. */
export function labelLine(text: string, style: ParagraphStyle, document: FlowDocument): Line | undefined {
  return setText(text, lookOf(style), document, style);
}

/** The slices with a label on the base line of their first line, before it in reading order. */
export function addLabel(
  slices: readonly Slice[],
  label: Line | undefined,
  xPt: number,
  node: number,
): Slice[] {
  const [first, ...rest] = slices;
  if (!first || !label) return [...slices];
  const line = first.items.find((item): item is Extract<FlowItem, { type: 'line' }> => item.type === 'line');
  const baselinePt = line?.baselinePt ?? label.ascentPt;
  return [
    { ...first, items: [{ type: 'line', xPt, baselinePt, line: label, node }, ...first.items] },
    ...rest,
  ];
}
