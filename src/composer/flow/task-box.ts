import type { ParagraphStyle } from '../../style/index.js';
import type { Line } from '../line.js';
import type { FlowDocument } from './flow-context.js';
import { labelLine } from './list-label.js';

/** Boxes of a face that has both, and what they are made of where none has. */
const BOXES = { checked: '\u2611', open: '\u2610' } as const;
const SQUARE = '\u25A1';
const CHECKS = '\u2713\u221A';
/** Size of the check in that of its box, and how far it is raised to stand in its middle. */
const CHECK = { size: 0.75, raise: 0.1 };

/** The box of a task, the same one whether it is done or not: copied as ☑ or ☐ whatever draws it. */
export function taskBox(isChecked: boolean, style: ParagraphStyle, document: FlowDocument): Line | undefined {
  const text = isChecked ? BOXES.checked : BOXES.open;
  const hasBoth = [BOXES.checked, BOXES.open].every((char) => isDrawn(char, style, document));
  const box = hasBoth ? undefined : labelLine(SQUARE, style, document);
  const [square] = box?.runs ?? [];
  if (!box || !square || !isDrawn(SQUARE, style, document)) return labelLine(text, style, document);
  const named = { ...square, text };
  if (!isChecked) return { ...box, runs: [named] };
  return { ...box, runs: [named, ...checkIn(box, style, document)] };
}

/** A check in the middle of its box; it is no text, since the box stands for both. */
function checkIn(box: Line, style: ParagraphStyle, document: FlowDocument): Line['runs'] {
  const sign = [...CHECKS].find((char) => isDrawn(char, style, document)) ?? '';
  const small = { ...style, sizePt: style.sizePt * CHECK.size };
  const check = labelLine(sign, small, document);
  return (check?.runs ?? []).map((run) => ({
    ...run,
    xPt: run.xPt + (box.widthPt - (check?.widthPt ?? 0)) / 2,
    raisePt: run.raisePt + CHECK.raise * style.sizePt,
    artifact: true as const,
  }));
}

function isDrawn(char: string, { family, weight }: ParagraphStyle, { metrics }: FlowDocument): boolean {
  return metrics.faceFor(char.codePointAt(0) ?? 0, family, weight) >= 0;
}
