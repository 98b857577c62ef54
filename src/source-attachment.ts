import type { Reading } from './read-article.js';
import type { PdfAttachment } from './renderers/index.js';

const MEDIA_TYPES: Readonly<Record<Reading['format'], string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
};

/** What a source without a name is called, as from standard input. */
const ENDINGS: Readonly<Record<Reading['format'], string>> = {
  text: 'txt',
  markdown: 'md',
  html: 'html',
  docx: 'docx',
  json: 'json',
};

/**
 * What an article was read from, as a file to put into its PDF, byte by byte.
 *
 * @param fileName Its name, with or without folders; `source` and an ending when absent.
 */
export function sourceAttachment(
  { format, encoding, article }: Pick<Reading, 'format' | 'encoding' | 'article'>,
  bytes: Uint8Array,
  fileName?: string,
): PdfAttachment {
  const { publishedOn, sourceUrl } = article.provenance;
  const day = publishedOn === undefined ? Number.NaN : Date.parse(`${publishedOn}T12:00:00Z`);
  const description = ['source', encoding, sourceUrl].filter(Boolean).join(', ');
  return {
    name: fileName ?? `source.${ENDINGS[format]}`,
    bytes,
    mediaType: MEDIA_TYPES[format],
    description,
    relationship: 'Source',
    // When the file was saved says nothing of the text, and would make the same article into other bytes.
    ...(!Number.isNaN(day) && { modifiedOn: new Date(day) }),
  };
}
