import type { Code, CodeKind } from '../../model/index.js';
import type { ParagraphStyle } from '../../style/index.js';
import type { RuleItem } from '../page.js';
import type { CodeLook, CodePiece } from './code-line.js';
import { setCodeLines } from './code-lines.js';
import type { FlowBlock } from './flow-block.js';
import { type FlowContext, type FlowDocument, insideStyle, styleOf } from './flow-context.js';
import { sliceLines, styledBlock } from './set-lines.js';

/** Light enough to print, dark enough to see; room around the text in em of the code's size. */
const GROUND = { color: '#f4f4f4', paddingEm: 0.6 };

/** Code, character by character: every blank kept, words in the colours of their kinds, nothing added. */
export function setCode(code: Code, context: FlowContext): FlowBlock {
  const { document } = context;
  const style = styleOf(context, 'code');
  const look =
    context.container === undefined ? style : { ...style, family: document.sheet.styles.code.family };
  const inner = insideStyle(context, document.sheet.styles.code);
  const paddingPt = look.sizePt * GROUND.paddingEm;
  const text: FlowContext = {
    ...inner,
    xPt: inner.xPt + paddingPt,
    measurePt: Math.max(look.sizePt, inner.measurePt - 2 * paddingPt),
  };
  const lines = sourceLines(code, look, document).flatMap((line) =>
    setCodeLines(line, look, text.measurePt, document),
  );
  const node = document.tree.add('Code', context.node);
  return styledBlock(sliceLines(lines, text, look, node), look, document, {
    onGrid: false,
    paddingPt,
    frame: (heightPt): RuleItem[] => [
      {
        type: 'rule',
        xPt: inner.xPt,
        yPt: 0,
        widthPt: inner.measurePt,
        heightPt,
        color: GROUND.color,
      },
    ],
  });
}

/** The lines of the source, each cut where its look changes. */
function sourceLines(code: Code, style: ParagraphStyle, document: FlowDocument): CodePiece[][] {
  const { highlight, sheet } = document;
  const spans = sheet.code.highlight ? highlight(code) : [{ text: code.text }];
  const lines: CodePiece[][] = [[]];
  for (const { text, kind } of spans) {
    const look = kindLook(kind, style, document);
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, look });
    });
  }
  return lines;
}

function kindLook(kind: CodeKind | undefined, style: ParagraphStyle, { sheet }: FlowDocument): CodeLook {
  if (kind === undefined) return style;
  const { bold, colors } = sheet.code;
  return {
    family: style.family,
    color: colors[kind],
    weight: bold.includes(kind) ? 'bold' : style.weight,
  };
}
