// CPU seconds, peak memory and bytes for one article and for a long book, beside what plain libraries (default
// options, no typesetting) and, where they are installed, pandoc and typst take for the same text.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeArticle, makeBook } from './texts.js';

const RUNS = 3;
const JOB = fileURLToPath(new URL('job.mjs', import.meta.url));
const FORMATS = ['pdf', 'docx', 'epub'];
const folder = mkdtempSync(join(tmpdir(), 'paiban-bench-'));

/** The best of a few runs, each in a process of its own. */
function measure(maker, format, file) {
  const runs = Array.from({ length: RUNS }, () => {
    const run = spawnSync(process.execPath, [JOB, maker, format, file], { encoding: 'utf8' });
    return run.status === 0 ? JSON.parse(run.stdout) : undefined;
  });
  if (runs.includes(undefined)) return undefined;
  return runs.reduce((best, run) => (run.cpuSeconds < best.cpuSeconds ? run : best));
}

function row(name, { cpuSeconds, peakBytes, bytes }, own) {
  const ratio = (value, ours) => (own ? `  ×${(value / ours).toFixed(2)}` : '');
  return [
    name.padEnd(16),
    `${cpuSeconds.toFixed(2)} s${ratio(cpuSeconds, own?.cpuSeconds)}`.padEnd(18),
    (peakBytes ? `${Math.round(peakBytes / 1e6)} MB${ratio(peakBytes, own?.peakBytes)}` : '—').padEnd(18),
    `${Math.ceil(bytes / 1000)} KB${ratio(bytes, own?.bytes)}`,
  ].join(' ');
}

const texts = { article: makeArticle(), book: makeBook() };
for (const [name, text] of Object.entries(texts)) {
  const file = join(folder, `${name}.txt`);
  writeFileSync(file, text);
  console.log(`\n${name}: ${[...text].length} characters (best of ${RUNS}; × is the other over paiban)`);
  for (const format of FORMATS) {
    const own = measure('paiban', format, file);
    if (!own) throw new Error(`paiban failed on ${name} as ${format}`);
    console.log(row(`${format} paiban`, own));
    for (const maker of ['plain', 'pandoc', 'typst']) {
      const other = measure(maker, format, file);
      if (other) console.log(row(`${format} ${maker}`, other, own));
    }
  }
}
rmSync(folder, { recursive: true });
