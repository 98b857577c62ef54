import type { Article, Block, Inline, ListItem, TableCell } from '../model/index.js';
import { CAPTION_STARTS, type CaptionKind as Kind } from './caption-label.js';

/** How captions of figures and tables are numbered. */
export interface CaptionNumbering {
  /** As written; 图1 and so on for every caption; or without any number. */
  readonly number: 'keep' | 'renumber' | 'none';
  /** The words before the numbers. */
  readonly figure: string;
  readonly table: string;
  /** Where the count begins again. */
  readonly by: 'document' | 'part';
}

/** One em parts the number from the caption (CY/T 171, 图题与表题). */
const GAP = '\u3000';

/** The article with its captions numbered in reading order, without numbers, or with the author's and one em behind. */
export function numberCaptions(article: Article, rules: CaptionNumbering): Article {
  const counts: Record<Kind, number> = { figure: 0, table: 0 };
  const change = (kind: Kind, caption: readonly Inline[]): readonly Inline[] => {
    if (rules.number === 'keep') return withGap(caption, CAPTION_STARTS[kind]);
    const bare = withoutLabel(caption, CAPTION_STARTS[kind]);
    counts[kind] += 1;
    if (rules.number === 'none') return bare;
    const label = `${rules[kind]}${counts[kind]}`;
    return bare.length === 0
      ? [{ type: 'text', text: label }]
      : [{ type: 'text', text: label + GAP }, ...bare];
  };
  const mapAll = (blocks: readonly Block[]): Block[] => blocks.map((block) => mapCaptions(block, change));
  return {
    ...article,
    lead: mapAll(article.lead),
    parts: article.parts.map((part) => {
      if (rules.by === 'part') Object.assign(counts, { figure: 0, table: 0 });
      return { ...part, children: mapAll(part.children) };
    }),
  };
}

function mapCaptions(
  block: Block,
  change: (kind: Kind, caption: readonly Inline[]) => readonly Inline[],
): Block {
  const inner = (children: readonly Block[]): Block[] => children.map((child) => mapCaptions(child, change));
  switch (block.type) {
    case 'figure':
      return withCaption(block, block.caption && change('figure', block.caption));
    case 'table': {
      // Its own number comes before those of figures in its cells.
      const captioned = withCaption(block, block.caption && change('table', block.caption));
      const rows = block.rows.map(({ cells }) => ({
        cells: cells.map((cell): TableCell => ({ ...cell, children: inner(cell.children) })),
      }));
      return { ...captioned, rows };
    }
    case 'section':
    case 'quote':
      return { ...block, children: inner(block.children) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item): ListItem => ({ ...item, children: inner(item.children) })),
      };
    default:
      return block;
  }
}

/** A caption that was nothing but its number is none without it. */
function withCaption<T extends Extract<Block, { type: Kind }>>(
  block: T,
  caption: readonly Inline[] | undefined,
): T {
  const { caption: _written, ...bare } = block;
  return (caption && caption.length > 0 ? { ...bare, caption } : bare) as T;
}

/** The blanks that an author typed behind a number become the one em that parts it. */
function withGap(caption: readonly Inline[], label: RegExp): readonly Inline[] {
  const [first, ...rest] = caption;
  if (first?.type === 'text') {
    const text = first.text.replace(label, (found) =>
      found.replace(/(?<=[^\s:\uFF1A、.\uFF0E。])\s+$/u, GAP),
    );
    return text === first.text ? caption : [{ ...first, text }, ...rest];
  }
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return caption;
  const children = withGap(first.children, label);
  return children === first.children ? caption : [{ ...first, children }, ...rest];
}

/** The caption without the author's number, which may stand in strong text. */
function withoutLabel(caption: readonly Inline[], label: RegExp): readonly Inline[] {
  const [first, ...rest] = caption;
  if (first?.type === 'text') {
    const text = first.text.replace(label, '');
    return text === '' ? rest : [{ ...first, text }, ...rest];
  }
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return caption;
  const children = withoutLabel(first.children, label);
  return children.length === 0 ? trimStart(rest) : [{ ...first, children }, ...rest];
}

function trimStart(inlines: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = inlines;
  if (first?.type !== 'text') return inlines;
  const text = first.text.replace(/^[\s\u3000:\uFF1A]+/u, '');
  return text === '' ? rest : [{ ...first, text }, ...rest];
}
