import type { Article, Block, IndexTerm, Inline } from './article.js';
import { mapBlockInlines } from './map-inlines.js';

/** Every marked term in reading order, those of notes last; its number in that order, from 1, names its place. */
export function indexTerms(article: Article): Map<IndexTerm, number> {
  const found = new Map<IndexTerm, number>();
  const visit = (inlines: readonly Inline[]): readonly Inline[] => {
    for (const inline of inlines) {
      if (inline.type === 'indexTerm') found.set(inline, found.size + 1);
      if ('children' in inline) visit(inline.children);
    }
    return inlines;
  };
  const visitAll = (blocks: readonly Block[]): void => {
    for (const block of blocks) mapBlockInlines(block, visit);
  };
  visitAll(article.lead);
  for (const part of article.parts) {
    visit(part.title ?? []);
    visitAll(part.children);
  }
  for (const note of article.notes) visitAll(note.children);
  return found;
}

/** A line of the index: a term, where it is marked, and what stands under it. */
export interface IndexEntry {
  readonly term: string;
  readonly reading?: string;
  readonly marks: readonly IndexTerm[];
  readonly subs: readonly IndexEntry[];
}

/** Terms that are marked alike become one entry. Entries are in order of their first mark. */
export function gatherEntries(terms: Iterable<IndexTerm>): IndexEntry[] {
  const entries = new Map<string, OpenEntry>();
  for (const mark of terms) {
    const entry = openEntry(entries, mark.term);
    entry.reading ??= mark.reading;
    const place = mark.sub === undefined ? entry : openEntry(entry.subs, mark.sub);
    place.marks.push(mark);
  }
  return closeEntries(entries);
}

interface OpenEntry {
  readonly marks: IndexTerm[];
  readonly subs: Map<string, OpenEntry>;
  reading: string | undefined;
}

function openEntry(entries: Map<string, OpenEntry>, term: string): OpenEntry {
  const known = entries.get(term);
  if (known) return known;
  const entry: OpenEntry = { marks: [], subs: new Map(), reading: undefined };
  entries.set(term, entry);
  return entry;
}

function closeEntries(entries: ReadonlyMap<string, OpenEntry>): IndexEntry[] {
  return [...entries].map(([term, { marks, subs, reading }]) => ({
    term,
    marks,
    subs: closeEntries(subs),
    ...(reading !== undefined && { reading }),
  }));
}
