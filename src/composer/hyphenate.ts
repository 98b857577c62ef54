import createHyphenator from 'hyphen';
import patterns from 'hyphen/patterns/en-us.js';

/** CSS `hyphenate-limit-chars` suggests 5 2 2: letters in the word, before the break, after it. */
const LEAST_LETTERS = 5;
const LEAST_BEFORE = 2;
const LEAST_AFTER = 2;
/** Longer than any English word; the pattern search takes quadratic time. */
const MOST_LETTERS = 60;
const SOFT_HYPHEN = '\u00AD';

const insertHyphens = createHyphenator(patterns, { hyphenChar: SOFT_HYPHEN, minWordLength: LEAST_LETTERS });
const pointsByWord = new Map<string, readonly number[]>();
const MAX_WORDS = 20_000;

/**
 * Where an English word may be hyphenated, as UTF-16 indexes into it. Short words and words in capitals have no
 * such place: 6.1 and 6.2 of the rule book.
 */
export function hyphenationPoints(word: string): readonly number[] {
  if (word.length < LEAST_LETTERS || word.length > MOST_LETTERS || word === word.toUpperCase()) return [];
  const known = pointsByWord.get(word);
  if (known) return known;
  if (pointsByWord.size >= MAX_WORDS) pointsByWord.clear();
  const points = findPoints(word);
  pointsByWord.set(word, points);
  return points;
}

function findPoints(word: string): number[] {
  const points: number[] = [];
  let index = 0;
  for (const part of insertHyphens(word).split(SOFT_HYPHEN)) {
    index += part.length;
    if (index >= LEAST_BEFORE && index <= word.length - LEAST_AFTER) points.push(index);
  }
  return points;
}
