import { type FileChild, Paragraph, type ParagraphChild } from 'docx';
import { joint, linksOf, type TermPage } from '../../composer/index.js';
import { gatherEntries, type IndexEntry, sortIndex } from '../../model/index.js';
import { fieldEnd, fieldStart } from './fields.js';
import { textRuns } from './inlines.js';
import type { Manuscript, Place } from './manuscript.js';
import { plainLook, plainParagraph } from './paragraphs.js';
import { styleId } from './word-styles.js';

type IndexStyle = 'index-head' | 'index-1' | 'index-2';

/** Between a term and its pages, in the field as in the text that it has now. */
const BEFORE_PAGES = '\u3000';

/**
 * The index as Word's own: an INDEX field whose result is already there, with the pages of our own layout.
 */
export function indexOfTerms(
  manuscript: Manuscript,
  pages: ReadonlyMap<string, TermPage>,
  place: Place,
): { readonly title: FileChild[]; readonly entries: FileChild[] } {
  const { article, sheet, terms } = manuscript;
  if (terms.size === 0) return { title: [], entries: [] };
  const lines = sortIndex(gatherEntries(terms.keys()), article.language).flatMap(({ head, entries }) => [
    { style: 'index-head' as const, text: head },
    ...entries.flatMap((entry) => entryLines(entry, manuscript, pages)),
  ]);
  const { title } = sheet.index;
  return {
    title: title === '' ? [] : [plainParagraph(manuscript, title, { ...place, style: 'index-title' })],
    entries: lines.map(({ style, text }, index) => {
      const runs = textRuns(manuscript, text, plainLook(manuscript, { ...place, style }));
      return new Paragraph({
        style: styleId(style),
        children: [
          ...(index === 0 ? fieldStart(instruction(article.language)) : []),
          ...runs,
          ...(index === lines.length - 1 ? [fieldEnd()] : []),
        ] satisfies ParagraphChild[],
      });
    }),
  };
}

interface IndexLine {
  readonly style: IndexStyle;
  readonly text: string;
}

function entryLines(
  { term, marks, subs }: IndexEntry,
  { terms }: Manuscript,
  pages: ReadonlyMap<string, TermPage>,
): IndexLine[] {
  const line = (style: IndexStyle, entry: Pick<IndexEntry, 'term' | 'marks'>): IndexLine => {
    const links = linksOf(entry.marks, terms, pages);
    const printed = links.map((link, index) => (index === 0 ? '' : joint(link)) + link.label).join('');
    return { style, text: printed === '' ? entry.term : entry.term + BEFORE_PAGES + printed };
  };
  return [line('index-1', { term, marks }), ...subs.map((sub) => line('index-2', sub))];
}

/** `\z` is the language by which Word sorts, `\o` whether by sound or by strokes. @see ISO/IEC 29500-1, 17.16.5.28 */
const SORTING: readonly (readonly [RegExp, string])[] = [
  [/^zh-(?:Hant|TW|HK|MO)\b/i, '\\o "S" \\z "1028"'],
  [/^zh\b/i, '\\o "P" \\z "2052"'],
  [/^ja\b/i, '\\z "1041"'],
];

function instruction(language: string): string {
  const sorting = SORTING.find(([pattern]) => pattern.test(language))?.[1];
  return [`INDEX \\e "${BEFORE_PAGES}" \\l "、" \\g "\u2014" \\h "A"`, ...(sorting ? [sorting] : [])].join(
    ' ',
  );
}
