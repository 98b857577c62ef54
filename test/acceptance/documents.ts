import { existsSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { render } from '../../src/convert.js';
import type { Article } from '../../src/model/index.js';
import { readArticle } from '../../src/read-article.js';
import type { OutputFormat } from '../../src/renderers/index.js';
import { readSample, samples } from '../outputs/samples.js';
import { workFolder } from './tools.js';

/** A finished document: the article and one file of each format. */
export interface Finished {
  readonly article: Article;
  readonly files: Readonly<Record<OutputFormat, string>>;
}

interface Source {
  readonly name: string;
  readonly template: string;
  readonly read: () => Promise<Article>;
}

const SEED = fileURLToPath(new URL('../../../shared/corpus/seed-article.txt', import.meta.url));

/** Every sample, and the article that the project began with where it lies beside the repository. */
export const sources: readonly Source[] = [
  ...samples.map((sample) => ({
    name: sample.file,
    template: sample.template,
    read: async () => (await readSample(sample)).article,
  })),
  ...(existsSync(SEED)
    ? [
        {
          name: 'seed-article.txt',
          template: 'article',
          read: async () => (await readArticle(await readFile(SEED), { fileName: SEED })).article,
        },
      ]
    : []),
];

const finished = new Map<string, Promise<Finished>>();

/** A source in all three formats; made once in a run. */
export function finish(source: Source): Promise<Finished> {
  const known = finished.get(source.name) ?? make(source);
  finished.set(source.name, known);
  return known;
}

async function make({ name, template, read }: Source): Promise<Finished> {
  const article = await read();
  const write = async (format: OutputFormat): Promise<string> => {
    const file = join(workFolder, `${name}.${format}`);
    writeFileSync(file, (await render(article, format, { template })).bytes);
    return file;
  };
  return {
    article,
    files: { pdf: await write('pdf'), docx: await write('docx'), epub: await write('epub') },
  };
}
