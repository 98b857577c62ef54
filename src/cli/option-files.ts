import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConversionError } from '../diagnostics.js';
import { codeOf, reasonOf } from './system-errors.js';
import type { Terminal } from './terminal.js';

/**
 * The bytes of a file that an option names.
 *
 * @throws ConversionError `file-missing`, or `file-unreadable` for what cannot be read or is no file.
 */
export async function readOptionFile(file: string, terminal: Terminal): Promise<Uint8Array> {
  const path = resolve(terminal.workingFolder, file);
  try {
    const isFile = (await stat(path)).isFile();
    if (isFile) return await readFile(path);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') throw new ConversionError('file-missing', { file }, { cause });
    throw new ConversionError('file-unreadable', { file, reason: reasonOf(cause) }, { cause });
  }
  // opening a pipe would wait for ever
  throw new ConversionError('file-unreadable', { file, reason: 'no file' });
}
