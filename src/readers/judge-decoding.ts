import { isCommonHan } from './common-han.js';

/** How much of a decoded text is looked at: enough to judge by, and a bound on the time it takes. */
const SAMPLE_LENGTH = 65_536;

/**
 * What a kind of character says about the decoding that gave it, the first that matches. Common Han and Chinese
 * marks are what right decoding yields; private-use, control and undecodable ones come from wrong guesses; in
 * between, rare Han are legal but numerous only in noise.
 */
const WORTH: readonly (readonly [name: string, worth: number, test: RegExp])[] = [
  ['damage', -8, /\uFFFD/],
  ['control', -8, /[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F]/],
  ['private use or unassigned', -6, /[\p{Co}\p{Cn}\p{Cs}]/u],
  ['ASCII', 0.2, /[\t\n\v\f\r -~]/],
  [
    'Chinese mark or space',
    1,
    /[\u3000-\u3002\u3008-\u3011\u2014\u2018\u2019\u201C\u201D\u2026\uFF01\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF1F]/,
  ],
  ['other Han', 0, /\p{Script=Han}/u],
  ['kana, Hangul, full-width forms', -0.2, /[\u3040-\u30FF\uAC00-\uD7AF\uFF00-\uFFEF]/],
  ['Latin with accents, signs', -0.5, /[\u00A0-\u2E7F]/],
];
const ANYTHING_ELSE = -2;

/**
 * Mean worth of a text's characters: near 1 for Chinese that was decoded as it was meant, near 0 or below for
 * noise. Empty text gives 0.
 */
export function judgeDecoding(text: string): number {
  let [sum, count] = [0, 0];
  for (const char of text.slice(0, SAMPLE_LENGTH)) {
    sum += worth(char);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

function worth(char: string): number {
  if (isCommonHan(char)) return 1;
  return WORTH.find(([, , test]) => test.test(char))?.[1] ?? ANYTHING_ELSE;
}
