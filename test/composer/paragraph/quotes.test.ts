import { expect, test } from 'vitest';
import { CharClass } from '../../../src/composer/paragraph/characters.js';
import { gatherCharacters } from '../../../src/composer/paragraph/gather.js';
import { resolveClasses } from '../../../src/composer/paragraph/resolve-classes.js';
import { LOOK } from '../set-on-grid.js';

const NAMES: Readonly<Record<number, string>> = {
  [CharClass.Open]: '「',
  [CharClass.Close]: '」',
  [CharClass.LatinOpen]: '<',
  [CharClass.LatinClose]: '>',
  [CharClass.LatinSign]: "'",
};

/** Whose each curly quote of a text is: 「」 Chinese, <> Latin, ' an apostrophe. */
function ownersOf(text: string, language = 'zh-Hans'): string {
  const characters = gatherCharacters([{ type: 'text', text, look: LOOK }]);
  resolveClasses(characters, { language, punctuation: 'full' });
  return [...characters.codePoints]
    .map((codePoint, index) => (/[\u2018-\u201D]/.test(String.fromCodePoint(codePoint)) ? index : -1))
    .filter((index) => index >= 0)
    .map((index) => NAMES[characters.classes[index] ?? -1] ?? '?')
    .join('');
}

test.each([
  ['他说\u201C你好\u201D。', '「」'],
  ['他说\u201Chello\u201D。', '「」'],
  ['\u201C你好\u201D', '「」'],
  ['国\u201C国\u201D国', '「」'],
  ['\u201C他说\u2018好\u2019\u201D', '「「」」'],
  ['He said \u201Chello\u201D to me', '<>'],
  ['书名 A \u201Cword\u201D B 结束', '<>'],
  ['don\u2019t', "'"],
  ['他说 don\u2019t 就走', "'"],
  ['Children\u2019s 节', "'"],
  ['the \u201990s', "'"],
  ['怀念、\u201990s 的歌', "'"],
  ['听 rock \u2019n\u2019 roll 去', "''"],
  ['\u2018quoted words\u2019 here', '<>'],
  ['\u201C跨段的引文没有结尾', '「'],
  ['没有开头的引文\u201D', '」'],
  ['\u201C\u201D', '「」'],
])('%s: %s', (text, owners) => {
  expect(ownersOf(text)).toBe(owners);
});

test('without evidence the language decides', () => {
  expect(ownersOf('\u201C\u201D', 'en')).toBe('<>');
});

test('a text of nothing but quotes is read in linear time', () => {
  expect(ownersOf('\u201C'.repeat(50_000) + '\u2019'.repeat(50_000))).toHaveLength(100_000);
});
