import { type Article, articleText } from '../../src/model/index.js';
import type { Structured } from '../../src/structure/index.js';

/** How often each letter and digit occurs. Marks are left out: repairs change them, and structure stands for some. */
export type LetterCounts = Readonly<Record<string, number>>;

export function countLetters(text: string): LetterCounts {
  const counts: Record<string, number> = {};
  for (const [letter] of text.normalize('NFKC').matchAll(/[\p{L}\p{N}]/gu))
    counts[letter] = (counts[letter] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** All letters of an article and of what was removed on the way to it: those of the source, each once. */
export function lettersOf({ article, report }: Structured): LetterCounts {
  const titleFact = report.facts.find(({ fact }) => fact === 'title');
  // the line of a book's title is named among the removals, since it holds the author too
  const title = titleFact && titleFact.rule !== 'book-title' ? titleFact.value : '';
  return countLetters(
    [
      title,
      article.subtitle ?? '',
      articleText(article),
      ...typedWords(article),
      ...report.removed.map(({ text }) => text),
    ].join('\n'),
  );
}

/** Letters that structure says in another way: 附件 before the list, the number of a typed note and of its marks. */
function typedWords(article: Article): string[] {
  const words = article.notes.map(({ id }) => typedSign(id));
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && node.type === 'attachments') words.push('附件');
    if ('noteId' in node) words.push(typedSign(String(node.noteId)));
    for (const child of Object.values(node)) visit(child);
  };
  visit([article.lead, article.parts]);
  return words;
}

/** What the source has where an id of a typed note says z3-2: 注3. */
function typedSign(id: string): string {
  const [, prefix, number = ''] = /^([nzr])([0-9]+)/u.exec(id) ?? [];
  return prefix === 'r' ? '' : `${prefix === 'z' ? '注' : ''}${number}`;
}
