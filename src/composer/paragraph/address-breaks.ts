import type { WordBreak } from './word-breaks.js';

/** After a mark of the address. */
const AFTER_MARK = 15;
/** After `://`, which leaves little of the address on the line. */
const AFTER_SCHEME = 40;
/** Between the syllables of a name: only for what would otherwise leave 0.1 em between Han. */
const IN_NAME = 300;
/** Between any two characters of a name: only for 0.13 em. */
const ANYWHERE = 600;
/** Names that short stay whole, and so much of a name stays on either side. */
const LEAST_NAME = 6;
const LEAST_PART = 3;

/** Addresses of the net and of mail, paths with `/` or `\`, names of hosts. */
const ADDRESS =
  /:\/\/|^www\.|^[\w.+-]+@[\w-]+\.|^(?:[\w.~-]*\/){2,}|^[A-Za-z]:\\|^(?:[\w.~-]*\\){2,}|^[\w-]+\.(?:com|cn|org|net|edu|gov|io)\b/i;
/** 2021/10/01 and 1/2/3 are no paths. */
const NUMBERS = /^[\d/.-]+$/;

const OPENER = /[([{<"'\u2018\u201C]/;
/** Marks stay with what stands before them, and the second half of a surrogate pair with the first. */
const NO_START = /[\uDC00-\uDFFF\\/?&=\-.#_@,;:!)\]}>\u2019\u201D]/;

/** Whether a word is an address of the net, of mail or of a file. */
export function isAddress(word: string): boolean {
  return ADDRESS.test(word) && !NUMBERS.test(word);
}

/**
 * Before the address, and inside it from its host on: after its marks, at a price between the syllables of a name, at a
 * higher one anywhere in it. `://` stays whole, a percent code too, and no mark of the address starts a line.
 */
export function addressBreaks(word: string): WordBreak[] {
  const scheme = /[a-z][a-z+.-]*:\/\//i.exec(word);
  const start = scheme?.index ?? 0;
  const host = start + (scheme?.[0].length ?? 0);
  const breaks: WordBreak[] = [];
  if (start > 1 && !OPENER.test(word[start - 1] as string)) {
    breaks.push({ at: start, penalty: AFTER_MARK, hyphen: false });
  }
  if (scheme && host < word.length - 1) {
    breaks.push({ at: host, penalty: AFTER_SCHEME, hyphen: false, opens: true });
  }
  for (let at = host + 2; at < word.length - 1; at++) {
    const [before, after] = [word[at - 1] as string, word[at] as string];
    if (NO_START.test(after) || OPENER.test(before) || /%.?$/.test(word.slice(at - 2, at))) continue;
    const penalty = /[\\/?&=\-.#_@]/.test(before) ? AFTER_MARK : after === '%' ? IN_NAME : undefined;
    if (penalty !== undefined) breaks.push({ at, penalty, hyphen: false, opens: true });
  }
  for (const { 0: name, index } of word.matchAll(NAME)) {
    if (index < host || word[index - 1] === '%') continue;
    for (let at = LEAST_PART; at <= name.length - LEAST_PART; at++) {
      const penalty = isSyllableBreak(name, at) ? IN_NAME : ANYWHERE;
      breaks.push({ at: index + at, penalty, hyphen: false, opens: true });
    }
  }
  return breaks.sort((a, b) => a.at - b.at);
}

/** Letters and digits in a row. */
const NAME = new RegExp(`[\\p{L}\\p{Nd}]{${LEAST_NAME},}`, 'gu');

/**
 * Whether a syllable seems to begin: a consonant with a vowel
 * behind it, and a vowel among the letters before. So near is enough where no
 * hyphen is shown, and the patterns of a language need not be opened for the names of hosts.
 */
export function isSyllableBreak(name: string, at: number): boolean {
  return (
    /^[b-df-hj-np-tv-xz][aeiouy][a-z]/i.test(name.slice(at, at + 3)) &&
    /(?:[a-z][aeiouy][a-z]?|[aeiouy][a-z]{2})$/i.test(name.slice(Math.max(0, at - 3), at)) &&
    !/^(?:[cgpstw]h|ck|qu)/i.test(name.slice(at - 1, at + 1))
  );
}
