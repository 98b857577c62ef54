import { bookTitle } from '../chapters.js';
import { type BookPage, formatPage } from '../page.js';
import { element } from '../xml.js';
import type { BookCover, CoverSource } from './make-cover.js';

/** The first page of the book, for readers that show no cover by themselves. */
export function coverPage(
  { article, language, words }: CoverSource,
  { image, drawing }: BookCover,
): BookPage {
  const attributes = {
    class: 'cover',
    'epub:type': 'cover',
    role: 'doc-cover',
    src: (drawing ?? image).file,
    alt: `${words.cover}\uFF1A${bookTitle(article)}`,
  };
  const body = [element('div', { class: 'cover-page' }, [element('img', attributes)])];
  return { id: 'cover', file: 'cover.xhtml', xhtml: formatPage(language, words.cover, body) };
}
