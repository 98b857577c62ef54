import { rmSync } from 'node:fs';
import { access, chmod, constants, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConversionError } from '../diagnostics.js';
import { codeOf, reasonOf } from './system-errors.js';

/** Files that are being written and do not yet bear their names. */
const unfinished = new Set<string>();
let counter = 0;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes a file whole or not at all: beside the target first, then to the disk, then renamed over it. A link is
 * followed; an existing file keeps its permissions and is replaced only by the finished one.
 *
 * @throws ConversionError `output-unwritable`; nothing is left behind.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  let partial: string | undefined;
  try {
    const target = await realpath(path).catch(() => path);
    const mode = await replaceableMode(target);
    partial = join(dirname(target), `.paiban-${process.pid}-${++counter}.partial`);
    begin(partial);
    const file = await open(partial, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (mode !== undefined) await chmod(partial, mode);
    await rename(partial, target);
  } catch (cause) {
    if (partial !== undefined) await rm(partial, { force: true }).catch(() => undefined);
    throw unwritable(path, cause);
  } finally {
    if (partial !== undefined) end(partial);
  }
}

/**
 * Makes a folder and those above it.
 *
 * @throws ConversionError `output-unwritable`.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeWithParents(path);
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

/** Node's own `recursive` never ends where the system refuses with ENOENT, as it does below /proc. */
async function makeWithParents(path: string): Promise<void> {
  if ((await stat(path).catch(() => undefined))?.isDirectory()) return;
  const parent = dirname(path);
  if (parent !== path) await makeWithParents(parent);
  await mkdir(path).catch(async (error: unknown) => {
    // Another process may have been quicker.
    const isThere = codeOf(error) === 'EEXIST' && (await stat(path)).isDirectory();
    if (!isThere) throw error;
  });
}

/** From here to {@link end} a signal deletes the file before it ends the process. */
function begin(partial: string): void {
  if (unfinished.size === 0) for (const signal of SIGNALS) process.on(signal, dieCleanly);
  unfinished.add(partial);
}

function end(partial: string): void {
  unfinished.delete(partial);
  if (unfinished.size === 0) for (const signal of SIGNALS) process.off(signal, dieCleanly);
}

function dieCleanly(signal: NodeJS.Signals): void {
  for (const path of unfinished) rmSync(path, { force: true });
  for (const each of SIGNALS) process.off(each, dieCleanly);
  process.kill(process.pid, signal);
}

/** Permissions of the file that stands there, or undefined when there is none. */
async function replaceableMode(target: string): Promise<number | undefined> {
  const there = await stat(target).catch(() => undefined);
  if (!there) return undefined;
  if (there.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  // Renaming would replace a file that its owner has locked, since only the folder is asked.
  await access(target, constants.W_OK);
  return there.mode & 0o7777;
}

function unwritable(file: string, cause: unknown): ConversionError {
  return new ConversionError('output-unwritable', { file, reason: reasonOf(cause) }, { cause });
}
