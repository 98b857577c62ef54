import type { Stats } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { ConversionError } from '../diagnostics.js';
import { codeOf, reasonOf } from './system-errors.js';
import type { Terminal } from './terminal.js';

/** One thing to convert. */
export interface Input {
  /** As the user wrote it, or the file's path below the folder that was named; `-` for standard input. */
  readonly name: string;
  /** Absolute path; absent for standard input. */
  readonly path?: string;
}

/** A named input that cannot be one. */
export interface InputFault {
  readonly name: string;
  readonly error: ConversionError;
}

/** Endings that are taken from a folder; a file that is named outright may have any. */
const READABLE = new Set([
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.xhtml',
  '.docx',
  '.docm',
  '.dotx',
]);

/**
 * The inputs that names stand for: files, the readable files of folders (not of their sub-folders, none that is
 * hidden), `-` for standard input. A file that is named twice comes once.
 */
export async function findInputs(
  names: readonly string[],
  folder: string,
): Promise<{ readonly inputs: readonly Input[]; readonly faults: readonly InputFault[] }> {
  const inputs = new Map<string, Input>();
  const faults: InputFault[] = [];
  for (const name of names) {
    try {
      for (const input of name === '-' ? [{ name }] : await filesOf(name, resolve(folder, name))) {
        const key = input.path === undefined ? '-' : await realpath(input.path);
        if (!inputs.has(key)) inputs.set(key, input);
      }
    } catch (error) {
      if (!(error instanceof ConversionError)) throw error;
      faults.push({ name, error });
    }
  }
  return { inputs: [...inputs.values()], faults };
}

async function filesOf(name: string, path: string): Promise<Input[]> {
  const found = await examine(name, path);
  if (!found.isDirectory()) return [{ name, path }];
  // Made for folders alone: its tables take a while to load.
  const byName = new Intl.Collator('zh', { numeric: true });
  const files = (await readdir(path, { withFileTypes: true }).catch((cause) => refuse(name, cause)))
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((file) => READABLE.has(extname(file).toLowerCase()))
    .sort((a, b) => byName.compare(a, b) || (a < b ? -1 : 1));
  if (files.length === 0) {
    throw new ConversionError('folder-empty', { folder: name, endings: [...READABLE].join(' ') });
  }
  return files.map((file) => ({ name: join(name, file), path: join(path, file) }));
}

async function examine(name: string, path: string): Promise<Stats> {
  return stat(path).catch((cause) => refuse(name, cause));
}

/**
 * The bytes of an input.
 *
 * @throws ConversionError `file-missing` or `file-unreadable`.
 */
export async function readInput(input: Input, terminal: Terminal): Promise<Uint8Array> {
  if (input.path === undefined) return terminal.readStdin();
  return readFile(input.path).catch((cause) => refuse(input.name, cause));
}

/** The folder that pictures of an input are looked for in. */
export function folderOf(input: Input, workingFolder: string): string {
  return input.path === undefined ? workingFolder : dirname(input.path);
}

/** File name without its ending; empty for standard input. */
export function stemOf(input: Input): string {
  return input.path === undefined ? '' : basename(input.path, extname(input.path));
}

function refuse(file: string, cause: unknown): never {
  if (codeOf(cause) === 'ENOENT') throw new ConversionError('file-missing', { file }, { cause });
  throw new ConversionError('file-unreadable', { file, reason: reasonOf(cause) }, { cause });
}
