import type { DeclaredFacts, DraftBlock, DraftLine } from '../../model/index.js';
import { plainText } from '../../model/index.js';
import { TITLE } from './heading-level.js';

/** The blocks with levels from 1, and what paragraphs of the styles Subtitle and Author say. */
export interface TitleBlock {
  readonly blocks: readonly DraftBlock[];
  readonly stated: DeclaredFacts;
  /** A paragraph has the style Title. */
  readonly hasTitle: boolean;
}

/** The line 目录 above a table of contents. */
const CONTENTS_HEADING = /^[【[]?目\s*[录錄次][】\]]?$/u;

/**
 * Gives the title its place in the outline: a document with a paragraph of the style Title has its headings one level
 * below it. Titles over two paragraphs are one. Subtitle and author are facts where they follow the title, and text
 * anywhere else.
 */
export function readTitleBlock(read: readonly DraftBlock[]): TitleBlock {
  const blocks = joinTitles(read);
  const hasTitle = blocks.some(isTitle);
  const authors: string[] = [];
  let subtitle: string | undefined;
  const placed = blocks.map((block, index): DraftBlock => {
    if (block.type !== 'line') return block;
    const text = plainText(block.inlines);
    if (block.outside === 'subtitle' || block.outside === 'author') {
      if (!followsTitle(blocks, index)) return inText(block);
      if (block.outside === 'author') authors.push(text);
      else if (subtitle === undefined) subtitle = text;
      else return inText(block);
      return block;
    }
    if (CONTENTS_HEADING.test(text) && blocks[index + 1]?.outside === 'contents')
      return { ...block, outside: 'contents' };
    if (block.headingLevel === undefined) return block;
    return { ...block, headingLevel: block.headingLevel + (hasTitle ? 1 : 0) };
  });
  const stated = { ...(subtitle !== undefined && { subtitle }), ...(authors.length > 0 && { authors }) };
  return { blocks: placed, stated, hasTitle };
}

function isTitle(block: DraftBlock | undefined): block is DraftLine {
  return block?.type === 'line' && block.headingLevel === TITLE;
}

function inText({ outside: _outside, ...line }: DraftLine): DraftLine {
  return line;
}

function joinTitles(blocks: readonly DraftBlock[]): DraftBlock[] {
  const joined: DraftBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (isTitle(before) && isTitle(block)) {
      const text = plainText(block.inlines);
      const gap = /[\p{L}\p{N}]$/u.test(plainText(before.inlines)) && /^[A-Za-z0-9]/.test(text) ? ' ' : '';
      const inlines = [
        ...before.inlines,
        ...(gap === '' ? [] : [{ type: 'text', text: gap } as const]),
        ...block.inlines,
      ];
      joined[joined.length - 1] = { ...before, inlines };
    } else joined.push(block);
  }
  return joined;
}

/** Nothing but what belongs to the title stands between. */
function followsTitle(blocks: readonly DraftBlock[], index: number): boolean {
  let at = index - 1;
  while (blocks[at]?.outside === 'subtitle' || blocks[at]?.outside === 'author') at -= 1;
  return isTitle(blocks[at]);
}
