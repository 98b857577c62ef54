import { type Inline, labelGap, type SectionLabel } from '../../model/index.js';
import type { ParagraphStyle, StyleName } from '../../style/index.js';
import type { InlineItem, TextLook } from '../inline.js';
import type { FlowBlock, Slice } from './flow-block.js';
import {
  columnsOf,
  type FlowContext,
  type FlowDocument,
  lookOf,
  settingsOf,
  spanOf,
  styleOf,
} from './flow-context.js';
import type { Grid } from './grid.js';
import { blank, inlineItems } from './inline-items.js';
import { composeLines, setText, sliceLines, standsOnGrid, styledBlock } from './set-lines.js';

/** Width of the gap that {@link labelGap} asks for, in ems. */
const GAP_EM = { '': 0, ' ': 0.25, '\u3000': 1 } as const;

/** More headings in a row than this are set as blocks of their own. */
const LONGEST_CHAIN = 4;

/** Label and heading as one paragraph: the label as written, then the heading. */
export function headingItems(
  label: SectionLabel | undefined,
  heading: readonly Inline[],
  look: TextLook,
  context: FlowContext,
): InlineItem[] {
  const items: InlineItem[] = [];
  const [text, gapEm] = labelParts(label);
  if (text !== '') items.push({ type: 'text', text, look });
  if (gapEm > 0 && heading.length > 0) items.push(blank(look.sizePt * gapEm));
  items.push(...inlineItems(heading, look, context.document, context.measurePt));
  return items;
}

/** A label as it is set, and the gap behind it. */
function labelParts(label: SectionLabel | undefined): readonly [text: string, gapEm: number] {
  const text = label?.text.trimEnd() ?? '';
  return label && text !== '' ? [text, GAP_EM[labelGap({ ...label, text })]] : ['', 0];
}

/** How far behind the start of its label a heading begins; 0 without one. */
export function labelWidth(
  label: SectionLabel | undefined,
  style: ParagraphStyle,
  document: FlowDocument,
): number {
  const [text, gapEm] = labelParts(label);
  const line = setText(text, lookOf(style), document, style);
  return line ? line.widthPt + gapEm * style.sizePt : 0;
}

/** The style of a section's heading: parts of a collection stand above `heading-1`. */
export function headingStyle(depth: number): StyleName {
  return `heading-${Math.min(6, Math.max(1, depth))}` as StyleName;
}

export interface HeadingPlan {
  readonly label?: SectionLabel | undefined;
  readonly heading: readonly Inline[];
  readonly style: StyleName;
  /** Level for the tag. */
  readonly level: number;
  /** Number in the outline; 0 when the heading is not in it. */
  readonly number: number;
}

/** A heading as a block of whole lines, kept with what follows. */
export function setHeading(plan: HeadingPlan, context: FlowContext): FlowBlock {
  const { document } = context;
  const style = styleOf(context, plan.style);
  const room = columnsOf(context, style);
  const items = headingItems(plan.label, plan.heading, lookOf(style), room);
  const settings = settingsOf(room, style, { balance: true, hyphenate: false });
  const node =
    plan.number > 0
      ? document.tree.addHeading(plan.level, context.node)
      : document.tree.add('P', context.node);
  const slices = sliceLines(composeLines(items, settings, document), room, style, node);
  return styledBlock(withPlace(slices, plan.number), style, document, {
    ...spanOf(room),
    // Space around a heading is shared out, not rounded on either side (CLREQ, styling of headings).
    onGrid: standsOnGrid(document, style) && !hasSpace(style),
    keepWithNext: true,
    cut: 'nowhere',
    isHeading: true,
    isSnug: true,
  });
}

function hasSpace(style: ParagraphStyle): boolean {
  return style.spaceBeforeLines > 0 || style.spaceAfterLines > 0;
}

/** The first slice names the place of the heading. */
export function withPlace(slices: readonly Slice[], number: number): Slice[] {
  if (number === 0) return [...slices];
  if (slices.length === 0) return [{ heightPt: 0, gapPt: 0, items: [], places: [`heading-${number}`] }];
  return slices.map((slice, index) =>
    index === 0 ? { ...slice, places: [`heading-${number}`, ...(slice.places ?? [])] } : slice,
  );
}

/**
 * Headings in a row become one block, so that they share their space: between two stands the smaller of the spaces that
 * they ask for (JLREQ, gyou-dori of several headings).
 */
export function joinHeadings(
  blocks: readonly FlowBlock[],
  grid: Pick<Grid, 'gapPt' | 'pitchPt'>,
): FlowBlock[] {
  const joined: FlowBlock[] = [];
  let chain = 1;
  for (const block of blocks) {
    const above = joined.at(-1);
    if (above && chain < LONGEST_CHAIN && canShare(above, block)) {
      joined[joined.length - 1] = joinTwo(above, block, grid);
      chain++;
    } else {
      joined.push(block);
      chain = 1;
    }
  }
  return joined;
}

function canShare(above: FlowBlock, below: FlowBlock): boolean {
  const areHeadings = above.isHeading && below.isHeading;
  const areFree = !above.onGrid && !below.onGrid;
  return (
    areHeadings === true && areFree && (below.pageBreak ?? 'none') === 'none' && above.spans === below.spans
  );
}

function joinTwo(
  above: FlowBlock,
  below: FlowBlock,
  { gapPt, pitchPt }: Pick<Grid, 'gapPt' | 'pitchPt'>,
): FlowBlock {
  const last = above.slices.length - 1;
  const betweenPt = gapPt + Math.min(above.spaceAfter, below.spaceBefore) * pitchPt;
  const slices = above.slices.map((slice, index) =>
    index === last ? { ...slice, gapPt: betweenPt } : slice,
  );
  return {
    ...above,
    slices: [...slices, ...below.slices],
    spaceAfter: below.spaceAfter,
    headings: (above.headings ?? 1) + (below.headings ?? 1),
  };
}
