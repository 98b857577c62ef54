import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weigh } from '../../../src/readers/html/content/weigh-text.js';

test.each([
  ['', 0],
  ['春眠不觉晓，处处闻啼鸟。', 10],
  ['Hello, world', 4],
  ['第 5 页', 3],
  ['12个字', 2],
  ['𠮷野家', 3],
])('%s weighs %i', (text, weight) => {
  expect(weigh(text)).toBe(weight);
});

/** Every Han, and every run of letters and digits, which counts two when it is longer than one. */
function weighedByWords(text: string): number {
  const words = text.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
  return words.reduce((sum, word) => sum + (word.length > 1 && word.charCodeAt(0) < 0x2e80 ? 2 : 1), 0);
}

test('usual characters are counted as all are', () => {
  const character = fc.constantFrom(
    ...'天地玄黄，。“”（） aZ09-—…·éΩ々〇\u3006𠮷ｱ가\uFF21\uFF19\uFF1A\u2460\u00B2\t',
  );
  fc.assert(
    fc.property(fc.array(character, { maxLength: 24 }), (characters) => {
      const text = characters.join('');
      expect(weigh(text)).toBe(weighedByWords(text));
    }),
  );
});
