import type { Diagnostic } from '../../diagnostics.js';
import type { Formulas } from '../../math/index.js';
import type { Article, Block, Highlighter } from '../../model/index.js';
import type { StyleName, StyleSheet } from '../../style/index.js';
import type { NoteRegister } from './notes.js';
import type { PictureRegister } from './pictures.js';
import type { ReferenceRegister } from './references.js';
import type { TermRegister } from './term-index.js';
import type { BookWords } from './words.js';
import type { XmlElement, XmlNode } from './xml.js';

/** What is found out while a book is written: the navigation and the package are made from it. */
export interface BookRecord {
  /** Where each heading stands, in order of `outline(article)`. */
  readonly headingAddresses: string[];
  readonly notes: NoteRegister;
  readonly pictures: PictureRegister;
  readonly terms: TermRegister;
  readonly references: ReferenceRegister;
  readonly diagnostics: Diagnostic[];
  hasRuby: boolean;
  hasMath: boolean;
}

/** What the writing of one place needs to know. A deeper place gets a changed copy. */
export interface WritingContext {
  readonly article: Article;
  readonly sheet: StyleSheet;
  readonly language: string;
  readonly words: BookWords;
  readonly record: BookRecord;
  readonly highlight: Highlighter;
  readonly formulas: Formulas;
  /** The file that is being written. */
  readonly file: string;
  /** `h1` to `h6` that the next section takes. */
  readonly headingLevel: number;
  /** Depth of the next section in its part, 1 for the top: the number in its style's name. */
  readonly depth: number;
  /** Class of a plain paragraph; none in body text. */
  readonly paragraphClass?: StyleName;
  /** Inside a quote, list, cell or note, where a section is no heading of the article. */
  readonly nested?: true;
  /** Inside a link, which may hold no other: note marks wait here until it ends. */
  readonly marksAfterLink?: XmlNode[];
}

/** Writes a run of blocks; given to the kinds that hold blocks of their own. */
export type BlockWriter = (blocks: readonly Block[], context: WritingContext) => XmlElement[];
