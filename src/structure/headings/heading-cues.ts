import { parseLabel } from '../../numbering/index.js';
import { announcesItems } from '../blocks/lists.js';
import { hanCount, isBody, type Row } from '../row.js';
import { type Candidate, type Run, WORD_SCHEMES } from './heading-runs.js';
import { rank } from './levels.js';

/** What a run looks like in its text; asked once per run. */
interface Looks {
  readonly run: Run;
  readonly rows: readonly Row[];
  readonly isWord: boolean;
  readonly isSeries: boolean;
  /** Most members are a short sentence with a longer text behind it. */
  readonly runIn: boolean;
  readonly share: (test: (member: Candidate) => boolean) => number;
  /** The first member stands right under 第X条. */
  readonly inClause: boolean;
  readonly hasBody: (member: Candidate) => boolean;
  /** Share of members with text below, the last aside: what follows it may be the end of the whole. */
  readonly bodyShare: number;
  /** Choices stand right below: A. of a question. */
  readonly hasOptions: (member: Candidate) => boolean;
  /** 1 with 1.1 right below it. */
  readonly hasChild: (member: Candidate) => boolean;
}

interface Cue {
  readonly name: string;
  readonly weight: number;
  readonly holds: (looks: Looks) => boolean;
}

const SHORT = 25;
const LONG = 45;
const LONGEST_CLAUSE_TITLE = 16;
const MOST = 0.6;
const SHORTEST_QUESTION = 6;

const isShort = ({ rest }: Candidate): boolean => hanCount(rest) <= SHORT;
const isLong = ({ rest }: Candidate): boolean => hanCount(rest) > LONG;
const isOpen = ({ rest }: Candidate): boolean => !/[。\uFF1B\uFF0C;,、\uFF1A:]$/u.test(rest);
const isClosed = ({ rest }: Candidate): boolean => /[。]$/u.test(rest);
const isPartOfSentence = ({ rest }: Candidate): boolean => /[\uFF1B;]$/u.test(rest);
/** 下列读音正确的一项是（　　）。（3分）: a question of an exam; 选择题（30分） is a heading. */
const isQuestion = ({ rest }: Candidate): boolean =>
  hanCount(rest) >= SHORTEST_QUESTION &&
  /[。\uFF1F)\uFF09]\s?[(\uFF08]\s?[0-9]{1,2}\s?分\s?[)\uFF09]$|[(\uFF08]\s*[)\uFF09][。\uFF1F]?$/u.test(
    rest,
  );
const hasInnerStop = ({ rest }: Candidate): boolean => /[。\uFF01\uFF1F][^”’」』\uFF09)]/u.test(rest);

/**
 * What speaks for a run of numbered lines being headings, and what against. The series is the strongest: a single
 * 一、 may be anything. The seed's headings are whole sentences, so an end mark alone speaks for nothing.
 */
const CUES: readonly Cue[] = [
  {
    name: 'series',
    weight: 3,
    holds: ({ isSeries, run }) => isSeries && startsAtOne(run),
  },
  {
    name: 'gapped-series',
    weight: 2,
    holds: ({ isSeries, run }) => !isSeries && run.members.length > 2 && run.members[0]?.label.ordinal === 1,
  },
  { name: 'steps', weight: 2, holds: ({ isSeries, run }) => isSeries && !startsAtOne(run) },
  { name: 'word', weight: 3, holds: ({ isWord }) => isWord },
  { name: 'run-in', weight: 2, holds: ({ runIn }) => runIn },
  { name: 'text-below', weight: 2, holds: ({ runIn, bodyShare }) => !runIn && bodyShare >= 0.5 },
  { name: 'child-below', weight: 2, holds: ({ share, hasChild }) => share(hasChild) >= 0.5 },
  {
    name: 'in-contents',
    weight: 5,
    holds: ({ share }) => share(({ row }) => row.listed !== undefined) >= 0.5,
  },
  { name: 'bold', weight: 2, holds: ({ share }) => share(({ row }) => row.bold === true) >= 0.8 },
  { name: 'short', weight: 1, holds: ({ runIn, share }) => !runIn && share(isShort) === 1 },
  { name: 'open-end', weight: 1, holds: ({ runIn, share }) => !runIn && share(isOpen) >= MOST },
  {
    name: 'same-shape',
    weight: 1,
    holds: ({ runIn, share, run }) => !runIn && run.members.length > 1 && share(isClosed) === 1,
  },
  {
    name: 'one-after-another',
    weight: -4,
    holds: ({ runIn, bodyShare, run }) => !runIn && run.members.length > 1 && bodyShare < 0.5,
  },
  { name: 'long', weight: -3, holds: ({ runIn, share }) => !runIn && share(isLong) >= 0.5 },
  { name: 'inner-stop', weight: -3, holds: ({ runIn, share }) => !runIn && share(hasInnerStop) >= 0.5 },
  { name: 'semicolons', weight: -4, holds: ({ runIn, share }) => !runIn && share(isPartOfSentence) >= 0.5 },
  { name: 'alone', weight: -2, holds: ({ isWord, run }) => !isWord && run.members.length === 1 },
  { name: 'nested-items', weight: -5, holds: holdsItems },
  { name: 'announced-items', weight: -6, holds: areAnnounced },
  { name: 'inner-items', weight: -6, holds: ({ run }) => run.isInner === true && areAdjacent(run) },
  { name: 'opens-alone', weight: 2, holds: opensAlone },
  { name: 'gap', weight: -1, holds: ({ run }) => run.members.length > 1 && !steps(run) },
  {
    name: 'list-scheme',
    weight: -2,
    holds: ({ run }) => ITEMS.has(run.scheme),
  },
  { name: 'number-only', weight: -2, holds: ({ run }) => run.scheme === 'bare' && run.members.length < 3 },
  {
    name: 'whole-sentences',
    weight: -3,
    holds: ({ run, share }) => run.key === 'decimal-1' && share(isClosed) > 0,
  },
  { name: 'in-clause', weight: -9, holds: ({ inClause, isWord }) => inClause && !isWord },
  { name: 'clause', weight: -9, holds: (looks) => looks.run.scheme === 'article' && !isTitled(looks) },
  { name: 'options-below', weight: -6, holds: ({ share, hasOptions }) => share(hasOptions) >= 0.3 },
  {
    name: 'questions',
    weight: -6,
    holds: ({ run, share }) => run.scheme === 'arabic' && share(isQuestion) >= 0.5,
  },
  { name: 'doubtful', weight: -2, holds: ({ share }) => share(({ doubtful }) => doubtful === true) >= 0.5 },
  {
    // 问题一：, 第一步: any word may stand beside a number, so the count must be whole
    name: 'broken-count',
    weight: -9,
    holds: ({ run, isSeries }) =>
      run.key.startsWith('counted') && !(isSeries && run.members[0]?.label.ordinal === 1),
  },
];

/** （1） with ①② below each, all under a line that ends in a colon: a list of lists. */
function holdsItems({ run: { members }, rows, runIn }: Looks): boolean {
  const [first, ...others] = members;
  const lead = rows[(first?.at ?? 0) - 1];
  if (!first || runIn || others.length === 0 || lead?.type !== 'line' || !/[:\uFF1A]$/u.test(lead.text))
    return false;
  return members.slice(0, -1).every(({ at }) => {
    const next = rows[at + 1];
    const below = next?.type === 'line' ? parseLabel(next.text)?.label : undefined;
    return below?.ordinal === 1 && ITEMS.has(below.scheme);
  });
}

/** …做了以下几项工作：, then 1. 2. 3. of a paragraph each. */
function areAnnounced({ run, rows }: Looks): boolean {
  const [first] = run.members;
  const above = rows[(first?.at ?? 0) - 1];
  const isItem = run.scheme === 'arabic' || ITEMS.has(run.scheme);
  return isItem && first?.label.ordinal === 1 && announcesItems(above) && areAdjacent(run);
}

/** Each right below the one before: nothing stands between them that they could be headings of. */
function areAdjacent({ members }: Run): boolean {
  return members.length > 1 && members.every(({ at }, index) => at === (members[0]?.at ?? 0) + index);
}

/** 一、 over text, and no 二、 in what a page shows of it: a short open line of this scheme is nothing else. */
function opensAlone({ run, rows }: Looks): boolean {
  const [only, ...others] = run.members;
  if (only === undefined || others.length > 0 || run.scheme !== 'han' || only.label.ordinal !== 1)
    return false;
  return !only.doubtful && only.rest !== '' && isShort(only) && isOpen(only) && isText(rows[only.at + 1]);
}

/** A paragraph, or a line that is too long for anything else. */
function isText(row: Row | undefined): boolean {
  return isBody(row) || (row?.type === 'line' && hanCount(row.text) > SHORT);
}

/** 第一条 租赁物 on a line of its own, in all of a contract: there it is a title, elsewhere the clause itself. */
function isTitled({ run, share, hasBody }: Looks): boolean {
  const isTitle = (member: Candidate): boolean =>
    member.rest !== '' && hanCount(member.rest) <= LONGEST_CLAUSE_TITLE && isOpen(member) && hasBody(member);
  return run.members.length > 1 && share(isTitle) >= 0.8;
}

/** A run is headings from here on. */
const ACCEPT_FROM = 4;
/** A single member where others of its scheme are headings: （一） alone under 二、. */
const KNOWN_SCHEME = { name: 'known-scheme', weight: 3 } as const;

/** 一、 right above （一）, each alone in its scheme: a piece of a longer text. */
const NEXT_LEVEL = { name: 'next-level', weight: 3 } as const;
/** Schemes of items more often than of headings. */
const ITEMS: ReadonlySet<string> = new Set(['arabic-bracketed', 'circled', 'latin']);

/** 1.1 alone under a heading 1, which is as good as another 1.1. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  'decimal-2': ['decimal-1', 'arabic', 'chapter'],
  'decimal-3': ['decimal-2'],
};

/** The decision on one run, with its reasons. */
export interface RunVerdict {
  readonly run: Run;
  readonly runIn: boolean;
  readonly score: number;
  /** `+series`, `-long`. */
  readonly cues: readonly string[];
  readonly accepted: boolean;
}

/** Judges all runs of one part. */
export function judgeRuns(runs: readonly Run[], rows: readonly Row[]): RunVerdict[] {
  const first = runs.map((run) => judge(run, rows));
  const known = new Set(first.filter(({ accepted }) => accepted).map(({ run }) => run.key));
  const neighbours = soleNeighbours(first);
  return first.map((verdict) => {
    const [only, ...others] = verdict.run.members;
    if (verdict.accepted || only === undefined || others.length > 0) return verdict;
    const isKnown =
      known.has(verdict.run.key) || (PARENTS[verdict.run.key] ?? []).some((key) => known.has(key));
    if (only.label.ordinal === 1 && isKnown) return raise(verdict, KNOWN_SCHEME);
    return isShort(only) && isOpen(only) && neighbours(verdict) ? raise(verdict, NEXT_LEVEL) : verdict;
  });
}

function raise(verdict: RunVerdict, { name, weight }: { name: string; weight: number }): RunVerdict {
  const score = verdict.score + weight;
  return { ...verdict, score, cues: [...verdict.cues, `+${name}`], accepted: score >= ACCEPT_FROM };
}

/** Whether a single number stands right above the first of a lower series, or is that first one: 一、 with （一） below it. */
function soleNeighbours(verdicts: readonly RunVerdict[]): (verdict: RunVerdict) => boolean {
  const byPlace = new Map<number, { verdict: RunVerdict; member: Candidate }>();
  for (const verdict of verdicts)
    for (const member of verdict.run.members) byPlace.set(member.at, { verdict, member });
  const isPair = (upper: number, lower: number): boolean => {
    const [parent, child] = [byPlace.get(upper), byPlace.get(lower)];
    if (!parent || !child || child.member.label.ordinal !== 1 || !isShort(parent.member)) return false;
    if (!isOpen(parent.member) || rank(parent.verdict.run.key) >= rank(child.verdict.run.key)) return false;
    const isHeading = isShort(child.member) && isOpen(child.member) && !ITEMS.has(child.verdict.run.scheme);
    return child.verdict.accepted || (isHeading && child.verdict.run.members.length === 1);
  };
  return ({ run: { members } }) => {
    const at = members[0]?.at ?? 0;
    return isPair(at, at + 1) || isPair(at - 1, at);
  };
}

function judge(run: Run, rows: readonly Row[]): RunVerdict {
  const looks = look(run, rows);
  const holding = CUES.filter(({ holds }) => holds(looks));
  const score = holding.reduce((sum, { weight }) => sum + weight, 0);
  return {
    run,
    runIn: looks.runIn,
    score,
    cues: holding.map(({ name, weight }) => `${weight > 0 ? '+' : '-'}${name}`),
    accepted: score >= ACCEPT_FROM,
  };
}

function look(run: Run, rows: readonly Row[]): Looks {
  const { members } = run;
  const places = new Set(members.map(({ at }) => at));
  const share = (test: (member: Candidate) => boolean): number =>
    members.filter(test).length / members.length;
  const runIns = members.filter(({ headEnd }) => headEnd !== undefined).length;
  const hasBody = ({ at }: Candidate): boolean =>
    at + 1 < rows.length && !places.has(at + 1) && !resumes(rows[at + 1]);
  const inner = members.length > 1 ? members.slice(0, -1) : members;
  return {
    run,
    rows,
    isWord: WORD_SCHEMES.has(run.scheme),
    isSeries: members.length > 1 && steps(run),
    runIn: runIns >= 2 && runIns >= members.length * MOST,
    share,
    inClause: isClause(rows[(members[0]?.at ?? 0) - 1]),
    hasBody,
    bodyShare: inner.filter(hasBody).length / inner.length,
    hasOptions: ({ at }) => {
      const next = rows[at + 1];
      return next?.type === 'line' && /^A\s?[.\uFF0E、]/u.test(next.text);
    },
    hasChild: ({ at, label }) => {
      const next = rows[at + 1];
      return next?.type === 'line' && next.text.startsWith(`${label.numeral}.1`);
    },
  };
}

/** 二、 after the last of 1、2、3、: an outer series goes on, and nothing stands below. */
function resumes(row: Row | undefined): boolean {
  return row?.type === 'line' && (parseLabel(row.text)?.label.ordinal ?? 1) > 1;
}

function isClause(row: Row | undefined): boolean {
  return row?.type === 'line' && parseLabel(row.text)?.label.scheme === 'article';
}

function steps({ members }: Run): boolean {
  return members.every(
    ({ label }, index) => index === 0 || label.ordinal === lastNumber(members[index - 1]) + 1,
  );
}

function lastNumber(member: Candidate | undefined): number {
  return member?.through ?? member?.label.ordinal ?? 0;
}

/** Papers begin with 0 引言. */
function startsAtOne({ members: [first] }: Run): boolean {
  return first !== undefined && first.label.ordinal <= 1;
}
