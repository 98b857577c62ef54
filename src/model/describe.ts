import type { Article, Block } from './article.js';
import { blockText } from './plain-text.js';

/** As long as shops and shelves show. */
const LONGEST = 250;
const SENTENCE_END = /[。\uFF01\uFF1F!?…][”’」』\uFF09)]*/gu;

/**
 * What an article is about, on one line: its source's summary, else the lead of a collection, else its first paragraph.
 * Longer ones end with a sentence where one ends in time. Empty for an article without any.
 */
export function describe(article: Article): string {
  const { about, lead, parts } = article;
  if (about?.description) return shortened(about.description);
  if (lead.length > 0) return shortened(lead.map(blockText).join(' '));
  const first = firstParagraph(parts.flatMap(({ children }) => children));
  return first ? shortened(blockText(first)) : '';
}

function firstParagraph(blocks: readonly Block[]): Block | undefined {
  for (const block of blocks) {
    if (block.type === 'paragraph' && blockText(block).trim() !== '') return block;
    const inner = block.type === 'section' ? firstParagraph(block.children) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

function shortened(text: string): string {
  const points = [...text.replace(/\s+/gu, ' ').trim()];
  if (points.length <= LONGEST) return points.join('');
  const cut = points.slice(0, LONGEST).join('');
  const end = [...cut.matchAll(SENTENCE_END)].at(-1);
  const stop = end ? end.index + end[0].length : 0;
  return stop > cut.length / 3 ? cut.slice(0, stop) : `${cut}…`;
}
