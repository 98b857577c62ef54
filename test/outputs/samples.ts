import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { imageLoader } from '../../src/cli/images.js';
import { type Reading, readArticle } from '../../src/read-article.js';

const SAMPLES = new URL('../../samples/', import.meta.url);

export interface Sample {
  readonly file: string;
  readonly template: string;
}

/** The samples with the template that `npm run demo` gives each. */
export const samples: readonly Sample[] = Object.entries(
  JSON.parse(readFileSync(new URL('index.json', SAMPLES), 'utf8')) as Record<string, { template?: string }>,
).map(([file, { template = 'article' }]) => ({ file, template }));

/** A sample as it is understood, with the pictures that lie beside it. */
export async function readSample({ file }: Sample): Promise<Reading> {
  const bytes = readFileSync(new URL(file, SAMPLES));
  return readArticle(bytes, { fileName: file, loadImage: imageLoader(fileURLToPath(SAMPLES)) });
}
