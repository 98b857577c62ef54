// CPU seconds, peak memory and bytes of paiban beside its peers, on the same texts in the same run. Every job runs in a
// process of its own from a cold start; the makers take turns, so that what else the machine does meets all alike.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { comparisons, growth } from './jobs.js';

const isQuick = process.argv.includes('--quick');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const rounds = isQuick ? 1 : 5;
const JOB = fileURLToPath(new URL('job.mjs', import.meta.url));
const UNITS = {
  cpuSeconds: ['CPU', (value) => `${value.toFixed(2)} s`],
  peakBytes: ['peak', (value) => `${Math.round(value / 1e6)} MB`],
  bytes: ['file', (value) => `${(value / 1e6).toFixed(3)} MB`],
};

const folder = mkdtempSync(join(tmpdir(), 'paiban-bench-'));

try {
  for (const job of comparisons(isQuick)) if (isWanted(job.name)) compare(job);
  if (isWanted('growth')) showGrowth(growth(isQuick));
} finally {
  rmSync(folder, { recursive: true });
}

function isWanted(name) {
  return wanted.length === 0 || wanted.some((word) => name.includes(word));
}

/** Prints one line a maker, and the ratios of paiban to the peer that the bars are about. */
function compare({ name, to, kind, texts, makers, bars, mostBytes }) {
  const files = write(name, texts);
  const results = measure(makers, [to, kind, ...files], name);
  const [own, others] = [makers.filter(isOurs), makers.filter((maker) => !isOurs(maker))];
  console.log(`\n${name}: ${count(texts)} characters`);
  for (const maker of makers) console.log(row(maker, results[maker]));
  for (const maker of own) for (const other of others) console.log(ratios(maker, other, results, bars));
  if (mostBytes)
    console.log(
      `  ${own[0].padEnd(16)} file ÷ its own bar ${ratio('bytes', results[own[0]].bytes / mostBytes, 1)}`,
    );
}

/** The library (`paiban`), the command, a part of it. */
function isOurs(maker) {
  return maker.startsWith('paiban');
}

function ratios(maker, other, results, bars) {
  const ratiosOf = Object.keys(UNITS)
    .filter((what) => results[other][what])
    .map((what) =>
      ratio(what, results[maker][what] / results[other][what], other === bars?.to ? bars[what] : undefined),
    );
  return `  ${`${maker} / ${other}`.padEnd(24)} ${ratiosOf.join('   ')}`;
}

/** Medians of the rounds, the makers taking turns. */
function measure(makers, args, name) {
  const runs = Object.fromEntries(makers.map((maker) => [maker, []]));
  for (let round = 0; round < rounds; round++) {
    for (const maker of makers) runs[maker].push(runOnce(maker, args, name));
  }
  return Object.fromEntries(makers.map((maker) => [maker, medians(runs[maker])]));
}

function runOnce(maker, args, name) {
  const run = spawnSync(process.execPath, [JOB, maker, ...args], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${maker} failed on ${name}:\n${run.stderr}`);
  return JSON.parse(run.stdout);
}

function medians(runs) {
  const middle = (what) => runs.map((run) => run[what]).sort((a, b) => a - b)[runs.length >> 1];
  return { cpuSeconds: middle('cpuSeconds'), peakBytes: middle('peakBytes'), bytes: middle('bytes') };
}

function row(maker, result) {
  const values = Object.entries(UNITS).map(([what, [, format]]) =>
    (result[what] ? format(result[what]) : '—').padStart(10),
  );
  return `  ${maker.padEnd(16)} ${values.join('   ')}`;
}

function ratio(what, value, bar) {
  const judged = bar === undefined ? '' : ` (bar ${bar}${value <= bar ? '' : ', missed'})`;
  return `${UNITS[what][0]} ×${value.toFixed(2)}${judged}`;
}

/** The time of a character at growing lengths, and the power of the length that the time of the work grows with. */
function showGrowth({ to, kind, lengths, textOf, bar }) {
  console.log(`\ngrowth as ${to}: CPU of the whole process`);
  const [start] = [measureLength(lengths[0] / 100, to, kind, textOf)];
  const points = lengths.map((length) => {
    const { cpuSeconds, peakBytes } = measureLength(length, to, kind, textOf);
    const work = cpuSeconds - start.cpuSeconds;
    console.log(
      `  ${String(length).padStart(9)} characters ${cpuSeconds.toFixed(2).padStart(7)} s   ` +
        `${((work / length) * 1e6).toFixed(2)} µs each   ${Math.round(peakBytes / 1e6)} MB`,
    );
    return [Math.log(length), Math.log(work)];
  });
  console.log(
    `  grows with the power ${slope(points.slice(-3)).toFixed(2)} of the length, start-up aside (bar ${bar})`,
  );
}

function measureLength(length, to, kind, textOf) {
  const files = write(`growth-${length}`, [textOf(length)]);
  return measure(['paiban'], [to, kind, ...files], `${length} characters`).paiban;
}

/** Of the straight line nearest to the points. */
function slope(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const over = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0);
  return over / points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
}

function write(name, texts) {
  const home = join(folder, name.replaceAll(' ', '-'));
  mkdirSync(home, { recursive: true });
  return texts.map((text, index) => {
    const file = join(home, `${index + 1}.txt`);
    writeFileSync(file, text);
    return file;
  });
}

function count(texts) {
  return texts.reduce((sum, text) => sum + text.length, 0).toLocaleString('en');
}
