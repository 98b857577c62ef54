import { INDEX_PLACE, layoutArticle, type TermPage } from '../../composer/index.js';
import { openFonts } from '../../fonts/index.js';
import type { Article } from '../../model/index.js';
import type { StyleSheet } from '../../style/index.js';

/** The pages that contents and an index print. */
export interface KnownPages {
  /** The page of each heading, in the order of the outline. */
  readonly headings: readonly string[];
  /** The page of each place of a term, by its name. */
  readonly terms: ReadonlyMap<string, TermPage>;
  /** The pages of the headings in the order of the pages, from 0; absent: not known. */
  readonly headingPages?: readonly number[];
  readonly indexPage?: number;
}

export type FindPages = (article: Article, sheet: StyleSheet) => Promise<KnownPages>;

/** The pages that our own layout gives: those of the PDF. */
export const layoutPages: FindPages = async (article, sheet) => {
  const { headings, termPages, places } = layoutArticle(article, sheet, await openFonts(sheet));
  const indexPage = places.get(INDEX_PLACE)?.page;
  return {
    headings: headings.map((heading) => heading.pageLabel),
    terms: termPages,
    headingPages: headings.map((heading) => heading.page),
    ...(indexPage !== undefined && { indexPage }),
  };
};

export const NO_PAGES: KnownPages = { headings: [], terms: new Map() };
