import { createRequire } from 'node:module';

/** CSS `hyphenate-limit-chars` suggests 5 2 2: letters in the word, before the break, after it. */
const LEAST_LETTERS = 5;
const LEAST_BEFORE = 2;
const LEAST_AFTER = 2;
/** Longer than any English word; the pattern search takes quadratic time. */
const MOST_LETTERS = 60;
const SOFT_HYPHEN = '\u00AD';

/** The part of the package `hyphen` that is used; it ships no types. */
type CreateHyphenator = (
  patterns: unknown,
  options: { readonly hyphenChar: string; readonly minWordLength: number },
) => (text: string) => string;

let insertHyphens: ((text: string) => string) | undefined;

/** The patterns are opened at the first long word only: most Chinese articles have none. */
function loadHyphenator(): (text: string) => string {
  const require = createRequire(import.meta.url);
  const createHyphenator = require('hyphen') as CreateHyphenator;
  const patterns: unknown = require('hyphen/patterns/en-us.js');
  return createHyphenator(patterns, { hyphenChar: SOFT_HYPHEN, minWordLength: LEAST_LETTERS });
}

/** Where an English word may be hyphenated, as UTF-16 indexes into it; a short word has no such place. */
export function hyphenationPoints(word: string): readonly number[] {
  if (word.length < LEAST_LETTERS || word.length > MOST_LETTERS) return [];
  insertHyphens ??= loadHyphenator();
  const points: number[] = [];
  let index = 0;
  for (const part of insertHyphens(word).split(SOFT_HYPHEN)) {
    index += part.length;
    if (index >= LEAST_BEFORE && index <= word.length - LEAST_AFTER) points.push(index);
  }
  return points;
}
