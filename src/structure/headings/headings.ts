import type { Inline, SectionLabel } from '../../model/index.js';
import { parseBareNumber, parseLabel } from '../../numbering/index.js';
import { joinInlines, sliceInlines, trimInlines } from '../inline-text.js';
import { endsSentence, hanCount, isBody, type Row, type TextRow, withInlines } from '../row.js';
import { surveyOf } from '../survey.js';
import { isSpeech } from './bare-shape.js';
import { judgeRuns, type RunVerdict } from './heading-cues.js';
import { type Candidate, findCandidates, findRuns, shortSentenceEnd } from './heading-runs.js';
import type { Ranked } from './levels.js';
import { markedHeadings, withDepths } from './marked-headings.js';
import { findNamed } from './named-headings.js';
import { depthsOf } from './restarts.js';
import { findSubHeads, tableHeads } from './sub-heads.js';

/** A row that is a heading, or begins with one. */
export interface Heading {
  /** Index among the rows. */
  readonly at: number;
  /** How many rows it takes (01 and the title on the next line are two). */
  readonly rowsTaken: number;
  readonly row: TextRow;
  readonly depth: number;
  readonly label?: SectionLabel;
  readonly heading: readonly Inline[];
  /** The text that goes on in the heading's line. */
  readonly runIn?: TextRow;
  readonly score: number;
  readonly cues: readonly string[];
}

/** Headings, and the series of numbers that are none. */
export interface HeadingsReading {
  readonly headings: readonly Heading[];
  readonly rejected: readonly RunVerdict[];
}

/** A heading before its depth is known. */
export type Found = Omit<Heading, 'depth'> & Ranked;

const LONGEST_HEADING = 60;
const LONGEST_SUB_HEAD = 20;
/** A heading that goes on in a second line fills the first. */
const SHORTEST_FULL_LINE = 14;
const MOST_TITLED = 0.5;

/**
 * Finds the headings of one part. Where the source marks headings itself, those are all; otherwise the numbers
 * are judged by the series in which they stand.
 */
export function readHeadings(rows: readonly Row[]): HeadingsReading {
  const verdicts = judgeRuns(findRuns(findCandidates(rows)), rows);
  const marked = markedHeadings(rows);
  if (marked.length > 0) return { headings: withDepths(marked, boldHeadings(rows, verdicts)), rejected: [] };
  const found = foundHeadings(rows, verdicts);
  const depths = depthsOf(found);
  return {
    headings: found.map((heading, index) => ({ ...heading, depth: depths[index] ?? 1 })),
    rejected: verdicts.filter(({ accepted }) => !accepted),
  };
}

/** Numbers in bold under headings of the markup: pages mark the upper levels, and set the lower ones by hand. */
function boldHeadings(rows: readonly Row[], verdicts: readonly RunVerdict[]): Found[] {
  return verdicts
    .flatMap((verdict, run) => {
      const areBold = verdict.run.members.every(({ row }) => row.bold && row.headingLevel === undefined);
      return verdict.accepted && areBold ? numberedHeadings(verdict, run, rows) : [];
    })
    .sort((one, other) => one.at - other.at);
}

function foundHeadings(rows: readonly Row[], verdicts: readonly RunVerdict[]): Found[] {
  const numbered = verdicts.flatMap((verdict, run) =>
    verdict.accepted ? numberedHeadings(verdict, run, rows) : [],
  );
  const taken = new Set(
    numbered.flatMap(({ at, rowsTaken }) => Array.from({ length: rowsTaken }, (_, step) => at + step)),
  );
  const listed = listedHeadings(rows, numbered, taken);
  for (const { at } of listed) taken.add(at);
  const named = namedHeadings(rows, numbered, taken);
  for (const { at } of named) taken.add(at);
  const areBold = numbered.length > 0 && numbered.every(({ row }) => row.bold);
  const hasNumbers = numbered.length > 1 || listed.length > 0 || isOfNovel(rows, numbered);
  const others = findSubHeads(rows, taken, hasNumbers, areBold).map(
    (head): Found => single(head, head.key, head.score),
  );
  const beside = numbered[0]?.key;
  const tables =
    beside === undefined ? [] : tableHeads(rows, Math.max(...taken)).map((head) => single(head, beside, 4));
  return [...numbered, ...listed, ...named, ...others, ...tables].sort((one, other) => one.at - other.at);
}

/** One chapter, and people who speak in it. */
function isOfNovel(rows: readonly Row[], numbered: readonly Found[]): boolean {
  return numbered[0]?.key === 'chapter' && rows.some(isSpeech);
}

/** A heading of its own, which holds no run and is held by none. */
function single({ at, row, cues }: Pick<Found, 'at' | 'row' | 'cues'>, key: string, score: number): Found {
  return { at, rowsTaken: 1, row, heading: row.inlines, score, cues, key, run: -1 - at };
}

/** What the page's own contents name; a bullet there puts it below the numbers. */
function listedHeadings(
  rows: readonly Row[],
  numbered: readonly Found[],
  taken: ReadonlySet<number>,
): Found[] {
  if (!surveyOf(rows).hasListed) return [];
  const beside = numbered[0]?.key ?? 'listed';
  return rows.flatMap((row, at): Found[] => {
    if (row.type !== 'line' || row.listed === undefined || taken.has(at) || endsSentence(row.text)) return [];
    const key = row.listed === 'sub-entry' ? 'unnumbered' : beside;
    return [single({ at, row, cues: ['+in-contents'] }, key, 6)];
  });
}

/** A piece of a book stands beside its chapters; before the first volume or behind the last chapter, beside the volumes. */
function namedHeadings(
  rows: readonly Row[],
  numbered: readonly Found[],
  taken: ReadonlySet<number>,
): Found[] {
  const keys = numbered.map(({ key }) => key);
  const inside = ['chapter', 'volume'].find((word) => keys.includes(word)) ?? keys[0] ?? 'unnumbered';
  const top = keys.includes('volume') ? 'volume' : inside;
  const [first, last] = [numbered[0]?.at ?? 0, numbered.at(-1)?.at ?? 0];
  return findNamed(rows, taken).map((named) => {
    const atEdge = named.at < first || named.at > last;
    return single(named, named.isAnnex ? 'annex' : atEdge ? top : inside, 6);
  });
}

function numberedHeadings(
  { run, runIn, score, cues }: RunVerdict,
  runNumber: number,
  rows: readonly Row[],
): Found[] {
  const areTitled = haveTitlesBelow(run.members, rows);
  return run.members.flatMap((member): Found[] => {
    const base = {
      at: member.at,
      row: member.row,
      label: member.label,
      score,
      cues,
      key: run.key,
      run: runNumber,
    };
    if (member.headEnd !== undefined && (runIn || hanCount(member.rest) > LONGEST_HEADING)) {
      return [{ ...base, rowsTaken: 1, ...splitRunIn(member, member.headEnd) }];
    }
    // the others show that a short sentence is the heading, however little follows it
    const end = runIn ? shortSentenceEnd(member.rest) : undefined;
    if (end !== undefined && end < member.rest.length) {
      return [{ ...base, rowsTaken: 1, ...splitRunIn(member, member.restAt + end) }];
    }
    // one long paragraph among short headings is a clause that only looks like them
    if (hanCount(member.rest) > LONGEST_HEADING) return [];
    const title = member.rest === '' && areTitled ? titleBelow(rows, member.at) : undefined;
    if (title) return [{ ...base, rowsTaken: 2, heading: title.inlines }];
    const own = trimInlines(sliceInlines(member.row.inlines, member.restAt));
    const second = secondLine(rows, member);
    return second
      ? [{ ...base, rowsTaken: 2, heading: joinInlines(own, '', second.inlines) }]
      : [{ ...base, rowsTaken: 1, heading: own }];
  });
}

function splitRunIn({ row, restAt }: Candidate, headEnd: number): Pick<Heading, 'heading' | 'runIn'> {
  return {
    heading: trimInlines(sliceInlines(row.inlines, restAt, headEnd)),
    runIn: withInlines(row, trimInlines(sliceInlines(row.inlines, headEnd))),
  };
}

/** The rest of a heading that was too long for its line, where blank lines part everything else. */
function secondLine(rows: readonly Row[], { at, row, rest }: Candidate): TextRow | undefined {
  const [next, after] = [rows[at + 1], rows[at + 2]];
  const fits =
    next?.type === 'line' &&
    row.blankLinesBefore > 0 &&
    next.blankLinesBefore === 0 &&
    (after?.type !== 'line' || after.blankLinesBefore > 0) &&
    hanCount(rest) >= SHORTEST_FULL_LINE &&
    hanCount(next.text) < hanCount(rest) &&
    [rest, next.text].every((text) => /\p{Script=Han}$/u.test(text) && !/[。\uFF1B\uFF1A]/u.test(text));
  return fits && parseLabel(next.text) === undefined ? next : undefined;
}

/** Most numbers that stand alone have a title below: 第一幕 over a stage direction, and 第二幕 over speech, have none. */
function haveTitlesBelow(members: readonly Candidate[], rows: readonly Row[]): boolean {
  const alone = members.filter(({ rest }) => rest === '');
  return alone.filter(({ at }) => titleBelow(rows, at)).length > alone.length * MOST_TITLED;
}

/** 第一章 alone, then its title on the next line. */
function titleBelow(rows: readonly Row[], at: number): TextRow | undefined {
  const [next, after] = [rows[at + 1], rows[at + 2]];
  const fits =
    next?.type === 'line' &&
    hanCount(next.text) <= LONGEST_SUB_HEAD &&
    // 他在用磨蹭说“不” ends in a quoted word, speech in a quoted sentence
    !/[。\uFF0C\uFF1B\uFF1A]$|[。\uFF01\uFF1F\uFF0C\u2026]”$|^“[^”]*”$/u.test(next.text) &&
    !endsSentence(next.text);
  const isNumbered = fits && (parseLabel(next.text) ?? parseBareNumber(next.text)) !== undefined;
  const opensBelow = isBody(after) || (after?.type === 'line' && parseLabel(after.text)?.label.ordinal === 1);
  return fits && !isNumbered && opensBelow ? next : undefined;
}
