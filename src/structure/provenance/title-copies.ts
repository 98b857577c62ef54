import type { Cleaned } from '../removal.js';
import type { Row, TextRow } from '../row.js';

/** A page prints its title once more above the text or below it; three copies and more are marks of parts. */
export function removeTitleCopies(rows: readonly Row[], title: string): Pick<Cleaned, 'rows' | 'removed'> {
  const copies = rows.filter((row): row is TextRow => row.type === 'line' && row.text === title);
  const opening = rows.findIndex((row) => row.type !== 'line' || row.text !== title);
  const apart = copies.length - Math.max(0, opening);
  if (copies.length === 0 || apart > 1 || (copies.length > 2 && apart > 0)) return { rows, removed: [] };
  const edges: ReadonlySet<Row | undefined> = new Set([...rows.slice(0, opening), rows[0], rows.at(-1)]);
  const dropped: ReadonlySet<Row> = new Set(copies.filter((row) => edges.has(row)));
  return {
    rows: rows.filter((row) => !dropped.has(row)),
    removed: copies
      .filter((row) => dropped.has(row))
      .map(({ line, source }) => ({ line, text: source, rule: 'repeated-title' })),
  };
}
