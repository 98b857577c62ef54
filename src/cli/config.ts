import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CommandLineError } from './command-line-error.js';
import { CONFIGURABLE, type OptionName, type OptionValues, optionRow } from './options.js';
import { reasonOf } from './system-errors.js';

export const CONFIG_FILE = 'paiban.config.json';

/**
 * The defaults that the nearest config file gives, looking upward from a folder; empty when there is none. Paths
 * in it count from its own folder.
 *
 * @throws CommandLineError naming file, key and remedy.
 */
export async function readConfig(folder: string): Promise<OptionValues> {
  const found = await findUpward(folder);
  if (!found) return {};
  const values: [OptionName, unknown][] = [];
  for (const [key, value] of Object.entries(parseObject(found.file, found.text))) {
    const name = CONFIGURABLE.find((known) => known === key);
    if (name === undefined) throw await unknownKey(found.file, key);
    values.push([name, checked(found.file, name, value)]);
  }
  return Object.fromEntries(values) as OptionValues;
}

async function findUpward(folder: string): Promise<{ file: string; text: string } | undefined> {
  for (let here = resolve(folder); ; here = dirname(here)) {
    const file = join(here, CONFIG_FILE);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return { file, text };
    if (here === dirname(here)) return undefined;
  }
}

function parseObject(file: string, text: string): object {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (cause) {
    throw new CommandLineError('config-not-json', { file, reason: reasonOf(cause) }, { cause });
  }
  throw new CommandLineError('config-not-json', { file, reason: '{ … }' });
}

async function unknownKey(file: string, key: string): Promise<CommandLineError> {
  const { nearestName } = await import('../index.js');
  const nearest = nearestName(key, CONFIGURABLE);
  const where = { file, key, known: CONFIGURABLE.join(', ') };
  return nearest === undefined
    ? new CommandLineError('config-strange-key', where)
    : new CommandLineError('config-unknown-key', { ...where, nearest });
}

function checked(file: string, name: OptionName, value: unknown): unknown {
  const { kind, choices, isPath } = optionRow(name);
  const refuse = (expected: string): CommandLineError =>
    new CommandLineError('config-invalid', { file, key: name, value: JSON.stringify(value), expected });
  if (kind === 'flag') {
    if (typeof value !== 'boolean') throw refuse('true, false');
    return value;
  }
  const texts = kind === 'texts' && Array.isArray(value) ? value : [value];
  for (const text of texts) {
    if (typeof text !== 'string' || text === '') throw refuse(kind === 'texts' ? '"…", ["…", "…"]' : '"…"');
    if (choices && !choices.includes(text)) throw refuse(choices.join(', '));
  }
  const placed = isPath ? (texts as string[]).map((text) => fromConfig(file, name, text)) : texts;
  return kind === 'texts' ? placed : placed[0];
}

/** A path as it counts from the config file's folder; names of templates and `-` are no paths. */
function fromConfig(file: string, name: OptionName, path: string): string {
  const isName = name === 'template' ? !/[\\/]|\.json$/.test(path) : path === '-';
  return isName ? path : resolve(dirname(file), path) + (/[\\/]$/.test(path) ? '/' : '');
}
