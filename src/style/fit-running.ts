import { ConversionError } from '../diagnostics.js';
import type { StyleSheet } from './style-sheet.js';
import { mmToPt } from './units.js';

/** From the type area, in em of the line itself: this much at least, and so much where it has to be moved (JLREQ 2.6). */
const LEAST_GAP_EM = 0.5;
const WISHED_GAP_EM = 1;
/** What Han characters take above and below their base line, and the rule under a head below it. */
const ABOVE_EM = 0.88;
const BELOW_EM = 0.12;
const RULE_PT = 4.5;
/** Printers leave this edge of the paper empty. */
const EDGE_PT: number = mmToPt(3);

/**
 * The sheet with running heads and page numbers between the text and the edge of the paper. A template that makes the
 * margins smaller keeps the places of these from the one it extends: they move outwards rather than stand on the text.
 *
 * @throws ConversionError `template-margin-too-small` when a margin has no room for what is to stand in it.
 */
export function fitRunning(sheet: StyleSheet): StyleSheet {
  const { page, runningHead, pageNumber, styles } = sheet;
  const hasHead = runningHead.odd !== 'none' || runningHead.even !== 'none';
  const headPt = styles['running-head'].sizePt;
  const numberPt = styles['page-number'].sizePt;
  const head: RunningLine = {
    sizePt: headPt,
    inPt: BELOW_EM * headPt + (runningHead.rule ? RULE_PT : 0),
    outPt: ABOVE_EM * headPt,
  };
  const number: RunningLine = { sizePt: numberPt, inPt: ABOVE_EM * numberPt, outPt: BELOW_EM * numberPt };
  const { marginTopPt, marginBottomPt } = page;
  return {
    ...sheet,
    runningHead: hasHead
      ? { ...runningHead, baselinePt: placeIn('top', marginTopPt, runningHead.baselinePt, head) }
      : runningHead,
    pageNumber: pageNumber.show
      ? { ...pageNumber, baselinePt: placeIn('bottom', marginBottomPt, pageNumber.baselinePt, number) }
      : pageNumber,
  };
}

interface RunningLine {
  readonly sizePt: number;
  /** From its base line towards the text, and towards the edge of the paper. */
  readonly inPt: number;
  readonly outPt: number;
}

/** A base line in a margin, counted from the edge of the paper: where it is asked for, or as near to that as it may be. */
function placeIn(margin: 'top' | 'bottom', marginPt: number, askedPt: number, line: RunningLine): number {
  const within = (gapEm: number): number => marginPt - line.inPt - gapEm * line.sizePt;
  if (askedPt <= within(LEAST_GAP_EM)) return askedPt;
  const leastPt = EDGE_PT + line.outPt;
  if (within(LEAST_GAP_EM) < leastPt) {
    throw new ConversionError('template-margin-too-small', {
      margin,
      mm: Math.round((marginPt / mmToPt(1)) * 10) / 10,
      needed: Math.ceil((leastPt + line.inPt + LEAST_GAP_EM * line.sizePt) / mmToPt(1)),
    });
  }
  return Math.max(leastPt, within(WISHED_GAP_EM));
}
