import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hanCount } from '../../src/structure/row.js';
import { lookAt, SIGN, signsOf } from '../../src/structure/signs.js';

/** What a kind stands for, as the pattern that rules would otherwise begin with. */
const PATTERNS: readonly (readonly [keyof typeof SIGN, RegExp])[] = [
  ['han', /\p{Script=Han}/u],
  ['blank', /\s/u],
  ['tab', /\t/u],
  ['bar', /[|\uFF5C]/u],
  ['digit', /[0-9]/u],
  ['letter', /[A-Za-z]/u],
  ['dot', /\./u],
  ['colon', /[:\uFF1A]/u],
];

test.each(PATTERNS)(
  '%s is seen where its pattern matches, in all of Unicode below U+10000',
  (kind, pattern) => {
    const wrong: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const char = String.fromCharCode(unit);
      if (((signsOf(char) & SIGN[kind]) !== 0) !== pattern.test(char)) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  },
);

test('a line is looked at once for all: its Han are those that are counted', () => {
  const character = fc.constantFrom(...'天〇々𠮷𠮷a，😀 ', '\uD842', '\uDFB7');
  fc.assert(
    fc.property(fc.array(character, { maxLength: 20 }), (characters) => {
      const text = characters.join('');
      expect(lookAt(text)).toEqual({ signs: signsOf(text), han: hanCount(text) });
      expect(hanCount(text)).toBe(text.match(/\p{Script=Han}/gu)?.length ?? 0);
    }),
  );
});
