import type { ListItem } from '../model/index.js';
import { parseLabel } from '../numbering/index.js';
import { sliceInlines, trimInlines } from './inline-text.js';
import type { Recognised } from './letter.js';
import { hanCount, type Row, type TextRow } from './row.js';

/** Longer items are paragraphs that begin with a number. */
const LONGEST_ITEM = 80;
const BULLET = /^[•·●○▪■◆◇▶►‣∙\-*\u2013]\s+(?=\S)|^[•●▪‣∙]\s*(?=\S)/u;
/** Schemes that name clauses and chapters, never items. */
const NO_ITEMS: ReadonlySet<string> = new Set(['volume', 'chapter', 'section', 'article']);

/** Numbered lines that follow one another, from `at` on. */
export function readNumberedList(rows: readonly Row[], at: number): Recognised | undefined {
  const items: ListItem[] = [];
  let last: { scheme: string; ordinal: number } | undefined;
  for (
    let row = rows[at];
    row?.type === 'line' && row.headingLevel === undefined;
    row = rows[at + items.length]
  ) {
    const found = parseLabel(row.text);
    if (!found || NO_ITEMS.has(found.label.scheme) || hanCount(row.text) > LONGEST_ITEM) break;
    const { scheme, ordinal } = found.label;
    if (last && (last.scheme !== scheme || ordinal !== last.ordinal + 1)) break;
    last = found.label;
    items.push({ label: found.label, children: [toParagraph(row, found.restAt)] });
  }
  return items.length < 2
    ? undefined
    : { blocks: [{ type: 'list', ordered: true, items }], rowsTaken: items.length };
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
