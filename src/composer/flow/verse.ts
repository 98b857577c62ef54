import type { Verse } from '../../model/index.js';
import type { FlowBlock, Slice } from './flow-block.js';
import { cellOf, type FlowContext, insideStyle, lookOf, settingsOf, styleOf } from './flow-context.js';
import { inlineItems } from './inline-items.js';
import { composeLines, sliceLines, styledBlock } from './set-lines.js';

/** What does not fit a line of verse turns over by so many cells. */
const TURN_OVER_CELLS = 2;

/** Verse with its lines kept; an empty line parts stanzas by one line of space. */
export function setVerse(verse: Verse, context: FlowContext): FlowBlock {
  const { document } = context;
  const style = styleOf(context, 'verse');
  const inner = insideStyle(context, document.sheet.styles.verse);
  const node = document.tree.add('P', context.node);
  const turnOverPt = Math.min(TURN_OVER_CELLS * cellOf(document, style), inner.measurePt / 2);
  const settings = settingsOf(inner, style, { firstLineIndentPt: 0, hangingIndentPt: turnOverPt });
  const slices = verse.lines.flatMap((line): Slice[] => {
    if (line.length === 0)
      return [{ heightPt: style.sizePt, gapPt: style.lineHeightPt - style.sizePt, items: [] }];
    const items = inlineItems(line, lookOf(style), document, inner.measurePt);
    return sliceLines(composeLines(items, settings, document), inner, style, node);
  });
  return styledBlock(slices, style, document);
}
