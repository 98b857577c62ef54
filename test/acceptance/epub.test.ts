import { describe, expect, test } from 'vitest';
import { finish, sources } from './documents.js';
import { lacks, runEpubCheck } from './tools.js';

describe.each(sources)('EPUB of $name', (source) => {
  test.skipIf(lacks('epubcheck'))('EPUBCheck finds no error and no warning', async () => {
    const { files } = await finish(source);
    const { status, out, err } = runEpubCheck(files.epub);
    expect(`${out}${err}`).not.toMatch(/^(ERROR|WARNING|FATAL)/m);
    expect(status).toBe(0);
  });
});
