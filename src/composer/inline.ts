import type { FontWeight } from './metrics.js';

/**
 * One paragraph as the composer takes it: a list of pieces in reading order, each with its look. `flow` makes
 * these from an article and a style sheet.
 */
export type InlineItem = TextItem | RubyItem | BoxItem | NoteMarkItem | PlaceItem | BreakItem;

export interface TextLook {
  readonly family: string;
  /** Of Latin letters and figures, where it is another one. */
  readonly latinFamily?: string;
  /** Latin letters lean, for want of an italic face. */
  readonly leans?: true;
  /** Raised and lowered letters of Unicode, drawn as the plain ones that they are made from. */
  readonly plainLetters?: true;
  readonly weight: FontWeight;
  readonly sizePt: number;
  /** `#rrggbb` */
  readonly color: string;
  /** Above the base line, for superscripts. */
  readonly raisePt?: number;
  /** 着重号 under each Han character. */
  readonly dots?: true;
  readonly strike?: true;
  readonly underline?: true;
  /** 专名号 or 书名号: the same object on all of one name, and on nothing else. */
  readonly nameLine?: NameLine;
  /** 割注: in one of two rows; the same object on all of one remark. */
  readonly rows?: RowsOf;
  /** Figures of one width, as in a column of numbers. */
  readonly tabular?: true;
  /** Where a click goes. */
  readonly link?: LinkTarget;
  /** Code: no Han–Latin gap, no quote resolution, no mapping, no hyphenation. */
  readonly verbatim?: true;
}

/** What the text of one remark in two rows shares. */
export interface RowsOf {
  /** Size of the text around it. */
  readonly sizePt: number;
}

/** The line under a name; its size and colour are those of the text around, whatever stands in the name. */
export interface NameLine {
  readonly sizePt: number;
  readonly color: string;
  readonly raisePt: number;
  readonly wavy?: true;
}

export type LinkTarget =
  | { readonly kind: 'url'; readonly url: string }
  /** A place inside the document, by name (`heading-3`, `note-2`). */
  | { readonly kind: 'place'; readonly name: string };

export interface TextItem {
  readonly type: 'text';
  readonly text: string;
  readonly look: TextLook;
}

export interface RubyItem {
  readonly type: 'ruby';
  readonly base: string;
  readonly reading: string;
  readonly look: TextLook;
}

/** Something with a size that stands on the base line like a character. */
export interface BoxItem {
  readonly type: 'box';
  readonly widthPt: number;
  readonly heightPt: number;
  /** Given back on the line's box. */
  readonly imageId: string;
  readonly alt: string;
}

/** A superscript mark of a note; clings to what stands before it. */
export interface NoteMarkItem {
  readonly type: 'noteMark';
  readonly text: string;
  readonly noteId: string;
  readonly look: TextLook;
}

/** A place that the text names, without a character of its own: the line of what follows it is the place. */
export interface PlaceItem {
  readonly type: 'place';
  readonly name: string;
}

/** An obligatory line end inside the paragraph. */
export interface BreakItem {
  readonly type: 'break';
}

/** How a paragraph is to be set. */
export interface ParagraphSettings {
  readonly measurePt: number;
  /** Size of the paragraph's own em: indents, gaps and cells count in it. */
  readonly sizePt: number;
  /** Advance of one cell; equals sizePt except where a template asks for an exact count of characters a line. */
  readonly cellPt: number;
  readonly firstLineIndentPt: number;
  /** Indent of all lines but the first (lists, turn-over lines). */
  readonly hangingIndentPt: number;
  readonly align: 'justify' | 'start' | 'center' | 'end';
  readonly language: string;
  readonly region: 'zh-Hans' | 'zh-Hant-TW' | 'zh-Hant-HK' | 'ja';
  readonly prohibition: 'none' | 'basic' | 'gb' | 'strict';
  readonly punctuation: 'full' | 'half' | 'kaiming' | 'plain';
  readonly hanging: boolean;
  /** How much room several full-width ? and ! in a row take; absent is natural. */
  readonly stackedQuery?: 'natural' | 'gb';
  readonly hanLatinGapEm: readonly [least: number, wished: number, most: number];
  readonly hyphenate: boolean;
  /** The line becomes a column: marks and Han upright in it, short numbers across. */
  readonly vertical?: boolean;
  /** Balanced lines (headings): no short last line. */
  readonly balance?: true;
}
