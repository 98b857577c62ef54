import { expect, test } from 'vitest';
import { sourceAttachment } from '../src/source-attachment.js';
import { article, paragraph } from './composer/articles.js';

const PLAIN = article([paragraph('文')]);
const BYTES = Buffer.from('文');

test.each([
  ['text', undefined, 'source.txt', 'text/plain'],
  ['markdown', 'diary.md', 'diary.md', 'text/markdown'],
  ['html', 'page.htm', 'page.htm', 'text/html'],
  [
    'docx',
    undefined,
    'source.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['json', undefined, 'source.json', 'application/json'],
] as const)('%s called %s is attached as %s', (format, fileName, name, mediaType) => {
  const attached = sourceAttachment({ format, article: PLAIN }, BYTES, fileName);
  expect(attached).toEqual({ name, bytes: BYTES, mediaType, description: 'source', relationship: 'Source' });
});

test('its day is that of the article, never that of the file; encoding and address are told', () => {
  const dated = {
    ...PLAIN,
    provenance: { authors: [], publishedOn: '2021-10-01', sourceUrl: 'https://a.b/' },
  };
  expect(sourceAttachment({ format: 'text', encoding: 'gb18030', article: dated }, BYTES)).toMatchObject({
    description: 'source, gb18030, https://a.b/',
    modifiedOn: new Date('2021-10-01T12:00:00Z'),
  });
});
