import { expect, test } from 'vitest';
import { asciiUrl, leadsSomewhere } from '../../../src/renderers/pdf/links.js';

test.each([
  ['https://a.b/c?d=e&f#g', 'https://a.b/c?d=e&f#g'],
  ['https://例.com/路', 'https://xn--fsq.com/%E8%B7%AF'],
  ['https://谁@例.com:8080/', 'https://%E8%B0%81@xn--fsq.com:8080/'],
  ['http://[::1]/路', 'http://[::1]/%E8%B7%AF'],
  ['https://a.b/已%20编码', 'https://a.b/%E5%B7%B2%20%E7%BC%96%E7%A0%81'],
  ['https://a.b/c d"e(f)', 'https://a.b/c%20d%22e(f)'],
  ['https://a.b/<x>\\^`{|}', 'https://a.b/%3Cx%3E%5C%5E%60%7B%7C%7D'],
  ['https://a.b/\n\u0000\u007F', 'https://a.b/%0A%00%7F'],
  ['https://a.b/\uD800', 'https://a.b/%EF%BF%BD'],
  ['mailto:林@a.b', 'mailto:%E6%9E%97@a.b'],
])('%j is written as %j', (url, ascii) => {
  expect(asciiUrl(url)).toBe(ascii);
});

test.each([
  ['https://a.b', true],
  ['HTTP://a.b', true],
  ['mailto:a@b.c', true],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['data:text/html,x', false],
  ['//a.b', false],
  ['', false],
])('%j can be clicked: %s', (url, leads) => {
  expect(leadsSomewhere({ kind: 'url', url }, new Map())).toBe(leads);
});

test('a place can be clicked when it is there', () => {
  const places = new Map([['note-1', {}]]);
  expect(['note-1', 'note-2'].map((name) => leadsSomewhere({ kind: 'place', name }, places))).toEqual([
    true,
    false,
  ]);
});
