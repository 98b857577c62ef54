import { expect, test } from 'vitest';
import { linkAddress } from '../../../src/renderers/epub/link-address.js';

test.each([
  ['https://example.org/', 'https://example.org/'],
  [
    'https://example.org/路径?问=答#处',
    'https://example.org/%E8%B7%AF%E5%BE%84?%E9%97%AE=%E7%AD%94#%E5%A4%84',
  ],
  ['http://[::1]/a[b]|c', 'http://[::1]/a%5Bb%5D%7Cc'],
  ['http://a.example/100%?x#y#z', 'http://a.example/100%25?x#y%23z'],
  ['mailto:a b@example.org', 'mailto:a%20b@example.org'],
])('%s is written %s', (url, expected) => {
  expect(linkAddress(url)).toBe(expected);
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'chapter-001.xhtml',
  '',
  'http://',
  'mailto:',
  'mailto:?subject=x',
])('%j is no address for a book', (url) => {
  expect(linkAddress(url)).toBeUndefined();
});
