import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchLine, parsePattern } from '../../../src/structure/furniture/line-pattern.js';

test.each([
  ['上一篇*', '上一篇\uFF1A某文', '上一篇\uFF1A某文'],
  ['上一篇*', '上一篇', '上一篇'],
  ['*责编*', '\uFF08责编\uFF1A张三\uFF09', '\uFF08责编\uFF1A张三\uFF09'],
  ['文章作者\uFF1A{}', '文章作者\uFF1A林一', '林一'],
  ['{}\uFF08第#期\uFF09', '山村旧事\uFF08第12期\uFF09', '山村旧事'],
  ['第#讲 *', '第十二讲 声调', '第十二讲 声调'],
  ['【{}】*', '【县报】记者', '县报'],
  ['\\*\\#\\{\\}', '*#{}', '*#{}'],
])('%s finds in %s: %s', (pattern, line, expected) => {
  expect(matchLine(parsePattern(pattern), line)).toBe(expected);
});

test.each([
  ['上一篇*', '他说上一篇'],
  ['第#讲 *', '第某讲 声调'],
  ['第#讲', '第三讲座'],
  ['.*', '任何'],
  ['', '任何'],
])('%s does not fit %s', (pattern, line) => {
  expect(matchLine(parsePattern(pattern), line)).toBeUndefined();
});

test('a pattern of many stars is no way to make a reading hang', () => {
  expect(matchLine(parsePattern('*a'.repeat(200)), `${'a'.repeat(1990)}b`)).toBeUndefined();
});

test('a line fits itself, written without signs, and the value of {} alone is the whole of it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (line) => {
      const text = line.trim();
      const literal = text.replace(/[\\*#{}]/gu, '\\$&');
      expect(matchLine(parsePattern(literal), text)).toBe(text);
      expect(matchLine(parsePattern('{}'), text)).toBe(text);
    }),
  );
});
