import type { StyleName } from '../../style/index.js';
import type { PageNumberSlot } from '../flow/flow-block.js';
import { type FlowDocument, lookOf } from '../flow/flow-context.js';
import { setText } from '../flow/set-lines.js';
import type { Line } from '../line.js';
import type { LineItem } from '../page.js';

/** The dots of a leader: the first character that some face has; one every half em, in one column on all lines. */
const DOTS = ['\u00B7', '.'] as const;
const DOT_STEP_EM = 0.5;
/** Blank before and after the dots. */
const MARGIN_EM = 0.5;

/** What stands at the end of a line of contents: dots, which are no text, and the number, a link like its heading. */
export function fillSlot(slot: PageNumberSlot, label: string, document: FlowDocument): LineItem[] {
  const style = document.sheet.styles[`contents-${Math.min(3, slot.level)}` as StyleName];
  const link = { kind: 'place', name: `heading-${slot.heading}` } as const;
  const number = setText(label, { ...lookOf(style), link }, document, style);
  if (!number) return [];
  const numberX = slot.toPt - number.widthPt;
  const leader = leaderLine([slot.fromPt, numberX], slot.toPt, style, document);
  const { baselinePt, node } = slot;
  return [
    ...(leader ? [{ type: 'line', xPt: 0, baselinePt, line: leader, node: -1 } as const] : []),
    { type: 'line', xPt: numberX, baselinePt, line: number, node },
  ];
}

/** Dots on a raster that counts from the right edge, so that they stand below each other. */
function leaderLine(
  [fromPt, toPt]: readonly [number, number],
  edgePt: number,
  style: Parameters<typeof setText>[3],
  { metrics, sheet }: FlowDocument,
): Line | undefined {
  const stepPt = DOT_STEP_EM * style.sizePt;
  const marginPt = MARGIN_EM * style.sizePt;
  const first = Math.floor((edgePt - fromPt - marginPt) / stepPt);
  const last = Math.ceil((edgePt - toPt + marginPt) / stepPt);
  const count = first - last;
  const dot = DOTS.find((char) => metrics.faceFor(char.codePointAt(0) ?? 0, style.family, style.weight) >= 0);
  if (count < 1 || dot === undefined) return undefined;
  const codePoint = dot.codePointAt(0) ?? 0;
  const face = metrics.faceFor(codePoint, style.family, style.weight);
  const glyph = metrics.glyphFor(face, codePoint);
  // Upright in a column, like the text that it belongs to: each in the middle of a cell, the cells over one another.
  const isColumn = sheet.direction === 'vertical';
  const beforePt = (stepPt - (isColumn ? 1 : metrics.advanceEm(face, glyph)) * style.sizePt) / 2;
  return {
    runs: [
      {
        face,
        sizePt: style.sizePt,
        color: style.color,
        xPt: edgePt - first * stepPt + beforePt,
        raisePt: 0,
        glyphs: new Array<number>(count).fill(glyph),
        advancesPt: new Array<number>(count).fill(stepPt),
        text: dot.repeat(count),
        starts: Array.from({ length: count }, (_, index) => index),
        ...(isColumn && { stance: 'upright' as const }),
        artifact: true,
      },
    ],
    widthPt: edgePt - last * stepPt,
    ascentPt: style.sizePt,
    descentPt: 0,
    start: 0,
    end: 0,
    boxes: [],
    links: [],
    rules: [],
    noteIds: [],
  };
}
