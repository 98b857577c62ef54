import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FAMILIES } from '../../../src/structure/furniture/furniture-families.js';
import { strongestFamily } from '../../../src/structure/furniture/strongest-family.js';

/** Lines of a shape, its lookarounds aside, which fast-check does not make. */
function linesOf(pattern: RegExp): string[] {
  const source = pattern.source
    .replaceAll('\\p{Script=Han}', '[一-龥]')
    .replaceAll(/\(\?[=!](?:\([^()]*\)|[^()])*\)/gu, '');
  const made = fc.sample(fc.stringMatching(new RegExp(source, 'u')), { numRuns: 400, seed: 7 });
  return made.filter((line) => pattern.test(line));
}

/** A cue that is too narrow would take a family's lines away from it without a sign. */
test.each(FAMILIES.map((family, index) => [`${index} ${family.rule}`, family] as const))(
  'what family %s describes has its cue',
  (_name, { pattern, weight }) => {
    const lines = linesOf(pattern);
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) {
      // another family may be as strong and stand before it
      expect(strongestFamily(line, weight - 1)?.weight ?? 0, line).toBeGreaterThanOrEqual(weight);
    }
  },
);
