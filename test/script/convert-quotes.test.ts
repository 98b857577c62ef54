import { expect, test } from 'vitest';
import { convertQuotes } from '../../src/script/convert-quotes.js';

test.each([
  ['他說\uFF1A“走吧。”', '他說\uFF1A「走吧。」'],
  ['“他說‘好’。”', '「他說『好』。」'],
  ['所謂“5G”時代', '所謂「5G」時代'],
  ['“ABC”是字母', '「ABC」是字母'],
  ['He said “hello” to me', 'He said “hello” to me'],
  ['don’t 说', 'don’t 说'],
  ['“他走了', '「他走了'],
  ['’90年代', '’90年代'],
  ['', ''],
])('%s in corner brackets is %s', (mainland, corners) => {
  expect(convertQuotes(mainland, 'traditional')).toBe(corners);
});

test.each([
  ['他說\uFF1A「走吧。」', '他說\uFF1A“走吧。”'],
  ['「他說『好』。」', '“他說‘好’。”'],
])('%s in the quotes of the mainland is %s', (corners, mainland) => {
  expect(convertQuotes(corners, 'simplified')).toBe(mainland);
});
