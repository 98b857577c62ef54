import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { epubOptionsOf } from '../../src/cli/epub-options.js';
import { planExport } from '../../src/cli/export-plan.js';
import { withoutFormat } from '../../src/cli/format-options.js';
import type { OptionValues } from '../../src/cli/options.js';
import type { Terminal } from '../../src/cli/terminal.js';
import type { RenderOptions } from '../../src/index.js';
import { PIXEL } from '../renderers/epub/articles.js';

const folder = mkdtempSync(join(tmpdir(), 'paiban-cover-'));
writeFileSync(join(folder, 'cover.png'), PIXEL);
writeFileSync(join(folder, 'letter.txt'), '不是图片');

const terminal: Terminal = {
  workingFolder: folder,
  environment: {},
  progressColumns: undefined,
  readStdin: async () => Buffer.alloc(0),
  writeOut: async () => {},
  writeError: () => {},
};

const optionsOf = (values: OptionValues): Promise<RenderOptions> =>
  epubOptionsOf(values, planExport({ to: ['epub'], ...values }, folder), terminal);

test('the cover is the picture that --cover names', async () => {
  expect(Buffer.from((await optionsOf({ cover: 'cover.png' })).cover ?? []).equals(PIXEL)).toBe(true);
  expect(await optionsOf({})).toEqual({});
});

test.each([
  ['nowhere.png', 'file-missing'],
  ['.', 'file-unreadable'],
  ['letter.txt', 'cover-unreadable'],
])('%s is no cover: %s', async (cover, code) => {
  await expect(optionsOf({ cover })).rejects.toMatchObject({ code });
});

test('a cover without a book is named', async () => {
  const values = { cover: 'cover.png', to: ['pdf'] };
  expect(await optionsOf(values)).toEqual({});
  expect(withoutFormat(values, planExport(values, folder))).toEqual([
    { code: 'option-without-format', values: { option: '--cover', format: 'EPUB', to: 'epub' } },
  ]);
});
