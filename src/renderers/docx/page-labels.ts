import { layoutArticle } from '../../composer/index.js';
import { openFonts } from '../../fonts/index.js';
import type { Article } from '../../model/index.js';
import type { StyleSheet } from '../../style/index.js';

/** The page of each heading, in the order of the outline, as a table of contents prints it. */
export type PageLabels = (article: Article, sheet: StyleSheet) => Promise<readonly string[]>;

/** The pages that our own layout gives the headings: those of the PDF. */
export const layoutPageLabels: PageLabels = async (article, sheet) =>
  layoutArticle(article, sheet, await openFonts(sheet)).headings.map((heading) => heading.pageLabel);
