import type { Inline, OutlineEntry } from '../../model/index.js';
import type { StyleName } from '../../style/index.js';
import type { InlineItem } from '../inline.js';
import type { FlowBlock, Slice } from './flow-block.js';
import {
  cellOf,
  columnsOf,
  type FlowContext,
  insideStyle,
  lookOf,
  settingsOf,
  spanOf,
} from './flow-context.js';
import { headingItems, labelWidth } from './headings.js';
import { composeLines, sliceLines, standsOnGrid, styledBlock } from './set-lines.js';

/** Room at the end of a line for a short leader and the page's number, in cells. */
const NUMBER_CELLS = 4;

/**
 * The table of contents. How many lines it takes does not depend on the numbers, so that they can be filled in when
 * all pages are known.
 */
export function flowContents(entries: readonly OutlineEntry[], context: FlowContext): FlowBlock[] {
  const { document } = context;
  const { title, depth } = document.sheet.contents;
  const listed = entries.filter((entry) => entry.level <= depth);
  if (listed.length === 0) return [];
  const inner = { ...context, node: document.tree.add('TOC', context.node) };
  return [
    ...(title === '' ? [] : [setTitle(title, inner)]),
    ...listed.map((entry) => setEntry(entry, inner)),
  ];
}

function setTitle(text: string, context: FlowContext): FlowBlock {
  const { document } = context;
  const style = document.sheet.styles['contents-title'];
  const room = columnsOf(context, style);
  const items: InlineItem[] = [{ type: 'text', text, look: lookOf(style) }];
  const node = document.tree.add('Caption', context.node);
  const lines = composeLines(items, settingsOf(room, style, { hyphenate: false }), document);
  const slices = sliceLines(lines, room, style, node);
  return styledBlock(slices, style, document, {
    ...spanOf(room),
    onGrid: false,
    isSnug: true,
    cut: 'nowhere',
    keepWithNext: true,
  });
}

function setEntry(entry: OutlineEntry, context: FlowContext): FlowBlock {
  const { document } = context;
  const style = document.sheet.styles[`contents-${Math.min(3, entry.level)}` as StyleName];
  const outer = insideStyle(columnsOf(context, style), style);
  const numberPt = Math.min(NUMBER_CELLS * cellOf(document, style), outer.measurePt / 2);
  const text = { ...outer, measurePt: outer.measurePt - numberPt };
  const link = { kind: 'place', name: `heading-${entry.number}` } as const;
  const items = headingItems(entry.label, asEntry(entry.heading), { ...lookOf(style), link }, text);
  // What turns over stands under the title, or a cell in where that has no label.
  const labelPt = labelWidth(entry.label, style, document) || cellOf(document, style);
  const hangingIndentPt = Math.min(labelPt, text.measurePt / 2);
  const settings = settingsOf(text, style, { align: 'start', hyphenate: false, hangingIndentPt });
  const node = document.tree.add('TOCI', context.node);
  const slices = sliceLines(composeLines(items, settings, document), text, style, node);
  return styledBlock(withSlot(slices, entry, outer, node), style, document, {
    ...spanOf(outer),
    onGrid: standsOnGrid(document, style),
  });
}

/** A note's mark and a term's place belong to the heading itself, and a click on its entry leads to the heading alone. */
function asEntry(heading: readonly Inline[]): Inline[] {
  return heading.flatMap((inline): Inline[] => {
    if (inline.type === 'noteReference') return [];
    if (inline.type === 'link' || inline.type === 'reference' || inline.type === 'indexTerm')
      return asEntry(inline.children);
    return 'children' in inline ? [{ ...inline, children: asEntry(inline.children) }] : [inline];
  });
}

function withSlot(
  slices: readonly Slice[],
  entry: OutlineEntry,
  context: FlowContext,
  node: number,
): Slice[] {
  const last = slices.at(-1);
  const line = last?.items.findLast((item) => item.type === 'line');
  if (!last || !line) return [...slices];
  const slot = {
    type: 'pageNumberSlot',
    heading: entry.number,
    level: entry.level,
    fromPt: line.xPt + line.line.widthPt,
    toPt: context.xPt + context.measurePt,
    baselinePt: line.baselinePt,
    node,
  } as const;
  return [...slices.slice(0, -1), { ...last, items: [...last.items, slot] }];
}
