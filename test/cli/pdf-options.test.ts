import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planExport } from '../../src/cli/export-plan.js';
import type { OptionValues } from '../../src/cli/options.js';
import { pdfOptionsOf } from '../../src/cli/pdf-options.js';
import { run } from '../../src/cli/run.js';
import type { Terminal } from '../../src/cli/terminal.js';
import type { RenderOptions } from '../../src/index.js';
import { dictionariesWith, readPdf } from '../renderers/pdf/read-pdf.js';

const folder = mkdtempSync(join(tmpdir(), 'paiban-lock-'));
writeFileSync(join(folder, 'river.txt'), '春天的河\n\n河水涨了\uFF0C岸上的人都来看。\n');
writeFileSync(join(folder, 'pw'), '\uFEFF密 码\r\nsecond line\n');
writeFileSync(join(folder, 'owner'), 'owner');
writeFileSync(join(folder, 'empty'), '\n');

let said = '';
const terminal: Terminal = {
  workingFolder: folder,
  environment: { LANG: 'en_US.UTF-8' },
  progressColumns: undefined,
  readStdin: async () => Buffer.from('from stdin\n'),
  writeOut: async (data) => {
    said += Buffer.from(data).toString('latin1');
  },
  writeError: (text) => {
    said += text;
  },
};

const optionsOf = (values: OptionValues, names: readonly string[] = ['river.txt']): Promise<RenderOptions> =>
  pdfOptionsOf(values, planExport({ to: ['pdf'], ...values }, folder), names, terminal);

test('a password is the first line of its file, blanks and all', async () => {
  const values = { 'password-file': 'pw', 'owner-password-file': 'owner', allow: ['print,edit'] };
  expect(await optionsOf(values)).toEqual({
    encryption: { password: '密 码', ownerPassword: 'owner', allow: ['print', 'edit'] },
  });
});

test('or comes from standard input', async () => {
  expect(await optionsOf({ 'password-file': '-' })).toEqual({ encryption: { password: 'from stdin' } });
});

test('nothing is allowed by the word none', async () => {
  const values = { 'owner-password-file': 'owner', allow: ['none'] };
  expect((await optionsOf(values)).encryption?.allow).toEqual([]);
});

const REFUSED: readonly (readonly [code: string, values: OptionValues, names?: readonly string[]])[] = [
  ['stdin-twice', { 'password-file': '-' }, ['-']],
  ['stdin-twice', { 'password-file': '-', 'owner-password-file': '-' }],
  ['allow-without-owner', { 'password-file': 'pw', allow: ['print'] }],
  ['option-invalid', { 'owner-password-file': 'owner', allow: ['printing'] }],
  ['password-pdf-only', { 'password-file': 'pw', to: ['pdf', 'docx'] }],
  ['archive-encrypted', { 'password-file': 'pw', archive: true }],
  ['file-missing', { 'password-file': 'nowhere' }],
  ['password-file-empty', { 'password-file': 'empty' }],
];

test.each(REFUSED.map(([code, values, names = ['river.txt']]) => ({ code, values, names })))(
  '$code',
  async ({ code, values, names }) => {
    await expect(optionsOf(values, names)).rejects.toMatchObject({ code });
  },
);

test('neither messages nor JSON nor the file itself hold a password', async () => {
  said = '';
  const line = 'export river.txt --to pdf --json --verbose --attach-source --password-file pw';
  expect(await run(line.split(' '), terminal)).toBe(0);
  expect(await run([...line.split(' '), '--archive'], terminal)).toBe(2);
  expect(await run(['export', 'river.txt', '--to', 'pdf', '-o', '-', '--password-file', '-'], terminal)).toBe(
    0,
  );
  expect(said).toContain('/Encrypt');
  expect(said).not.toMatch(/密|from stdin|\u5BC6/);
});

test('the source goes into the PDF under its own name, and into nothing else', async () => {
  expect(await run(['export', 'river.txt', '--attach-source', '-o', 'made/'], terminal)).toBe(0);
  const [pdf, epub] = ['pdf', 'epub'].map((format) =>
    readFileSync(join(folder, 'made', `春天的河.${format}`)),
  );
  const specs = dictionariesWith(readPdf(pdf ?? Buffer.alloc(0)), 'Type', 'Filespec');
  expect(specs.map((spec) => /\/UF \((.*)\)/.exec(spec)?.[1])).toEqual(['river.txt']);
  expect(epub?.includes('river.txt')).toBe(false);
});
