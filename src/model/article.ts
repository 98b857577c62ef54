/**
 * What an article is, once it has been understood. Every renderer reads this and nothing else.
 * All fields are read-only: a pass over an article returns a new tree.
 */

export interface Article {
  /** BCP 47 tag of the text: `zh-Hans`, `zh-Hant`, `ja`, `en`. */
  readonly language: string;
  /** Absent when the source states none; a renderer then falls back on {@link displayTitle}. */
  readonly title?: string;
  readonly subtitle?: string;
  readonly provenance: Provenance;
  /** What its source says of it beside the text; absent when that is nothing. */
  readonly about?: About;
  /** Paragraphs between the title of a collection and its first part. Empty otherwise. */
  readonly lead: readonly Block[];
  /** A plain article has one part without a title; a collection (「…3篇」) has one per piece. Never empty. */
  readonly parts: readonly Part[];
  /** In order of first reference. */
  readonly notes: readonly Note[];
  /** Pictures by id, referred to by {@link Figure} and {@link InlineImage}. */
  readonly images: Readonly<Record<string, ImageAsset>>;
}

/** Where an article came from. A field the source did not state is absent, never guessed. */
export interface Provenance {
  readonly authors: readonly string[];
  /** ISO 8601 day (`2021-10-01`). */
  readonly publishedOn?: string;
  /** The publication or site that is named as source. */
  readonly sourceName?: string;
  /** Absolute http or https address. */
  readonly sourceUrl?: string;
  /** A site's own section (热门推荐): often printed after 来源 but no source. */
  readonly channel?: string;
}

/** What the fields of a source say of the text: for shops, shelves and search, never printed. */
export interface About {
  /** Tags, keywords, categories, in the source's order. */
  readonly subjects?: readonly string[];
  /** A summary in the source's own words. */
  readonly description?: string;
  /** The series that it belongs to, and its place there. */
  readonly series?: { readonly name: string; readonly position?: number };
}

export interface Part {
  readonly title?: readonly Inline[];
  readonly label?: SectionLabel;
  readonly children: readonly Block[];
}

/** How a number in front of a heading or item is written. */
export type NumberingScheme =
  /** 第X编 第X卷 第X部 第X集 第X篇, 卷X */
  | 'volume'
  /** 第X章 第X回 第X话 */
  | 'chapter'
  /** 第X节 */
  | 'section'
  /** 第X条 */
  | 'article'
  /** 一、 */
  | 'han'
  /** （一） */
  | 'han-bracketed'
  /** 1. or 1、 */
  | 'arabic'
  /** （1） or 1) */
  | 'arabic-bracketed'
  /** ① */
  | 'circled'
  /** 1.1, 1.1.1 */
  | 'decimal'
  /** 壹、 */
  | 'legal'
  /** 甲、 */
  | 'stem'
  /** A. or a. */
  | 'latin'
  /** 01 on its own: digits without a mark, only accepted in series */
  | 'bare';

/** The number in front of a heading, kept both as written and as understood. */
export interface SectionLabel {
  /** Exactly the author's characters, including the trailing mark (一、). */
  readonly text: string;
  /** The number as written, without its marks (一, 3, 十二, 1.2). */
  readonly numeral: string;
  readonly scheme: NumberingScheme;
  /** One-based position within the scheme; of a decimal label the last number. */
  readonly ordinal: number;
}

export type Block =
  | Section
  | Paragraph
  | List
  | Quote
  | Verse
  | Code
  | MathBlock
  | Table
  | Figure
  | Break
  | Salutation
  | Signature
  | Attachments;

/** A heading and all that stands under it; depth is nesting, not a number. */
export interface Section {
  readonly type: 'section';
  readonly label?: SectionLabel;
  readonly heading: readonly Inline[];
  /** The first paragraph goes on in the heading's own line (（一）短句。正文…). */
  readonly runIn?: true;
  readonly children: readonly Block[];
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** Present in ordered lists: what is printed before the item. */
  readonly label?: SectionLabel;
  /** Present in task lists. */
  readonly checked?: boolean;
  readonly children: readonly Block[];
}

export interface Quote {
  readonly type: 'quote';
  readonly children: readonly Block[];
  /** The line that names the quoted (——鲁迅), without its dash. */
  readonly attribution?: readonly Inline[];
}

export interface Verse {
  readonly type: 'verse';
  /** An empty line parts two stanzas. */
  readonly lines: readonly (readonly Inline[])[];
}

export interface Code {
  readonly type: 'code';
  /** Lines parted by `\n`, no final newline. */
  readonly text: string;
  readonly language?: string;
}

/** A formula on lines of its own. */
export interface MathBlock {
  readonly type: 'math';
  /** TeX without its dollar signs; lines parted by `\n`. */
  readonly tex: string;
}

export interface Table {
  readonly type: 'table';
  readonly caption?: readonly Inline[];
  /** How many rows at the top are repeated on each page. */
  readonly headRows: number;
  /** One per column: how its text stands. */
  readonly columns: readonly { readonly align?: 'start' | 'center' | 'end' }[];
  readonly rows: readonly { readonly cells: readonly TableCell[] }[];
}

export interface TableCell {
  /** Columns covered; absent means 1. A covered place has no cell of its own. */
  readonly columnSpan?: number;
  /** Rows covered; absent means 1. */
  readonly rowSpan?: number;
  readonly children: readonly Block[];
}

export interface Figure {
  readonly type: 'figure';
  /** A key of {@link Article.images}. */
  readonly imageId: string;
  /** Alternative text; empty when the source gives none. */
  readonly alt: string;
  readonly caption?: readonly Inline[];
}

/** A pause between paragraphs: a line of stars, a rule, a line of dots. */
export interface Break {
  readonly type: 'break';
  /** The author's characters (＊＊＊), absent for a plain rule. */
  readonly text?: string;
}

/** 主送/称呼: the line that addresses the reader and ends in a colon, set without indent. */
export interface Salutation {
  readonly type: 'salutation';
  readonly children: readonly Inline[];
}

/** 落款: name and date at the end, set at the right. */
export interface Signature {
  readonly type: 'signature';
  readonly lines: readonly (readonly Inline[])[];
}

/** 附件说明: the list of attachments before the signature, without its lead word. */
export interface Attachments {
  readonly type: 'attachments';
  readonly items: readonly {
    readonly label?: SectionLabel;
    readonly children: readonly Inline[];
  }[];
}

export type Inline =
  | Text
  | Strong
  | Emphasis
  | Strike
  | Underline
  | Warichu
  | IndexTerm
  | Link
  | Reference
  | InlineCode
  | InlineMath
  | Ruby
  | NoteReference
  | InlineImage
  | LineBreak;

export interface Text {
  readonly type: 'text';
  /** Never empty, never with a line break. */
  readonly text: string;
}

export interface Strong {
  readonly type: 'strong';
  readonly children: readonly Inline[];
}

export interface Emphasis {
  readonly type: 'emphasis';
  readonly children: readonly Inline[];
}

export interface Strike {
  readonly type: 'strike';
  readonly children: readonly Inline[];
}

/**
 * A line beside the characters: 专名号 under a name, the wavy 书名号 under the title of a work, and any other underline.
 * Each is one name: two that touch are seen to be two.
 */
export interface Underline {
  readonly type: 'underline';
  readonly wavy?: true;
  readonly children: readonly Inline[];
}

/** 割注: a remark in two rows of half size inside the line. Brackets around it stand outside, as text. */
export interface Warichu {
  readonly type: 'warichu';
  readonly children: readonly Inline[];
}

/** A place that the index of terms leads to. What it encloses is text as any other; a mark that stands alone has none. */
export interface IndexTerm {
  readonly type: 'indexTerm';
  /** As the index prints it, whatever the text says. */
  readonly term: string;
  /** What it is sorted by instead: pinyin with or without tones, or characters of the same sounds. */
  readonly reading?: string;
  /** Printed under the term: this place belongs to it. */
  readonly sub?: string;
  readonly children: readonly Inline[];
}

export interface Link {
  readonly type: 'link';
  /** Absolute http, https or mailto address. */
  readonly url: string;
  readonly children: readonly Inline[];
}

/** Words that name a heading or a caption of this article (见第三章, 图2). */
export interface Reference {
  readonly type: 'reference';
  readonly to: 'heading' | 'caption';
  /** That of the heading in the outline, or of the picture or table among those with captions. */
  readonly number: number;
  readonly children: readonly Inline[];
}

export interface InlineCode {
  readonly type: 'code';
  readonly text: string;
}

/** A formula inside a line. */
export interface InlineMath {
  readonly type: 'math';
  /** TeX without its dollar signs, on one line. */
  readonly tex: string;
}

/** One annotation over one or more characters (pinyin over a word). */
export interface Ruby {
  readonly type: 'ruby';
  readonly base: string;
  readonly reading: string;
}

export interface NoteReference {
  readonly type: 'noteReference';
  /** The {@link Note.id} that it points to. */
  readonly noteId: string;
}

export interface InlineImage {
  readonly type: 'image';
  /** A key of {@link Article.images}. */
  readonly imageId: string;
  readonly alt: string;
  /** What its source says of it beside the alternative text: a page shows it to who rests on the picture. */
  readonly title?: string;
}

export interface LineBreak {
  readonly type: 'lineBreak';
}

export interface Note {
  readonly id: string;
  /** Set at the foot of the page or at the end of the article. */
  readonly kind: 'footnote' | 'endnote';
  readonly children: readonly Block[];
}

export type ImageMediaType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';

/** A picture that was read, or the address of one that could not be. */
export type ImageAsset =
  | {
      readonly state: 'present';
      /** By the bytes, whatever the name said. */
      readonly mediaType: ImageMediaType;
      readonly bytes: Uint8Array;
      readonly widthPx: number;
      readonly heightPx: number;
    }
  | {
      readonly state: 'missing';
      /** The address as written in the source. */
      readonly source: string;
    };
