import type { ListItem, SectionLabel } from '../model/index.js';
import { parseLabel } from '../numbering/index.js';
import { sliceInlines, trimInlines } from './inline-text.js';
import type { Recognised } from './letter.js';
import { hanCount, type Row, type TextRow } from './row.js';

/** A list with one longer item is a run of clauses: paragraphs that begin with a number. */
const LONGEST_ITEM = 45;
const BULLET = /^[•·●○▪■◆◇▶►‣∙\-*\u2013]\s+(?=\S)|^[•●▪‣∙]\s*(?=\S)/u;
/** Schemes that name clauses and chapters, never items. */
const NO_ITEMS: ReadonlySet<string> = new Set(['volume', 'chapter', 'section', 'article']);

/** Numbered lines that follow one another, from `at` on. */
export function readNumberedList(rows: readonly Row[], at: number): Recognised | undefined {
  const before = rows[at - 1];
  const previous = before?.type === 'line' ? parseLabel(before.text)?.label : undefined;
  const items: ListItem[] = [];
  let last: SectionLabel | undefined;
  let longest = 0;
  for (let row = rows[at]; row?.type === 'line'; row = rows[at + items.length]) {
    const found = row.headingLevel === undefined ? parseLabel(row.text) : undefined;
    if (!found || NO_ITEMS.has(found.label.scheme) || (last && !isNext(last, found.label))) break;
    if (items.length === 0 && previous && isNext(previous, found.label)) return undefined;
    last = found.label;
    longest = Math.max(longest, hanCount(found.rest));
    items.push({ label: found.label, children: [toParagraph(row, found.restAt)] });
  }
  if (items.length < 2 || longest > LONGEST_ITEM) return undefined;
  return { blocks: [{ type: 'list', ordered: true, items }], rowsTaken: items.length };
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
