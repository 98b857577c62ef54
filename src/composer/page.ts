import type { Diagnostic } from '../diagnostics.js';
import type { Line } from './line.js';

/**
 * A whole document, laid out. Positions are in points from the top left corner of the page, y down; a line is
 * placed by its base line. Whoever paints it decides nothing.
 */
export interface Layout {
  readonly pages: readonly Page[];
  /** What the items on the pages mean, as a tree, parents before children. */
  readonly nodes: readonly StructureNode[];
  /** In the order of `outline(article)`: entry 1 is first. */
  readonly headings: readonly HeadingPlace[];
  /** Where named places are: `heading-1`, `note-2`, `note-ref-2`. */
  readonly places: ReadonlyMap<string, Place>;
  /** Pages of the places that the index of terms leads to, by name. */
  readonly termPages: ReadonlyMap<string, TermPage>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Page {
  readonly widthPt: number;
  readonly heightPt: number;
  /** The number as printed (`3`, `iv`); also the PDF's page label. */
  readonly label: string;
  readonly items: readonly PageItem[];
}

export type PageItem = LineItem | ImageItem | RuleItem;

export interface LineItem {
  readonly type: 'line';
  readonly xPt: number;
  readonly baselinePt: number;
  /** Its boxes are empty: pictures in a line are items of the page. */
  readonly line: Line;
  /** A column: the line turned about its own left end by a quarter clockwise, so that it runs down from there. */
  readonly turned?: true;
  /** Index into {@link Layout.nodes}; -1 for what is not part of the text: running heads, leaders, repeated table heads. */
  readonly node: number;
  /** Stands outside the type area, at the head or the foot of the page. */
  readonly running?: 'head' | 'foot';
}

export interface ImageItem {
  readonly type: 'image';
  readonly xPt: number;
  readonly yPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly imageId: string;
  readonly alt: string;
  readonly node: number;
}

/** A filled rectangle: table rules, the rule over footnotes, the ground of code. Never part of the text. */
export interface RuleItem {
  readonly type: 'rule';
  readonly xPt: number;
  readonly yPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly color: string;
}

/** One element of the tag tree. Roles are those of ISO 32000-1, 14.8.4. */
export interface StructureNode {
  readonly role:
    | 'Sect'
    | 'Title'
    | 'H1'
    | 'H2'
    | 'H3'
    | 'H4'
    | 'H5'
    | 'H6'
    | 'P'
    | 'BlockQuote'
    | 'Code'
    | 'L'
    | 'LI'
    | 'Lbl'
    | 'LBody'
    | 'Table'
    | 'TR'
    | 'TH'
    | 'TD'
    | 'Figure'
    | 'Caption'
    | 'Note'
    | 'TOC'
    | 'TOCI'
    | 'Index';
  /** Index of the parent, smaller than its own; -1 at the top. */
  readonly parent: number;
  /** Alternative text of a figure. */
  readonly alt?: string;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly listNumbering?: ListNumbering;
}

/** What the labels of a list are: numbers, or bullets of one kind. @see ISO 32000-1, table 347 */
export type ListNumbering = 'Decimal' | 'Disc' | 'Circle' | 'Square';

/** A page on which a place is. */
export interface TermPage {
  /** Zero-based. */
  readonly index: number;
  readonly label: string;
  /** Counted on its own, like the pages before the text: no range goes over the end of them. */
  readonly series: number;
}

export interface Place {
  /** Zero-based. */
  readonly page: number;
  /** Top of the line that it names. */
  readonly yPt: number;
}

export interface HeadingPlace extends Place {
  readonly level: number;
  /** Label and heading in one. */
  readonly text: string;
  /** The label of its page, as a table of contents prints it. */
  readonly pageLabel: string;
}
