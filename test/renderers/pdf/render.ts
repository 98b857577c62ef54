import { render } from '../../../src/convert.js';
import type { Article } from '../../../src/model/index.js';
import type { RenderOptions } from '../../../src/renderers/index.js';
import { type ReadPdf, readPdf } from './read-pdf.js';

/** An article as a PDF of the usual look. */
export async function pdfOf(article: Article, options: RenderOptions = {}): Promise<Uint8Array> {
  return (await render(article, 'pdf', options)).bytes;
}

/** The same, taken apart. */
export async function readPdfOf(article: Article, options: RenderOptions = {}): Promise<ReadPdf> {
  return readPdf(await pdfOf(article, options));
}
