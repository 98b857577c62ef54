import type { Article, Block } from './article.js';

/** Every block of an article in reading order, nested ones after the block that holds them; notes come last. */
export function* walkBlocks(article: Article): Generator<Block> {
  yield* walk(article.lead);
  for (const part of article.parts) yield* walk(part.children);
  for (const note of article.notes) yield* walk(note.children);
}

/** A stack of its own: blocks of a hostile source nest deeply. */
function* walk(blocks: readonly Block[]): Generator<Block> {
  const waiting = [...blocks].reverse();
  for (let block = waiting.pop(); block; block = waiting.pop()) {
    yield block;
    for (const inner of childBlocks(block).toReversed()) waiting.push(inner);
  }
}

function childBlocks(block: Block): readonly Block[] {
  switch (block.type) {
    case 'section':
    case 'quote':
      return block.children;
    case 'list':
      return block.items.flatMap((item) => item.children);
    case 'table':
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.children));
    default:
      return [];
  }
}
