// Turns every sample into a PDF, a Word file and an e-book in out/, by the same command that users type.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const samples = JSON.parse(readFileSync(join(root, 'samples/index.json'), 'utf8'));
const out = join(root, 'out');
mkdirSync(out, { recursive: true });

/** Runs `paiban export`; gives the files it wrote, or undefined when it failed. */
function exportSample(file, { template }) {
  const args = ['export', join(root, 'samples', file), '--out', out, '--json', '--quiet'];
  if (template) args.push('--template', template);
  const run = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return run.status === 0 ? JSON.parse(run.stdout).results[0].files : undefined;
}

const names = Object.keys(samples);
let [failures, made] = [0, 0];
for (const [index, file] of names.entries()) {
  const files = exportSample(file, samples[file]);
  if (files === undefined) failures += 1;
  made += files?.length ?? 0;
  const stem = files?.[0] ? basename(files[0].path).replace(/\.[^.]+$/, '') : 'failed';
  const formats = files?.map(({ format, byteLength }) => `${format} ${Math.ceil(byteLength / 1000)} KB`);
  console.log(
    `[${index + 1}/${names.length}] samples/${file} → ${stem}${formats ? `  (${formats.join(', ')})` : ''}`,
  );
}
console.log(
  `\n${made} files lie in ${relative(process.cwd(), out) || '.'}/: a .pdf to print, a .docx to edit and an .epub to read of each sample.`,
);
process.exitCode = failures > 0 ? 1 : 0;
