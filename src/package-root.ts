import { fileURLToPath } from 'node:url';

/**
 * The path of a file or folder that ships beside the code: `packagePath('fonts/')`. This module stands one folder below
 * the package, in `src` as well as in `dist`, whatever a bundle makes of the others.
 */
export function packagePath(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
