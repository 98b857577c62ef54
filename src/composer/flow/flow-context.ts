import type { Diagnostic } from '../../diagnostics.js';
import type {
  Article,
  Block,
  Figure,
  Highlighter,
  IndexTerm,
  OutlineEntry,
  Part,
  Section,
  Table,
} from '../../model/index.js';
import { lengthAcross, type ParagraphStyle, type StyleName, type StyleSheet } from '../../style/index.js';
import type { ParagraphSettings, TextLook } from '../inline.js';
import type { FontMetrics } from '../metrics.js';
import type { FlowBlock } from './flow-block.js';
import type { Grid } from './grid.js';
import type { MissingGlyphs } from './missing-glyphs.js';
import type { StructureTree } from './structure-tree.js';

/** What stays the same while one document is laid out. */
export interface FlowDocument {
  readonly article: Article;
  readonly sheet: StyleSheet;
  readonly metrics: FontMetrics;
  readonly grid: Grid;
  readonly tree: StructureTree;
  /** Outline entry of each heading of the article. */
  readonly entries: ReadonlyMap<Part | Section, OutlineEntry>;
  /** Number printed for each note, by {@link Note.id}. */
  readonly noteNumbers: ReadonlyMap<string, number>;
  /** Number of each picture and table, by which text refers to it. */
  readonly captionNumbers: ReadonlyMap<Figure | Table, number>;
  /** Number of each place that the index of terms leads to; empty where no index is set. */
  readonly termNumbers: ReadonlyMap<IndexTerm, number>;
  report(diagnostic: Diagnostic): void;
  readonly missing: MissingGlyphs;
  readonly highlight: Highlighter;
}

/** Where the next block stands: the room it has, the structure it belongs to, the style of its paragraphs. */
export interface FlowContext {
  readonly document: FlowDocument;
  /** From the left edge of the type area. */
  readonly xPt: number;
  readonly measurePt: number;
  /** Parent of new structure nodes. */
  readonly node: number;
  /** Style of plain paragraphs. */
  readonly style: StyleName;
  /** Style of the text around a list, whose face its items keep: a quotation stays in its own. */
  readonly around?: StyleName;
  /** Inside a cell or a note every style gives way to this one, so that the text keeps its size. */
  readonly container?: StyleName;
  /** Across all columns of the page. */
  readonly spans?: true;
  /** How a column's text stands, over the container's own way. */
  readonly align?: ParagraphStyle['align'];
  /** Share of its size that a container's text keeps: a table of very many columns is set smaller. */
  readonly scale?: number;
}

/** Whether a block here has the full measure of a column, so that it could as well stand across all of them. */
export function canSpan({ document, xPt, measurePt, container }: FlowContext): boolean {
  const { page } = document.sheet;
  return page.columns.count > 1 && xPt === 0 && measurePt === page.measurePt && container === undefined;
}

/** The context across all columns of the page. */
export function acrossColumns(context: FlowContext): FlowContext {
  return { ...context, measurePt: lengthAcross(context.document.sheet.page), spans: true };
}

/** The context for a block of a style, across the columns where the style asks for that. */
export function columnsOf(context: FlowContext, style: ParagraphStyle): FlowContext {
  return style.spanColumns && canSpan(context) ? acrossColumns(context) : context;
}

/** What a block laid out in a context says of the columns. */
export const spanOf = ({ spans }: FlowContext): { readonly spans?: true } => (spans ? { spans } : {});

/** Less room than this (in body cells) no indent may leave. */
const LEAST_CELLS = 4;

/** The style of this name here: inside a container the container's, save for what stands at the right by its nature. */
export function styleOf(context: FlowContext, name: StyleName): ParagraphStyle {
  const { styles } = context.document.sheet;
  if (context.container === undefined) {
    if (name !== 'list-item' || context.around === undefined) return styles[name];
    const { family, weight, color } = styles[context.around];
    return { ...styles[name], family, weight, color };
  }
  const style = styles[context.container];
  const standsAtEnd = name === 'quote-attribution' || name === 'signature';
  const scale = context.scale ?? 1;
  return {
    ...style,
    align: standsAtEnd ? styles[name].align : (context.align ?? style.align),
    sizePt: style.sizePt * scale,
    lineHeightPt: style.lineHeightPt * scale,
  };
}

/** The context with indents on both sides, made smaller where little room would be left. */
export function indented(context: FlowContext, startPt: number, endPt: number): FlowContext {
  const { cellPt } = context.document.sheet.page;
  const room = Math.max(0, context.measurePt - LEAST_CELLS * cellPt);
  const share = startPt + endPt > room ? room / (startPt + endPt) : 1;
  return {
    ...context,
    xPt: context.xPt + startPt * share,
    measurePt: context.measurePt - (startPt + endPt) * share,
  };
}

/** The context inside the indents of a style, which count in body cells. */
export function insideStyle(context: FlowContext, style: ParagraphStyle): FlowContext {
  if (style.indentStartEm === 0 && style.indentEndEm === 0) return context;
  const { cellPt } = context.document.sheet.page;
  return indented(context, style.indentStartEm * cellPt, style.indentEndEm * cellPt);
}

export function lookOf(style: ParagraphStyle): TextLook {
  return { family: style.family, weight: style.weight, sizePt: style.sizePt, color: style.color };
}

/** Look of text here: the figures of a table are of one width, so that they stand below each other. */
export function lookIn({ container }: FlowContext, style: ParagraphStyle): TextLook {
  const look = lookOf(style);
  return container === 'table-cell' || container === 'table-head' ? { ...look, tabular: true } : look;
}

/** One cell of a style: the page's where the style has the body's size, so that its characters fall on body cells. */
export function cellOf(document: FlowDocument, style: ParagraphStyle): number {
  const { page, styles } = document.sheet;
  return style.sizePt === styles.body.sizePt ? page.cellPt : style.sizePt;
}

/** How the composer is to set a paragraph of a style. */
export function settingsOf(
  context: FlowContext,
  style: ParagraphStyle,
  more: Partial<ParagraphSettings> = {},
): ParagraphSettings {
  const { article, sheet } = context.document;
  const { prohibition, punctuation, hanging, stackedQuery, hanLatinGapEm, hyphenate } = sheet.setting;
  const cellPt = cellOf(context.document, style);
  return {
    measurePt: context.measurePt,
    sizePt: style.sizePt,
    cellPt,
    firstLineIndentPt: Math.min(style.firstLineIndentEm * cellPt, context.measurePt / 2),
    hangingIndentPt: 0,
    align: style.align,
    language: article.language,
    region: sheet.region,
    prohibition,
    punctuation,
    hanging,
    stackedQuery,
    hanLatinGapEm,
    hyphenate,
    vertical: sheet.direction === 'vertical',
    ...more,
  };
}

/** How the blocks inside a list, quote or cell are laid out; handed down so that block kinds need not know `flow`. */
export type FlowInto = (blocks: readonly Block[], context: FlowContext, depth?: number) => FlowBlock[];
