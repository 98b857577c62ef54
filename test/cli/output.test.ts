import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { makeFolder, writeWhole } from '../../src/cli/output.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paiban-output-'));
});

const bytes = (text: string): Uint8Array => Buffer.from(text);

test('a file is written and nothing is left beside it', async () => {
  await writeWhole(join(folder, '题.pdf'), bytes('new'));
  expect(readdirSync(folder)).toEqual(['题.pdf']);
  expect(readFileSync(join(folder, '题.pdf'), 'utf8')).toBe('new');
});

test('an existing file is replaced and keeps its permissions', async () => {
  const file = join(folder, 'a.pdf');
  writeFileSync(file, 'old');
  chmodSync(file, 0o640);
  await writeWhole(file, bytes('new'));
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o640);
});

test('a link is followed: the file behind it changes', async () => {
  writeFileSync(join(folder, 'real.pdf'), 'old');
  symlinkSync('real.pdf', join(folder, 'link.pdf'));
  await writeWhole(join(folder, 'link.pdf'), bytes('new'));
  expect(readFileSync(join(folder, 'real.pdf'), 'utf8')).toBe('new');
});

test('a folder in the way is an error that leaves nothing behind', async () => {
  mkdirSync(join(folder, 'a.pdf'));
  await expect(writeWhole(join(folder, 'a.pdf'), bytes('x'))).rejects.toMatchObject({
    code: 'output-unwritable',
    values: { reason: 'EISDIR' },
  });
  expect(readdirSync(folder)).toEqual(['a.pdf']);
});

test('a missing folder is an error', async () => {
  await expect(writeWhole(join(folder, 'no/a.pdf'), bytes('x'))).rejects.toMatchObject({
    code: 'output-unwritable',
    values: { reason: 'ENOENT' },
  });
});

test('a folder that cannot be made is an error', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(makeFolder(join(folder, 'file', 'inside'))).rejects.toMatchObject({
    code: 'output-unwritable',
  });
});

test('folders are made with those above them, and once more without complaint', async () => {
  await makeFolder(join(folder, 'a/b/c'));
  await makeFolder(join(folder, 'a/b/c'));
  expect(statSync(join(folder, 'a/b/c')).isDirectory()).toBe(true);
});

test.runIf(process.platform === 'linux')('a system that refuses for ever is not asked for ever', async () => {
  await expect(makeFolder('/proc/paiban/a')).rejects.toMatchObject({ code: 'output-unwritable' });
});
