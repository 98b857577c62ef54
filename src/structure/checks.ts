import type { Diagnostic } from '../diagnostics.js';
import { typedMarks } from './blocks/note-styles.js';
import type { Heading } from './headings/headings.js';
import type { PartsReading } from './headings/parts.js';
import type { RemovedText } from './report.js';
import type { Row } from './row.js';
import { SIGN } from './signs.js';
import { surveyOf } from './survey.js';

/** A collection that holds more or fewer pieces than its title says. */
export function checkParts({ parts, promised }: PartsReading): Diagnostic[] {
  if (promised === undefined || promised === parts.length) return [];
  return [{ code: 'collection-count-differs', values: { promised, found: parts.length } }];
}

/** Numbers that jump, come twice or fall back. They are reported and never mended: a missing 第四十章 is a fact of the source. */
export function checkNumbers(headings: readonly Heading[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const lastByDepth: (Heading | undefined)[] = [];
  for (const heading of headings) {
    const before = lastByDepth[heading.depth];
    lastByDepth.length = heading.depth;
    lastByDepth[heading.depth] = heading;
    if (!heading.label || before?.label?.scheme !== heading.label.scheme) continue;
    const step = heading.label.ordinal - before.label.ordinal;
    const values = { label: heading.label.text, before: before.label.text };
    if (step > 1) found.push({ code: 'number-gap', values, line: heading.row.line });
    if (step < 0 && heading.label.ordinal !== 1)
      found.push({ code: 'number-falls', values, line: heading.row.line });
    if (step === 0) found.push({ code: 'number-repeated', values, line: heading.row.line });
  }
  return found;
}

/** Headings with nothing below them but the next one: text that a page has lost, or a heading that is none. */
export function checkEmptySections(headings: readonly Heading[], rowCount: number): Diagnostic[] {
  const empty = headings.filter((heading, index) => {
    const next = headings[index + 1];
    const isLast = next === undefined || next.depth <= heading.depth;
    return !heading.runIn && isLast && heading.at + heading.rowsTaken === (next?.at ?? rowCount);
  });
  const [first] = empty;
  if (!first) return [];
  const values = { count: empty.length, first: first.row.text };
  return [{ code: 'section-empty', values, line: first.row.line }];
}

/** Lines that held a whole document: where they were split is a guess. */
export function checkDump(lines: readonly number[]): Diagnostic[] {
  return lines.map((line) => ({ code: 'text-in-one-line', line }));
}

export function checkQuotes(linesWithOddQuotes: readonly number[]): Diagnostic[] {
  return linesWithOddQuotes.map((line) => ({ code: 'quotes-odd', line }));
}

/** One diagnostic for all removals; the report has each of them. */
export function checkRemovals(removed: readonly RemovedText[]): Diagnostic[] {
  const first = removed[0];
  if (!first) return [];
  const rules = [...new Set(removed.map(({ rule }) => rule))].join(', ');
  return [{ code: 'text-removed', values: { count: removed.length, rules }, line: first.line }];
}

/** [3] and （注1） that no note explains: the page has lost its notes. They stay in the text. */
export function checkNoteMarks(rows: readonly Row[]): Diagnostic[] {
  if ((surveyOf(rows).signs & SIGN.opening) === 0) return [];
  const found = rows.flatMap((row) =>
    row.type === 'line' ? typedMarks(row).map((mark) => ({ mark, line: row.line })) : [],
  );
  const [first] = found;
  if (!first) return [];
  return [{ code: 'note-marks-alone', values: { count: found.length, first: first.mark }, line: first.line }];
}
