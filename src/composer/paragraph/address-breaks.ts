import type { WordBreak } from './word-breaks.js';

/** After a mark of the address. */
const AFTER_MARK = 15;
/** Between any two of its characters: only for what would otherwise leave 0.13 em between Han. */
const ANYWHERE = 600;

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
 * Before the address, and inside it from its host on: `://` stays whole, a percent code too, and no mark of the
 * address starts a line.
 */
export function addressBreaks(word: string): WordBreak[] {
  const scheme = /[a-z][a-z+.-]*:\/\//i.exec(word);
  const start = scheme?.index ?? 0;
  const breaks: WordBreak[] = [];
  if (start > 1 && !OPENER.test(word[start - 1] as string)) {
    breaks.push({ at: start, penalty: AFTER_MARK, hyphen: false });
  }
  for (let at = start + (scheme?.[0].length ?? 1) + 1; at < word.length - 1; at++) {
    const [before, after] = [word[at - 1] as string, word[at] as string];
    if (NO_START.test(after) || OPENER.test(before) || /%.?$/.test(word.slice(at - 2, at))) continue;
    const penalty = /[\\/?&=\-.#_@]/.test(before) ? AFTER_MARK : ANYWHERE;
    breaks.push({ at, penalty, hyphen: false, opens: true });
  }
  return breaks;
}
