import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { REGIONAL_FACES } from '../../src/renderers/docx/word-faces.js';
import { BUNDLED_FAMILIES } from '../../src/style/families.js';
import { mustRun, workFolder } from './tools.js';

const FONTS = new URL('../../fonts/', import.meta.url);
const FOLDER = join(workFolder, 'office');

interface Manifest {
  readonly faces: readonly { readonly family: string; readonly name: string }[];
}

/**
 * LibreOffice with a profile of its own, so that it neither reads nor writes the user's, and with our faces alone:
 * those that a Word file names (宋体, Times New Roman) are other names of the ones that our PDF is set in.
 *
 * @param to Ending, or ending and filter: `pdf`, `txt:Text (encoded):UTF8`.
 * @returns The files made, in order.
 */
export function convertByOffice(to: string, files: readonly string[]): string[] {
  const profile = `-env:UserInstallation=file://${join(workFolder, 'profile')}`;
  const words = ['soffice', profile, '--headless', '--convert-to', to, '--outdir', FOLDER, ...files];
  mustRun('env', `FONTCONFIG_FILE=${fontConfiguration()}`, ...words);
  return files.map((file) => {
    const made = join(FOLDER, basename(file).replace(/\.docx$/, `.${to.split(':')[0]}`));
    expect(existsSync(made), made).toBe(true);
    return made;
  });
}

/** What readers of e-books ask for. */
const GENERIC = [
  ['serif', 'Noto Serif SC'],
  ['sans-serif', 'Noto Sans SC'],
  ['monospace', 'Inconsolata'],
] as const;

/** A font configuration that knows the shipped faces under the names of Word's as well. */
export function fontConfiguration(): string {
  const path = join(workFolder, 'fonts.conf');
  if (existsSync(path)) return path;
  const { faces } = JSON.parse(readFileSync(new URL('manifest.json', FONTS), 'utf8')) as Manifest;
  const taken = new Set<string>();
  const aliases = Object.entries(BUNDLED_FAMILIES).flatMap(([family, { word }]) => {
    const face = faces.find((each) => each.family === family)?.name.replace(/ (?:Regular|Bold)$/, '');
    const regional = Object.values(REGIONAL_FACES).flatMap((faces) => faces[word.eastAsia] ?? []);
    // 仿宋 and 宋体 share their Latin face in Word, which is then that of the first
    return [word.eastAsia, ...regional, word.latin]
      .filter((name) => !taken.has(name) && taken.add(name))
      .map((name) => alias(face ?? family, name));
  });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${FONTS.pathname}</dir><cachedir>${join(workFolder, 'font-cache')}</cachedir>
${aliases.join('\n')}
${GENERIC.map(([generic, face]) => `<alias><family>${generic}</family><prefer><family>${face}</family></prefer></alias>`).join('\n')}</fontconfig>`,
  );
  return path;
}

/** Another name of a face, given when its file is read: LibreOffice asks for names and takes no substitute. */
function alias(face: string, name: string): string {
  const edit = (field: string, value: string): string =>
    `<edit name="${field}" mode="append"><string>${value}</string></edit>`;
  return `<match target="scan"><test name="family"><string>${face}</string></test>${edit('family', name)}${edit('familylang', 'en')}</match>`;
}

export function pageCount(pdf: string): number {
  return Number(/^Pages:\s+(\d+)$/m.exec(mustRun('pdfinfo', pdf))?.[1]);
}
