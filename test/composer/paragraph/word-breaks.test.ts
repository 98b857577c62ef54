import { expect, test } from 'vitest';
import { type WordManner, wordBreaks } from '../../../src/composer/paragraph/word-breaks.js';

const broken = (word: string, manner: WordManner): string => {
  const ends = wordBreaks(word, manner).map(({ at }) => at);
  return [0, ...ends].map((from, index) => word.slice(from, ends[index])).join('|');
};

test.each([
  ["autocomplete='on'", "autocomplete=|'on'"],
  ['this.value.focus()', 'this.|value.|focus()'],
  ['std::mem', 'std::|mem'],
  ['snake_case', 'snake_|case'],
])('code may be broken after the marks that join its names: %s', (word, expected) => {
  expect(broken(word, 'code')).toBe(expected);
});

test.each(['--flag', '3.1416', 'defineProps()', 'a[0]==1'])('%s stays whole as code', (word) => {
  expect(broken(word, 'code')).toBe(word);
});

test('English is hyphenated as text and never as code', () => {
  expect(broken('understanding', 'hyphenate')).toContain('|');
  expect(broken('understanding', 'code')).toBe('understanding');
});
