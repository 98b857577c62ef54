import { expect, test } from 'vitest';
import { labelGap } from '../../src/model/index.js';
import { parseLabel } from '../../src/numbering/index.js';

test.each([
  ['第一章', '\u3000'],
  ['第一章\uFF1A', ''],
  ['一、', ''],
  ['(一)', ''],
  ['1.', ''],
  ['1.2', '\u3000'],
  ['A.', ' '],
])('after %s stands %j', (text, gap) => {
  const label = parseLabel(`${text} 总则`)?.label;
  expect(label && labelGap(label)).toBe(gap);
});
