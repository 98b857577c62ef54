import type { Article } from '../../../model/index.js';
import {
  type PageNumeral,
  type ParagraphStyle,
  STYLE_NAMES,
  type StyleName,
  type StyleSheet,
} from '../../../style/index.js';
import { headingLooks, WORD_STYLES } from '../word-styles.js';
import { firstLineEm } from './body-style.js';
import type { PageGeometry } from './page-geometry.js';
import type { ResolvedLook, StyleBook, TemplateStyle } from './style-book.js';
import { toNumber } from './xml-tree.js';

/** What the style sheet learns from a template. */
export interface TemplateFacts {
  readonly article: Article;
  readonly book: StyleBook;
  readonly body: TemplateStyle | undefined;
  readonly geometry: PageGeometry;
  readonly isMirrored: boolean;
  readonly numeral: PageNumeral;
  /** The template's style for one of our names. */
  readonly styleFor: (name: string) => TemplateStyle | undefined;
}

/** Word's size where nothing is said. */
const UNSAID_PT = 10;
/** The height of a single line, of which Word asks the face: that of the usual Chinese faces. */
const SINGLE_LINE_EM = 1.3;
const LEAST_CHARACTERS = 4;
const LEAST_LINES = 4;
/** Sizes that text can have. */
const [LEAST_PT, MOST_PT] = [4, 100];

/**
 * The style sheet as the template looks: page, body, headings. From it come the widths of tables and pictures, the
 * looks of styles that are added, and the layout that counts pages. A page on which nothing can be set is not taken.
 */
export function fitSheet(sheet: StyleSheet, facts: TemplateFacts): StyleSheet {
  const { book, body, geometry } = facts;
  const look = book.look(body?.id ?? book.defaultOf('paragraph')?.id);
  const sizePt = inBounds(look.sizePt ?? UNSAID_PT);
  const pitchPt = lineHeightPt(look, sizePt, geometry.gridPt);
  const page = fitPage(sheet, facts, sizePt, pitchPt);
  if (!page) return sheet;
  const normal = book.look(book.defaultOf('paragraph')?.id);
  const scale = { size: sizePt / sheet.styles.body.sizePt, line: pitchPt / sheet.page.linePitchPt };
  const scaled = Object.fromEntries(
    STYLE_NAMES.map((name) => [name, scaledStyle(sheet.styles[name], scale)]),
  ) as Record<StyleName, ParagraphStyle>;
  const bodyStyle: ParagraphStyle = {
    ...scaled.body,
    sizePt,
    lineHeightPt: pitchPt,
    weight: normal.isBold ? 'bold' : 'regular',
    align: alignment(normal.justification) ?? 'start',
    ...(body && { firstLineIndentEm: firstLineEm(look.indent, sizePt) }),
  };
  return {
    ...sheet,
    direction: geometry.isVertical ? 'vertical' : 'horizontal',
    page,
    styles: { ...scaled, ...readStyles(scaled, facts, sizePt, pitchPt), body: bodyStyle },
    runningHead: { ...sheet.runningHead, odd: 'none', even: 'none' },
    pageNumber: { ...sheet.pageNumber, show: false, front: 'continuous', style: facts.numeral },
  };
}

const inBounds = (sizePt: number): number => Math.min(MOST_PT, Math.max(LEAST_PT, sizePt));

function scaledStyle(style: ParagraphStyle, scale: { size: number; line: number }): ParagraphStyle {
  const sizePt = Math.max(LEAST_PT, Math.round(style.sizePt * scale.size * 2) / 2);
  // pages begin where the template's styles say so
  const pageBreakBefore = 'none';
  return {
    ...style,
    sizePt,
    lineHeightPt: Math.max(sizePt, style.lineHeightPt * scale.line),
    pageBreakBefore,
  };
}

/** Styles that the template has are set as they are there, as far as our layout knows such looks. */
function readStyles(
  scaled: Readonly<Record<StyleName, ParagraphStyle>>,
  { article, book, styleFor }: TemplateFacts,
  bodyPt: number,
  pitchPt: number,
): Partial<Record<StyleName, ParagraphStyle>> {
  const headings = headingLooks(article).map((name, level): [StyleName, string] => [
    name,
    `heading ${level + 1}`,
  ]);
  const others = Object.entries(WORD_STYLES).map(([name, row]): [StyleName, string] => [
    name as StyleName,
    row.name,
  ]);
  const read: Partial<Record<StyleName, ParagraphStyle>> = {};
  for (const [name, wordName] of [...headings.reverse(), ...others]) {
    const style = styleFor(wordName);
    if (!style || name === 'body') continue;
    const look = book.look(style.id);
    const sizePt = inBounds(look.sizePt ?? bodyPt);
    const side = (key: string): number => Math.max(0, (toNumber(look.spacing.get(key)) ?? 0) / 20 / pitchPt);
    read[name] = {
      ...scaled[name],
      sizePt,
      lineHeightPt: lineHeightPt(look, sizePt, undefined),
      align: alignment(look.justification) ?? 'start',
      firstLineIndentEm: firstLineEm(look.indent, sizePt),
      spaceBeforeLines: Math.min(20, side('w:before')),
      spaceAfterLines: Math.min(20, side('w:after')),
    };
  }
  return read;
}

const ALIGNMENTS: Readonly<Record<string, ParagraphStyle['align']>> = {
  both: 'justify',
  distribute: 'justify',
  left: 'start',
  start: 'start',
  center: 'center',
  right: 'end',
  end: 'end',
};

function alignment(justification: string | undefined): ParagraphStyle['align'] | undefined {
  if (justification === undefined || !Object.hasOwn(ALIGNMENTS, justification)) return undefined;
  return ALIGNMENTS[justification];
}

/** From base line to base line. A line of the grid, or as many as it takes, unless the height is exact. */
function lineHeightPt({ spacing }: ResolvedLook, sizePt: number, gridPt: number | undefined): number {
  const line = toNumber(spacing.get('w:line')) ?? 240;
  const rule = spacing.get('w:lineRule') ?? 'auto';
  const naturalPt = sizePt * SINGLE_LINE_EM;
  const singlePt = gridPt === undefined ? naturalPt : Math.ceil(naturalPt / gridPt - 0.05) * gridPt;
  if (rule === 'exact') return Math.max(sizePt, line / 20);
  return rule === 'atLeast' ? Math.max(singlePt, line / 20) : Math.max(sizePt, (singlePt * line) / 240);
}

/** The type area in whole body cells and lines; undefined where it has room for none. */
function fitPage(
  { page }: StyleSheet,
  { geometry, isMirrored }: TemplateFacts,
  cellPt: number,
  linePitchPt: number,
): StyleSheet['page'] | undefined {
  const { widthPt, heightPt, topPt, bottomPt, leftPt, rightPt, columns, isVertical } = geometry;
  const [acrossPt, downPt] = [widthPt - leftPt - rightPt, heightPt - topPt - bottomPt];
  const [alongPt, stackPt] = isVertical ? [downPt, acrossPt] : [acrossPt, downPt];
  const columnPt = (alongPt - (columns.count - 1) * columns.gapPt) / columns.count;
  const charactersPerLine = Math.floor(columnPt / cellPt + 1e-6);
  const linesPerPage = Math.floor((stackPt - cellPt) / linePitchPt + 1e-6) + 1;
  if (!(charactersPerLine >= LEAST_CHARACTERS && linesPerPage >= LEAST_LINES)) return undefined;
  return {
    ...page,
    widthPt,
    heightPt,
    marginTopPt: topPt,
    marginBottomPt: bottomPt,
    marginInnerPt: isVertical ? rightPt : leftPt,
    marginOuterPt: isVertical ? leftPt : rightPt,
    facing: isMirrored,
    columns,
    measurePt: charactersPerLine * cellPt,
    cellPt,
    charactersPerLine,
    linesPerPage,
    linePitchPt,
  };
}
