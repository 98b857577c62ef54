import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConversionError } from '../diagnostics.js';
import type { RenderOptions } from '../index.js';
import type { ExportPlan } from './export-plan.js';
import type { OptionValues } from './options.js';
import { codeOf, reasonOf } from './system-errors.js';
import type { Terminal } from './terminal.js';

/**
 * What the options say about the Word file. A template is read and looked at once, before anything is written.
 *
 * @throws ConversionError for a template that cannot be read or cannot serve.
 */
export async function wordOptionsOf(
  values: OptionValues,
  { formats }: ExportPlan,
  terminal: Terminal,
): Promise<RenderOptions> {
  const numbers = values['word-numbers'] as RenderOptions['wordNumbers'];
  const numbered: RenderOptions = numbers === undefined ? {} : { wordNumbers: numbers };
  const { reference } = values;
  if (reference === undefined || !formats.includes('docx')) return numbered;
  const bytes = await bytesOf(reference, resolve(terminal.workingFolder, reference));
  const { checkReference } = await import('../index.js');
  await checkReference(bytes);
  return { ...numbered, reference: bytes };
}

async function bytesOf(file: string, path: string): Promise<Uint8Array> {
  try {
    // Opening a pipe would wait for ever.
    if (!(await stat(path)).isFile()) throw new ConversionError('reference-no-word');
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof ConversionError) throw cause;
    if (codeOf(cause) === 'ENOENT') throw new ConversionError('file-missing', { file }, { cause });
    throw new ConversionError('file-unreadable', { file, reason: reasonOf(cause) }, { cause });
  }
}
