import { expect, test } from 'vitest';
import { balanceLines } from '../../../src/renderers/epub/balance-lines.js';

test.each([
  ['短题', 8, ['短题']],
  ['关于进一步加强排版工作的通知', 8, ['关于进一步加强', '排版工作的通知']],
  ['论《文心雕龙》、《诗品》', 7, ['论《文心雕', '龙》、《诗品》']],
  ['用 TypeScript 写 Node.js 程序', 8, ['用 TypeScript', '写 Node.js 程序']],
  ['', 8, []],
])('%s on lines of %d', (title, measureEm, expected) => {
  expect(balanceLines(title, measureEm)).toEqual(expected);
});

test('a word wider than the measure has a line of its own', () => {
  expect(balanceLines('论Donaudampfschiff', 4)).toEqual(['论', 'Donaudampfschiff']);
});
