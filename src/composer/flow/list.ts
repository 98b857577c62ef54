import type { Block, List, ListItem } from '../../model/index.js';
import type { ParagraphStyle } from '../../style/index.js';
import type { Line } from '../line.js';
import type { ListNumbering } from '../page.js';
import { type FlowBlock, largest, mapSlices, type Slice } from './flow-block.js';
import {
  cellOf,
  type FlowContext,
  type FlowDocument,
  type FlowInto,
  indented,
  insideStyle,
  styleOf,
} from './flow-context.js';
import { addLabel, labelLine } from './list-label.js';
import { beginParagraphs, setNumberedParagraphs } from './numbered-paragraphs.js';
import { standsOnGrid, styledBlock } from './set-lines.js';
import { taskBox } from './task-box.js';

/** Bullets by depth: the first character of a row that some face has is taken. */
const BULLETS = ['\u2022', '\u25E6\u25CB\u00B7', '\u25AA\u25A0\u2022'] as const;

const BULLET_NAMES = ['Disc', 'Circle', 'Square'] as const;

/** Bullets of a Song face are specks beside its Han; those of a bold Hei are seen, and all stand in one em. */
const BULLET_LOOK = { family: 'hei', weight: 'bold' } as const;

/** Between a label and its text, and the least room for both, in cells. */
const GAP_CELLS = 0.5;
const LEAST_HANG_CELLS = 2;

/** A list with hanging labels: text aligns after the widest label, on whole cells (CLREQ, hanging indent). */
export function setList(list: List, place: FlowContext, flowInto: FlowInto, depth: number = 0): FlowBlock[] {
  const context = insideText(place);
  const { document } = context;
  if (depth === 0 && beginParagraphs(list, context)) {
    return setNumberedParagraphs(list, context, (blocks, inner) => flowItem(blocks, inner, flowInto, depth));
  }
  const style = styleOf(context, 'list-item');
  const outer = insideStyle(context, document.sheet.styles['list-item']);
  const labels = list.items.map((item, index) => {
    const number = numberText(item, list, index);
    if (number !== '') return labelLine(number, style, document);
    if (item.checked !== undefined) return taskBox(item.checked, style, document);
    const look = bulletStyle(style, document);
    return labelLine(bulletText(depth, look.family, document), look, document);
  });
  const hangPt = hangOf(labels, cellOf(document, style));
  const inner = indented(outer, hangPt, 0);
  const node = document.tree.add('L', context.node, { listNumbering: numberingOf(list, depth) });
  const gapPt = Math.min(GAP_CELLS * cellOf(document, style), inner.xPt - outer.xPt);
  return list.items.flatMap((item, index) => {
    const label = labels[index];
    const labelX = Math.max(outer.xPt, inner.xPt - gapPt - (label?.widthPt ?? 0));
    return setItem(item, label, labelX, { ...inner, node, style: 'list-item' }, flowInto, depth);
  });
}

/** A list in a quotation or in the lead keeps the face of its text. */
function insideText(context: FlowContext): FlowContext {
  const { style } = context;
  return style === 'quote' || style === 'lead' ? { ...context, around: style } : context;
}

/** How a list is numbered, for those who hear it; PDF has no name for Chinese numbers. */
function numberingOf({ ordered, items }: List, depth: number): ListNumbering {
  if (ordered || items.some(({ label }) => label !== undefined)) return 'Decimal';
  return BULLET_NAMES[Math.min(depth, BULLET_NAMES.length - 1)] ?? 'Disc';
}

function setItem(
  item: ListItem,
  label: Line | undefined,
  labelX: number,
  context: FlowContext,
  flowInto: FlowInto,
  depth: number,
): FlowBlock[] {
  const { tree } = context.document;
  const node = tree.add('LI', context.node);
  const labelNode = tree.add('Lbl', node);
  const inner = { ...context, node: tree.add('LBody', node) };
  const blocks = flowItem(item.children, inner, flowInto, depth);
  const [first, ...rest] = blocks;
  if (!first || first.slices.length === 0) {
    return [emptyItem(label, labelX, labelNode, context), ...rest];
  }
  return [mapSlices(first, (slices) => addLabel(slices, label, labelX, labelNode)), ...rest];
}

/** The blocks of an item; a list among them is one deeper. */
function flowItem(
  blocks: readonly Block[],
  context: FlowContext,
  flowInto: FlowInto,
  depth: number,
): FlowBlock[] {
  return blocks.flatMap((block) =>
    block.type === 'list' ? setList(block, context, flowInto, depth + 1) : flowInto([block], context),
  );
}

/** An item without content still shows its label. */
function emptyItem(label: Line | undefined, xPt: number, node: number, context: FlowContext): FlowBlock {
  const { document } = context;
  const style = styleOf(context, 'list-item');
  const { ascentPt, sizePt } = document.grid;
  const size = standsOnGrid(document, style) ? sizePt : style.sizePt;
  const baselinePt = (size * ascentPt) / sizePt;
  const slice: Slice = {
    heightPt: size,
    gapPt: Math.max(0, style.lineHeightPt - size),
    items: label ? [{ type: 'line', xPt, baselinePt, line: label, node }] : [],
  };
  return styledBlock([slice], style, document, { spaceBefore: 0, spaceAfter: 0 });
}

/** The number of an ordered item, and the sign of a task among them; empty for an item that has a bullet or a box. */
function numberText(item: ListItem, list: List, index: number): string {
  const number = item.label?.text.trimEnd() ?? (list.ordered ? `${index + 1}.` : '');
  if (number === '' || item.checked === undefined) return number;
  return number + (item.checked ? '\u2611' : '\u2610');
}

/** A bullet that shows how deep the item stands. */
function bulletText(depth: number, family: string, document: FlowDocument): string {
  return firstDrawn(BULLETS[Math.min(depth, BULLETS.length - 1)] ?? '', family, document);
}

function bulletStyle(style: ParagraphStyle, { sheet }: FlowDocument): ParagraphStyle {
  return BULLET_LOOK.family in sheet.families ? { ...style, ...BULLET_LOOK } : style;
}

function firstDrawn(candidates: string, family: string, { metrics }: FlowDocument): string {
  const chars = [...candidates];
  return (
    chars.find((char) => metrics.faceFor(char.codePointAt(0) ?? 0, family, 'regular') >= 0) ?? chars[0] ?? ''
  );
}

function hangOf(labels: readonly (Line | undefined)[], cellPt: number): number {
  const widestPt = largest(labels.map((label) => label?.widthPt ?? 0));
  return Math.max(LEAST_HANG_CELLS, Math.ceil(widestPt / cellPt + GAP_CELLS - 1e-6)) * cellPt;
}
