import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatHan, formatLegal, MAX_HAN, parseHan } from '../../src/numbering/index.js';

test.each([
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['廿三', 23],
  ['卅', 30],
  ['一百零三', 103],
  ['一百一十', 110],
  ['一百十二', 112],
  ['一〇三', 103],
  ['○', 0],
  ['二〇二一', 2021],
  ['两百', 200],
  ['一千零一', 1001],
  ['十万', 100_000],
  ['一万零二十', 10_020],
  ['三十二万五千', 325_000],
  ['壹', 1],
  ['贰拾伍', 25],
  ['壹佰零叁', 103],
  ['001', 1],
  ['\uFF11\uFF12', 12],
])('%s is %d', (text, value) => {
  expect(parseHan(text)).toBe(value);
});

test.each(['', '章', '三十十', '十百', '百万百千', '1.5', '一 二', '万', '零万'])(
  '%j is no number',
  (text) => {
    expect(parseHan(text)).toBeUndefined();
  },
);

test.each([
  [0, '零'],
  [10, '十'],
  [15, '十五'],
  [103, '一百零三'],
  [110, '一百一十'],
  [1010, '一千零一十'],
  [100_000, '十万'],
  [10_020, '一万零二十'],
])('%d is written %s', (value, text) => {
  expect(formatHan(value)).toBe(text);
});

test('the legal signs of a cheque', () => {
  expect(formatLegal(103)).toBe('壹佰零叁');
});

test('reading what was written gives the number back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_HAN }), (value) => parseHan(formatHan(value)) === value),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_HAN }), (value) => parseHan(formatLegal(value)) === value),
  );
});

test.each([-1, 1.5, MAX_HAN + 1])('%d is refused', (value) => {
  expect(() => formatHan(value)).toThrow(RangeError);
});

test('any text is read or refused, never more', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'零一二十百千万廿壹拾1a') }), (text) => {
      const value = parseHan(text);
      return value === undefined || Number.isSafeInteger(value);
    }),
  );
});
