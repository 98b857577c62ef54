import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { breakAgain, parseCases, plainText } from './break-case.js';

const FOLDER = new URL('cases/', import.meta.url);

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))('%s', (name) => {
  const cases = parseCases(readFileSync(new URL(name, FOLDER), 'utf8'));
  test.each(cases.map((one) => [one.rule, one.perLine ?? 'anywhere', one.expected, one] as const))(
    '%s, %s: %s',
    (_rule, _measure, expected, one) => {
      expect(breakAgain(one)).toBe(plainText(expected));
    },
  );
});
