import type { Article } from '../../model/index.js';
import type { StyleName, StyleSheet } from '../../style/index.js';
import type { TypeShare } from './table-widths.js';

/** Which Word style a style of the sheet becomes. */
export interface WordStyleRow {
  readonly id: string;
  /** Word translates the names of its own styles; those that it does not know carry a Chinese one. */
  readonly name: string;
  /** Id of the style of the paragraph after it when one presses Enter; absent: the same again. */
  readonly next?: string;
  /** Id of the style that it builds on, where that is not Normal. */
  readonly basedOn?: string;
  /** Place in the style gallery. */
  readonly priority: number;
  /** Shown in the style gallery. */
  readonly quick?: true;
  /**
   * Has a character style of the same look, so that it can be used on a part of a paragraph. Chinese Word calls it so,
   * followed by 字符.
   */
  readonly linked?: string;
}

/** Style of running text: 正文首行缩进 in Chinese Word. */
export const BODY_ID = 'BodyTextFirstIndent';

/** The attribution after the text: the same look, flush left. */
export const END_ATTRIBUTION_ID = 'AttributionEnd';

/** A caption above a table. */
export const TABLE_CAPTION_ID = 'TableCaption';

/** A formula on a line of its own. */
export const FORMULA_ID = 'Formula';

/** An empty line that parts what Word would join, and a table from the text: tables have no space of their own. */
export const GAP_ID = 'Gap';

/** The last line of a signature: Word's own style for the day of a letter. */
export const DATE_ID = 'Date';

/** A picture without words of its own below it, which may part from the text after it. */
export const LONE_FIGURE_ID = 'FigureAlone';

/** A break between scenes that is a rule. */
export const RULE_ID = 'SceneRule';

/** Holds the properties of a section behind what cannot: a table, the contents. */
export const SECTION_END_ID = 'SectionEnd';

/** Hidden styles of the names by which pandoc knows code; ours, with Chinese names, build on them. */
export const CODE_BASE = {
  paragraph: { id: 'CodeBase', name: 'Source Code' },
  character: { id: 'CodeBaseChar', name: 'Verbatim Char' },
} as const;

/** Styles of the sheet that are not headings. Ids and names of Word's own styles: ISO/IEC 29500-1, 17.7.4. */
export const WORD_STYLES: Readonly<Record<Exclude<StyleName, HeadingStyleName>, WordStyleRow>> = {
  body: { id: BODY_ID, name: 'Body Text First Indent', priority: 1, quick: true, linked: '正文首行缩进' },
  title: { id: 'Title', name: 'Title', next: BODY_ID, priority: 10, quick: true, linked: '标题' },
  subtitle: { id: 'Subtitle', name: 'Subtitle', next: BODY_ID, priority: 11, quick: true, linked: '副标题' },
  attribution: { id: 'Attribution', name: '来源', next: BODY_ID, priority: 12, quick: true },
  lead: { id: 'Lead', name: '导语', priority: 13, quick: true },
  'list-item': { id: 'ListParagraph', name: 'List Paragraph', priority: 34, quick: true },
  quote: { id: 'Quote', name: 'Quote', priority: 29, quick: true, linked: '引用' },
  'quote-attribution': { id: 'QuoteAttribution', name: '引文出处', next: BODY_ID, priority: 30, quick: true },
  verse: { id: 'Verse', name: '诗歌', priority: 31, quick: true },
  code: { id: 'SourceCode', name: '代码', basedOn: CODE_BASE.paragraph.id, priority: 32, quick: true },
  'table-head': { id: 'TableHead', name: '表头', priority: 40 },
  'table-cell': { id: 'TableCell', name: '表格文字', priority: 40 },
  caption: { id: 'Caption', name: 'caption', next: BODY_ID, priority: 35, quick: true },
  'scene-break': { id: 'SceneBreak', name: '分隔', next: BODY_ID, priority: 36 },
  salutation: {
    id: 'Salutation',
    name: 'Salutation',
    next: BODY_ID,
    priority: 37,
    quick: true,
    linked: '称呼',
  },
  signature: { id: 'Signature', name: 'Signature', next: DATE_ID, priority: 38, quick: true, linked: '签名' },
  attachments: { id: 'Attachments', name: '附件说明', priority: 39, quick: true },
  note: { id: 'FootnoteText', name: 'footnote text', priority: 99, linked: '脚注文本' },
  'contents-title': { id: 'TOCHeading', name: 'TOC Heading', next: BODY_ID, priority: 39 },
  'contents-1': { id: 'TOC1', name: 'toc 1', priority: 39 },
  'contents-2': { id: 'TOC2', name: 'toc 2', priority: 39 },
  'contents-3': { id: 'TOC3', name: 'toc 3', priority: 39 },
  'index-title': { id: 'IndexTitle', name: '索引标题', next: BODY_ID, priority: 99 },
  'index-head': { id: 'IndexHeading', name: 'index heading', next: 'Index1', priority: 99 },
  'index-1': { id: 'Index1', name: 'index 1', priority: 99 },
  'index-2': { id: 'Index2', name: 'index 2', priority: 99 },
  'running-head': { id: 'Header', name: 'header', priority: 99, linked: '页眉' },
  'page-number': { id: 'Footer', name: 'footer', priority: 99, linked: '页脚' },
};

type HeadingStyleName =
  | 'part-title'
  | 'heading-1'
  | 'heading-2'
  | 'heading-3'
  | 'heading-4'
  | 'heading-5'
  | 'heading-6';

const SECTION_LOOKS: readonly HeadingStyleName[] = [
  'heading-1',
  'heading-2',
  'heading-3',
  'heading-4',
  'heading-5',
  'heading-6',
];

/** Word knows heading 1 to heading 9. */
export const HEADING_LEVELS = 9;

/** Parts with titles are the top level of a collection; its sections then start one level lower. */
export function isCollection(article: Article): boolean {
  return article.parts.some((part) => part.title !== undefined);
}

/** The style of the sheet that gives Word's heading 1 to 9 their look. */
export function headingLooks(article: Article): readonly HeadingStyleName[] {
  const looks = isCollection(article) ? (['part-title', ...SECTION_LOOKS] as const) : SECTION_LOOKS;
  return Array.from({ length: HEADING_LEVELS }, (_, level) => looks[level] ?? 'heading-6');
}

/** `Heading1` for the outline's level 1; deeper levels than Word has share the last. */
export function headingId(level: number): string {
  return `Heading${Math.min(level, HEADING_LEVELS)}`;
}

/** Id of the Word style for a style of the sheet that is not a heading's. */
export function styleId(name: keyof typeof WORD_STYLES): string {
  return WORD_STYLES[name].id;
}

export type CellAlign = 'start' | 'center' | 'end';

export type CellStyle = 'table-cell' | 'table-head';

export const isCellStyle = (name: StyleName): name is CellStyle =>
  name === 'table-cell' || name === 'table-head';

/** The style of a cell's text that stands otherwise, or in smaller type, than the cells of the template. */
export function cellStyleId(name: CellStyle, align: CellAlign | undefined, share: TypeShare = 1): string {
  const size = { 1: '', 0.875: 'Small', 0.75: 'Smallest' }[share];
  return styleId(name) + size + (align ? { start: 'Start', center: 'Center', end: 'End' }[align] : '');
}

export type RunningStyle = 'running-head' | 'page-number';
export type Side = 'odd' | 'even';

/**
 * The style of a line above or below the page: Word's own for odd pages; of even ones, where they stand elsewhere; and
 * of a head without words, where heads have a rule.
 */
export function runningId(
  name: RunningStyle,
  side: Side,
  sheet: StyleSheet,
  isEmpty: boolean = false,
): string {
  const base = styleId(name);
  if (isEmpty) return sheet.runningHead.rule ? `${base}Blank` : base;
  return side === 'even' && differsBySide(name, sheet) ? `${base}Even` : base;
}

/** On facing pages what stands at an edge goes to the other one. */
function differsBySide(name: RunningStyle, { page, pageNumber, styles }: StyleSheet): boolean {
  const isLevel = name === 'page-number' ? pageNumber.place === 'center' : styles[name].align === 'center';
  return page.facing && !isLevel;
}
