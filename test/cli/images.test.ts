import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { imageLoader } from '../../src/cli/images.js';

let home = '';
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'paiban-images-'));
  home = join(folder, 'home');
  mkdirSync(join(home, 'images'), { recursive: true });
  writeFileSync(join(home, 'images/a.png'), 'inside');
  writeFileSync(join(home, 'images/图 1.png'), 'inside');
  writeFileSync(join(folder, 'secret.png'), 'outside');
  symlinkSync(join(folder, 'secret.png'), join(home, 'images/link.png'));
  symlinkSync(folder, join(home, 'images/up'));
  symlinkSync(join(home, 'images/a.png'), join(home, 'same.png'));
});

async function load(source: string): Promise<string | undefined> {
  const found = await imageLoader(home)(source);
  return found && Buffer.from(found).toString();
}

test.each(['images/a.png', './images/a.png', 'images/../images/a.png', 'images/a.png?v=2', 'same.png'])(
  '%s is found',
  async (source) => {
    expect(await load(source)).toBe('inside');
  },
);

test.each(['images\\a.png', '.\\images\\a.png'])('%s, as Windows writes it, is found', async (source) => {
  expect(await load(source)).toBe('inside');
});

test.each(['images/图 1.png', 'images/%E5%9B%BE%201.png'])('%s is found, escaped or not', async (source) => {
  expect(await load(source)).toBe('inside');
});

test.each([
  '../secret.png',
  '%2e%2e/secret.png',
  'images/../../secret.png',
  'images/link.png',
  'images/up/secret.png',
  '/etc/passwd',
  'file:///etc/passwd',
  'https://example.org/a.png',
  'images',
  'missing.png',
  'a\0.png',
  'images/a.png%00',
  'images/a.png\0.txt',
  '..\\secret.png',
  '%2e%2e%5csecret.png',
  'images\\..\\..\\secret.png',
  '%2fetc%2fpasswd',
  'FILE:///etc/passwd',
  'file:images/a.png',
  'C:\\Windows\\win.ini',
  'C:images\\a.png',
  '\\\\host\\share\\a.png',
  '//host/share/a.png',
  '%5c%5chost%5cshare%5ca.png',
  '\\\\?\\C:\\a.png',
  'images/a.png:stream',
  '.',
  './',
  '%',
  '',
])('%j is not loaded', async (source) => {
  expect(await load(source)).toBeUndefined();
});
