import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ENDINGS: ReadonlySet<string> = new Set(['.txt', '.md', '.html', '.docx', '.json']);
/** Larger files would take the time of hundreds of small ones. */
const MOST_BYTES = 120_000;

/** What is mutated: our samples, the articles of the tests, and the corpus where it lies beside the project. */
const FOLDERS: readonly string[] = [
  '../../samples/',
  '../structure/articles/',
  '../readers/',
  '../../../shared/corpus/',
];

export interface Seed {
  readonly name: string;
  readonly ending: string;
  readonly bytes: Uint8Array;
}

/** In order of their paths, so that a seed number means the same run wherever the same files lie. */
export function readSeeds(): Seed[] {
  return FOLDERS.flatMap((folder) => filesIn(fileURLToPath(new URL(folder, import.meta.url))))
    .filter((file) => ENDINGS.has(extname(file)) && statSync(file).size <= MOST_BYTES)
    .map((file) => ({ name: file, ending: extname(file), bytes: readFileSync(file) }));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .sort();
  } catch {
    return [];
  }
}
