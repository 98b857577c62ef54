import type { NumberingScheme, SectionLabel } from '../model/index.js';
import { parseBareNumber, parseLabel, parseLooseDecimal } from '../numbering/index.js';
import { readAttachments } from './letter.js';
import type { Row, TextRow } from './row.js';
import { sentences } from './sentences.js';

/** A line that begins with a number. */
export interface Candidate {
  /** Index among the rows. */
  readonly at: number;
  readonly row: TextRow;
  readonly label: SectionLabel;
  readonly rest: string;
  readonly restAt: number;
  /** Where the first sentence ends, when the line may be a short heading with its text behind it. */
  readonly headEnd?: number;
}

/** Numbers of one scheme that go on from one another. */
export interface Run {
  readonly key: string;
  readonly scheme: NumberingScheme;
  readonly members: readonly Candidate[];
}

/** Schemes written with a word: each member says by itself that it is a heading. */
export const WORD_SCHEMES: ReadonlySet<NumberingScheme> = new Set(['volume', 'chapter', 'section']);

/** A jump beyond this is another series, not a gap. */
const WIDEST_GAP = 5;
const LONGEST_RUN_IN_HEAD = 25;
const SHORTEST_RUN_IN_REST = 20;

/** Every line that begins with a number, those of a list of attachments aside. */
export function findCandidates(rows: readonly Row[]): Candidate[] {
  let attachmentsEnd = 0;
  return rows.flatMap((row, at): Candidate[] => {
    if (row.type !== 'line' || at < attachmentsEnd) return [];
    attachmentsEnd = at + (readAttachments(rows, at)?.rowsTaken ?? 0);
    const found = parseLabel(row.text) ?? parseBareNumber(row.text) ?? parseLooseDecimal(row.text);
    if (!found) return [];
    const headEnd = runInEnd(found.rest);
    return [{ at, row, ...found, ...(headEnd !== undefined && { headEnd: found.restAt + headEnd }) }];
  });
}

/** （一）短句。正文: the end of the short sentence, when a longer text follows it. */
function runInEnd(rest: string): number | undefined {
  const colon = /^[^。\uFF1A:\uFF01\uFF1F]{2,25}[\uFF1A]/u.exec(rest)?.[0].length;
  const end = colon ?? sentences(rest.slice(0, LONGEST_RUN_IN_HEAD * 2))[0]?.end ?? 0;
  const closed = /[。\uFF1A\uFF01\uFF1F][”’」』\uFF09)]*$/u.test(rest.slice(0, end));
  return closed && end <= LONGEST_RUN_IN_HEAD + 1 && rest.length - end >= SHORTEST_RUN_IN_REST
    ? end
    : undefined;
}

/** Groups candidates into runs: a number that falls back begins a new one, for 第X章 only a one does. */
export function findRuns(candidates: readonly Candidate[]): Run[] {
  const openByKey = new Map<string, Candidate[]>();
  const runs: { key: string; scheme: NumberingScheme; members: Candidate[] }[] = [];
  for (const candidate of candidates) {
    const { scheme, ordinal } = candidate.label;
    const key = keyOf(candidate.label);
    const open = openByKey.get(key);
    const last = open?.at(-1)?.label.ordinal ?? 0;
    const falls = WORD_SCHEMES.has(scheme) ? ordinal === 1 : ordinal <= last || ordinal > last + WIDEST_GAP;
    if (open && !falls) {
      open.push(candidate);
      continue;
    }
    const members = [candidate];
    openByKey.set(key, members);
    runs.push({ key, scheme, members });
  }
  return runs;
}

/** What numbers of one series share: the scheme, and for 1.2.3 the depth. */
function keyOf({ scheme, numeral }: SectionLabel): string {
  return scheme === 'decimal' ? `decimal-${numeral.split('.').length}` : scheme;
}
