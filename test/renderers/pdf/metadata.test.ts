import { expect, test } from 'vitest';
import { dayOf, infoOf, xmpOf } from '../../../src/renderers/pdf/metadata.js';

const PLAIN = { title: '题', authors: [], language: 'zh-Hans' };

test('what XML would read as markup is escaped, what it forbids is left out', () => {
  expect(xmpOf({ ...PLAIN, title: '甲 & 乙 <丙>\u0007' })).toContain('>甲 &amp; 乙 &lt;丙&gt;</rdf:li>');
});

test('each author is an item', () => {
  expect(xmpOf({ ...PLAIN, authors: ['丁', '戊'] })).toContain(
    '<rdf:Seq><rdf:li>丁</rdf:li><rdf:li>戊</rdf:li></rdf:Seq>',
  );
  expect(infoOf({ ...PLAIN, authors: ['丁', '戊'] }).Author).toBe('丁、戊');
});

test('a day is noon in UTC', () => {
  expect(dayOf('2021-10-01')?.toISOString()).toBe('2021-10-01T12:00:00.000Z');
});

test.each(['2021-13-45', '2021', '昨天', ''])('%j is no day', (text) => {
  expect(dayOf(text)).toBeUndefined();
});
