import type { Draft } from '../../src/model/index.js';
import { readDraft } from '../../src/readers/index.js';

/** The draft that a reader makes of a text; Markdown when its name ends in .md.txt (formatters rewrite .md). */
export async function draftOfText(text: string, name = 'article.txt'): Promise<Draft> {
  const from = name.endsWith('.md.txt') ? 'markdown' : 'text';
  const seen = await readDraft(new TextEncoder().encode(text), { from });
  if ('article' in seen) throw new TypeError('the text was read as an article');
  return seen.draft;
}
