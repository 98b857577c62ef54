import { type Article, outline } from '../../model/index.js';
import type { LinkedPage } from './book.js';
import { bookTitle, headingSource } from './chapters.js';
import { headingLine } from './sections.js';

/** One line of the navigation. */
export interface ContentsEntry {
  readonly text: string;
  readonly href: string;
  readonly children: readonly ContentsEntry[];
}

/** How many levels of headings the navigation shows. */
const LEVELS = 3;

/**
 * What the book holds: its title, then the headings nested as in the outline, then the pages after the text.
 *
 * @param addresses Where each heading stands, in order of `outline(article)`.
 */
export function contents(
  article: Article,
  addresses: readonly string[],
  after: readonly (LinkedPage | undefined)[],
): ContentsEntry[] {
  return [
    { text: bookTitle(article), href: 'title.xhtml', children: [] },
    ...headingEntries(article, addresses),
    ...after.flatMap((page) => (page ? [{ ...page, children: [] }] : [])),
  ];
}

interface OpenEntry extends ContentsEntry {
  readonly level: number;
  readonly children: OpenEntry[];
}

function headingEntries(article: Article, addresses: readonly string[]): ContentsEntry[] {
  const top: OpenEntry[] = [];
  /** From the outermost to the one that the next entry may stand under. */
  const open: OpenEntry[] = [];
  for (const { number, level, node } of outline(article)) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    if (open.length >= LEVELS) continue;
    const entry: OpenEntry = {
      text: headingLine(headingSource(node)),
      href: addresses[number - 1] ?? '',
      level,
      children: [],
    };
    (open.at(-1)?.children ?? top).push(entry);
    open.push(entry);
  }
  return top;
}
