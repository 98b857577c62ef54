import { createHash } from 'node:crypto';
import { type Article, articleText } from '../../model/index.js';

/**
 * A name for the book that depends on its content alone: the same article has the same one in every template, on
 * every machine. Shaped as a UUID of version 5, one made from a hash.
 */
export function bookIdentifier(article: Article): string {
  const { title, subtitle, language, provenance } = article;
  const { authors, publishedOn, sourceName, sourceUrl } = provenance;
  const content = [
    title,
    subtitle,
    language,
    authors,
    publishedOn,
    sourceName,
    sourceUrl,
    articleText(article),
  ];
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
