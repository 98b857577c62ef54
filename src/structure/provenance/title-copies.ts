import { parseLabel } from '../../numbering/index.js';
import type { Cleaned } from '../removal.js';
import { isBody, type Row, type TextRow } from '../row.js';

type Kept = Pick<Cleaned, 'rows' | 'removed'>;

/** Copies stand among so many rows at most: an office, a note on when it was passed. */
const LONGEST_HEAD = 8;

/** A page prints its title once more above the text or below it; three copies and more are marks of parts. */
export function removeTitleCopies(rows: readonly Row[], title: string): Kept {
  const above = copiesAbove(rows, title);
  const copies = rows.filter((row): row is TextRow => row.type === 'line' && row.text === title);
  if (above.size > 0 && copies.every((row) => above.has(row))) return without(rows, above);
  const opening = rows.findIndex((row) => row.type !== 'line' || row.text !== title);
  const apart = copies.length - Math.max(0, opening);
  if (copies.length === 0 || apart > 1 || (copies.length > 2 && apart > 0)) return { rows, removed: [] };
  const edges: ReadonlySet<Row | undefined> = new Set([...rows.slice(0, opening), rows[0], rows.at(-1)]);
  return without(rows, new Set(copies.filter((row) => edges.has(row))));
}

/** Copies above the text, spaces and marks aside, an office or another line between them. */
function copiesAbove(rows: readonly Row[], title: string): ReadonlySet<TextRow> {
  const end = rows.findIndex(
    (row) =>
      row.type !== 'line' || (!isCopy(row, title) && (isBody(row) || parseLabel(row.text) !== undefined)),
  );
  const head = rows.slice(0, Math.min(LONGEST_HEAD, end < 0 ? 0 : end));
  return new Set(head.filter((row): row is TextRow => row.type === 'line' && isCopy(row, title)));
}

function isCopy({ text, headingLevel }: TextRow, title: string): boolean {
  return headingLevel === undefined && (text === title || bare(text) === bare(title));
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

function without(rows: readonly Row[], dropped: ReadonlySet<TextRow>): Kept {
  const isDropped = (row: Row): row is TextRow => row.type === 'line' && dropped.has(row);
  return {
    rows: rows.filter((row) => !isDropped(row)),
    removed: rows
      .filter(isDropped)
      .map(({ line, source }) => ({ line, text: source, rule: 'repeated-title' })),
  };
}
