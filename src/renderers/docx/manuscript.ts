import type { FileChild } from 'docx';
import type { Diagnostic } from '../../diagnostics.js';
import type { Formulas } from '../../math/index.js';
import type {
  Article,
  Block,
  Highlighter,
  IndexTerm,
  Part,
  Section,
  SectionLabel,
} from '../../model/index.js';
import type { StyleName, StyleSheet } from '../../style/index.js';
import type { CaptionCounter } from './caption-counter.js';
import type { HeadingNumber } from './heading-counter.js';
import type { ListBook } from './list-book.js';
import type { NoteBook } from './note-book.js';
import type { ReferenceTargets } from './references.js';
import type { TypeShare } from './table-widths.js';
import type { WrittenStory } from './written-story.js';

/** All that the writers of one document share. */
export interface Manuscript {
  readonly article: Article;
  readonly sheet: StyleSheet;
  readonly lists: ListBook;
  readonly notes: NoteBook;
  readonly captions: CaptionCounter;
  readonly targets: ReferenceTargets;
  /** Numbers stand as text; Word counts none. */
  readonly typesNumbers: boolean;
  /** Paragraphs that are XML already. */
  readonly written: WrittenStory;
  readonly headings: ReadonlyMap<Part | Section, PlacedHeading>;
  /** Headings that open a page begin a section of the file, too. */
  readonly headingsBeginSections: boolean;
  /** The terms of the index, each with the number of its place; empty where none is set. */
  readonly terms: ReadonlyMap<IndexTerm, number>;
  readonly diagnostics: Diagnostic[];
  readonly highlight: Highlighter;
  readonly formulas: Formulas;
  /** Next id of a picture; Word wants each id once. */
  readonly nextPictureId: () => number;
  readonly nextBookmarkId: () => number;
  /** Next number of a remark in two rows. */
  readonly nextRowsId: () => number;
  /** Sizes of type that tables have, of the template's. */
  readonly typeShares: Set<TypeShare>;
  /** Writes nested blocks; quotes, items, cells and notes hold any of them. */
  readonly write: (blocks: readonly Block[], place: Place) => FileChild[];
}

/** A heading of the outline with what Word needs to know of it. */
export interface PlacedHeading {
  /** Number of the outline's entry, from 1. */
  readonly number: number;
  readonly level: number;
  /** As its author wrote it. */
  readonly written?: SectionLabel;
  readonly label: HeadingNumber;
  /** Its level belongs to the numbered list, so that a typed label must switch the number off. */
  readonly isLinked: boolean;
}

/** Where blocks stand: what their paragraphs look like and how much room they have. */
export interface Place {
  /** The style that paragraphs take. */
  readonly style: Exclude<StyleName, 'part-title' | `heading-${number}`>;
  /** Indent of all lines from the left in twips, for blocks inside a list item; absent: the style's own. */
  readonly leftTwips?: number;
  /** How many lists are around. */
  readonly listDepth: number;
  /** Width for tables and pictures. */
  readonly widthPt: number;
  /** Inside a note or a running head, where Word allows no notes. */
  readonly inNote?: true;
  /** Paragraph alignment asked for by a table column. */
  readonly align?: 'start' | 'center' | 'end';
  /** Inside a table with smaller type than the template's. */
  readonly typeShare?: TypeShare;
}
