import { type Article, articleText, outline } from '../../model/index.js';
import type { StyleSheet } from '../../style/index.js';

/** The page of each heading, in the order of the outline, as a table of contents prints it. */
export type PageLabels = (article: Article, sheet: StyleSheet) => Promise<readonly string[]>;

/** A guess by counting characters. */
export const guessPageLabels: PageLabels = async (article, sheet) => {
  const perPage = sheet.page.charactersPerLine * sheet.page.linesPerPage;
  const entries = outline(article);
  const pages = Math.ceil(articleText(article).length / perPage);
  return entries.map((_, index) => String(1 + Math.floor((index * pages) / entries.length)));
};
