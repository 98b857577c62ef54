import type { Inline, SectionLabel } from '../model/index.js';
import { parseBareNumber, parseLabel } from '../numbering/index.js';
import { judgeRuns, type RunVerdict } from './heading-cues.js';
import { type Candidate, findCandidates, findRuns } from './heading-runs.js';
import { sliceInlines, trimInlines } from './inline-text.js';
import { headingDepths, type Ranked } from './levels.js';
import { asks, endsSentence, hanCount, isBody, type Row, type TextRow, withInlines } from './row.js';

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

/** A heading before its depth is known. */
type Found = Omit<Heading, 'depth'> & Ranked;

/** Words that stand beside chapters without a number. */
const NAMED =
  /^(?:楔子|序[章幕曲言]?|自序|引子|引言|前言|后记|後記|尾[声聲]|番外|附[录錄]|[结結][语語]|跋|终章|終章|大结局|结束语)(?:[\s:\uFF1A一二三四五六七八九十0-9].{0,40})?$/u;

/** Signs that editors put before sub-heads that have no number. */
const SIGN = /^[\u2580-\u259F\u25A0\u25C6\u25CF\u2605\u25B6\u25B8\u2756]/u;
/** 【…】 alone on its line. */
const IN_BRACKETS = /^【[^【】]{1,30}】$/u;

const LONGEST_HEADING = 60;
const LONGEST_SUB_HEAD = 20;

/**
 * Finds the headings of one part. Where the source marks headings itself, those are all; otherwise the numbers
 * are judged by the series in which they stand.
 */
export function readHeadings(rows: readonly Row[]): Heading[] {
  const marked = rows.some((row) => row.type === 'line' && row.headingLevel !== undefined);
  const found = marked ? markedHeadings(rows) : foundHeadings(rows);
  const depths = marked ? markedDepths(found) : headingDepths(found);
  return found.map((heading, index) => ({ ...heading, depth: depths[index] ?? 1 }));
}

function markedHeadings(rows: readonly Row[]): Found[] {
  return rows.flatMap((row, at): Found[] => {
    if (row.type !== 'line' || row.headingLevel === undefined) return [];
    const label = parseLabel(row.text);
    const heading = label ? sliceInlines(row.inlines, label.restAt) : row.inlines;
    return [
      {
        at,
        rowsTaken: 1,
        row,
        heading,
        score: 9,
        cues: ['+markup'],
        key: '',
        run: 0,
        ...(label && { label: label.label }),
      },
    ];
  });
}

/** Levels of the markup, closed up where one is skipped. */
function markedDepths(headings: readonly Found[]): number[] {
  const stack: number[] = [];
  return headings.map(({ row: { headingLevel = 1 } }) => {
    while ((stack.at(-1) ?? 0) >= headingLevel) stack.pop();
    stack.push(headingLevel);
    return stack.length;
  });
}

function foundHeadings(rows: readonly Row[]): Found[] {
  const verdicts = judgeRuns(findRuns(findCandidates(rows)), rows);
  const numbered = verdicts.flatMap((verdict, run) =>
    verdict.accepted ? numberedHeadings(verdict, run, rows) : [],
  );
  const taken = new Set(
    numbered.flatMap(({ at, rowsTaken }) => Array.from({ length: rowsTaken }, (_, step) => at + step)),
  );
  const named = namedHeadings(rows, numbered, taken);
  const signed = signedHeadings(rows, taken);
  const others = numbered.length + named.length + signed.length;
  const unnumbered = others > 0 ? [] : subHeads(rows, taken);
  return [...numbered, ...named, ...signed, ...unnumbered].sort((one, other) => one.at - other.at);
}

function numberedHeadings(
  { run, runIn, score, cues }: RunVerdict,
  runNumber: number,
  rows: readonly Row[],
): Found[] {
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
    // one long paragraph among short headings is a clause that only looks like them
    if (hanCount(member.rest) > LONGEST_HEADING) return [];
    const title = member.rest === '' ? titleBelow(rows, member.at) : undefined;
    return title
      ? [{ ...base, rowsTaken: 2, heading: title.inlines }]
      : [{ ...base, rowsTaken: 1, heading: trimInlines(sliceInlines(member.row.inlines, member.restAt)) }];
  });
}

function splitRunIn({ row, restAt }: Candidate, headEnd: number): Pick<Heading, 'heading' | 'runIn'> {
  return {
    heading: trimInlines(sliceInlines(row.inlines, restAt, headEnd)),
    runIn: withInlines(row, trimInlines(sliceInlines(row.inlines, headEnd))),
  };
}

/** 第一章 alone, then its title on the next line. */
function titleBelow(rows: readonly Row[], at: number): TextRow | undefined {
  const [next, after] = [rows[at + 1], rows[at + 2]];
  const fits =
    next?.type === 'line' &&
    hanCount(next.text) <= LONGEST_SUB_HEAD &&
    !/[。\uFF0C\uFF1B\uFF1A”]$/u.test(next.text) &&
    !endsSentence(next.text);
  const isNumbered = fits && (parseLabel(next.text) ?? parseBareNumber(next.text)) !== undefined;
  return fits && !isNumbered && isBody(after) ? next : undefined;
}

function namedHeadings(
  rows: readonly Row[],
  numbered: readonly Found[],
  taken: ReadonlySet<number>,
): Found[] {
  const keys = numbered.map(({ key }) => key);
  const key = ['chapter', 'volume'].find((word) => keys.includes(word)) ?? numbered[0]?.key ?? 'chapter';
  return rows.flatMap((row, at): Found[] => {
    if (row.type !== 'line' || taken.has(at) || !NAMED.test(row.text) || endsSentence(row.text)) return [];
    if (hanCount(row.text) > 30 || !isBody(rows[at + 1])) return [];
    // a piece of a book beside its chapters; a run of its own, so that it holds nothing and is held by nothing
    return [
      {
        at,
        rowsTaken: 1,
        row,
        heading: row.inlines,
        score: 6,
        cues: ['+named', '+text-below', '+short'],
        key,
        run: -1 - at,
      },
    ];
  });
}

/** ▍小标题 and 【小标题】: the same sign twice or more. */
function signedHeadings(rows: readonly Row[], taken: ReadonlySet<number>): Found[] {
  const signed = rows.flatMap((row, at) => {
    if (row.type !== 'line' || taken.has(at) || hanCount(row.text) > 30 || endsSentence(row.text)) return [];
    const sign = SIGN.exec(row.text)?.[0] ?? (IN_BRACKETS.test(row.text) ? '【' : undefined);
    const alone = rows[at + 1]?.type === 'line' && isBody(rows[at + 1]);
    return sign && alone ? [{ at, row, sign }] : [];
  });
  const countBySign = new Map<string, number>();
  for (const { sign } of signed) countBySign.set(sign, (countBySign.get(sign) ?? 0) + 1);
  return signed
    .filter(({ sign }) => (countBySign.get(sign) ?? 0) >= 2)
    .map(({ at, row, sign }) => ({
      at,
      rowsTaken: 1,
      row,
      heading: row.inlines,
      score: 5,
      cues: ['+same-sign', '+text-below', '+short'],
      key: `sign ${sign}`,
      run: -1 - at,
    }));
}

/** Short lines without an end mark between long paragraphs, as newspapers set them; at least two, and not many. */
function subHeads(rows: readonly Row[], taken: ReadonlySet<number>): Found[] {
  const found = rows.flatMap((row, at): Found[] => {
    if (row.type !== 'line' || taken.has(at) || at === 0) return [];
    const fits =
      hanCount(row.text) >= 2 &&
      hanCount(row.text) <= LONGEST_SUB_HEAD &&
      /[\p{Script=Han}\uFF1F\uFF01]$/u.test(row.text);
    const between =
      isLongBody(rows[at - 1]) &&
      isLongBody(rows[at + 1]) &&
      !/[:\uFF1A]$/u.test((rows[at - 1] as TextRow).text);
    if (!fits || !between || asks(row) || parseLabel(row.text)) return [];
    return [
      {
        at,
        rowsTaken: 1,
        row,
        heading: row.inlines,
        score: 5,
        cues: ['+short', '+open-end', '+between-paragraphs'],
        key: 'unnumbered',
        run: -1 - at,
      },
    ];
  });
  return found.length >= 2 && found.length <= rows.length / 3 ? found : [];
}

function isLongBody(row: Row | undefined): boolean {
  return row?.type === 'line' && hanCount(row.text) >= 30 && endsSentence(row.text);
}
