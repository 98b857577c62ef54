import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Who may import whom: see ARCHITECTURE.md. A folder may always import itself and {@link OPEN_TO_ALL}. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  numbering: ['model'],
  style: ['model'],
  pictures: ['model'],
  highlight: ['model'],
  script: ['model'],
  math: ['model'],
  zip: [],
  readers: ['model', 'numbering', 'pictures', 'zip'],
  structure: ['model', 'numbering'],
  composer: ['model', 'style'],
  fonts: ['composer', 'style'],
  renderers: ['model', 'numbering', 'style', 'composer', 'fonts', 'pictures', 'highlight', 'math', 'zip'],
  cli: ['index.ts'],
};
const OPEN_TO_ALL = ['diagnostics.ts', 'messages.ts', 'package-root.ts'];

/** `readers` for src/readers/text.ts, `convert.ts` for a file at the top, `renderers/pdf` for a renderer. */
function room(file: string): string {
  const [first = '', second = '', third] = relative(SRC, file).split('/');
  return first === 'renderers' && third !== undefined ? `${first}/${second}` : first;
}

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    join(dirname(file), path).replace(/\.js$/, '.ts'),
  );
}

function forbidden(from: string, to: string): boolean {
  const [home = '', target = ''] = [room(from), room(to)];
  const rules = MAY_IMPORT[home.split('/')[0] ?? ''];
  if (rules === undefined || home === target || OPEN_TO_ALL.includes(target)) return false;
  if (home.startsWith('renderers') && target.startsWith('renderers'))
    return target !== 'renderers' && home !== 'renderers';
  return !rules.includes(target);
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(SRC, name.replaceAll('\\', '/')));

test('every folder of src is in the table', () => {
  const folders = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((folder) => folder.name).sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});

test('no folder imports what stands above or beside it', () => {
  const broken = files.flatMap((from) =>
    importsOf(from)
      .filter((to) => forbidden(from, to))
      .map((to) => `${relative(SRC, from)} imports ${relative(SRC, to)}`),
  );
  expect(broken).toEqual([]);
});

test('the check itself sees a forbidden import', () => {
  expect(forbidden(join(SRC, 'composer/x.ts'), join(SRC, 'renderers/pdf/y.ts'))).toBe(true);
  expect(forbidden(join(SRC, 'renderers/pdf/x.ts'), join(SRC, 'renderers/docx/y.ts'))).toBe(true);
  expect(forbidden(join(SRC, 'renderers/pdf/x.ts'), join(SRC, 'composer/y.ts'))).toBe(false);
});
