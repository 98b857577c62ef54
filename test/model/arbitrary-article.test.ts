import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleText, outline } from '../../src/model/index.js';
import { arbitraryArticle } from './arbitrary-article.js';

test('generated articles have text, an outline and no reference that leads nowhere', () => {
  fc.assert(
    fc.property(arbitraryArticle, (article) => {
      expect(article.parts.length).toBeGreaterThan(0);
      expect(typeof articleText(article)).toBe('string');
      expect(outline(article).every((entry, index) => entry.number === index + 1)).toBe(true);
      const written = JSON.stringify([article.lead, article.parts]);
      const referred = [...written.matchAll(/"noteId":"([^"]+)"/g)].map(([, id]) => id);
      expect(article.notes.map((note) => note.id)).toEqual([...new Set(referred)]);
    }),
  );
});
