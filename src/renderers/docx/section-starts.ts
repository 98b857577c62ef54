import { FileChild } from 'docx';
import type { Article, Part, Section } from '../../model/index.js';
import type { ColumnSetup, ParagraphStyle, StyleSheet } from '../../style/index.js';
import type { Manuscript, PlacedHeading } from './manuscript.js';
import { headingLooks } from './word-styles.js';

/** How a section of the Word file begins, and what is particular to it. */
export interface SectionLook {
  /** Below the one before, on the next page or on the next odd one. */
  readonly start: 'here' | 'page' | 'odd';
  /** Those of the page, none, or its own. */
  readonly columns: 'text' | 'across' | ColumnSetup;
  /** Its first page opens a part of the document, and has no running head: of a heading, its number in the outline. */
  readonly opens?: 'contents' | 'text' | 'index' | number;
  /** Its pages are the first of the text, where those before are counted apart. */
  readonly startsText?: true;
}

/** A mark among the blocks of the story: a section begins here. It is never written itself. */
export class SectionStart extends FileChild {
  readonly look: SectionLook;

  constructor(look: SectionLook) {
    super('w:p');
    this.look = look;
  }
}

/** With more sections Word grows slow; the headings' own style still breaks the page. */
const MOST_OPENERS = 500;

/** Whether headings that open a page begin a section: such a page has no running head, or must be an odd one. */
export function headingsBeginSections(
  article: Article,
  sheet: StyleSheet,
  headings: ReadonlyMap<Part | Section, PlacedHeading>,
): boolean {
  const breaks = headingLooks(article).map((look) => sheet.styles[look].pageBreakBefore);
  if (!hasHeads(sheet) && !breaks.includes('odd')) return false;
  const opens = ({ level }: PlacedHeading): boolean =>
    (breaks[Math.min(level, breaks.length) - 1] ?? 'none') !== 'none';
  return [...headings.values()].filter(opens).length <= MOST_OPENERS;
}

/** Some page has a running head. */
export const hasHeads = ({ runningHead }: StyleSheet): boolean =>
  runningHead.odd !== 'none' || runningHead.even !== 'none';

/** A heading with the marks of the sections that it begins: of its page, and of itself where it spans the columns. */
export function headingInSections(
  { article, sheet, headingsBeginSections }: Manuscript,
  { number, level }: PlacedHeading,
  heading: readonly FileChild[],
): FileChild[] {
  const style = sheet.styles[headingLooks(article)[Math.min(level, 9) - 1] ?? 'heading-6'];
  const spans = style.spanColumns && sheet.page.columns.count > 1;
  const opensPage = style.pageBreakBefore !== 'none' && headingsBeginSections;
  const columns = spans ? 'across' : 'text';
  const before = opensPage
    ? [new SectionStart({ start: pageStart(style), columns, opens: number })]
    : spans
      ? [new SectionStart({ start: 'here', columns })]
      : [];
  return [...before, ...heading, ...(spans ? [new SectionStart({ start: 'here', columns: 'text' })] : [])];
}

export const pageStart = ({ pageBreakBefore }: ParagraphStyle): 'page' | 'odd' =>
  pageBreakBefore === 'odd' ? 'odd' : 'page';
