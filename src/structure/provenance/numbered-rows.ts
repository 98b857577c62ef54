import { parseLabel } from '../../numbering/index.js';
import { rememberedOf } from '../remembered.js';
import type { Row, TextRow } from '../row.js';

/** Numbers that a chapter has which is a page of its own; 一、 alone opens a text. */
export const OF_BOOKS: ReadonlySet<string> = new Set(['volume', 'chapter', 'section']);

/**
 * Which numbered lines are some of several, and which stand alone: 第三章 旧船坞 and 五一，走了一趟皖南 above a text that
 * counts nothing else are its title.
 */
export class NumberedRows {
  readonly #rows: readonly Row[];

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
  }

  /** Numbered, and no line of the text has the number before or behind it. */
  standsAlone({ text }: TextRow): boolean {
    const label = parseLabel(text)?.label;
    if (!label) return false;
    const { scheme, ordinal } = label;
    const has = (other: number): boolean => numbersOf(this.#rows).has(`${scheme} ${other}`);
    return !has(ordinal + 1) && !has(ordinal - 1) && (ordinal > 1 || OF_BOOKS.has(scheme));
  }
}

/** Every number of a text, read when the first one is asked for. */
const numbersOf: (rows: readonly Row[]) => ReadonlySet<string> = rememberedOf(readNumbers);

function readNumbers(rows: readonly Row[]): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const row of rows) {
    const label = row.type === 'line' ? parseLabel(row.text)?.label : undefined;
    if (label) numbers.add(`${label.scheme} ${label.ordinal}`);
  }
  return numbers;
}
