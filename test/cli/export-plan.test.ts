import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCount, planExport } from '../../src/cli/export-plan.js';
import type { OptionValues } from '../../src/cli/options.js';

const folder = mkdtempSync(join(tmpdir(), 'paiban-plan-'));
writeFileSync(join(folder, 'file'), '');

function plan(values: OptionValues): string {
  const { formats, place } = planExport(values, folder);
  const where = 'path' in place ? `${place.kind} ${place.path.replace(folder, '.')}` : place.kind;
  return `${formats.join('+')} ${where}`;
}

test.each<[OptionValues, string]>([
  [{}, 'pdf+docx+epub beside'],
  [{ to: ['pdf,docx'] }, 'pdf+docx beside'],
  [{ to: ['PDF', 'pdf'] }, 'pdf beside'],
  [{ out: 'books' }, 'pdf+docx+epub folder ./books'],
  [{ out: 'books.d/' }, 'pdf+docx+epub folder ./books.d'],
  [{ out: '2024.10' }, 'pdf+docx+epub folder ./2024.10'],
  [{ out: 'file/inside' }, 'pdf+docx+epub folder ./file/inside'],
  [{ out: 'a.PDF' }, 'pdf file ./a.PDF'],
  [{ out: 'a.epub', to: ['epub'] }, 'epub file ./a.epub'],
  [{ out: '-', to: ['docx'] }, 'docx stdout'],
])('%j means %s', (values, meaning) => {
  expect(plan(values)).toBe(meaning);
});

test.each<[OptionValues, string]>([
  [{ to: ['pfd'] }, 'option-invalid'],
  [{ to: [','] }, 'option-without-value'],
  [{ out: 'a.doc' }, 'option-invalid'],
  [{ out: 'a.pdf', to: ['docx'] }, 'out-disagrees'],
  [{ out: 'a.pdf', to: ['pdf', 'docx'] }, 'out-disagrees'],
  [{ out: '-' }, 'out-takes-one'],
  [{ out: '-', to: ['pdf'], json: true }, 'out-and-json'],
])('%j is refused: %s', (values, code) => {
  expect(() => plan(values)).toThrow(expect.objectContaining({ code }));
});

test('one file cannot take two inputs', () => {
  const toFile = planExport({ out: 'a.pdf' }, folder);
  expect(() => checkCount(toFile, 'a.pdf', 2)).toThrow(expect.objectContaining({ code: 'out-takes-one' }));
  expect(() => checkCount(toFile, 'a.pdf', 1)).not.toThrow();
});
