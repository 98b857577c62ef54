import type { DraftBlock, RepairCount } from '../../model/index.js';
import { editInlines, opaqueSpans } from '../inline-text.js';
import { type Row, type TextRow, toRows, withInlines } from '../row.js';
import { characterRepairs } from './characters.js';
import { stopRepairs } from './full-stops.js';
import { type PunctuationPolicy, punctuationRepairs, type Repair } from './punctuation.js';

/** How often each rule changed a character. */
export class RepairTally {
  readonly #countByRule = new Map<string, number>();

  add(rule: string, count = 1): void {
    this.#countByRule.set(rule, (this.#countByRule.get(rule) ?? 0) + count);
  }

  counts(): RepairCount[] {
    return [...this.#countByRule].map(([rule, count]) => ({ rule, count }));
  }
}

/** The row with its characters and its punctuation as they should be. */
export function repairRow(
  row: TextRow,
  policy: PunctuationPolicy,
  tally: RepairTally,
  writesPoints = false,
): TextRow {
  const found = characterRepairs(row);
  // an author's own file may show full-width digits on purpose
  const wanted = policy === 'none' ? found.filter(({ rule }) => rule !== 'half-width-alphanumerics') : found;
  const spelt = applyRepairs(row, wanted, tally);
  const marked = applyRepairs(spelt, punctuationRepairs(spelt, policy), tally);
  return policy === 'none' ? marked : applyRepairs(marked, stopRepairs(marked, writesPoints), tally);
}

/** Applies repairs outside of code, pictures and ruby, and counts them. */
export function applyRepairs(row: TextRow, repairs: readonly Repair[], tally: RepairTally): TextRow {
  if (repairs.length === 0) return row;
  const opaque = opaqueSpans(row.inlines);
  const wanted = repairs.filter(
    (repair) => !opaque.some(({ start, end }) => repair.start < end && repair.end > start),
  );
  for (const { rule } of wanted) tally.add(rule);
  return withInlines(row, editInlines(row.inlines, wanted));
}

/**
 * The rows, and every line nested in lists, quotes and cells, each put through `repair`; the same array when nothing
 * was repaired.
 */
export function mapLines(rows: readonly Row[], repair: (row: TextRow) => TextRow): readonly Row[] {
  let mapped: Row[] | undefined;
  for (const [at, row] of rows.entries()) {
    const next = row.type === 'line' ? repair(row) : mapNested(row, repair);
    if (!mapped && next !== row) mapped = rows.slice(0, at);
    mapped?.push(next);
  }
  return mapped ?? rows;
}

function mapNested<Block extends DraftBlock>(block: Block, repair: (row: TextRow) => TextRow): Block {
  const map = (blocks: readonly DraftBlock[]): readonly Row[] => mapLines(toRows(blocks), repair);
  switch (block.type) {
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, children: map(item.children) })) };
    case 'quote':
      return { ...block, children: map(block.children) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, children: map(cell.children) })),
        })),
      };
    case 'figure': {
      if (!block.caption) return block;
      const [caption] = toRows([
        {
          type: 'line',
          unit: 'paragraph',
          line: block.line,
          inlines: block.caption,
          indentEm: 0,
          blankLinesBefore: 0,
        },
      ]);
      return caption?.type === 'line' ? { ...block, caption: repair(caption).inlines } : block;
    }
    default:
      return block;
  }
}
