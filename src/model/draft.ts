import type { About, ImageAsset, Inline, SectionLabel } from './article.js';

/**
 * What a reader saw, in order, with its evidence and without decisions. Text gives lines, marked-up formats give
 * whole paragraphs and nested blocks; `structure/` turns both into an article.
 */
export interface Draft {
  readonly format: InputFormat;
  /** How the bytes were decoded (`utf-8`, `gb18030`); absent for formats that fix it themselves. */
  readonly encoding?: string;
  readonly declared: DeclaredFacts;
  /** Facts of the source's own fields that hold only where no visible line says otherwise: the name of the site. */
  readonly fallback?: DeclaredFacts;
  readonly blocks: readonly DraftBlock[];
  /** By the id that {@link NoteReference.noteId} uses. */
  readonly notes: readonly DraftNote[];
  readonly images: Readonly<Record<string, ImageAsset>>;
  /** Changes of single characters made before anything was decided, by rule. */
  readonly repairs: readonly RepairCount[];
}

export type InputFormat = 'text' | 'markdown' | 'html' | 'docx' | 'json';

/** Facts from the source's own fields (front matter, meta tags, document properties), as written there. */
export interface DeclaredFacts {
  readonly title?: string;
  readonly subtitle?: string;
  readonly authors?: readonly string[];
  readonly publishedOn?: string;
  readonly sourceName?: string;
  readonly sourceUrl?: string;
  /** Section of the site, as our own Word files keep it. */
  readonly channel?: string;
  readonly about?: About;
  readonly language?: string;
  /** Name of the template that the source asks for. */
  readonly template?: string;
  /** What the source asks to be done with its numbers. */
  readonly numbering?: 'keep' | 'renumber' | 'none';
}

export type DraftBlock =
  | DraftLine
  | DraftList
  | DraftQuote
  | DraftCode
  | DraftMath
  | DraftVerse
  | DraftTable
  | DraftFigure
  | DraftRule;

/** Where a block begins in the source: one-based line. */
interface Placed {
  readonly line: number;
  /**
   * It lies outside of what the reader takes for the page's content; names where: `nav`, `footer`, `aside`, `comments`,
   * `around`. It may still say who wrote the text and when.
   */
  readonly outside?: string;
}

/** A line of a plain text, or a paragraph or heading of a marked-up one. */
export interface DraftLine extends Placed {
  readonly type: 'line';
  /** `physical`: the author's line end may be a hard wrap. `paragraph`: the format says where it ends. */
  readonly unit: 'physical' | 'paragraph';
  /** Without the white space at both ends. */
  readonly inlines: readonly Inline[];
  /** Width of the white space stripped from its start, an ideographic space counting 1 and an ASCII one 0.5. */
  readonly indentEm: number;
  readonly blankLinesBefore: number;
  /** Heading level stated by markup (# is 1). */
  readonly headingLevel?: number;
  /** The next line goes on in the line of this heading, as the source says. */
  readonly runsOn?: true;
  readonly align?: 'center' | 'end';
  /** All of it is bold. */
  readonly bold?: true;
  /** The markup says that it names the table below it. */
  readonly tableCaption?: true;
}

export interface DraftList extends Placed {
  readonly type: 'list';
  readonly ordered: boolean;
  /** Number of the first item of an ordered list. */
  readonly start?: number;
  readonly items: readonly {
    readonly line: number;
    /** The number that the source prints before it, where it says more than the list's start does: a), iv., ①. */
    readonly label?: SectionLabel;
    readonly checked?: boolean;
    readonly children: readonly DraftBlock[];
  }[];
}

export interface DraftQuote extends Placed {
  readonly type: 'quote';
  readonly children: readonly DraftBlock[];
  /** The line that names the quoted, without its dash, where the source says that it does. */
  readonly attribution?: readonly Inline[];
}

export interface DraftCode extends Placed {
  readonly type: 'code';
  readonly text: string;
  readonly language?: string;
}

export interface DraftMath extends Placed {
  readonly type: 'math';
  readonly tex: string;
}

/** Lines of which the source says that they are verse; an empty one parts two stanzas. */
export interface DraftVerse extends Placed {
  readonly type: 'verse';
  readonly lines: readonly (readonly Inline[])[];
}

export interface DraftTable extends Placed {
  readonly type: 'table';
  readonly headRows: number;
  readonly columns: readonly { readonly align?: 'start' | 'center' | 'end' }[];
  readonly rows: readonly {
    readonly cells: readonly {
      readonly columnSpan?: number;
      readonly rowSpan?: number;
      readonly children: readonly DraftBlock[];
    }[];
  }[];
}

/** A picture that stands alone. */
export interface DraftFigure extends Placed {
  readonly type: 'figure';
  readonly imageId: string;
  readonly alt: string;
  /** What its markup says of it beside the alternative text; its caption where the source has no other. */
  readonly title?: string;
  readonly caption?: readonly Inline[];
}

/** A thematic break of the markup. */
export interface DraftRule extends Placed {
  readonly type: 'rule';
}

export interface DraftNote {
  readonly id: string;
  readonly kind: 'footnote' | 'endnote';
  readonly children: readonly DraftBlock[];
}

export interface RepairCount {
  /** Name of the rule: `full-width-punctuation`, `zero-width`. */
  readonly rule: string;
  readonly count: number;
}
