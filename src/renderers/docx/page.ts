import {
  type IPageNumberTypeAttributes,
  type ISectionPropertiesOptions,
  NumberFormat,
  PageTextDirectionType,
} from 'docx';
import { lengthAcross, type PageNumeral, type StyleSheet, toTwips } from '../../style/index.js';
import { documentGrid } from './document-grid.js';
import type { Manuscript } from './manuscript.js';

/** Word sets the base line of an exact line at four fifths of its height. */
const BASELINE_SHARE = 0.8;

/** Which looks of page numbers Word counts in. */
const NUMBER_FORMATS = {
  arabic: NumberFormat.DECIMAL,
  'full-width': NumberFormat.DECIMAL_FULL_WIDTH,
  han: NumberFormat.IDEOGRAPH_DIGITAL,
  'han-counting': NumberFormat.TAIWANESE_COUNTING_THOUSAND,
  'roman-lower': NumberFormat.LOWER_ROMAN,
  'roman-upper': NumberFormat.UPPER_ROMAN,
  circled: NumberFormat.DECIMAL_ENCLOSED_CIRCLE_CHINESE,
} as const;

/** How the pages of a section count: on from those before, or from 1; decimals need no word. */
export function pageNumbers(
  style: PageNumeral,
  start: number | undefined,
): { readonly pageNumbers?: IPageNumberTypeAttributes } {
  if (style === 'arabic' && start === undefined) return {};
  return { pageNumbers: { formatType: NUMBER_FORMATS[style], ...(start !== undefined && { start }) } };
}

/** Paper, margins, direction and grid of all sections. */
export function pageProperties({ sheet }: Manuscript): ISectionPropertiesOptions {
  const { page } = sheet;
  const { head, number } = { head: sheet.styles['running-head'], number: sheet.styles['page-number'] };
  return {
    page: {
      size: { width: toTwips(page.widthPt), height: toTwips(page.heightPt) },
      ...(sheet.direction === 'vertical' && {
        textDirection: PageTextDirectionType.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
      }),
      margin: {
        ...margins(sheet),
        header: Math.max(0, toTwips(sheet.runningHead.baselinePt - head.lineHeightPt * BASELINE_SHARE)),
        footer: Math.max(
          0,
          toTwips(sheet.pageNumber.baselinePt - number.lineHeightPt * (1 - BASELINE_SHARE)),
        ),
      },
    },
    // As in the settings; LibreOffice reads it here.
    endnoteProperties: { numberFormat: { type: NumberFormat.DECIMAL } },
    grid: documentGrid(sheet),
  };
}

/** In twips; the second along the lines is what is left, so that rounding never narrows the measure by a character. */
function margins({ page, direction }: StyleSheet): Record<'top' | 'bottom' | 'left' | 'right', number> {
  const measure = Math.ceil(lengthAcross(page) * 20);
  const [top, inner] = [toTwips(page.marginTopPt), toTwips(page.marginInnerPt)];
  if (direction === 'horizontal') {
    const right = toTwips(page.widthPt) - inner - measure;
    return { top, bottom: toTwips(page.marginBottomPt), left: inner, right };
  }
  // The binding is at the right of odd pages.
  const bottom = toTwips(page.heightPt) - top - measure;
  return { top, bottom, left: toTwips(page.marginOuterPt), right: inner };
}
