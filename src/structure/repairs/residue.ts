import type { Span } from '../inline-text.js';
import { editInlines, trimInlines } from '../inline-text.js';
import type { Cleaned } from '../removal.js';
import type { RemovedText } from '../report.js';
import { type Row, type TextRow, withInlines } from '../row.js';
import { SIGN } from '../signs.js';
import { surveyOf } from '../survey.js';

interface Residue {
  readonly rule: string;
  /** A kind of characters that a row with its proof has: {@link SIGN}. */
  readonly sign: number;
  readonly pattern: RegExp;
  /** A document with fewer may mean what it says. */
  readonly atLeast: number;
  /** What must be there as often as {@link atLeast}; the pattern itself when absent. */
  readonly proof?: RegExp;
  /** Rows in which it may be what the text is about: they prove nothing, and keep it. */
  readonly sparing?: (text: string) => boolean;
}

const TONED = '[a-z]{0,3}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,4}';
const OPEN = '[(\uFF08]';
const CLOSE = '[)\uFF09]';
const TAG = '(?:p|br|div|span|strong|b|font|h[1-6]|center)';

/** A short word with the reading of its last sign, parted from what stands before it. */
const READ_WORD = new RegExp(
  `(?:^|[\\s、.\uFF0E\uFF1B;])\\p{Script=Han}{1,6}${OPEN}${TONED}${CLOSE}(?=$|[\\s、\uFF1B;]|\\p{Script=Han}{1,4}(?:$|[\\s、]))`,
  'u',
);
const EXPLAINED = new RegExp(
  `^\\S{0,6}?\\p{Script=Han}{1,6}${OPEN}${TONED}${CLOSE}\\p{Script=Han}{0,4}[:\uFF1A]`,
  'u',
);

/** What copying tools leave inside lines: one row to add a shape. */
const RESIDUES: readonly Residue[] = [
  {
    // a mirror's protection against copying: 小镇(zhèn), 我的(de); a text that teaches a word or two keeps them
    rule: 'pinyin',
    sign: SIGN.toned,
    pattern: new RegExp(`(?<=\\p{Script=Han})${OPEN}(?:${TONED}|de|le|zhe|zi|men|ma|ne|ba)${CLOSE}`, 'gu'),
    atLeast: 3,
    proof: new RegExp(`(?<=\\p{Script=Han})${OPEN}${TONED}${CLOSE}`, 'gu'),
    sparing: teachesReadings,
  },
  {
    // at the ends of a line only, where no sentence speaks about them
    rule: 'tag',
    sign: SIGN.greater,
    pattern: new RegExp(
      `^<${TAG}(?:\\s[^<>]{0,200})?>|</?${TAG}\\s?/?>$|(?<=[。\uFF01\uFF1F”])/?${TAG}\\s?/?>$`,
      'giu',
    ),
    atLeast: 1,
  },
];

/**
 * A row of words with their readings (A.塞北（sài）　招徕（lái）), or one word that is explained (招徕（lái）：招揽。): an
 * exercise or a note. A mirror puts its readings into sentences.
 */
function teachesReadings(text: string): boolean {
  const words = text.split(READ_WORD).length - 1;
  return (words >= 2 && !/[\uFF0C。]/u.test(text)) || EXPLAINED.test(text);
}

/** Cuts out of plain lines what tools left in them. */
export function cutResidue(rows: readonly Row[]): Cleaned {
  const { signs } = surveyOf(rows);
  const present = RESIDUES.filter((residue) => (signs & residue.sign) !== 0 && occurs(rows, residue));
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

function occurs(
  rows: readonly Row[],
  { sign, pattern, proof = pattern, atLeast, sparing }: Residue,
): boolean {
  let count = 0;
  for (const row of rows) {
    if (!isPlain(row) || (row.signs & sign) === 0) continue;
    const found = row.text.match(proof);
    if (found && !sparing?.(row.text)) count += found.length;
    if (count >= atLeast) return true;
  }
  return false;
}

function spansOf({ text }: TextRow, { rule, pattern, sparing }: Residue): (Span & { rule: string })[] {
  if (sparing?.(text)) return [];
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    rule,
  }));
}
