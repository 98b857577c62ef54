import { addressBreaks, isAddress } from './address-breaks.js';
import { hyphenationPoints } from './hyphenate.js';

/** A place inside a Latin word, number or address where a line may end. */
export interface WordBreak {
  /** UTF-16 index into the word of what starts the next line. */
  readonly at: number;
  /** How unwelcome, on the scale of `break-lines`. */
  readonly penalty: number;
  /** A hyphen is shown when the line ends here. */
  readonly hyphen: boolean;
  /** A loose line may part the two characters a little. */
  readonly opens?: true;
}

/** A hyphen costs about as much as a line whose Han stand 0.02 em apart. */
const HYPHEN = 60;
/** In a word of capitals (NATO, UNESCO) or with some inside (JavaScript), which one avoids: only where gaps would be seen. */
const HYPHEN_IN_CAPITALS = 300;
/** After a hyphen or slash that is there anyway. */
const AFTER_MARK = 15;
/** After a mark inside code: better than a line that shows its gaps. */
const IN_CODE = 150;
/** Between the words that make up a long name (getElementsBy|ClassName). */
const BETWEEN_HUMPS = 300;
/** In code, where a shorter name is parted before the line shows gaps of 0.13 em. */
const BETWEEN_HUMPS_OF_CODE = 600;
const LONG_NAME_OF_CODE = 12;

/** A row of letters and digits without sense (a checksum, a key), parted anywhere before the line shows gaps of 0.13 em. */
const CODE_WORD = /[A-Za-z0-9]{20,}/g;
const IN_CODE_WORD = 600;
/** So often letters and digits change places in it, so much stays on either side. */
const LEAST_CHANGES = 4;
const CODE_WORD_EDGE = 4;

/** Longer names of programs are parted at their capitals, for a hyphen would change the name. */
const LONG_TOKEN = 16;
/** Names joined by points, colons or bars: no hyphen belongs into such a thing. */
const isJoinedNames = /[\p{L}\p{Nd}](?:[._]|::)(?=\p{L})/u;
const HUMPS = /\p{Ll}(?=\p{Lu})/gu;
/** A mark that joins two names (`a.b`, `x='y'`, `std::mem`, `snake_case`); no mark starts the next line. */
const CODE_JOINT = /[\p{L}\p{Nd})\]}'"](?:[=.,;:/|&_+-]+|->|=>)(?=[\p{L}'"([{<$])/gu;
const LEAST_LENGTH = 4;
const NOWHERE: readonly WordBreak[] = [];

/** `hyphenate`: English is hyphenated. `code`: nothing is, and marks part names. */
export type WordManner = 'plain' | 'hyphenate' | 'code';

const known: Readonly<Record<WordManner, Map<string, readonly WordBreak[]>>> = {
  plain: new Map(),
  hyphenate: new Map(),
  code: new Map(),
};
const MAX_WORDS = 20_000;

/**
 * Where a word may be broken: English at its hyphenation points, compounds after their hyphen, addresses after
 * `/ ? & = - .` and, at a price, anywhere; code after the marks that join its names, and long names before their
 * capitals. Numbers are never broken.
 */
export function wordBreaks(word: string, manner: WordManner): readonly WordBreak[] {
  if (word.length < LEAST_LENGTH || isNumber(word)) return NOWHERE;
  const words = known[manner];
  let breaks = words.get(word);
  if (!breaks) {
    if (words.size >= MAX_WORDS) words.clear();
    breaks = findBreaks(word, manner);
    words.set(word, breaks);
  }
  return breaks;
}

/** Digits and what stands among them: asked before anything is looked up, for each number of a book is another word. */
function isNumber(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    const isPart = (unit >= 0x30 && unit <= 0x39) || unit === 0x2c || unit === 0x2e || unit === 0x25;
    if (!isPart) return false;
  }
  return true;
}

function findBreaks(word: string, manner: WordManner): readonly WordBreak[] {
  if (isAddress(word)) return addressBreaks(word);
  const breaks: WordBreak[] = [];
  for (const match of word.matchAll(/[A-Za-z]{2}[-\u2010/](?=[A-Za-z]{2})/g)) {
    // TCP/IP, but not and/or.
    const inCapitals = /[A-Z]{2}\/[A-Z]{2}/.test(word.slice(match.index, match.index + 5));
    breaks.push(wordBreak(match.index + 3, inCapitals ? HYPHEN_IN_CAPITALS : AFTER_MARK));
  }
  if (word.length >= LONG_TOKEN) {
    breaks.push(...partsOfToken(word), ...humps(word, LONG_TOKEN, BETWEEN_HUMPS), ...inCodeWords(word));
  }
  if (manner === 'code') {
    breaks.push(...humps(word, LONG_NAME_OF_CODE, BETWEEN_HUMPS_OF_CODE));
    for (const match of word.matchAll(CODE_JOINT)) {
      breaks.push(wordBreak(match.index + match[0].length, IN_CODE));
    }
  }
  if (manner === 'hyphenate' && !isJoinedNames.test(word)) breaks.push(...hyphens(word));
  return unique(breaks);
}

/** After the marks between the names of a long token. */
function* partsOfToken(word: string): Generator<WordBreak> {
  for (const match of word.matchAll(/[\w)\]}][._,;:/|&=](?=[A-Za-z_([{])/g)) {
    yield wordBreak(match.index + 2, HYPHEN);
  }
  // appendix-02-operators.md
  for (const match of word.matchAll(/[A-Za-z]-(?=\d)|\d-(?=[A-Za-z])/g)) {
    yield wordBreak(match.index + 2, HYPHEN);
  }
}

function* inCodeWords(word: string): Generator<WordBreak> {
  for (const { 0: row, index } of word.matchAll(CODE_WORD)) {
    if ((row.match(/[A-Za-z](?=\d)/g)?.length ?? 0) < LEAST_CHANGES) continue;
    for (let at = CODE_WORD_EDGE; at <= row.length - CODE_WORD_EDGE; at++) {
      // Digits that follow each other read as a number, which is never cut.
      if (!/\d\d/.test(row.slice(at - 1, at + 1))) yield wordBreak(index + at, IN_CODE_WORD);
    }
  }
}

/** Before the capitals inside names of a length. */
function* humps(word: string, least: number, penalty: number): Generator<WordBreak> {
  for (const name of word.matchAll(/\p{L}+/gu)) {
    if (name[0].length < least) continue;
    for (const hump of name[0].matchAll(HUMPS)) yield wordBreak(name.index + hump.index + 1, penalty);
  }
}

function* hyphens(word: string): Generator<WordBreak> {
  for (const match of word.matchAll(/\p{L}+/gu)) {
    const [letters] = match;
    // A letter that a digit touches belongs to a code (mp3player, H2SO4).
    if (touchesDigit(word, match.index, letters.length)) continue;
    const hasHumps = letters.search(HUMPS) >= 0;
    if (hasHumps && letters.length >= LONG_TOKEN) continue;
    const penalty = hasHumps || letters === letters.toUpperCase() ? HYPHEN_IN_CAPITALS : HYPHEN;
    for (const point of hyphenationPoints(letters)) yield wordBreak(match.index + point, penalty, true);
  }
}

function touchesDigit(word: string, from: number, length: number): boolean {
  return /\d/.test(word[from - 1] ?? '') || /\d/.test(word[from + length] ?? '');
}

const wordBreak = (at: number, penalty: number, hyphen = false): WordBreak => ({ at, penalty, hyphen });

function unique(breaks: WordBreak[]): WordBreak[] {
  breaks.sort((a, b) => a.at - b.at || a.penalty - b.penalty);
  return breaks.filter((one, index) => one.at !== breaks[index - 1]?.at);
}
