import { describe, expect, test } from 'vitest';
import { EXTREMES } from '../../outputs/extreme-articles.js';
import { openBook } from './opened-book.js';
import { malformed } from './well-formed.js';

/** What EPUBCheck, its port or Ace reject, and how it looks in a part. */
const REJECTED: readonly RegExp[] = [
  /href="(?:mailto:|javascript:|file:|data:|vbscript:)"/,
  /href="[^"]*[^\x21-\x7E"][^"]*"/,
  /href="(?:javascript|file|data|vbscript|ftp|tel):/,
  /<script|\son[a-z]+="/i,
  /epub:type="index[-"]/,
  /<dc:(?:title|creator|date|source|description)[^>]*>\s*<\//,
];

describe.each(Object.keys(EXTREMES))('%s', (name) => {
  test('is a book without what checkers reject', async () => {
    const article = EXTREMES[name]?.();
    if (!article) throw new RangeError(name);
    const { names, part } = await openBook(article);
    for (const file of names.filter((file) => /^OEBPS\/.*\.(?:xhtml|opf|ncx)$/.test(file))) {
      const xml = part(file.replace('OEBPS/', ''));
      expect(malformed(xml), file).toBeUndefined();
      expect(REJECTED.filter((fault) => fault.test(xml)).map(String), file).toEqual([]);
    }
  });
});

test('a day that no month has is no date of the book', async () => {
  const { part } = await openBook(EXTREMES['properties of 10,000 characters']?.() as never);
  expect(part('content.opf')).not.toContain('2021-02-30');
});
