import type { Draft } from '../../src/model/index.js';
import { readDraft } from '../../src/readers/index.js';

/** The draft that a reader makes of a text; Markdown when its file name says so. */
export async function draftOfText(text: string, name = 'article.txt'): Promise<Draft> {
  const from = name.endsWith('.md') ? 'markdown' : 'text';
  const seen = await readDraft(new TextEncoder().encode(text), { from });
  if ('article' in seen) throw new TypeError('the text was read as an article');
  return seen.draft;
}
