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
/** In a word of capitals (NATO, UNESCO), which one avoids: only where the line would show its gaps. */
const HYPHEN_IN_CAPITALS = 300;
/** After a hyphen or slash that is there anyway. */
const AFTER_MARK = 15;
/** After a mark inside code: better than a line that shows its gaps. */
const IN_CODE = 150;
/** Between any two characters of an address: better than a gappy line, worse than after a mark. */
const IN_ADDRESS = 150;

const isAddress =
  /:\/\/|^www\.|^[\w.+-]+@[\w-]+\.|^(?:[\w.~-]*\/){2,}|^[\w-]+\.(?:com|cn|org|net|edu|gov|io)\b/i;
const LONG_TOKEN = 16;
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
 * `/ ? & = - .` and, at a price, anywhere; code after the marks that join its names. Numbers are never broken.
 */
export function wordBreaks(word: string, manner: WordManner): readonly WordBreak[] {
  if (word.length < LEAST_LENGTH) return NOWHERE;
  const words = known[manner];
  let breaks = words.get(word);
  if (!breaks) {
    if (words.size >= MAX_WORDS) words.clear();
    breaks = findBreaks(word, manner);
    words.set(word, breaks);
  }
  return breaks;
}

function findBreaks(word: string, manner: WordManner): readonly WordBreak[] {
  if (isAddress.test(word)) return addressBreaks(word);
  const breaks: WordBreak[] = [];
  for (const match of word.matchAll(/[A-Za-z]{2}[-\u2010/](?=[A-Za-z]{2})/g)) {
    breaks.push(wordBreak(match.index + 3, AFTER_MARK));
  }
  if (word.length >= LONG_TOKEN) {
    for (const match of word.matchAll(/[\w)\]}][._,;:/|&=](?=[A-Za-z_([{])/g)) {
      breaks.push(wordBreak(match.index + 2, HYPHEN));
    }
  }
  if (manner === 'code') {
    for (const match of word.matchAll(CODE_JOINT)) {
      breaks.push(wordBreak(match.index + match[0].length, IN_CODE));
    }
  }
  if (manner === 'hyphenate') {
    for (const match of word.matchAll(/\p{L}+/gu)) {
      // A letter that a digit touches belongs to a code (mp3player, H2SO4).
      if (touchesDigit(word, match.index, match[0].length)) continue;
      const penalty = match[0] === match[0].toUpperCase() ? HYPHEN_IN_CAPITALS : HYPHEN;
      for (const point of hyphenationPoints(match[0])) {
        breaks.push(wordBreak(match.index + point, penalty, true));
      }
    }
  }
  return unique(breaks);
}

function touchesDigit(word: string, from: number, length: number): boolean {
  return /\d/.test(word[from - 1] ?? '') || /\d/.test(word[from + length] ?? '');
}

/**
 * Before the address, and inside it from its host on: `://` stays whole, a percent code too, and no mark of the
 * address starts a line.
 */
function addressBreaks(word: string): WordBreak[] {
  const scheme = /[a-z][a-z+.-]*:\/\//i.exec(word);
  const start = scheme?.index ?? 0;
  const breaks: WordBreak[] = [];
  if (start > 1 && !/[([{<"']/.test(word[start - 1] as string)) breaks.push(wordBreak(start, AFTER_MARK));
  for (let at = start + (scheme?.[0].length ?? 1) + 1; at < word.length - 1; at++) {
    const [before, after] = [word[at - 1] as string, word[at] as string];
    if (/[\uDC00-\uDFFF/?&=\-.#_,;:!)\]}>]/.test(after) || /%.?$/.test(word.slice(at - 2, at))) continue;
    breaks.push({ ...wordBreak(at, /[/?&=\-.#_]/.test(before) ? AFTER_MARK : IN_ADDRESS), opens: true });
  }
  return breaks;
}

const wordBreak = (at: number, penalty: number, hyphen = false): WordBreak => ({ at, penalty, hyphen });

function unique(breaks: WordBreak[]): WordBreak[] {
  breaks.sort((a, b) => a.at - b.at || a.penalty - b.penalty);
  return breaks.filter((one, index) => one.at !== breaks[index - 1]?.at);
}
