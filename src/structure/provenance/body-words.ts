import { isBody, type Row } from '../row.js';

/**
 * What a text speaks of. The words of a title come back in its text, those of a site above it do not; and a person
 * whom the text never names is not whom it is about, but who wrote it.
 */
export interface BodyWords {
  /** Characters that were looked at: a short text proves nothing. */
  readonly size: number;
  readonly has: (word: string) => boolean;
  /** The share of the pairs of neighbouring Han of a line that stand in the text too, and how many pairs it has. */
  readonly shareOf: (line: string) => { readonly share: number; readonly pairs: number };
}

/** A title is spoken of early. */
const LONGEST = 20_000;
const PAIR = /(?=(\p{Script=Han}{2}))/gu;

/** The words of the rows that are running text. */
export function bodyWords(rows: readonly Row[]): BodyWords {
  let text = '';
  for (const row of rows) {
    if (row.type === 'line' && isBody(row)) text += `${row.text}\n`;
    if (text.length > LONGEST) break;
  }
  const pairs = new Set(pairsOf(text));
  return {
    size: text.length,
    has: (word) => text.includes(word),
    shareOf: (line) => {
      const own = [...new Set(pairsOf(line))];
      const shared = own.filter((pair) => pairs.has(pair)).length;
      return { share: own.length === 0 ? 0 : shared / own.length, pairs: own.length };
    },
  };
}

function pairsOf(text: string): string[] {
  return [...text.matchAll(PAIR)].map((match) => match[1] ?? '');
}
