// paiban as a service calls it: the library, from bytes to bytes.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const BOOK = fileURLToPath(new URL('../book.json', import.meta.url));

export async function open() {
  const { convert } = await import('../../dist/index.js');
  return async (file, { to, isBook }) => {
    const options = { to, fileName: basename(file), ...(isBook && { template: BOOK }) };
    return (await convert(readFileSync(file), options)).bytes.length;
  };
}
