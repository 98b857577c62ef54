import { parseLabel } from '../../numbering/index.js';
import { type Candidate, findRuns } from '../headings/heading-runs.js';
import { sliceInlines, trimInlines } from '../inline-text.js';
import { hanCount, type Row, type TextRow, withInlines } from '../row.js';
import { splitGluedClauses } from './glued-clauses.js';

/** A text with more lines than this has line ends of its own. */
const MOST_ROWS = 4;
const SHORTEST_DUMP = 100;
/** A label and what follows it are looked at so far. */
const REACH = 60;
const LONGEST_TITLE = 20;
const LONGEST_FIRST = 45;
const SCHEMES: ReadonlySet<string> = new Set([
  'volume',
  'chapter',
  'section',
  'article',
  'han',
  'han-bracketed',
]);

/**
 * Text libraries (文库) give a whole document as one line. It is split where white space stands before a number of a
 * series that begins at one: 第一章, 一、, （一）; anything weaker might stand in the middle of a sentence.
 */
export function splitDump(rows: readonly Row[]): {
  readonly rows: readonly Row[];
  readonly lines: readonly number[];
} {
  if (rows.length > MOST_ROWS) return { rows: splitGluedClauses(rows), lines: [] };
  const lines: number[] = [];
  const split = rows.flatMap((row): Row[] => {
    if (row.type !== 'line' || row.unit !== 'physical' || hanCount(row.text) < SHORTEST_DUMP) return [row];
    const cuts = cutsOf(row);
    if (cuts.length === 0) return [row];
    lines.push(row.line);
    return pieces(row, cuts);
  });
  return { rows: split, lines };
}

/** Offsets at which a new line begins. */
function cutsOf(row: TextRow): number[] {
  const candidates = [...row.text.matchAll(/(?<=^|\s)\S/gu)].flatMap(({ index }): Candidate[] => {
    const found = parseLabel(row.text.slice(index, index + REACH));
    return found && SCHEMES.has(found.label.scheme) ? [{ at: index, row, ...found }] : [];
  });
  const series = findRuns(candidates).filter(
    ({ members }) => members.length >= 2 && members[0]?.label.ordinal === 1,
  );
  const cuts = series.flatMap(({ members }) =>
    members.flatMap((member) => [member.at, ...titleEnd(row.text, member)]),
  );
  const first = cuts.reduce((least, cut) => Math.min(least, cut), Number.POSITIVE_INFINITY);
  const titled = cuts.length > 0 ? /^\S{2,45}\s/u.exec(row.text.slice(0, first))?.[0].length : undefined;
  const all = titled !== undefined && titled <= LONGEST_FIRST ? [...cuts, titled] : cuts;
  return [...new Set(all)].filter((at) => at > 0).sort((one, other) => one - other);
}

/** 一、主要工作 今年以来…: a short title without a mark, then white space. */
function titleEnd(text: string, { at, label, restAt }: Candidate): number[] {
  if (label.scheme === 'article') return [];
  const title = /^([^\s。\uFF0C\uFF1B\uFF1A]{1,20})\s+(?=\S)/u.exec(text.slice(at + restAt, at + REACH));
  return title?.[1] && hanCount(title[1]) <= LONGEST_TITLE ? [at + restAt + title[0].length] : [];
}

function pieces(row: TextRow, cuts: readonly number[]): TextRow[] {
  const starts = [0, ...cuts];
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? row.text.length;
    const piece = withInlines(row, trimInlines(sliceInlines(row.inlines, start, end)));
    return { ...piece, source: piece.text, blankLinesBefore: 1, indentEm: 0 };
  });
}
