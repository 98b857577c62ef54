import type { Attachments, Salutation, Signature } from '../../model/index.js';
import type { ParagraphStyle } from '../../style/index.js';
import type { Line } from '../line.js';
import { type FlowBlock, largest, type Slice } from './flow-block.js';
import {
  cellOf,
  type FlowContext,
  indented,
  insideStyle,
  lookOf,
  settingsOf,
  styleOf,
} from './flow-context.js';
import { inlineItems } from './inline-items.js';
import { addLabel, labelLine } from './list-label.js';
import { composeLines, setParagraph, setText, sliceLines, styledBlock } from './set-lines.js';

/** The word before a list of attachments (GB/T 9704, 7.3.4), with its full-width colon. */
const ATTACHMENTS_WORD = '附件\uFF1A';

/** 主送机关, 称呼: flush left, and never the last line of a page. */
export function setSalutation(salutation: Salutation, context: FlowContext): FlowBlock {
  const style = context.document.sheet.styles.salutation;
  return setParagraph(salutation.children, 'salutation', insideStyle(context, style), { keepWithNext: true });
}

/**
 * 落款 at the right: its last line, the date, keeps the style's inset, and the name is centred over it as far as the
 * type area allows. Kept together, and with the last lines of the text.
 *
 * @see GB/T 9704-2012, 7.3.5.1: four cells for the date of a document that is sealed
 */
export function setSignature(signature: Signature, context: FlowContext): FlowBlock {
  const { document } = context;
  const style = styleOf(context, 'signature');
  const inner = insideStyle(context, document.sheet.styles.signature);
  const settings = settingsOf(inner, style, { align: 'start', firstLineIndentPt: 0 });
  const lines = signature.lines.map((line) =>
    composeLines(inlineItems(line, lookOf(style), document, inner.measurePt), settings, document),
  );
  const datePt = lines.flat().at(-1)?.widthPt ?? 0;
  const room = { measurePt: inner.measurePt, overPt: context.xPt + context.measurePt - inner.xPt };
  const node = document.tree.add('P', context.node);
  const slices = lines.flat().flatMap((line) => {
    const besidePt = offsetOf(line, datePt, room, style);
    return sliceLines([line], { ...inner, xPt: inner.xPt + besidePt }, style, node);
  });
  return styledBlock(slices, style, document, { cut: 'nowhere', keepWithPrevious: true });
}

/** Where a line begins in the measure; `overPt` is how far a long name may reach, into the inset of the date. */
function offsetOf(
  line: Line,
  datePt: number,
  { measurePt, overPt }: { readonly measurePt: number; readonly overPt: number },
  style: ParagraphStyle,
): number {
  if (style.align === 'center') return (measurePt - line.widthPt) / 2;
  if (style.align !== 'end') return 0;
  const centredPt = Math.max(0, measurePt - datePt) + (datePt - line.widthPt) / 2;
  return Math.max(0, Math.min(centredPt, overPt - line.widthPt));
}

/**
 * 附件说明: the word, two cells in, and beside it the attachments; what turns over stands under the first character
 * of the name.
 *
 * @see GB/T 9704-2012, 7.3.4
 */
export function setAttachments(attachments: Attachments, context: FlowContext): FlowBlock {
  const { document } = context;
  const style = styleOf(context, 'attachments');
  const word = setText(ATTACHMENTS_WORD, lookOf(style), document, style);
  const cellPt = cellOf(document, style);
  const inset = insideStyle(context, document.sheet.styles.attachments);
  const indentPt = style.firstLineIndentEm * cellPt;
  const beside = indented(inset, indentPt + [...ATTACHMENTS_WORD].length * cellPt, 0);

  const list = document.tree.add('L', context.node, { listNumbering: 'Decimal' });
  const labels = attachments.items.map(({ label }) =>
    labelLine(label?.text.trimEnd() ?? '', style, document),
  );
  const labelPt = largest(labels.map((line) => line?.widthPt ?? 0));
  // A label is followed directly by the name; half cells keep the names apart from figures of any width.
  const hangPt = Math.ceil((labelPt / cellPt) * 2 - 1e-6) * (cellPt / 2);
  const inner = indented(beside, hangPt, 0);

  const settings = settingsOf(inner, style, { firstLineIndentPt: 0 });
  const slices = attachments.items.flatMap((item, index): Slice[] => {
    const node = document.tree.add('LI', list);
    const labelNode = document.tree.add('Lbl', node);
    const body = document.tree.add('LBody', node);
    const items = inlineItems(item.children, lookOf(style), document, inner.measurePt);
    const own = sliceLines(composeLines(items, settings, document), inner, style, body);
    return addLabel(own, labels[index], beside.xPt, labelNode);
  });
  // The word is the list's caption: read before its first item, on the same line.
  const wordNode = document.tree.add('Caption', list);
  return styledBlock(addLabel(slices, word, inset.xPt + indentPt, wordNode), style, document);
}
