// Reads the files named on standard input, one a line, and answers each with one line of JSON: what became of it, and
// the most memory that this process has held so far. A process of its own, so that a hang or a crash is seen. With
// --convert what was read is also written as PDF, Word and EPUB.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ConversionError, convert, inspect, readArticle } from '../../dist/index.js';

const converts = process.argv.includes('--convert');

async function outcome(file) {
  try {
    const bytes = readFileSync(file);
    const reading = await readArticle(bytes, { fileName: file });
    JSON.stringify(inspect(reading, 'zh'));
    for (const to of converts ? ['pdf', 'docx', 'epub'] : []) await convert(bytes, { fileName: file, to });
    return { outcome: 'read' };
  } catch (error) {
    if (error instanceof ConversionError) return { outcome: 'refused', code: error.code };
    return { outcome: 'crashed', stack: String(error?.stack ?? error) };
  }
}

for await (const file of createInterface({ input: process.stdin })) {
  const answer = await outcome(file);
  process.stdout.write(
    `${JSON.stringify({ ...answer, peakBytes: process.resourceUsage().maxRSS * 1024 })}\n`,
  );
}
