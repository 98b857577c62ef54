import type { Break } from '../../model/index.js';
import type { FlowBlock, Slice } from './flow-block.js';
import { type FlowContext, lookOf, settingsOf, styleOf } from './flow-context.js';
import { composeLines, sliceLines, styledBlock } from './set-lines.js';

/** A rule that stands for a pause: a quarter of the measure long, half a point thick. */
const RULE = { share: 0.25, thicknessPt: 0.5 };

/** A pause between paragraphs: the author's characters, or a short rule. Never cut off from what it follows. */
export function setSceneBreak(pause: Break, context: FlowContext): FlowBlock {
  const { document } = context;
  const style = styleOf(context, 'scene-break');
  const more = { onGrid: false, cut: 'nowhere', keepWithPrevious: true } as const;
  if (pause.text === undefined) return styledBlock([ruleSlice(context)], style, document, more);
  const items = [{ type: 'text', text: pause.text, look: lookOf(style) }] as const;
  const node = document.tree.add('P', context.node);
  const lines = composeLines(items, settingsOf(context, style), document);
  return styledBlock(sliceLines(lines, context, style, node), style, document, more);
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
