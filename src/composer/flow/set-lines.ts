import type { Inline } from '../../model/index.js';
import type { ParagraphStyle, StyleName } from '../../style/index.js';
import type { InlineItem, ParagraphSettings, TextLook } from '../inline.js';
import type { Line } from '../line.js';
import { type ComposedParagraph, composeParagraph, refitParagraph } from '../paragraph/compose-paragraph.js';
import type { FlowBlock, FlowItem, NoteUse, Slice } from './flow-block.js';
import {
  columnsOf,
  type FlowContext,
  type FlowDocument,
  lookIn,
  settingsOf,
  spanOf,
  styleOf,
} from './flow-context.js';
import { inlineItems } from './inline-items.js';

/** A body-like style may be this much larger than the body and still stand on body lines. */
const GRID_SIZE_LIMIT = 1.1;
/** Wide enough for any line that must not turn over. */
const ENDLESS_PT = 1e6;

/** Whether lines of a style stand on body lines: same pitch, and no larger than fits between them. */
export function standsOnGrid(document: FlowDocument, style: ParagraphStyle): boolean {
  return (
    Math.abs(style.lineHeightPt - document.grid.pitchPt) < 1e-6 &&
    style.sizePt <= document.sheet.styles.body.sizePt * GRID_SIZE_LIMIT
  );
}

/** Composes items; characters that no face has are noted in the document. */
export function composeLines(
  items: readonly InlineItem[],
  settings: ParagraphSettings,
  document: FlowDocument,
): readonly Line[] {
  const composed = composeParagraph(items, settings, document.metrics);
  noteMissing(composed, document);
  return composed.lines;
}

function noteMissing({ missing, text }: ComposedParagraph, document: FlowDocument): void {
  for (const { codePoint, at } of missing) document.missing.add(codePoint, text, at);
}

/**
 * Text on one line of its natural width: labels, page numbers, leaders.
 *
 * @param more Over the usual settings, as for what stands level on a page of columns.
 */
export function setText(
  text: string,
  look: TextLook,
  document: FlowDocument,
  style: ParagraphStyle,
  more: Partial<ParagraphSettings> = {},
): Line | undefined {
  if (text === '') return undefined;
  const context: FlowContext = { document, xPt: 0, measurePt: ENDLESS_PT, node: -1, style: 'body' };
  const plain = { align: 'start', firstLineIndentPt: 0, hyphenate: false } as const;
  const settings = settingsOf(context, style, { ...plain, ...more });
  return composeLines([{ type: 'text', text, look }], settings, document)[0];
}

/** Composed lines as slices, each at `xPt` in the context's measure and belonging to `node`. */
export function sliceLines(
  lines: readonly Line[],
  context: FlowContext,
  style: ParagraphStyle,
  node: number,
): Slice[] {
  const onGrid = standsOnGrid(context.document, style);
  return lines.map((line) =>
    onGrid ? gridSlice(line, context, node) : freeSlice(line, context, style, node),
  );
}

/** A line on the base line of the lowest body line that it takes; a tall picture takes several. */
function gridSlice(line: Line, context: FlowContext, node: number): Slice {
  const { grid } = context.document;
  const over = line.ascentPt - grid.ascentPt - (grid.pitchPt - grid.sizePt);
  const rows = 1 + (over > 0 && hasPicture(line) ? Math.ceil(over / grid.pitchPt - 1e-6) : 0);
  const heightPt = grid.height(rows);
  const baselinePt = heightPt - grid.sizePt + grid.ascentPt;
  const gapPt = grid.pitchPt - grid.sizePt;
  return withMarks(
    { heightPt, gapPt, items: lineItems(line, context, baselinePt, node) },
    line,
    context,
    node,
  );
}

function freeSlice(line: Line, context: FlowContext, style: ParagraphStyle, node: number): Slice {
  const { grid } = context.document;
  const emTop = grid.ascentPt / grid.sizePt;
  const ascentPt = Math.max(style.sizePt * emTop, hasPicture(line) ? line.ascentPt : 0);
  const heightPt = ascentPt + style.sizePt * (1 - emTop);
  const gapPt = Math.max(0, style.lineHeightPt - style.sizePt);
  return withMarks({ heightPt, gapPt, items: lineItems(line, context, ascentPt, node) }, line, context, node);
}

const hasPicture = (line: Line): boolean => line.boxes.some((box) => box.imageId !== '');

function lineItems(line: Line, context: FlowContext, baselinePt: number, node: number): FlowItem[] {
  const { xPt } = context;
  if (line.boxes.length === 0) return [{ type: 'line', xPt, baselinePt, line, node }];
  // Pictures become items with a tag and a text of their own; the line itself keeps none.
  const items: FlowItem[] = [{ type: 'line', xPt, baselinePt, line: { ...line, boxes: [] }, node }];
  for (const box of line.boxes) {
    if (box.imageId === '') continue;
    items.push({
      type: 'image',
      xPt: xPt + box.xPt,
      yPt: baselinePt - box.heightPt,
      widthPt: box.widthPt,
      heightPt: box.heightPt,
      imageId: box.imageId,
      alt: box.alt,
      node: context.document.tree.add('Figure', node, { alt: box.alt }),
    });
  }
  return items;
}

/** A slice with the notes and places of its line. */
function withMarks(slice: Slice, { places, noteIds }: Line, { document }: FlowContext, node: number): Slice {
  if (noteIds.length === 0) return places ? { ...slice, places } : slice;
  const notes = noteIds.map((noteId): NoteUse => ({ noteId, node }));
  const marks = noteIds.map((noteId) => `note-ref-${document.noteNumbers.get(noteId)}`);
  return { ...slice, notes, places: places ? [...marks, ...places] : marks };
}

/** Slices as a block with the space and keeps of a style. */
export function styledBlock(
  slices: readonly Slice[],
  style: ParagraphStyle,
  document: FlowDocument,
  more: Partial<FlowBlock> = {},
): FlowBlock {
  return {
    slices,
    onGrid: standsOnGrid(document, style),
    spaceBefore: style.spaceBeforeLines,
    spaceAfter: style.spaceAfterLines,
    keepWithNext: style.keepWithNext,
    pageBreak: style.pageBreakBefore,
    cut: 'lines',
    ...more,
  };
}

/** One paragraph in a style of the sheet, tagged as P under the context's node. Indents are the caller's. */
export function setParagraph(
  inlines: readonly Inline[],
  name: StyleName,
  context: FlowContext,
  more: Partial<FlowBlock> = {},
): FlowBlock {
  const { document } = context;
  const style = styleOf(context, name);
  const room = columnsOf(context, style);
  const items = inlineItems(inlines, lookIn(context, style), document, room.measurePt);
  const settings = settingsOf(room, style);
  const composed = composeParagraph(items, settings, document.metrics);
  noteMissing(composed, document);
  const node = document.tree.add('P', context.node);
  const slices = sliceLines(composed.lines, room, style, node);
  const again = (count: number): readonly Slice[] | undefined => {
    const lines = refitParagraph(items, settings, document.metrics, count);
    return lines && sliceLines(lines, room, style, node);
  };
  const refit = items.some(({ type }) => type === 'box') ? {} : refitOf(composed, again);
  return styledBlock(slices, style, document, { ...spanOf(room), ...refit, ...more });
}

function refitOf(
  { lines, slack }: ComposedParagraph,
  again: (count: number) => readonly Slice[] | undefined,
): Pick<FlowBlock, 'refit'> {
  if (!slack.canLose && !slack.canGain) return {};
  return {
    refit: {
      ...(slack.canLose && { shorter: () => again(lines.length - 1) }),
      ...(slack.canGain && { longer: () => again(lines.length + 1) }),
    },
  };
}
