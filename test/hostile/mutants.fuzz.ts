import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mutate, seeded } from './mutations.js';
import { ReadingProcess } from './reading-process.js';
import { readSeeds, type Seed } from './seeds.js';

/** FUZZ_SECONDS=600 FUZZ_SEED=7 npm run fuzz */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 60);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const PATIENCE_MS = 60_000;
/** One in so many is also written as PDF, Word and EPUB. */
const CONVERT_EVERY = 8;
/** Where inputs that did harm are kept. */
const KEPT = fileURLToPath(new URL('../../out/fuzz/', import.meta.url));

test(`mutants of samples, test articles and corpus, seed ${SEED}`, {
  timeout: (SECONDS + 120) * 1000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paiban-fuzz-'));
  const [reader, converter] = [
    new ReadingProcess(PATIENCE_MS),
    new ReadingProcess(PATIENCE_MS, ['--convert']),
  ];
  const seeds = readSeeds();
  const random = seeded(SEED);
  const pick = (): Seed => seeds[Math.floor(random() * seeds.length)] as Seed;
  const harmful: string[] = [];
  const end = Date.now() + SECONDS * 1000;
  let count = 0;
  for (; Date.now() < end; count++) {
    const seed = pick();
    const file = join(folder, `input${seed.ending}`);
    const bytes = mutate(seed.bytes, random, pick().bytes);
    writeFileSync(file, bytes);
    const answer = await (count % CONVERT_EVERY === 0 ? converter : reader).read(file);
    const isHarmful = answer.outcome === 'crashed' || answer.outcome === 'hung' || answer.peakBytes > 2 ** 30;
    if (!isHarmful) continue;
    mkdirSync(KEPT, { recursive: true });
    const kept = join(KEPT, `${SEED}-${count}-${basename(seed.name, seed.ending)}${seed.ending}`);
    writeFileSync(kept, bytes);
    harmful.push(`${kept}: ${JSON.stringify(answer)}`);
  }
  reader.stop();
  converter.stop();
  rmSync(folder, { recursive: true });
  console.log(`${count} mutants of ${seeds.length} files read in ${SECONDS} s, ${harmful.length} did harm`);
  expect(harmful).toEqual([]);
  expect(count).toBeGreaterThan(0);
});
