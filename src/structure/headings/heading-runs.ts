import type { NumberingScheme, SectionLabel } from '../../model/index.js';
import { type LabelledLine, parseBareNumber, parseLabel, parseLooseDecimal } from '../../numbering/index.js';
import { readAttachments } from '../blocks/letter.js';
import { hanCount, type Row, type TextRow } from '../row.js';
import { sentences } from '../sentences.js';
import { parseCounted, parseDoubtful, parseDressed, parseGluedNumber } from './counted-lines.js';

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
  /** The words around the number, when those make the series: 问题#：. */
  readonly frame?: string;
  /** The second number of a pair: 第四、五天. */
  readonly through?: number;
  /** Looks like something else, too: 二、三个代表. */
  readonly doubtful?: true;
}

/** Numbers of one scheme that go on from one another. */
export interface Run {
  readonly key: string;
  readonly scheme: NumberingScheme;
  readonly members: readonly Candidate[];
  /** Another run of the kind goes on behind it: 1. 2. [1. 2. 3.] 3. */
  readonly isInner?: boolean;
}

/** Schemes written with a word: each member says by itself that it is a heading. */
export const WORD_SCHEMES: ReadonlySet<NumberingScheme> = new Set(['volume', 'chapter', 'section']);

/** A jump beyond this is another series, not a gap. */
const WIDEST_GAP = 5;
const LONGEST_RUN_IN_HEAD = 25;
const SHORTEST_RUN_IN_REST = 20;
const LONGEST_TITLE = 25;

/** Every line that begins with a number, those of a list of attachments aside. */
export function findCandidates(rows: readonly Row[]): Candidate[] {
  const found = new Map<number, Candidate>();
  let attachmentsEnd = 0;
  for (const [at, row] of rows.entries()) {
    if (row.type !== 'line' || at < attachmentsEnd) continue;
    attachmentsEnd = at + (readAttachments(rows, at)?.rowsTaken ?? 0);
    const line =
      parseLabel(row.text) ??
      parseBareNumber(row.text) ??
      parseLooseDecimal(row.text) ??
      parseDressed(row.text) ??
      parseCounted(row.text);
    if (line) found.set(at, toCandidate(at, row, line));
  }
  addDoubtful(rows, found);
  return [...found.values()].sort((one, other) => one.at - other.at);
}

function toCandidate(
  at: number,
  row: TextRow,
  line: LabelledLine & Pick<Candidate, 'frame' | 'through'>,
): Candidate {
  const headEnd = runInEnd(line.rest);
  return { at, row, ...line, ...(headEnd !== undefined && { headEnd: line.restAt + headEnd }) };
}

/** Lines that may be something else are believed when the number before theirs, or behind it, is there as well. */
function addDoubtful(rows: readonly Row[], found: Map<number, Candidate>): void {
  const numbers = new Set(
    [...found.values()].map((candidate) => `${keyOf(candidate)} ${candidate.label.ordinal}`),
  );
  const hasDecimals = [...found.values()].some((candidate) => keyOf(candidate) === 'decimal-2');
  const doubtful: Candidate[] = [];
  for (const [at, row] of rows.entries()) {
    if (row.type !== 'line' || (found.has(at) && found.get(at)?.frame === undefined)) continue;
    const glued = hasDecimals ? parseGluedNumber(row.text) : undefined;
    const line = glued ?? parseDoubtful(row.text);
    if (line) doubtful.push({ ...toCandidate(at, row, line), ...(!glued && { doubtful: true as const }) });
  }
  for (const candidate of doubtful) numbers.add(`${keyOf(candidate)} ${candidate.label.ordinal}`);
  for (const candidate of doubtful) {
    const { ordinal } = candidate.label;
    const key = keyOf(candidate);
    const hasNeighbour = [ordinal - 1, ordinal + 1].some((number) => numbers.has(`${key} ${number}`));
    if (hasNeighbour || !candidate.doubtful) found.set(candidate.at, candidate);
  }
}

/** （一）短句。正文: the end of the short sentence, when a longer text follows it. */
function runInEnd(rest: string): number | undefined {
  const end = shortSentenceEnd(rest);
  return end !== undefined && rest.length - end >= SHORTEST_RUN_IN_REST ? end : undefined;
}

/** The end of a short first sentence, whatever follows it. */
export function shortSentenceEnd(rest: string): number | undefined {
  const colon = /^[^。\uFF1A:\uFF01\uFF1F]{2,25}[\uFF1A]/u.exec(rest)?.[0].length;
  const end = colon ?? sentences(rest.slice(0, LONGEST_RUN_IN_HEAD * 2))[0]?.end ?? 0;
  const closed = /[。\uFF1A\uFF01\uFF1F][”’」』\uFF09)]*$/u.test(rest.slice(0, end));
  return closed && end <= LONGEST_RUN_IN_HEAD + 1 ? end : undefined;
}

interface GrowingRun extends Run {
  readonly members: Candidate[];
  isInner?: boolean;
}

/** A run while it grows, with the runs of its kind that it may lie within. */
interface OpenRun {
  readonly members: Candidate[];
  readonly run: GrowingRun;
  readonly around?: OpenRun;
}

/** Groups candidates into runs: a number that falls back begins a new one, for 第X章 only a one does. */
export function findRuns(candidates: readonly Candidate[]): Run[] {
  const openByKey = new Map<string, OpenRun>();
  const runs: GrowingRun[] = [];
  for (const candidate of candidates) {
    const { scheme, ordinal } = candidate.label;
    const key = keyOf(candidate);
    const open = openByKey.get(key);
    const before = open?.members.at(-1);
    const last = before?.through ?? before?.label.ordinal ?? -1;
    const falls = WORD_SCHEMES.has(scheme) ? ordinal === 1 : ordinal <= last || ordinal > last + WIDEST_GAP;
    const goesOn = open && falls && ordinal > 1 ? outerRun(open, candidate) : undefined;
    if (open && goesOn) {
      open.run.isInner = true;
      openByKey.set(key, goesOn);
    }
    if (open && (!falls || goesOn)) {
      (goesOn ?? open).members.push(candidate);
      continue;
    }
    const members = [candidate];
    const run: GrowingRun = { key, scheme, members };
    openByKey.set(key, { members, run, ...(open && ordinal === 1 && { around: withoutDeep(open) }) });
    runs.push(run);
  }
  return runs;
}

/** 1、 title, a list 1、2、3、 of sentences, 2、 title: the run of titles goes on across the list. */
function outerRun({ members, around }: OpenRun, candidate: Candidate): OpenRun | undefined {
  const last = around?.members.at(-1);
  const goesOn = last && candidate.label.ordinal === last.label.ordinal + 1;
  const isAcross = goesOn && isTitle(last) && isTitle(candidate) && !members.some(isTitle);
  return isAcross ? around : undefined;
}

/** Two levels are enough, and a page of 100,000 restarts keeps no more. */
function withoutDeep({ members, run, around }: OpenRun): OpenRun {
  return { members, run, ...(around && { around: { members: around.members, run: around.run } }) };
}

function isTitle({ rest }: Candidate): boolean {
  return (
    rest !== '' &&
    hanCount(rest) <= LONGEST_TITLE &&
    !/[。\uFF1B\uFF0C;,、\uFF1A:?!\uFF1F\uFF01]$/u.test(rest)
  );
}

/** What numbers of one series share: the words around them, or the scheme, and for 1.2.3 the depth. */
function keyOf({ label: { scheme, numeral }, frame = '' }: Pick<Candidate, 'label' | 'frame'>): string {
  if (frame.startsWith('附件#')) return 'annex';
  if (frame !== '') return `counted ${frame}`;
  return scheme === 'decimal' ? `decimal-${numeral.split('.').length}` : scheme;
}
