import { expect, test } from 'vitest';
import { isZhuyin, rubyParts } from '../../src/model/index.js';

/** 汉(hàn) for a reading over its base, plain text as it is. */
const shown = (base: string, reading: string): string =>
  rubyParts({ type: 'ruby', base, reading })
    .map((part) => (part.type === 'ruby' ? `${part.base}(${part.reading})` : part.text))
    .join('');

test.each([
  ['汉字', 'hàn zì', '汉(hàn)字(zì)'],
  ['东京', 'とう きょう', '东(とう)京(きょう)'],
  // marks have none
  ['你好\uFF0C世界', 'nǐ hǎo shì jiè', '你(nǐ)好(hǎo)\uFF0C世(shì)界(jiè)'],
  // zhuyin says itself where a syllable ends
  ['注音', 'ㄓㄨˋㄧㄣ', '注(ㄓㄨˋ)音(ㄧㄣ)'],
  ['我的窗', 'ㄨㄛˇ˙ㄉㄜㄔㄨㄤ', '我(ㄨㄛˇ)的(˙ㄉㄜ)窗(ㄔㄨㄤ)'],
  // a word is read as one
  ['北京', 'Běijīng', '北京(Běijīng)'],
  ['大人', 'おとな', '大人(おとな)'],
  ['汉字', 'hàn zì biǎo', '汉字(hàn zì biǎo)'],
  ['Node 字', 'a b', 'Node 字(a b)'],
  ['汉', 'hàn', '汉(hàn)'],
])('%s %s', (base, reading, expected) => {
  expect(shown(base, reading)).toBe(expected);
});

test.each([
  ['ㄓㄨˋ', true],
  ['˙ㄉㄜ', true],
  ['zhù', false],
  ['ˋ', false],
  ['', false],
])('%s is zhuyin: %s', (reading, expected) => {
  expect(isZhuyin(reading)).toBe(expected);
});
