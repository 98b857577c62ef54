import { Footer, Header, type ISectionOptions, Paragraph } from 'docx';
import { type OutlineEntry, outline } from '../../model/index.js';
import type { ParagraphStyle, StyleSheet } from '../../style/index.js';
import type { Manuscript } from './manuscript.js';
import type { KnownPages } from './page-labels.js';
import { headLine, pageNumberLine } from './running-lines.js';
import { hasHeads, type SectionLook } from './section-starts.js';
import { headingLooks, runningId, type Side } from './word-styles.js';

type Heads = Pick<ISectionOptions, 'headers' | 'footers'>;
type Headers = NonNullable<ISectionOptions['headers']>;

/** The first page has a header or footer of its own: an empty one. */
export function hasFirstPage({ runningHead, pageNumber }: StyleSheet): boolean {
  return !runningHead.onFirstPage || (pageNumber.show && !pageNumber.onFirstPage);
}

/** Odd and even pages differ: in what they say, or in where it stands. */
export function hasEvenPages(sheet: StyleSheet): boolean {
  const { runningHead, pageNumber, page, styles } = sheet;
  if (runningHead.odd !== runningHead.even) return true;
  const atEdge = hasHeads(sheet) && !isLevel(styles['running-head']);
  return page.facing && (atEdge || (pageNumber.show && pageNumber.place === 'outside'));
}

const isLevel = ({ align }: ParagraphStyle): boolean => align === 'center';

/** What a head names: the first heading of the text, the one that opens the section, words, or nothing but the title. */
export type Named = OutlineEntry | string | undefined;

/**
 * What stands above and below the pages of the sections, asked for in their order. A section goes on with what it does
 * not say anew. `STYLEREF` would find the heading of any page by itself; sections of their own show the right words in
 * readers that do not know it, and leave the pages that open a chapter without a head.
 */
export class RunningHeads {
  private readonly manuscript: Manuscript;
  private readonly pages: KnownPages;
  private readonly entries: readonly OutlineEntry[];
  /** The side for which the number on a first page stands; undefined where such a page has none. */
  private firstSide: Side | undefined;
  private hasEmptyHead = false;

  constructor(manuscript: Manuscript, pages: KnownPages) {
    this.manuscript = manuscript;
    this.pages = pages;
    this.entries = outline(manuscript.article);
  }

  /** Those of the first section. What stands before the first chapter can only name the title. */
  first({ opens }: SectionLook): Heads {
    const { sheet } = this.manuscript;
    const { runningHead, pageNumber } = sheet;
    const named = this.chaptersOpenPages ? this.chapter(opens) : this.entries[0];
    const hasFirst = hasFirstPage(sheet);
    this.hasEmptyHead = hasFirst && !runningHead.onFirstPage;
    this.firstSide = hasFirst && pageNumber.onFirstPage ? 'odd' : undefined;
    return {
      headers: {
        default: this.header('odd', named),
        ...(hasEvenPages(sheet) && { even: this.header('even', named) }),
        ...(hasFirst && { first: runningHead.onFirstPage ? this.header('odd', named) : this.emptyHeader() }),
      },
      footers: pageNumber.show
        ? {
            default: this.footer('odd'),
            ...(hasEvenPages(sheet) && { even: this.footer('even') }),
            ...(hasFirst && { first: pageNumber.onFirstPage ? this.footer('odd') : this.emptyFooter() }),
          }
        : {},
    };
  }

  /** What a later section has otherwise than the one before. */
  later({ opens }: SectionLook): Heads {
    const { sheet } = this.manuscript;
    if (opens === undefined || !hasHeads(sheet)) return {};
    const named = opens === 'index' ? sheet.index.title.replace(/\s+/gu, '') : this.chapter(opens);
    const headers = {
      ...(named !== undefined && this.sectionHeaders(named)),
      ...(!this.hasEmptyHead && { first: this.emptyHeader() }),
    };
    this.hasEmptyHead = true;
    const side = hasEvenPages(sheet) ? this.sideOf(opens) : 'odd';
    if (!sheet.pageNumber.show || side === this.firstSide) return { headers };
    this.firstSide = side;
    return { headers, footers: { first: this.footer(side) } };
  }

  /** Headings of the first level all begin sections, so that each section knows the one that it stands under. */
  private get chaptersOpenPages(): boolean {
    const { article, sheet, headingsBeginSections } = this.manuscript;
    const look = headingLooks(article)[0] ?? 'heading-1';
    return headingsBeginSections && sheet.styles[look].pageBreakBefore !== 'none';
  }

  private chapter(opens: SectionLook['opens']): OutlineEntry | undefined {
    const entry = typeof opens === 'number' ? this.entries[opens - 1] : undefined;
    return entry?.level === 1 && this.chaptersOpenPages ? entry : undefined;
  }

  /** The head of the sides that name the section. */
  private sectionHeaders(named: Named): Headers {
    const { runningHead } = this.manuscript.sheet;
    return {
      ...(runningHead.odd === 'section' && { default: this.header('odd', named) }),
      ...(runningHead.even === 'section' &&
        hasEvenPages(this.manuscript.sheet) && { even: this.header('even', named) }),
    };
  }

  /** Which side a page that opens a section is: by our own layout, or as books mostly have it. */
  private sideOf(opens: NonNullable<SectionLook['opens']>): Side {
    const { headingPages, indexPage } = this.pages;
    const first = headingPages?.[0];
    const page =
      typeof opens === 'number'
        ? headingPages?.[opens - 1]
        : {
            contents: 1,
            text: this.chaptersOpenPages && first !== undefined ? first - 1 : first,
            index: indexPage,
          }[opens];
    return page !== undefined && page % 2 === 1 ? 'even' : 'odd';
  }

  private header(side: Side, named: Named): Header {
    return new Header({ children: [headLine(this.manuscript, side, named)] });
  }

  private footer(side: Side): Footer {
    return new Footer({ children: [pageNumberLine(this.manuscript, side)] });
  }

  private emptyHeader(): Header {
    const { sheet } = this.manuscript;
    return new Header({
      children: [new Paragraph({ style: runningId('running-head', 'odd', sheet, true) })],
    });
  }

  private emptyFooter(): Footer {
    return new Footer({
      children: [new Paragraph({ style: runningId('page-number', 'odd', this.manuscript.sheet) })],
    });
  }
}
