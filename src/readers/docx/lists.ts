import type { DraftBlock, DraftList, SectionLabel } from '../../model/index.js';
import { parseLabel } from '../../numbering/index.js';
import type { PrintedNumber } from './number-counter.js';
import type { ItemPiece, Piece } from './pieces.js';

interface OpenList {
  readonly level: number;
  readonly definition: string;
  readonly ordered: boolean;
  readonly items: OpenItem[];
}

interface OpenItem {
  readonly line: number;
  readonly label?: SectionLabel;
  readonly checked?: boolean;
  readonly children: (DraftBlock | OpenList)[];
}

/**
 * Items and what goes on under them, as lists. A number that stands alone is no list: it is the number of a paragraph or
 * of a heading that its author made no heading, and becomes its text.
 */
export function buildLists(pieces: readonly Piece[]): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let rest = pieces;
  for (let first = rest[0]; first?.kind === 'item' && isAlone(rest, first); first = rest[0]) {
    for (const block of first.typed) blocks.push(block);
    rest = rest.slice(1);
  }
  const [next] = rest;
  if (next && next.kind !== 'item') {
    // what went on under a number that was none
    const end = rest.findIndex(({ kind }) => kind === 'item');
    const plain = rest.slice(0, end < 0 ? rest.length : end);
    for (const piece of plain)
      if (piece.kind === 'blocks') for (const block of piece.blocks) blocks.push(block);
    if (end >= 0) for (const block of buildLists(rest.slice(end))) blocks.push(block);
    return blocks;
  }
  for (const list of openLists(rest)) if (list.items.some(hasContent)) blocks.push(toDraft(list));
  return blocks;
}

/** No further item of its level follows in its list. */
function isAlone(pieces: readonly Piece[], first: ItemPiece): boolean {
  if (!first.label) return false;
  return !pieces.some(
    (piece) =>
      piece.kind === 'item' &&
      piece !== first &&
      piece.level <= first.level &&
      piece.label !== undefined &&
      piece.blocks.length > 0,
  );
}

function openLists(pieces: readonly Piece[]): OpenList[] {
  const lists: OpenList[] = [];
  const stack: OpenList[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'item') addItem(lists, stack, piece);
    else if (piece.kind === 'blocks')
      stack
        .at(-1)
        ?.items.at(-1)
        ?.children.push(...piece.blocks);
  }
  return lists;
}

function addItem(lists: OpenList[], stack: OpenList[], piece: ItemPiece): void {
  while ((stack.at(-1)?.level ?? -1) > piece.level) stack.pop();
  const ordered = piece.label !== undefined;
  let list = stack.at(-1);
  if (
    list &&
    list.level === piece.level &&
    (list.ordered !== ordered || list.definition !== piece.definition)
  ) {
    stack.pop();
    list = stack.at(-1);
  }
  if (!list || list.level < piece.level) {
    const inner: OpenList = { level: piece.level, definition: piece.definition, ordered, items: [] };
    const outer = list?.items.at(-1);
    if (outer) outer.children.push(inner);
    else lists.push(inner);
    stack.push(inner);
    list = inner;
  }
  const task = taskOf(piece);
  list.items.push({
    line: piece.line,
    ...(piece.label && { label: piece.label }),
    ...(task ?? { children: [...piece.blocks] }),
  });
}

const TASK = /^([☐☑☒])\s*/u;

/** Text that begins with the box of a task. */
export function beginsTask(text: string): boolean {
  return TASK.test(text);
}

/** ☐ and ☑ in front of an item are a task's. */
function taskOf({ blocks }: ItemPiece): { checked: boolean; children: DraftBlock[] } | undefined {
  const [first, ...rest] = blocks;
  const [lead, ...others] = first?.type === 'line' ? first.inlines : [];
  const sign = lead?.type === 'text' ? TASK.exec(lead.text) : undefined;
  if (first?.type !== 'line' || lead?.type !== 'text' || !sign) return undefined;
  const text = lead.text.slice(sign[0].length);
  const inlines = text === '' ? others : [{ type: 'text', text } as const, ...others];
  return { checked: sign[1] !== '☐', children: [{ ...first, inlines }, ...rest] };
}

/** An item that was left empty is none. */
function hasContent({ children }: OpenItem): boolean {
  return children.some((child) => !isOpen(child) || child.items.some(hasContent));
}

function isOpen(child: DraftBlock | OpenList): child is OpenList {
  return 'definition' in child;
}

function toDraft(list: OpenList): DraftList {
  const items = list.items.filter(hasContent).map(({ children, ...item }) => ({
    ...item,
    children: children.flatMap((child) => {
      if (!isOpen(child)) return [child];
      return child.items.some(hasContent) ? [toDraft(child)] : [];
    }),
  }));
  const start = items[0]?.label?.ordinal;
  return {
    type: 'list',
    ordered: list.ordered,
    ...(list.ordered && start !== undefined && { start }),
    items,
    line: list.items[0]?.line ?? 1,
  };
}

/** The number of an item as a label, also where no label of Chinese texts looks like it (iv). */
export function toLabel({ text, value, level }: PrintedNumber): SectionLabel {
  const parsed = parseLabel(`${text} 字`)?.label;
  if (parsed) return parsed;
  const numeral = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || text;
  const isLatin = /Letter|Roman/.test(level.format);
  return { text: text.trim(), numeral, scheme: isLatin ? 'latin' : 'arabic', ordinal: Math.max(1, value) };
}
