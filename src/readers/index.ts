// Bytes of any format to a draft: what a source holds, in order and with evidence, nothing decided.
import type { InputFormat } from '../model/index.js';
import { refuseGiant } from './decoded.js';
import { detectFormat } from './detect.js';
import { jsonReader } from './json.js';
import type { Reader, Reading, ReadOptions } from './reader.js';
import { textReader } from './text.js';

export { cleanFacts } from './clean-facts.js';
export { detectFormat } from './detect.js';
export type {
  ArticleReading,
  DraftReading,
  ImageFetcher,
  ImageLoader,
  Reader,
  Reading,
  ReadOptions,
} from './reader.js';

/** One row a format; the compiler asks for a row when {@link InputFormat} grows. */
export const readers: Readonly<Record<InputFormat, Reader>> = {
  text: textReader,
  // Parsers that only their own format needs are loaded when it comes.
  markdown: lazily('markdown', async () => (await import('./markdown/read-markdown.js')).markdownReader),
  json: jsonReader,
  html: lazily('html', async () => (await import('./html/read-html.js')).htmlReader),
  docx: lazily('docx', async () => (await import('./docx/read-docx.js')).docxReader),
};

function lazily(format: InputFormat, load: () => Promise<Reader>): Reader {
  return { format, read: async (bytes, options) => (await load()).read(bytes, options) };
}

/**
 * Reads a document of any format as far as a draft, or, from our own JSON, the article itself.
 *
 * @throws ConversionError when the format is not read, or the bytes are not what they are said to be.
 */
export async function readDraft(bytes: Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  refuseGiant(bytes);
  return readers[detectFormat(bytes, options)].read(bytes, options);
}
