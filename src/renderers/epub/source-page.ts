import { attributionFacts } from './attribution.js';
import type { WritingContext } from './context.js';
import { type BookPage, formatPage } from './page.js';
import { element } from './xml.js';

export const SOURCE_FILE: string = 'source.xhtml';

/** The last page: where the text came from, as the sheet wants it; none when there is nothing to say. */
export function sourcePage(context: WritingContext): BookPage | undefined {
  const { article, sheet, words, language } = context;
  const facts = attributionFacts(article, sheet.attribution.atEnd, sheet, words);
  if (facts.length === 0) return undefined;
  const page = element(
    'section',
    { class: 'source-page', 'epub:type': 'colophon', role: 'doc-colophon', 'aria-labelledby': 'source' },
    [
      element('h1', { class: 'heading-1', id: 'source' }, [words.source]),
      ...facts.map((fact) => element('p', { class: 'source-fact' }, fact)),
    ],
  );
  return { id: 'source', file: SOURCE_FILE, xhtml: formatPage(language, words.source, [page]) };
}
