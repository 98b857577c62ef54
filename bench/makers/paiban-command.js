// paiban as people run it: the command, in the job's own process, from its arguments to the file that it writes.
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BOOK = fileURLToPath(new URL('../book.json', import.meta.url));

/** Runs once a process, as a command does. */
export function open() {
  return async (file, { to, isBook }) => {
    const out = `${file}.command.${to}`;
    const look = isBook ? ['--template', BOOK] : [];
    process.argv.splice(2, process.argv.length, 'export', file, '--to', to, '--out', out, '--quiet', ...look);
    await import('../../dist/cli/main.js');
    return statSync(out).size;
  };
}
