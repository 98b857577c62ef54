import { type LabelledLine, parseLabel, parseLooseDecimal } from '../../numbering/index.js';
import type { Row } from '../row.js';

/**
 * Numbers without a mark before what the source marks as headings (1 引言, 2 方法), by row. Alone such a number may be
 * part of the title (3 个问题); it is one where the next of its level has the next number, or headings below go on with
 * it (1.1).
 */
export function looseDecimals(rows: readonly Row[]): ReadonlyMap<Row, LabelledLine> {
  const found = new Map<Row, LabelledLine>();
  /** Numbers of headings below: the 1 of 1.1. */
  const above = new Set<string>();
  const ofLevel = new Set<string>();
  for (const row of rows) {
    if (row.type !== 'line' || row.headingLevel === undefined) continue;
    const label = parseLabel(row.text)?.label;
    const loose = label ? undefined : parseLooseDecimal(row.text);
    if (label?.scheme === 'decimal') above.add(label.numeral.slice(0, label.numeral.lastIndexOf('.')));
    if (!loose) continue;
    found.set(row, loose);
    ofLevel.add(nameOf(row.headingLevel, loose.label.ordinal));
  }
  for (const [row, { label }] of found) {
    const level = row.type === 'line' ? (row.headingLevel ?? 0) : 0;
    const hasNeighbour = [-1, 1].some((step) => ofLevel.has(nameOf(level, label.ordinal + step)));
    if (!hasNeighbour && !above.has(label.numeral)) found.delete(row);
  }
  return found;
}

const nameOf = (level: number, ordinal: number): string => `${level} ${ordinal}`;
