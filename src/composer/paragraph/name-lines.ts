import type { NameLine } from '../inline.js';
import type { LineRule } from '../line.js';

/**
 * Middle of the line, in em from the base line: outside the em box of Han. Below a line; a column has its left there, so
 * that one number serves both. @see CLREQ, handling interlinear punctuation
 */
const CENTRE_EM = -0.21;
const THICKNESS_EM = 0.05;
/** ﹏: four waves under three characters, and no higher than the gap to the ink allows. */
const WAVE = { centreEm: -0.235, lengthEm: 0.375, heightEm: 0.05, thicknessEm: 0.045 };
/** Each of two names that touch gives so much of its line, or the two would be one. */
const APART_EM = 0.06;

/** Where a name stands in a line, and whether another one touches it. */
export interface NameStretch {
  readonly xPt: number;
  readonly widthPt: number;
  readonly touchesBefore: boolean;
  readonly touchesAfter: boolean;
}

/** The one line of a name, as long as the name in this line of text. */
export function nameRule(
  name: NameLine,
  { xPt, widthPt, touchesBefore, touchesAfter }: NameStretch,
): LineRule {
  const { sizePt, color, raisePt, wavy } = name;
  const apart = APART_EM * sizePt;
  const from = xPt + (touchesBefore ? apart : 0);
  const width = Math.max(apart, xPt + widthPt - (touchesAfter ? apart : 0) - from);
  const thicknessPt = (wavy ? WAVE.thicknessEm : THICKNESS_EM) * sizePt;
  const rule = {
    xPt: from,
    yPt: (wavy ? WAVE.centreEm : CENTRE_EM) * sizePt + raisePt - thicknessPt / 2,
    widthPt: width,
    thicknessPt,
    color,
  };
  return wavy ? { ...rule, wave: waveOver(width, sizePt) } : rule;
}

/** A whole number of half waves, so that it ends in the middle as it begins. */
function waveOver(width: number, sizePt: number): NonNullable<LineRule['wave']> {
  const halves = Math.max(2, Math.round((2 * width) / (WAVE.lengthEm * sizePt)));
  return { lengthPt: (2 * width) / halves, heightPt: WAVE.heightEm * sizePt };
}
