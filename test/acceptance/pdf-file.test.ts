import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/convert.js';
import type { Article } from '../../src/model/index.js';
import type { RenderOptions } from '../../src/renderers/index.js';
import { article, footnote, paragraph } from '../composer/articles.js';
import { expectedText } from '../composer/printed-text.js';
import { HARD_TEXTS, hardArticle } from '../outputs/hard-texts.js';
import { sources } from './documents.js';
import { bare, lacks, mustRun, preflight, runTool, workFolder } from './tools.js';

let counter = 0;

async function fileOf(input: Article, options: RenderOptions & { template?: string } = {}): Promise<string> {
  const file = join(workFolder, `file-${++counter}.pdf`);
  writeFileSync(file, (await render(input, 'pdf', options)).bytes);
  return file;
}

const POEM = article([paragraph('天地玄黄\uFF0C宇宙洪荒。'), ...Object.values(HARD_TEXTS).slice(0, 5)], {
  title: '千字文',
});

describe.skipIf(lacks('qpdf') || lacks('poppler') || lacks('mutool'))('a locked file', () => {
  const encryption = { password: '密码! é', ownerPassword: 'owner', allow: ['print'] } as const;

  test.each([
    ['user', encryption.password],
    ['owner', encryption.ownerPassword],
  ])('opens with the %s password in qpdf, which finds no fault', async (kind, password) => {
    const said = mustRun('qpdf', '--check', `--password=${password}`, await fileOf(POEM, { encryption }));
    expect(said).toContain('No syntax or stream encoding errors');
    expect(said).toContain(`Supplied password is ${kind} password`);
    expect(said).toContain('file encryption method: AESv3');
    expect(said).toContain('extract for accessibility: allowed');
    expect(said).toContain('extract for any purpose: not allowed');
    expect(said).toContain('print high resolution: allowed');
  });

  test('opens with no other, nor without', async () => {
    const file = await fileOf(POEM, { encryption });
    for (const password of ['', 'wrong', '密码']) {
      expect(runTool('qpdf', '--check', `--password=${password}`, file).err).toContain('invalid password');
    }
    expect(runTool('pdftotext', file, '-').err).toContain('Incorrect password');
  });

  test('gives poppler and mutool its title, text and pictures once it is open', async () => {
    const file = await fileOf(POEM, { encryption: { ...encryption, allow: ['copy'] } });
    const text = bare(mustRun('pdftotext', '-upw', encryption.password, file, '-'));
    expect(text).toContain('宇宙洪荒');
    expect(mustRun('pdfinfo', '-upw', encryption.password, file)).toMatch(/^Title:\s+千字文$/m);
    const drawn = runTool('mutool', 'draw', '-p', encryption.password, '-F', 'txt', file);
    expect([drawn.status, bare(drawn.out).includes('宇宙洪荒')]).toEqual([0, true]);
  });
});

test.skipIf(lacks('qpdf'))('a classic file has no object streams, and qpdf finds no fault', async () => {
  const file = await fileOf(hardArticle(), { classicXref: true });
  expect(mustRun('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
  expect(mustRun('qpdf', '--show-xref', file)).not.toMatch(/: compressed/);
});

test.skipIf(lacks('poppler'))('an attachment is taken out as it was put in', async () => {
  const bytes = Buffer.from(Array.from({ length: 999 }, (_, index) => index % 256));
  const attachments = [{ name: '春天.bin', bytes, mediaType: 'application/octet-stream' }];
  for (const options of [{}, { archive: true }, { encryption: { password: 'p' } }]) {
    const file = await fileOf(POEM, { attachments, ...options });
    const folder = mkdtempSync(join(tmpdir(), 'paiban-attached-'));
    mustRun('pdfdetach', '-upw', 'p', '-saveall', '-o', folder, file);
    expect(readFileSync(join(folder, '春天.bin')).equals(bytes)).toBe(true);
  }
});

/** In what PDF/A-2 differs from PDF/A-1, which the validator knows. */
const DIFFERENCES = [/^2\.2\.2 : .*Soft Mask/, /^3\.1\.11 : .*CIDSet/, /^7\.11\.2 : .*part must be 1/];

describe.skipIf(lacks('preflight') || lacks('qpdf')).each(sources)(
  '$name for an archive',
  ({ name, read, template }) => {
    test('Preflight finds nothing but the differences of part 2', async () => {
      const file = await fileOf(await read(), { archive: true, template });
      const old = join(workFolder, `${name}-a1.pdf`);
      const as14 = ['--object-streams=disable', '--newline-before-endstream', '--force-version=1.4'];
      mustRun('qpdf', ...as14, file, old);
      const found = preflight(old).filter((fault) => !DIFFERENCES.some((known) => known.test(fault)));
      expect(found).toEqual([]);
    });
  },
);

/** By tool, how it takes text out. */
const READERS: readonly (readonly ['poppler' | 'mutool', (file: string) => string])[] = [
  ['poppler', (file) => mustRun('pdftotext', '-raw', '-enc', 'UTF-8', file, '-')],
  ['mutool', (file) => mustRun('mutool', 'draw', '-q', '-F', 'txt', file)],
];

/**
 * mutool 1.21 puts out the halves of characters above U+FFFF that share a code with others; and what its output is then
 * no UTF-8 any more.
 */
const BEYOND_MUTOOL = new Set(['variation selectors', 'pictures of several characters']);

describe.each(READERS)('%s', (tool, textOf) => {
  describe.skipIf(lacks(tool)).each(Object.entries(HARD_TEXTS))('%s', (name, block) => {
    test.skipIf(tool === 'mutool' && BEYOND_MUTOOL.has(name))('are copied as they were written', async () => {
      const input = article([block], { notes: [footnote('n', '注文')] });
      // Page numbers stand between pages.
      const file = await fileOf(input, {});
      const copied = bare(textOf(file)).replaceAll(/\u00AD/g, '');
      const text = bare(expectedText(input)).replaceAll(/\u00AD/g, '');
      // mutool takes ligatures apart that were written as one character
      const written =
        tool === 'mutool' ? text.replace(/[\uFB00-\uFB06]/g, (char) => char.normalize('NFKC')) : text;
      const pieces = name === 'over pages' ? [written.slice(0, 600), written.slice(-200)] : [written];
      for (const piece of pieces) expect(copied).toContain(piece);
    });
  });
});
