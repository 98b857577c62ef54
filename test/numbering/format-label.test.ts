import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NumberingScheme } from '../../src/model/index.js';
import { formatLabel, parseLabel, relabel } from '../../src/numbering/index.js';

const MOST_BY_SCHEME: Readonly<Partial<Record<NumberingScheme, number>>> = {
  volume: 99,
  chapter: 999,
  section: 99,
  article: 999,
  han: 99,
  'han-bracketed': 99,
  arabic: 999,
  'arabic-bracketed': 999,
  circled: 50,
  legal: 10,
  stem: 10,
};

test.each(Object.entries(MOST_BY_SCHEME))(
  'a written label of scheme %s is read as itself',
  (scheme, most) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: most }), (ordinal) => {
        const label = formatLabel(scheme as NumberingScheme, ordinal);
        expect(parseLabel(`${label.text}\u3000总则`)?.label).toEqual(label);
      }),
    );
  },
);

test.each([
  ['第3回', 4, '第4回'],
  ['第三回', 12, '第十二回'],
  ['第003章', 4, '第004章'],
  ['(一)', 2, '(二)'],
  ['1、', 2, '2、'],
  ['⑵', 3, '⑶'],
  ['壹、', 2, '贰、'],
  ['1.2', 3, '1.3'],
])('%s becomes number %d as %s', (before, ordinal, after) => {
  const label = parseLabel(`${before} 总则`)?.label;
  expect(label && relabel(label, ordinal).text).toBe(after);
});
