import type { Span } from '../inline-text.js';
import { editInlines, trimInlines } from '../inline-text.js';
import type { Cleaned } from '../removal.js';
import type { RemovedText } from '../report.js';
import { type Row, type TextRow, withInlines } from '../row.js';

interface Residue {
  readonly rule: string;
  readonly pattern: RegExp;
  /** A document with fewer may mean what it says. */
  readonly atLeast: number;
  /** What must be there as often as {@link atLeast}; the pattern itself when absent. */
  readonly proof?: RegExp;
}

const TONED = '[a-z]{0,3}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,4}';
const OPEN = '[(\uFF08]';
const CLOSE = '[)\uFF09]';
const TAG = '(?:p|br|div|span|strong|b|font|h[1-6]|center)';

/** What copying tools leave inside lines: one row to add a shape. */
const RESIDUES: readonly Residue[] = [
  {
    // a mirror's protection against copying: 小镇(zhèn), 我的(de); a text that teaches a word or two keeps them
    rule: 'pinyin',
    pattern: new RegExp(`(?<=\\p{Script=Han})${OPEN}(?:${TONED}|de|le|zhe|zi|men|ma|ne|ba)${CLOSE}`, 'gu'),
    atLeast: 3,
    proof: new RegExp(`(?<=\\p{Script=Han})${OPEN}${TONED}${CLOSE}`, 'gu'),
  },
  {
    // at the ends of a line only, where no sentence speaks about them
    rule: 'tag',
    pattern: new RegExp(
      `^<${TAG}(?:\\s[^<>]{0,200})?>|</?${TAG}\\s?/?>$|(?<=[。\uFF01\uFF1F”])/?${TAG}\\s?/?>$`,
      'giu',
    ),
    atLeast: 1,
  },
];

/** Cuts out of plain lines what tools left in them. */
export function cutResidue(rows: readonly Row[]): Cleaned {
  const present = RESIDUES.filter(({ pattern, proof = pattern, atLeast }) => occurs(rows, proof, atLeast));
  if (present.length === 0) return { rows, removed: [], facts: [] };
  const removed: RemovedText[] = [];
  const kept = rows.flatMap((row): Row[] => {
    if (!isPlain(row)) return [row];
    const cuts = present.flatMap((residue) => spansOf(row, residue));
    if (cuts.length === 0) return [row];
    removed.push(
      ...cuts.map(({ start, end, rule }) => ({ line: row.line, text: row.text.slice(start, end), rule })),
    );
    const edits = cuts
      .toSorted((one, other) => one.start - other.start)
      .map((cut) => ({ ...cut, insert: '' }));
    const left = withInlines(row, trimInlines(editInlines(row.inlines, edits)));
    // what is left of the line may go by another rule, and is then counted once
    return left.text.trim() === '' ? [] : [{ ...left, source: left.text }];
  });
  return { rows: kept, removed, facts: [] };
}

function isPlain(row: Row): row is TextRow {
  return row.type === 'line' && row.unit === 'physical';
}

function occurs(rows: readonly Row[], proof: RegExp, atLeast: number): boolean {
  let count = 0;
  for (const row of rows) {
    if (isPlain(row)) count += row.text.match(proof)?.length ?? 0;
    if (count >= atLeast) return true;
  }
  return false;
}

function spansOf({ text }: TextRow, { rule, pattern }: Residue): (Span & { rule: string })[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    rule,
  }));
}
