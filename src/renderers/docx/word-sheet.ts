import { type StyleName, type StyleSheet, toTwips } from '../../style/index.js';
import { regionalFamilies } from './word-faces.js';

const TWIPS_PER_POINT = 20;

/** The sheet as Word can set it: with the faces that its readers have, and with whole lines. */
export function wordSheet(sheet: StyleSheet): StyleSheet {
  const families = regionalFamilies(sheet);
  return withWholeLines(families === sheet.families ? sheet : { ...sheet, families });
}

/**
 * The sheet with the line pitch at which Word sets as many lines on a page as the template asks for. Our own page ends
 * with the characters of its last line; Word gives that one a whole pitch too, and would leave it out.
 */
function withWholeLines(sheet: StyleSheet): StyleSheet {
  const { page, styles } = sheet;
  const wholeTwips = Math.floor(areaTwips(sheet) / page.linesPerPage);
  if (wholeTwips >= toTwips(page.linePitchPt)) return sheet;
  const linePitchPt = wholeTwips / TWIPS_PER_POINT;
  const pitched = Object.entries(styles).map(([name, style]) => [
    name,
    style.lineHeightPt === page.linePitchPt ? { ...style, lineHeightPt: linePitchPt } : style,
  ]);
  return {
    ...sheet,
    page: { ...page, linePitchPt },
    styles: Object.fromEntries(pitched) as Record<StyleName, StyleSheet['styles'][StyleName]>,
  };
}

/** The type area in the direction in which lines follow each other. */
function areaTwips({ page, direction }: StyleSheet): number {
  const [whole, before, after] =
    direction === 'horizontal'
      ? [page.heightPt, page.marginTopPt, page.marginBottomPt]
      : [page.widthPt, page.marginInnerPt, page.marginOuterPt];
  return toTwips(whole) - toTwips(before) - toTwips(after);
}
