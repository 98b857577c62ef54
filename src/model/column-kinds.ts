import type { Block, Table } from './article.js';
import { blockText } from './plain-text.js';

/**
 * What the body of a column holds: numbers (`even` when all have the same shape, so that they stand below each other
 * digit by digit wherever they are set), short words, or text. Undefined for a column without a body.
 */
export type ColumnKind = 'numbers' | 'even-numbers' | 'words' | 'text' | undefined;

/** A cell at its place. */
export interface ColumnCell {
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly children: readonly Block[];
}

/** An amount as tables write it: sign or currency, digits in groups, decimals, a unit of a character or two. */
const NUMBER =
  /^[+\-\u2212\u00B1\u2248<>\u2264\u2265~]?[\u00A5\uFFE5$\u20AC\u00A3]?\d[\d,\u0020\u00A0]*(?:\.\d+)?[%\u2030\u2103\u00B0*\u2191\u2193]{0,2}$/u;
/** What stands for a number that is not there. */
const NO_NUMBER = /^(?:[-\u2013\u2014\u2026/]{0,2}|N\/?A)$/iu;
/** One number alone makes no column. */
const LEAST_NUMBERS = 2;
/** Words as short as this, or all of one length up to the second, are no text that one reads from its left edge. */
const WORDS_EM = { any: 4, even: 8, difference: 1 };

interface ColumnFacts {
  /** Shapes of its numbers, a digit as 0. */
  readonly shapes: Set<string>;
  numbers: number;
  isNumeric: boolean;
  isWords: boolean;
  shortestEm: number;
  longestEm: number;
}

/**
 * By column, from cells that stand in one column. Heads do not count; a table without one is a list of names with
 * what they stand for, or a frame, and its words stay where their style sets them.
 *
 * @param numbersAlone Nothing is said of columns of words and text, which stand as their styles say.
 */
export function columnKinds(
  { headRows }: Pick<Table, 'headRows'>,
  columnCount: number,
  cells: Iterable<ColumnCell>,
  numbersAlone = false,
): ColumnKind[] {
  const facts = Array.from(
    { length: columnCount },
    (): ColumnFacts => ({
      shapes: new Set(),
      numbers: 0,
      isNumeric: true,
      isWords: true,
      shortestEm: Number.POSITIVE_INFINITY,
      longestEm: 0,
    }),
  );
  for (const cell of cells) {
    const column = facts[cell.column];
    if (column && cell.row >= headRows && cell.columnSpan === 1) note(column, cell.children);
  }
  return facts.map((column) => {
    const kind = kindOf(column);
    const isStyled = numbersAlone || headRows === 0;
    return isStyled && (kind === 'words' || kind === 'text') ? undefined : kind;
  });
}

/** Whether a cell holds a number and nothing else. */
export function isAmount(children: readonly Block[]): boolean {
  const text = lineOf(children);
  return text !== undefined && NUMBER.test(text);
}

function note(facts: ColumnFacts, children: readonly Block[]): void {
  const text = lineOf(children);
  if (text === '') return;
  if (text === undefined) {
    facts.isNumeric = false;
    facts.isWords = false;
    return;
  }
  if (NUMBER.test(text)) {
    facts.numbers += 1;
    facts.shapes.add(text.replace(/\d/g, '0'));
  } else if (!NO_NUMBER.test(text)) facts.isNumeric = false;
  const widthEm = widthOf(text);
  facts.shortestEm = Math.min(facts.shortestEm, widthEm);
  facts.longestEm = Math.max(facts.longestEm, widthEm);
}

function kindOf({ shapes, numbers, isNumeric, isWords, shortestEm, longestEm }: ColumnFacts): ColumnKind {
  if (isNumeric && numbers >= LEAST_NUMBERS) return shapes.size === 1 ? 'even-numbers' : 'numbers';
  if (longestEm === 0) return isWords ? undefined : 'text';
  const isEven = longestEm <= WORDS_EM.even && longestEm - shortestEm <= WORDS_EM.difference;
  return isWords && (longestEm <= WORDS_EM.any || isEven) ? 'words' : 'text';
}

/** The text of a cell of one paragraph on one line, without code in it; undefined for any other. */
function lineOf(children: readonly Block[]): string | undefined {
  const [only, ...more] = children;
  if (only === undefined) return '';
  if (only.type !== 'paragraph' || more.length > 0) return undefined;
  if (only.children.some(({ type }) => type === 'code' || type === 'lineBreak')) return undefined;
  return blockText(only).trim();
}

/** About: a letter or digit is half as wide as a character of the script of Han. */
function widthOf(text: string): number {
  let widthEm = 0;
  for (const char of text) widthEm += (char.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1;
  return widthEm;
}

export type Align = 'start' | 'center' | 'end';

/**
 * How the cells of a column stand, its head with them: as the source says, else numbers at the end (in the middle when
 * that does not part their digits), short words in the middle and text at the start, as good Chinese tables have it.
 * A head over several columns stands in their middle, as its style has it.
 */
export function columnAlign(
  { columns }: Pick<Table, 'columns'>,
  kinds: readonly ColumnKind[],
  { column, columnSpan, isHead }: Pick<ColumnCell, 'column' | 'columnSpan'> & { readonly isHead: boolean },
): Align | undefined {
  if (isHead && columnSpan > 1) return undefined;
  const stated = columns[column]?.align;
  if (stated || columnSpan > 1) return stated;
  const kind = kinds[column];
  return kind && ALIGN[kind];
}

const ALIGN = { numbers: 'end', 'even-numbers': 'center', words: 'center', text: 'start' } as const;
