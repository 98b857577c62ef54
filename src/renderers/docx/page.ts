import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type IPageNumberTypeAttributes,
  type IParagraphOptions,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  NumberFormat,
  PageTextDirectionType,
  Paragraph,
  type ParagraphChild,
  SectionType,
  SimpleField,
} from 'docx';
import { displayTitle, headingText, outline } from '../../model/index.js';
import { lengthAcross, type PageNumeral, type StyleSheet, toTwips } from '../../style/index.js';
import { documentGrid } from './document-grid.js';
import { field } from './fields.js';
import { textRuns } from './inlines.js';
import type { Manuscript, Place } from './manuscript.js';
import { plainLook } from './paragraphs.js';
import { styleId } from './word-styles.js';
import { cleanText } from './xml.js';

type Headers = NonNullable<ISectionOptions['headers']>;
type Footers = NonNullable<ISectionOptions['footers']>;

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
function pageNumbers(
  style: PageNumeral,
  start?: number,
): { readonly pageNumbers?: IPageNumberTypeAttributes } {
  if (style === 'arabic' && start === undefined) return {};
  return { pageNumbers: { formatType: NUMBER_FORMATS[style], ...(start !== undefined && { start }) } };
}

/**
 * The text as a section of its own, on a page of its own, where pages before it are counted apart; its heads go on.
 * Undefined where all pages are counted together.
 */
export function textSection(manuscript: Manuscript): Pick<ISectionOptions, 'properties'> | undefined {
  const { page, pageNumber } = manuscript.sheet;
  if (pageNumber.front === 'continuous') return undefined;
  const { properties = {} } = pageSection(manuscript);
  const type = page.facing ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE;
  const own = { ...properties.page, ...pageNumbers(pageNumber.style, 1) };
  return { properties: { ...properties, ...columnsOf(manuscript), type, titlePage: false, page: own } };
}

/**
 * Paper, margins, grid, running heads and page numbers of the one section that an article has.
 *
 * @param style How its pages are numbered.
 */
export function pageSection(
  manuscript: Manuscript,
  style: PageNumeral = manuscript.sheet.pageNumber.style,
): Omit<ISectionOptions, 'children'> {
  const { sheet } = manuscript;
  const { page } = sheet;
  const { head, number } = { head: sheet.styles['running-head'], number: sheet.styles['page-number'] };
  return {
    properties: {
      titlePage: hasFirstPage(sheet),
      page: {
        size: { width: toTwips(page.widthPt), height: toTwips(page.heightPt) },
        ...pageNumbers(style),
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
    },
    headers: headers(manuscript),
    footers: footers(manuscript),
  };
}

/** Columns on pages that are otherwise those of {@link pageSection}; its heads go on where it stands below one. */
export function columnsSection(
  manuscript: Manuscript,
  isBelow: boolean,
): Pick<ISectionOptions, 'properties'> {
  const { properties = {} } = pageSection(manuscript);
  return {
    properties: {
      ...properties,
      ...columnsOf(manuscript),
      ...(isBelow && { type: SectionType.CONTINUOUS, titlePage: false }),
    },
  };
}

function columnsOf({ sheet }: Manuscript): Pick<ISectionPropertiesOptions, 'column'> {
  const { count, gapPt, rule } = sheet.page.columns;
  if (count === 1) return {};
  return { column: { count, space: toTwips(gapPt), separate: rule, equalWidth: true } };
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

/** The first page has a header or footer of its own: an empty one. */
function hasFirstPage({ runningHead, pageNumber }: StyleSheet): boolean {
  return !runningHead.onFirstPage || (pageNumber.show && !pageNumber.onFirstPage);
}

/** Odd and even pages differ. */
export function hasEvenPages({ runningHead, pageNumber }: StyleSheet): boolean {
  return runningHead.odd !== runningHead.even || (pageNumber.show && pageNumber.place === 'outside');
}

function headers(manuscript: Manuscript): Headers {
  const { runningHead } = manuscript.sheet;
  const make = (side: 'odd' | 'even'): Header =>
    new Header({ children: [runningHeadLine(manuscript, side)] });
  const empty = (): Header => new Header({ children: [new Paragraph({ style: styleId('running-head') })] });
  return {
    default: make('odd'),
    ...(hasEvenPages(manuscript.sheet) && { even: make('even') }),
    ...(hasFirstPage(manuscript.sheet) && { first: runningHead.onFirstPage ? make('odd') : empty() }),
  };
}

const place = (manuscript: Manuscript, style: Place['style']): Place => ({
  style,
  listDepth: 0,
  widthPt: manuscript.sheet.page.measurePt,
  inNote: true,
});

/** `STYLEREF 1` is the nearest heading 1 in any language of Word; others show the text that is cached here. */
function runningHeadLine(manuscript: Manuscript, side: 'odd' | 'even'): Paragraph {
  const { article, sheet } = manuscript;
  const what = sheet.runningHead[side];
  const look = plainLook(manuscript, place(manuscript, 'running-head'));
  const first = outline(article)[0];
  const children: ParagraphChild[] =
    what === 'none'
      ? []
      : what === 'section' && first
        ? [new SimpleField('STYLEREF 1', cleanText(headingText({ heading: first.heading })))]
        : textRuns(manuscript, displayTitle(article), look);
  const rule = sheet.runningHead.rule && what !== 'none';
  return new Paragraph({
    style: styleId('running-head'),
    ...(rule && { border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: 'auto' } } }),
    children,
  });
}

function footers(manuscript: Manuscript): Footers {
  const { pageNumber } = manuscript.sheet;
  if (!pageNumber.show) return {};
  const make = (side: 'odd' | 'even'): Footer => new Footer({ children: [pageNumberLine(manuscript, side)] });
  const empty = (): Footer => new Footer({ children: [new Paragraph({ style: styleId('page-number') })] });
  return {
    default: make('odd'),
    ...(hasEvenPages(manuscript.sheet) && { even: make('even') }),
    ...(hasFirstPage(manuscript.sheet) && { first: pageNumber.onFirstPage ? make('odd') : empty() }),
  };
}

function pageNumberLine(manuscript: Manuscript, side: 'odd' | 'even'): Paragraph {
  const { pageNumber, styles } = manuscript.sheet;
  const look = plainLook(manuscript, place(manuscript, 'page-number'));
  const children = pageNumber.format.split(/(\{pages?\})/).flatMap((piece): ParagraphChild[] => {
    if (piece === '{page}') return field('PAGE', textRuns(manuscript, '1', look));
    if (piece === '{pages}') return field('NUMPAGES', textRuns(manuscript, '1', look));
    return textRuns(manuscript, piece, look);
  });
  const inset = toTwips(pageNumber.insetEm * styles['page-number'].sizePt);
  return new Paragraph({
    style: styleId('page-number'),
    ...(pageNumber.place === 'outside' && outside(side, inset, manuscript.sheet.direction)),
    children,
  });
}

/** The outer edge is right on odd pages, left on even ones. */
/** The outer edge of odd pages is the right one; where columns run down, and pages turn the other way, the left. */
function outside(side: 'odd' | 'even', inset: number, direction: StyleSheet['direction']): IParagraphOptions {
  return (side === 'odd') === (direction === 'horizontal')
    ? { alignment: AlignmentType.RIGHT, indent: { right: inset } }
    : { alignment: AlignmentType.LEFT, indent: { left: inset } };
}
