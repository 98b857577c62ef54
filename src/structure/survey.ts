import { rememberedOf } from './remembered.js';
import type { Row } from './row.js';

/** What some row has, of many: a pass that needs what none of them has is done with at once. */
export interface Survey {
  /** The kinds of characters of all lines, those inside blocks aside: SIGN. */
  readonly signs: number;
  /** Something is no line. */
  readonly hasBlock: boolean;
  readonly hasCode: boolean;
  readonly hasFigure: boolean;
  /** A line that its source marks as a heading. */
  readonly hasHeading: boolean;
  /** A line that the page's own contents name. */
  readonly hasListed: boolean;
  /** A row beside the text. */
  readonly hasOutside: boolean;
}

export const surveyOf: (rows: readonly Row[]) => Survey = rememberedOf(survey);

function survey(rows: readonly Row[]): Survey {
  let signs = 0;
  let [hasBlock, hasCode, hasFigure] = [false, false, false];
  let [hasHeading, hasListed, hasOutside] = [false, false, false];
  for (const row of rows) {
    hasOutside ||= row.outside !== undefined;
    if (row.type === 'line') {
      signs |= row.signs;
      hasHeading ||= row.headingLevel !== undefined;
      hasListed ||= row.listed !== undefined;
    } else {
      hasBlock = true;
      hasCode ||= row.type === 'code';
      hasFigure ||= row.type === 'figure';
    }
  }
  return { signs, hasBlock, hasCode, hasFigure, hasHeading, hasListed, hasOutside };
}
