import { gatherEntries, type IndexEntry, type IndexTerm, sortIndex } from '../../model/index.js';
import type { WritingContext } from './context.js';
import { type BookPage, formatPage } from './page.js';
import { element, type XmlElement, type XmlNode } from './xml.js';

export const INDEX_FILE: string = 'index.xhtml';

/** Keeps where each marked term was written, for the index links to it. */
export class TermRegister {
  readonly #numbers: ReadonlyMap<IndexTerm, number>;
  readonly #addresses = new Map<IndexTerm, string>();

  /** @param numbers Empty where no index is set. */
  constructor(numbers: ReadonlyMap<IndexTerm, number>) {
    this.#numbers = numbers;
  }

  /** The identifier of the place of a term in a file; none for what is written again. */
  mark(term: IndexTerm, file: string): string | undefined {
    const number = this.#numbers.get(term);
    if (number === undefined || this.#addresses.has(term)) return undefined;
    this.#addresses.set(term, `${file}#term-${number}`);
    return `term-${number}`;
  }

  /** Terms that stand in the book, in its order. */
  get placed(): ReadonlyMap<IndexTerm, string> {
    return this.#addresses;
  }
}

/**
 * The index of terms as a page of the book; none where nothing is marked. Its role says what it is: the types of EPUB
 * Indexes 1.0 want one single list in an index and in each group, which neither groups by letter nor terms under terms
 * can give.
 */
export function indexPage(context: WritingContext): BookPage | undefined {
  const { article, sheet, language, record } = context;
  const { placed } = record.terms;
  if (placed.size === 0) return undefined;
  const title = indexTitle(context);
  const groups = sortIndex(gatherEntries(placed.keys()), article.language);
  const page = element('section', { role: 'doc-index', 'aria-labelledby': 'index' }, [
    element('h1', { class: 'index-title', id: 'index' }, [sheet.index.title.trim() || title]),
    ...groups.map(({ head, entries }) =>
      element('section', {}, [element('h2', { class: 'index-head' }, [head]), entryList(entries, 1, placed)]),
    ),
  ]);
  return { id: 'index', file: INDEX_FILE, xhtml: formatPage(language, title, [page]) };
}

/** 索　引 is spaced as a title; in the navigation it is a word. */
export function indexTitle({ sheet, words }: WritingContext): string {
  return sheet.index.title.replace(/\s+/gu, '') || words.index;
}

function entryList(
  entries: readonly IndexEntry[],
  level: 1 | 2,
  placed: ReadonlyMap<IndexTerm, string>,
): XmlElement {
  const items = entries.map(({ term, marks, subs }) =>
    element('li', {}, [
      element('p', { class: `index-${level}` }, [term, ...locators(marks, placed)]),
      ...(subs.length > 0 ? [entryList(subs, 2, placed)] : []),
    ]),
  );
  return element('ul', { class: 'index-list' }, items);
}

/** A book that flows has no pages: the places of a term are counted. */
function locators(marks: readonly IndexTerm[], placed: ReadonlyMap<IndexTerm, string>): XmlNode[] {
  return marks.flatMap((mark, index): XmlNode[] => {
    const href = placed.get(mark);
    if (href === undefined) return [];
    const link = element('a', { href }, [String(index + 1)]);
    return [index === 0 ? '\u3000' : '、', link];
  });
}
