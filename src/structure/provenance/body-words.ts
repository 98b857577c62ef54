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
const PAIR = /\p{Script=Han}{2}/uy;

/** The words of the rows that are running text. */
export function bodyWords(rows: readonly Row[]): BodyWords {
  let text = '';
  for (const row of rows) {
    if (row.type === 'line' && isBody(row)) text += `${row.text}\n`;
    if (text.length > LONGEST) break;
  }
  let pairs: ReadonlySet<string> | undefined;
  return {
    size: text.length,
    has: (word) => text.includes(word),
    shareOf: (line) => {
      pairs ??= pairsOf(text);
      const known = pairs;
      const own = [...pairsOf(line)];
      const shared = own.filter((pair) => known.has(pair)).length;
      return { share: own.length === 0 ? 0 : shared / own.length, pairs: own.length };
    },
  };
}

/** Every two Han that stand side by side. */
function pairsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) {
    const [unit, next] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
    if (isCommonHan(unit) && isCommonHan(next)) found.add(text.slice(at, at + 2));
    else if (unit >= FIRST_HAN && next >= FIRST_HAN) {
      PAIR.lastIndex = at;
      const pair = PAIR.exec(text)?.[0];
      if (pair !== undefined) found.add(pair);
    }
  }
  return found;
}

/** Script Han has nothing before the radicals. */
const FIRST_HAN = 0x2e80;
const isCommonHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
