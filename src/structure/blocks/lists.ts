import type { ListItem, SectionLabel } from '../../model/index.js';
import { parseLabel } from '../../numbering/index.js';
import { sliceInlines, trimInlines } from '../inline-text.js';
import { hanCount, type Row, type TextRow } from '../row.js';
import type { Recognised } from './letter.js';

const LONGEST_ITEM = 45;
const BULLET = /^[•·●○▪■◆◇▶►‣∙\-*\u2013]\s+(?=\S)|^[•●▪‣∙]\s*(?=\S)/u;
/** Schemes that name clauses and chapters, never items. */
const NO_ITEMS: ReadonlySet<string> = new Set(['volume', 'chapter', 'section', 'article']);

/** Lists in lists in lists: deeper ones are lines of their own. */
const DEEPEST = 3;

/** Numbered lines that follow one another, from `at` on; a series of another kind between two of them belongs to the first. */
export function readNumberedList(rows: readonly Row[], at: number): Recognised | undefined {
  return readList(rows, at, 1);
}

function readList(rows: readonly Row[], at: number, depth: number): Recognised | undefined {
  const before = rows[at - 1];
  const previous = before?.type === 'line' ? parseLabel(before.text)?.label : undefined;
  const items: ListItem[] = [];
  let last: SectionLabel | undefined;
  let next = at;
  for (let row = rows[next]; row?.type === 'line'; row = rows[next]) {
    const found = row.headingLevel === undefined ? parseLabel(row.text) : undefined;
    if (!found || NO_ITEMS.has(found.label.scheme)) break;
    if (last && !isNext(last, found.label)) {
      const inner = depth < DEEPEST ? readInner(rows, next, last, depth) : undefined;
      const owner = items.at(-1);
      if (!inner || !owner) break;
      items[items.length - 1] = { ...owner, children: [...owner.children, ...inner.blocks] };
      next += inner.rowsTaken;
      continue;
    }
    if (items.length === 0 && previous && isNext(previous, found.label)) return undefined;
    // one longer item makes clauses of all: paragraphs that begin with a number
    if (hanCount(found.rest) > LONGEST_ITEM) return undefined;
    last = found.label;
    items.push({ label: found.label, children: [toParagraph(row, found.restAt)] });
    next++;
  }
  return items.length < 2
    ? undefined
    : { blocks: [{ type: 'list', ordered: true, items }], rowsTaken: next - at };
}

/** A list of another scheme from one on, when the outer one goes on behind it. */
function readInner(
  rows: readonly Row[],
  at: number,
  outer: SectionLabel,
  depth: number,
): Recognised | undefined {
  const row = rows[at];
  const first = row?.type === 'line' ? parseLabel(row.text)?.label : undefined;
  if (first?.ordinal !== 1 || first.scheme === outer.scheme) return undefined;
  const inner = readList(rows, at, depth + 1);
  const after = inner && rows[at + inner.rowsTaken];
  const label = after?.type === 'line' ? parseLabel(after.text)?.label : undefined;
  return label && isNext(outer, label) ? inner : undefined;
}

function isNext(before: SectionLabel, after: SectionLabel): boolean {
  return before.scheme === after.scheme && after.ordinal === before.ordinal + 1;
}

/** Lines that begin with a bullet, from `at` on. */
export function readBulletList(rows: readonly Row[], at: number): Recognised | undefined {
  const items: ListItem[] = [];
  for (let row = rows[at]; row?.type === 'line' && row.unit === 'physical'; row = rows[at + items.length]) {
    const bullet = BULLET.exec(row.text)?.[0];
    if (bullet === undefined) break;
    items.push({ children: [toParagraph(row, bullet.length)] });
  }
  return items.length < 2
    ? undefined
    : { blocks: [{ type: 'list', ordered: false, items }], rowsTaken: items.length };
}

function toParagraph(row: TextRow, start: number): ListItem['children'][number] {
  return { type: 'paragraph', children: trimInlines(sliceInlines(row.inlines, start)) };
}
