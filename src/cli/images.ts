import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Larger pictures are left out: nobody prints them, and a hostile one must not fill the memory. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads the pictures that an article names, from below one folder and nowhere else: neither `..` nor a link
 * leads out of it.
 *
 * @returns A function that gives the bytes at an address, or undefined when there is no such picture inside.
 */
export function imageLoader(folder: string): (source: string) => Promise<Uint8Array | undefined> {
  return async (source) => {
    for (const path of candidates(source)) {
      const bytes = await readInside(folder, path);
      if (bytes) return bytes;
    }
    return undefined;
  };
}

/** An address as a path: as written, with its %-escapes and query taken away, and as Windows writes it. */
function candidates(source: string): string[] {
  if (source.includes('\0') || /^[a-z][a-z0-9+.-]+:/i.test(source)) return [];
  const bare = source.replace(/[?#].*$/s, '');
  const decoded = decodePath(bare);
  return [...new Set([source, bare, decoded, decoded.replaceAll('\\', '/')])].filter(
    (path) => path !== '' && !isAbsolute(path),
  );
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function readInside(folder: string, path: string): Promise<Uint8Array | undefined> {
  try {
    const [home, file] = await Promise.all([realpath(folder), realpath(resolve(folder, path))]);
    if (!isInside(home, file)) return undefined;
    const found = await stat(file);
    // Opening a pipe would wait for ever.
    return found.isFile() && found.size <= MOST_BYTES ? await readFile(file) : undefined;
  } catch {
    return undefined; // Not there or not readable: the article then shows its alternative text.
  }
}

function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
