import { DocumentGridType, type IDocGridAttributesProperties } from 'docx';
import { type ParagraphStyle, type StyleSheet, toHalfPoints, toTwips } from '../../style/index.js';

/** The size that Word can write: whole half points. */
const writtenPt = (sizePt: number): number => toHalfPoints(sizePt) / 2;

/** How much wider a body cell is than the character that Word sets in it, in points; negative when it is narrower. */
function cellRoomPt({ page, styles }: StyleSheet): number {
  return page.cellPt - writtenPt(styles.body.sizePt);
}

/** Less than a twip for a whole line is no difference. */
function fitsExactly(sheet: StyleSheet): boolean {
  return Math.abs(cellRoomPt(sheet)) * sheet.page.charactersPerLine < 0.05;
}

/**
 * The document grid: so many lines a page and, where cells are wider than the characters, so many characters a
 * line. `charSpace` counts in 1/4096 pt and is rounded down, so that the last character of a line still fits.
 *
 * Cells narrower than the characters (15.75 pt for 三号, which Word sets in 16) are left to {@link tighteningTwips}:
 * Word would take a negative `charSpace`, but LibreOffice gives such a character two cells.
 *
 * In columns that run down the page the grid only names its pitch, which the exact line height keeps anyway:
 * LibreOffice 7.4 sets columns of a grid over each other where it moves lines to the next page.
 *
 * @see ISO/IEC 29500-1, 17.6.5 (docGrid)
 */
export function documentGrid(sheet: StyleSheet): Partial<IDocGridAttributesProperties> {
  const linePitch = toTwips(sheet.page.linePitchPt);
  const roomPt = cellRoomPt(sheet);
  return fitsExactly(sheet) || roomPt < 0
    ? { ...(sheet.direction === 'horizontal' && { type: DocumentGridType.LINES }), linePitch }
    : { type: DocumentGridType.LINES_AND_CHARS, linePitch, charSpace: Math.floor(roomPt * 4096) };
}

/** How much closer body characters stand than their size, in twips (negative or 0), so that a line holds its count. */
export function tighteningTwips(sheet: StyleSheet): number {
  return fitsExactly(sheet) ? 0 : Math.min(0, Math.floor(cellRoomPt(sheet) * 20));
}

/** Only text of the body's size stands in body cells. */
export function standsInCells(style: ParagraphStyle, sheet: StyleSheet): boolean {
  return style.sizePt === sheet.styles.body.sizePt;
}
