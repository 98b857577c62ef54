import type { Article, Figure, Inline, Table } from './article.js';
import { walkBlocks } from './walk-blocks.js';

/** Every picture and table in reading order; its number in that order, from 1, names it in every renderer. */
export function captionNumbers(article: Article): Map<Figure | Table, number> {
  const found = new Map<Figure | Table, number>();
  for (const block of walkBlocks(article)) {
    if (block.type === 'figure' || block.type === 'table') found.set(block, found.size + 1);
  }
  return found;
}

/** The words at a picture or table: its caption, or for want of one the alternative text of a picture. */
export function captionOf(block: Figure | Table): readonly Inline[] | undefined {
  if (block.caption || block.type === 'table') return block.caption;
  return block.alt.trim() === '' ? undefined : [{ type: 'text', text: block.alt }];
}
