import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finish, sources } from './documents.js';
import { lacks, mustRun, runEpubCheck, workFolder } from './tools.js';

const require = createRequire(import.meta.url);

/** A plain article, columns from right to left, a collection: Ace starts a browser for each. */
const FOR_ACE = ['diary.md', 'lamps.md', 'volunteering.txt'];

describe.each(sources)('EPUB of $name', (source) => {
  test.skipIf(lacks('epubcheck'))('EPUBCheck finds no error and no warning', async () => {
    const { files } = await finish(source);
    const { status, out, err } = runEpubCheck(files.epub);
    expect(`${out}${err}`).not.toMatch(/^(ERROR|WARNING|FATAL)/m);
    expect(status).toBe(0);
  });

  test.skipIf(lacks('epubcheck-ts'))('its port, which knows EPUB 3.3, finds none either', async () => {
    const { files } = await finish(source);
    const { EpubCheck } = (await import(require.resolve('@likecoin/epubcheck-ts'))) as PortOfEpubCheck;
    const { messages } = await EpubCheck.validate(new Uint8Array(readFileSync(files.epub)));
    expect(messages.filter(({ severity }) => !/usage|info/i.test(severity))).toEqual([]);
  });
});

describe.each(sources.filter(({ name }) => FOR_ACE.includes(name)))('EPUB of $name', (source) => {
  test.skipIf(lacks('ace'))('Ace finds nothing that keeps a reader out', async () => {
    const { files } = await finish(source);
    const folder = mkdtempSync(join(workFolder, 'ace-'));
    const command = join(require.resolve('@daisy/ace-cli/package.json'), '../bin/ace.js');
    const browser = `PUPPETEER_EXECUTABLE_PATH=${mustRun('which', 'chromium').trim()}`;
    mustRun('env', browser, process.execPath, command, '-f', '-s', '-o', folder, files.epub);
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as AceReport;
    expect(report.assertions.flatMap(({ assertions }) => assertions ?? [])).toEqual([]);
  });
});

interface PortOfEpubCheck {
  readonly EpubCheck: {
    validate(bytes: Uint8Array): Promise<{ readonly messages: readonly { readonly severity: string }[] }>;
  };
}

interface AceReport {
  readonly assertions: readonly { readonly assertions?: readonly unknown[] }[];
}
