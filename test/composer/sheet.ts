import {
  makeStyleSheet,
  type ParagraphStyle,
  type StyleName,
  type StyleSheet,
} from '../../src/style/index.js';

export interface SheetWishes {
  readonly characters?: number;
  readonly lines?: number;
  readonly styles?: Partial<Record<StyleName, Partial<ParagraphStyle>>>;
  readonly change?: Partial<StyleSheet>;
}

/** Size and line pitch of the body, and all margins, in points. */
export const EM = 10;
export const PITCH = 20;
export const MARGIN = 50;

/**
 * A sheet on which positions can be counted: body of 10 points on a pitch of 20, margins of 50, no space around
 * blocks, and every other style like the body unless a test asks for more.
 */
export function gridSheet(wishes: SheetWishes = {}): StyleSheet {
  const { characters = 12, lines = 8, styles = {}, change = {} } = wishes;
  const base = makeStyleSheet();
  const plain = { sizePt: EM, lineHeightPt: PITCH, spaceBeforeLines: 0, spaceAfterLines: 0 };
  const flat = Object.fromEntries(
    Object.entries(base.styles).map(([name, style]) => [
      name,
      { ...style, ...plain, ...styles[name as StyleName] },
    ]),
  ) as Record<StyleName, ParagraphStyle>;
  return {
    ...base,
    page: {
      widthPt: characters * EM + 2 * MARGIN,
      heightPt: (lines - 1) * PITCH + EM + 2 * MARGIN,
      marginTopPt: MARGIN,
      marginBottomPt: MARGIN,
      marginInnerPt: MARGIN,
      marginOuterPt: MARGIN,
      facing: false,
      floatFigures: false,
      columns: { count: 1, gapPt: 2 * EM, rule: false },
      measurePt: characters * EM,
      cellPt: EM,
      charactersPerLine: characters,
      linesPerPage: lines,
      linePitchPt: PITCH,
    },
    styles: flat,
    runningHead: { ...base.runningHead, odd: 'none', even: 'none', baselinePt: 30 },
    pageNumber: { ...base.pageNumber, show: false, baselinePt: 30 },
    ...change,
  };
}
