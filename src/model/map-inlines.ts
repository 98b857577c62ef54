import type { Block, Inline, ListItem, TableCell } from './article.js';

export type InlineChange = (inlines: readonly Inline[]) => readonly Inline[];

/** The block with every run of inlines in it changed: of headings, items, cells and captions too. */
export function mapBlockInlines(block: Block, change: InlineChange): Block {
  const inner = (children: readonly Block[]): Block[] =>
    children.map((child) => mapBlockInlines(child, change));
  switch (block.type) {
    case 'paragraph':
    case 'salutation':
      return { ...block, children: change(block.children) };
    case 'section':
      return { ...block, heading: change(block.heading), children: inner(block.children) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item): ListItem => ({ ...item, children: inner(item.children) })),
      };
    case 'quote':
      return {
        ...block,
        children: inner(block.children),
        ...(block.attribution && { attribution: change(block.attribution) }),
      };
    case 'verse':
    case 'signature':
      return { ...block, lines: block.lines.map(change) };
    case 'table':
      return {
        ...block,
        ...(block.caption && { caption: change(block.caption) }),
        rows: block.rows.map(({ cells }) => ({
          cells: cells.map((cell): TableCell => ({ ...cell, children: inner(cell.children) })),
        })),
      };
    case 'figure':
      return block.caption ? { ...block, caption: change(block.caption) } : block;
    case 'attachments':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, children: change(item.children) })),
      };
    case 'code':
    case 'math':
    case 'break':
      return block;
  }
}
