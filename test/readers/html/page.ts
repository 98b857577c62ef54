import type { Draft, DraftBlock } from '../../../src/model/index.js';
import { readDraft } from '../../../src/readers/index.js';
import type { DraftReading } from '../../../src/readers/reader.js';
import { draftOutline } from '../draft-outline.js';

/** What the reader makes of a page. */
export async function readPage(html: string | Uint8Array): Promise<DraftReading> {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  const seen = await readDraft(bytes, { from: 'html' });
  if ('article' in seen) throw new TypeError('a page was read as an article');
  return seen;
}

export async function draftOf(html: string | Uint8Array): Promise<Draft> {
  return (await readPage(html)).draft;
}

/** The blocks of the text as readable lines; those outside of it with their place before them. */
export async function outlineOf(html: string): Promise<string[]> {
  const { blocks } = await draftOf(html);
  return blocks.flatMap((block: DraftBlock) =>
    draftOutline([block]).map((line) => (block.outside === undefined ? line : `(${block.outside}) ${line}`)),
  );
}
