import type { Break } from '../../model/index.js';
import type { InlineItem, TextLook } from '../inline.js';
import type { FlowBlock, Slice } from './flow-block.js';
import { type FlowContext, lookOf, settingsOf, styleOf } from './flow-context.js';
import { blank } from './inline-items.js';
import { composeLines, sliceLines, styledBlock } from './set-lines.js';

/** A rule that stands for a pause: a quarter of the measure long, half a point thick. */
const RULE = { share: 0.25, thicknessPt: 0.5 };

/** Their size in that of the text, how far they are lowered, and the gap between two in em. */
const ASTERISK = { size: 1.2, lower: 0.3, gap: 1 };

/** A pause between paragraphs: the author's characters, or a short rule. Never cut off from what it follows. */
export function setSceneBreak(pause: Break, context: FlowContext): FlowBlock {
  const { document } = context;
  const style = styleOf(context, 'scene-break');
  const more = { onGrid: false, cut: 'nowhere', keepWithPrevious: true } as const;
  if (pause.text === undefined) return styledBlock([ruleSlice(context)], style, document, more);
  const items = pauseItems(pause.text, lookOf(style));
  const node = document.tree.add('P', context.node);
  const lines = composeLines(items, settingsOf(context, style), document);
  return styledBlock(sliceLines(lines, context, style, node), style, document, more);
}

/** Asterisks of a keyboard stand apart and on the middle of the line, as an ornament does; other signs as they are. */
function pauseItems(text: string, look: TextLook): InlineItem[] {
  if (!/^\*[*\s]*$/.test(text)) return [{ type: 'text', text, look }];
  const sizePt = look.sizePt * ASTERISK.size;
  const star = { ...look, sizePt, raisePt: -sizePt * ASTERISK.lower };
  return [...text.replace(/\s+/g, '')].flatMap((sign, index): InlineItem[] => [
    ...(index > 0 ? [blank(look.sizePt * ASTERISK.gap)] : []),
    { type: 'text', text: sign, look: star },
  ]);
}

function ruleSlice({ document, xPt, measurePt }: FlowContext): Slice {
  const { sizePt, pitchPt } = document.grid;
  const widthPt = measurePt * RULE.share;
  return {
    heightPt: sizePt,
    gapPt: pitchPt - sizePt,
    items: [
      {
        type: 'rule',
        xPt: xPt + (measurePt - widthPt) / 2,
        yPt: (sizePt - RULE.thicknessPt) / 2,
        widthPt,
        heightPt: RULE.thicknessPt,
        color: document.sheet.styles['scene-break'].color,
      },
    ],
  };
}
