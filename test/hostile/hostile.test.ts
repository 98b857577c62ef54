import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HostileInput } from './input.js';
import { hostileMarkedTexts } from './marked-texts.js';
import { hostilePackages } from './packages.js';
import { hostilePages } from './pages.js';
import { ReadingProcess } from './reading-process.js';
import { hostileTexts } from './texts.js';

/** HOSTILE_SIZE=100000 asks for what the fuzz run asks for; the default shows anything that is not linear. */
const SIZE = Number(process.env.HOSTILE_SIZE ?? 20_000);
/** Far beyond what any input takes: it parts slow from hung, and measures nothing. */
const PATIENCE_MS = 50_000;
const MOST_BYTES = 2 ** 30;

const families: Readonly<Record<string, readonly HostileInput[]>> = {
  'plain text': hostileTexts,
  'web pages': hostilePages,
  'Markdown and JSON': hostileMarkedTexts,
  'Word files': hostilePackages,
};

describe.each(Object.entries(families))('%s', (_family, inputs) => {
  const reader = new ReadingProcess(PATIENCE_MS);
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'paiban-hostile-'));
  });
  afterAll(() => {
    reader.stop();
    rmSync(folder, { recursive: true });
  });

  test.each(inputs.map((input) => [input.name, input] as const))('%s', async (_name, input) => {
    const file = join(folder, input.fileName);
    writeFileSync(file, input.bytes(SIZE));
    const answer = await reader.read(file);
    expect(answer).toMatchObject({ outcome: expect.stringMatching(/^(?:read|refused)$/) });
    expect('peakBytes' in answer && answer.peakBytes).toBeLessThan(MOST_BYTES);
  });
});
