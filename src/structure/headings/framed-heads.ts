import { parseLabel } from '../../numbering/index.js';
import { isCaption } from '../blocks/captions.js';
import { parseDate } from '../provenance/dates.js';
import { endsSentence, type Row, type TextRow } from '../row.js';
import type { SubHead } from './sub-heads.js';

const LONGEST = 20;
const LONGEST_VERSE = 32;
const FEWEST = 2;
/** A title is so much shorter than the lines of its poem. */
const SHORTER = 0.8;
/** 《秋夜》 alone on its line. */
const NAMED = /^《[^《》]{1,24}》$/u;
/** 〔唐〕李白, 作者：石小满, 文/石小满: who wrote a piece, below its title. */
const WRITER = /^(?:[[〔【(\uFF08]\s?\p{Script=Han}{1,3}\s?[\]〕】)\uFF09]|作者|文\s?[/\uFF0F|:\uFF1A])/u;
const CLAUSE_END = /[\uFF0C、。\uFF1B\uFF01\uFF1F…\u2014]$/u;

/** How the titles of a collection stand out from what they head. */
interface Frame {
  readonly cue: string;
  readonly fits: (rows: readonly Row[], at: number) => boolean;
  /** What must hold of the titles together. */
  readonly proves: (rows: readonly Row[], heads: readonly SubHead[]) => boolean;
}

/**
 * The titles of short pieces: poems, jokes, letters, recipes. Each stands alone between blank lines over lines that are
 * set close together; or in 《》 over verse; or is the one line that stops nowhere among verses that all do.
 */
const FRAMES: readonly Frame[] = [
  { cue: 'named', fits: isNamedAbove, proves: () => true },
  { cue: 'lone-over-group', fits: isLoneOverGroup, proves: opensText },
  { cue: 'open-among-verse', fits: isOpenOverVerse, proves: areOnlyOpenLines },
];

/** Titles over groups of lines: at least two, none of which comes twice, as a refrain does. */
export function framedHeads(rows: readonly Row[], taken: ReadonlySet<number>): SubHead[] {
  for (const { cue, fits, proves } of FRAMES) {
    const heads = rows.flatMap((row, at): SubHead[] =>
      row.type === 'line' && !taken.has(at) && mayHead(row) && fits(rows, at)
        ? [{ at, row, key: 'unnumbered', score: 5, cues: [`+${cue}`, '+short'] }]
        : [],
    );
    const areDistinct = new Set(heads.map(({ row }) => row.text)).size === heads.length;
    if (heads.length >= FEWEST && areDistinct && proves(rows, heads)) return heads;
  }
  return [];
}

function mayHead(row: TextRow): boolean {
  return (
    row.headingLevel === undefined &&
    row.han >= 1 &&
    row.han <= LONGEST &&
    (NAMED.test(row.text) || /[\p{Script=Han}\p{L}\uFF1F\uFF09)》]$/u.test(row.text)) &&
    !/[\uFF1A:。\uFF1B]|^[(\uFF08]/u.test(row.text) &&
    !WRITER.test(row.text) &&
    !isCaption(row.text) &&
    parseDate(row.text) === undefined &&
    parseLabel(row.text) === undefined
  );
}

/** Index of what a title at `at` heads: the line of the writer is passed over. */
function below(rows: readonly Row[], at: number): number {
  const next = rows[at + 1];
  return next?.type === 'line' && WRITER.test(next.text) ? at + 2 : at + 1;
}

function isNamedAbove(rows: readonly Row[], at: number): boolean {
  const row = rows[at];
  return row?.type === 'line' && NAMED.test(row.text) && isVerse(rows[below(rows, at)]);
}

function isLoneOverGroup(rows: readonly Row[], at: number): boolean {
  const start = below(rows, at);
  const [row, next, first, second] = [rows[at], rows[at + 1], rows[start], rows[start + 1]];
  if (row?.type !== 'line' || next?.type !== 'line' || first?.type !== 'line' || second?.type !== 'line')
    return false;
  const isApart = (at === 0 || row.blankLinesBefore > 0) && first.blankLinesBefore > 0;
  return isApart && second.blankLinesBefore === 0 && !isSignature(first, second);
}

/** Two lines that close a letter are no piece of their own. */
function isSignature(first: TextRow, second: TextRow): boolean {
  return [first, second].some(({ text }) => parseDate(text) !== undefined);
}

/**
 * A poem may begin with a line of its own; that every piece has one is no chance when the first has it, too. Among lines
 * without marks a title must be shorter than they are, and no other line may stand alone.
 */
function opensText(rows: readonly Row[], heads: readonly SubHead[]): boolean {
  const first = heads[0]?.at ?? 0;
  const isLead = (row: Row): boolean =>
    row.type !== 'line' || row.han > LONGEST_VERSE || endsSentence(row.text);
  const opens = rows.slice(0, first).every((row, at) => isLead(row) || at === first - 1);
  const titles = new Set(heads.map(({ row }): Row => row));
  const lines = rows.slice(first).filter((row) => isVerse(row) && !titles.has(row));
  const open = lines.filter((row) => row.type === 'line' && !CLAUSE_END.test(row.text));
  if (open.length <= lines.length / 2) return opens || heads.length > FEWEST;
  const isShorter = meanLength(heads.map(({ row }) => row)) <= meanLength(lines) * SHORTER;
  return opens && isShorter && !rows.some((row, at) => at > first && !titles.has(row) && isLone(rows, at));
}

function isLone(rows: readonly Row[], at: number): boolean {
  const [row, next] = [rows[at], rows[at + 1]];
  const isApart = next === undefined || (next.type === 'line' && next.blankLinesBefore > 0);
  return (
    row?.type === 'line' && row.blankLinesBefore > 0 && isApart && isVerse(row) && !WRITER.test(row.text)
  );
}

function meanLength(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + (row.type === 'line' ? row.han : 0), 0) / Math.max(rows.length, 1);
}

function isOpenOverVerse(rows: readonly Row[], at: number): boolean {
  const before = rows[at - 1];
  const start = below(rows, at);
  const closes = before === undefined || (before.type === 'line' && endsSentence(before.text));
  const lines = [rows[start], rows[start + 1]];
  const row = rows[at];
  // 千秋功罪，谁人曾与评说？ is a line of the poem
  const isOpen = row?.type === 'line' && !/[\uFF0C\uFF1F]/u.test(row.text);
  return (
    isOpen &&
    closes &&
    lines.every((row) => isVerse(row) && row?.type === 'line' && CLAUSE_END.test(row.text))
  );
}

/** All short lines but these end in a mark. */
function areOnlyOpenLines(rows: readonly Row[], heads: readonly SubHead[]): boolean {
  const first = heads[0]?.at ?? 0;
  const titles = new Set(heads.map(({ at }) => at));
  const others = rows.filter((row, at) => at > first && !titles.has(at) && isVerse(row));
  const closed = others.filter((row) => row.type === 'line' && CLAUSE_END.test(row.text)).length;
  return closed >= others.length * 0.9;
}

function isVerse(row: Row | undefined): boolean {
  return (
    row?.type === 'line' &&
    row.headingLevel === undefined &&
    row.han > 0 &&
    row.han <= LONGEST_VERSE &&
    parseLabel(row.text) === undefined
  );
}
