import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanCharacters } from '../../src/readers/characters.js';
import { decodeEntities } from '../../src/readers/entities.js';
import { RepairTally } from '../../src/readers/repairs.js';

function clean(text: string): [cleaned: string, repairs: Record<string, number>] {
  const tally = new RepairTally();
  const cleaned = cleanCharacters(text, tally);
  return [cleaned, Object.fromEntries(tally.list().map(({ rule, count }) => [rule, count]))];
}

describe('each rule mends and counts', () => {
  test.each([
    ['天\0地\x08', '天地', { 'control-character': 2 }],
    ['天\x85地\x9F', '天\x85地', { 'control-character': 1 }],
    ['天\uFFFE地\u{1FFFF}\uFDD0', '天地', { noncharacter: 3 }],
    ['天\uD800地\uDC00', '天\uFFFD地\uFFFD', { 'lone-surrogate': 2 }],
    ['天\u200B地\uFEFF\u2060', '天地', { 'zero-width': 3 }],
    ['天\u200D地\u200C', '天地', { 'zero-width': 2 }],
    ['天\u00AD地', '天地', { 'soft-hyphen': 1 }],
    ['天\u202E地\u2066', '天地', { 'bidi-control': 2 }],
    ['天\uFFFC地', '天地', { 'object-mark': 1 }],
    ['天\u00A0地\u2003', '天 地 ', { 'special-space': 2 }],
    ['\u2F00\u2F3C\u2EDA\u2EF0', '一心页龙', { radical: 4 }],
    ['\uF9D1\uFA0C', '六兀', { 'compatibility-ideograph': 2 }],
    ['a\u{E0041}b', 'ab', { 'tag-character': 1 }],
  ])('%j → %j', (text, expected, repairs) => {
    expect(clean(text)).toEqual([expected, repairs]);
  });
});

describe('what belongs to a text stays', () => {
  test.each([
    ['a family', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'],
    ['an emoji with a joined sign', '\u2764\uFE0F\u200D\u{1F525}'],
    ['a flag of tags', '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['Persian', 'می\u200Cخواهم'],
    ['Hindi', 'क्\u200Dष'],
    ['directions in a Hebrew line', 'שלום\u200F!'],
    ['the ideographic space', '天\u3000地'],
    ['tab and line end', 'a\tb\nc'],
    ['a variation selector', '葛\u{E0100}'],
    ['a unified ideograph among compatibility ones', '\uFA0E\uFA29'],
    ['a variant that names are written with', '\uFA19\uFA1B'],
    ['a radical without a character of its own', '\u2E80'],
  ])('%s', (_name, text) => {
    expect(clean(text)).toEqual([text, {}]);
  });
});

test('cleaning twice changes nothing more, and nothing that XML forbids is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const [once] = clean(text);
      expect(clean(once)).toEqual([once, {}]);
      expect(once).not.toMatch(/[\0-\x08\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/u);
    }),
    { numRuns: 1000 },
  );
});

describe('entities that stand as text', () => {
  test.each([
    ['&nbsp;正文', '\u00A0正文', 1],
    ['&amp;nbsp;正文', '\u00A0正文', 2],
    ['&amp;amp;nbsp;', '&nbsp;', 2],
    ['&ldquo;引文&rdquo;', '“引文”', 2],
    ['&#x4E00;&#19968;&#8203;', '一一\u200B', 3],
    ['a&#10;b', 'a b', 1],
  ])('%s', (text, expected, count) => {
    const tally = new RepairTally();
    expect(decodeEntities(text, tally)).toBe(expected);
    expect(tally.list()).toEqual([{ rule: 'html-entity', count }]);
  });

  test.each(['a & b', 'AT&T;', '?a=1&copy=2', '&unknown;', '&#x110000;', '&__proto__;', '&constructor;'])(
    '%s is left alone',
    (text) => {
      expect(decodeEntities(text, new RepairTally())).toBe(text);
    },
  );
});
