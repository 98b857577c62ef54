import type { CodeKind } from '../model/index.js';

/**
 * One look, fully resolved: nothing optional is left that a renderer would have to guess. All lengths are in
 * points (1/72 inch) unless the name says otherwise; `Em` is relative to the size of the style itself.
 */
export interface StyleSheet {
  /** File name of the template without its ending: `article`, `official`. */
  readonly name: string;
  /** What a person calls it, in Chinese. */
  readonly label: string;
  readonly region: Region;
  readonly direction: 'horizontal' | 'vertical';
  readonly page: PageSetup;
  readonly setting: SettingRules;
  /** Font families by the name that styles use: song, hei, kai, fang, mono, and a template's own. */
  readonly families: Readonly<Record<string, FontFamily>>;
  readonly styles: Readonly<Record<StyleName, ParagraphStyle>>;
  readonly characters: CharacterStyles;
  readonly code: CodeColors;
  readonly attribution: AttributionRules;
  readonly captions: CaptionRules;
  readonly list: ListRules;
  readonly table: TableRules;
  readonly contents: ContentsRules;
  readonly index: IndexRules;
  readonly ebook: EbookRules;
  readonly runningHead: RunningHead;
  readonly pageNumber: PageNumberRules;
}

/** Whose conventions hold for marks and prohibitions. */
export type Region = 'zh-Hans' | 'zh-Hant-TW' | 'zh-Hant-HK' | 'ja';

export interface PageSetup {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly marginTopPt: number;
  readonly marginBottomPt: number;
  /** Left margin of odd pages (right, where columns run down); on even pages the other one when `facing`. */
  readonly marginInnerPt: number;
  readonly marginOuterPt: number;
  /** Odd and even pages mirror each other (printed on both sides). */
  readonly facing: boolean;
  /** Text passes a picture that has no room on its page; what is copied then has the picture's words later. */
  readonly floatFigures: boolean;
  /** Columns side by side in the type area; in vertical books, one above the other. */
  readonly columns: ColumnSetup;
  /** Length of a line: a whole number of body cells; that of a column, where a page has several. */
  readonly measurePt: number;
  /** Advance of one body cell; equals the body size unless the template asks for an exact count of characters. */
  readonly cellPt: number;
  readonly charactersPerLine: number;
  readonly linesPerPage: number;
  /** Distance of two base lines of body text; every block takes a whole number of them. */
  readonly linePitchPt: number;
}

export interface ColumnSetup {
  readonly count: number;
  /** Between two columns. */
  readonly gapPt: number;
  /** Thin rule in the middle of the gaps. */
  readonly rule: boolean;
}

/** Length of what stands across all columns. */
export function lengthAcross({ columns, measurePt }: PageSetup): number {
  return columns.count * measurePt + (columns.count - 1) * columns.gapPt;
}

export interface SettingRules {
  /** 避头尾 level, CLREQ "prohibition rules for line start and line end". */
  readonly prohibition: 'none' | 'basic' | 'gb' | 'strict';
  /** 标点挤压: full-width, half-width, kaiming (only stops full), or none at all. */
  readonly punctuation: 'full' | 'half' | 'kaiming' | 'plain';
  /** Marks may stand outside the measure at a line end. */
  readonly hanging: boolean;
  /**
   * Several full-width ? and ! in a row: half a cell each and one blank behind, or two in one cell and three in two.
   * @see GB/T 15834-2011, 5.1.2
   */
  readonly stackedQuery: 'natural' | 'gb';
  /** Gap between Han and Latin: least, wished, most; in em. */
  readonly hanLatinGapEm: readonly [least: number, wished: number, most: number];
  readonly hyphenate: boolean;
}

export interface FontFamily {
  readonly regular: FontSource;
  /** Absent: bold text of this family is its regular face drawn thicker, in print as in Word. */
  readonly bold?: FontSource;
  /** Families asked in this order for a character that this one lacks. */
  readonly fallback: readonly string[];
  /** Faces to name in a Word file, since the file does not carry its own. */
  readonly word: { readonly eastAsia: string; readonly latin: string };
  /** CSS `font-family` list for e-books; empty leaves the reader's own. */
  readonly css: readonly string[];
}

/** A file of the bundled `fonts/` folder, or one of the user's. */
export interface FontSource {
  /** Absolute path. */
  readonly file: string;
  /** Which face of a collection (.ttc), by PostScript name; absent: the first. */
  readonly postscriptName?: string;
}

/** Every style a template may set. A name is a composer input, a Word style and a CSS class at once. */
export const STYLE_NAMES = [
  'body',
  'title',
  'subtitle',
  'attribution',
  'lead',
  'part-title',
  'heading-1',
  'heading-2',
  'heading-3',
  'heading-4',
  'heading-5',
  'heading-6',
  'list-item',
  'quote',
  'quote-attribution',
  'verse',
  'code',
  'table-head',
  'table-cell',
  'caption',
  'scene-break',
  'salutation',
  'signature',
  'attachments',
  'note',
  'contents-title',
  'contents-1',
  'contents-2',
  'contents-3',
  'index-title',
  'index-head',
  'index-1',
  'index-2',
  'running-head',
  'page-number',
] as const;

export type StyleName = (typeof STYLE_NAMES)[number];

export interface ParagraphStyle {
  /** A key of {@link StyleSheet.families}. */
  readonly family: string;
  readonly weight: 'regular' | 'bold';
  readonly sizePt: number;
  /** Base line to base line inside the block. Body-like styles use the page's line pitch. */
  readonly lineHeightPt: number;
  /** Six hexadecimal digits with `#`. */
  readonly color: string;
  readonly align: 'justify' | 'start' | 'center' | 'end';
  readonly firstLineIndentEm: number;
  /** Indents of the whole block, in ems of the body size, so that they fall on body cells. */
  readonly indentStartEm: number;
  readonly indentEndEm: number;
  /** In body lines. The block with its space is then rounded up to whole lines. */
  readonly spaceBeforeLines: number;
  readonly spaceAfterLines: number;
  readonly keepWithNext: boolean;
  /** Stands across all columns of the page; those above it end level with each other. */
  readonly spanColumns: boolean;
  /** Starts a page: any, or an odd one. */
  readonly pageBreakBefore: 'none' | 'page' | 'odd';
}

export interface CharacterStyles {
  /** How strong text looks: the bold face of its family, or another family (宋 has no true bold in many houses). */
  readonly strong: { readonly family?: string; readonly weight: 'regular' | 'bold' };
  /** Emphasis: another family, or dots under the characters (着重号). */
  readonly emphasis: { readonly family?: string; readonly dots: boolean };
  readonly code: { readonly family: string };
  readonly link: { readonly color: string; readonly underline: boolean };
}

/** How the kinds of words in code look, where code names a language. */
export interface CodeColors {
  readonly highlight: boolean;
  readonly colors: Readonly<Record<CodeKind, string>>;
  /** Kinds in the bold face: colours alone are lost on a black-and-white printer. */
  readonly bold: readonly CodeKind[];
}

/** One fact of the provenance that can be printed. */
export type AttributionField = 'authors' | 'publishedOn' | 'sourceName' | 'sourceUrl' | 'channel';

export interface AttributionRules {
  /** Printed under the title, parted by one em of space. */
  readonly underTitle: readonly AttributionField[];
  /** Printed after the text, a line each (来源：…). */
  readonly atEnd: readonly AttributionField[];
  /** The words in front of each fact, with their colon; empty prints the fact alone. */
  readonly words: Readonly<Record<AttributionField, string>>;
}

/** Numbers of figures and tables: as written, counted afresh, or none. */
export interface CaptionRules {
  readonly number: 'keep' | 'renumber' | 'none';
  /** The words before the numbers: 图 and 表. */
  readonly figure: string;
  readonly table: string;
  readonly by: 'document' | 'part';
}

export interface ListRules {
  /**
   * How items with numbers stand: their text hangs behind the number, or they are paragraphs like any other that begin
   * with it.
   * @see GB/T 9704-2012, 7.3.3
   */
  readonly numbered: 'hanging' | 'paragraphs';
}

export interface TableRules {
  /** 三线表: above, below and under the head; or a line around every cell. */
  readonly rules: 'three' | 'grid';
  /** Printed at the end of the line above a table that goes on (续表); empty for nothing. */
  readonly continued: string;
  /**
   * Where cells stand for which the source asks nothing: by what their column holds (numbers below each other, short
   * words in the middle, text at the start, each head as its column), or as the styles of cells and heads say.
   */
  readonly align: 'content' | 'styles';
}

export interface ContentsRules {
  readonly show: boolean;
  readonly title: string;
  /** How many levels of headings are listed. */
  readonly depth: number;
}

/** The index of the terms that an article marks. */
export interface IndexRules {
  readonly show: boolean;
  readonly title: string;
  /** As many as the page has room for. */
  readonly columns: number;
}

/** What e-books alone have. */
export interface EbookRules {
  /** Titles and headings in the template's faces, of which the book carries the characters it needs. */
  readonly embedTitleFaces: boolean;
}

export interface RunningHead {
  /** What stands over odd and even pages. */
  readonly odd: 'title' | 'section' | 'none';
  readonly even: 'title' | 'section' | 'none';
  readonly onFirstPage: boolean;
  /** Thin rule under it. */
  readonly rule: boolean;
  /** From the top edge of the page to the base line. */
  readonly baselinePt: number;
}

export interface PageNumberRules {
  readonly show: boolean;
  readonly onFirstPage: boolean;
  /** Text with `{page}` and, if wanted, `{pages}`: `— {page} —`. */
  readonly format: string;
  readonly place: 'center' | 'outside';
  /** From the place's edge inwards, in ems of the style; only for `outside`. */
  readonly insetEm: number;
  /** From the bottom edge of the page to the base line. */
  readonly baselinePt: number;
  readonly style: PageNumeral;
  /** How pages before the text (title, contents) are numbered, on their own; `continuous`: with the text, in its style. */
  readonly front: PageNumeral | 'continuous';
}

/**
 * The look of a page number: 12, full-width digits, 一二 (digit by digit, as books number pages: 一〇三), 十二 (as
 * spoken: 一百零三), xii, XII, ⑫.
 */
export type PageNumeral =
  | 'arabic'
  | 'full-width'
  | 'han'
  | 'han-counting'
  | 'roman-lower'
  | 'roman-upper'
  | 'circled';
