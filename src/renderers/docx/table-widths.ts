import { type ColumnNeed, shareWidths } from '../../composer/index.js';
import { type Block, blockText } from '../../model/index.js';
import type { GridCell, TableGrid } from './table-grid.js';

/** Between a cell's edge and its text, in em of its size; as in the PDF. */
export const CELL_PADDING_EM = 0.5;

/** What Word does not break: letters and digits with the signs between them; of Han any character may end a line. */
const WORD =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}][\p{Script=Latin}\p{M}\p{Nd}.,:%'\u2019_-]*|./gsu;

/** A gap between Han and Latin, and a little for what the estimate misses. */
const GAP_EM = 0.25;
const LEAST_EM = 1;
/** Text of Han is not set one character a line while there is room for two. */
const HAN_WORD_EM = 2;
/** A line as short as this stays whole while there is room. */
const SHORT_EM = 6;
/** What a bullet and its hanging text or a quotation's indents take, and a picture or table inside a cell. */
const NESTED_EM = 2;
const OBJECT_EM = 6;
/** Longer text than this tells nothing more of a cell's width. */
const MOST_CHARACTERS = 2000;
/** A cell narrower than this is no place for text that turns over. */
const LEAST_CELL_EM = 3;

/** Sizes of a table's type, of the template's: one of many columns is set smaller before its short cells turn over. */
export const TYPE_SHARES = [1, 0.875, 0.75] as const;
export type TypeShare = (typeof TYPE_SHARES)[number];

export interface ColumnPlan {
  /** In twips; they add up to the room. */
  readonly widths: readonly number[];
  readonly share: TypeShare;
}

/**
 * Shares the width among the columns as the PDF does, from estimated words and lines.
 *
 * @param emTwips Size of the cells' text in the template.
 */
export function planColumns(grid: TableGrid, emTwips: number, totalTwips: number): ColumnPlan {
  const needs = columnNeeds(grid);
  const evenEm = needs.reduce((sum, need) => sum + need.evenEm + 2 * CELL_PADDING_EM, 0);
  const share = TYPE_SHARES.find((each) => evenEm * emTwips * each <= totalTwips) ?? 0.75;
  const ownTwips = emTwips * share;
  const paddings = Math.min(2 * CELL_PADDING_EM * ownTwips, totalTwips / grid.columns / 2);
  const shares = shareWidths(needs, ownTwips, totalTwips - grid.columns * paddings);
  let edge = 0;
  let before = 0;
  const widths = shares.map((one) => {
    edge += one + paddings;
    const width = Math.round(edge) - before;
    before += width;
    return width;
  });
  return { widths, share };
}

/** Whether a column of the page would break the words and short cells of a table. */
export function needsPageWidth(grid: TableGrid, emTwips: number, columnTwips: number): boolean {
  const needEm = columnNeeds(grid).reduce(
    (sum, { evenEm }) => sum + Math.max(evenEm, LEAST_CELL_EM) + 2 * CELL_PADDING_EM,
    0,
  );
  return needEm * emTwips > columnTwips;
}

/** What each column needs: the widest word and the widest line of its cells; wide cells share with their columns. */
function columnNeeds(grid: TableGrid): ColumnNeed[] {
  const least = new Array<number>(grid.columns).fill(LEAST_EM);
  const even = [...least];
  const wished = [...least];
  const cells = grid.rows.flat().sort((a, b) => a.columnSpan - b.columnSpan);
  for (const cell of cells) {
    const need = cellNeed(cell);
    widen(least, cell, need.leastEm);
    widen(even, cell, need.evenEm);
    widen(wished, cell, need.wishedEm);
  }
  return least.map((leastEm, index) => {
    const evenEm = Math.max(leastEm, even[index] ?? 0);
    return { leastEm, evenEm, wishedEm: Math.max(evenEm, wished[index] ?? 0) };
  });
}

/** Raises the covered columns in equal parts until they hold `needEm`; the padding between them counts too. */
function widen(widths: number[], { column, columnSpan }: GridCell, needEm: number): void {
  let sum = (columnSpan - 1) * 2 * CELL_PADDING_EM;
  for (let at = column; at < column + columnSpan; at += 1) sum += widths[at] ?? 0;
  if (needEm <= sum) return;
  for (let at = column; at < column + columnSpan; at += 1) {
    widths[at] = (widths[at] ?? 0) + (needEm - sum) / columnSpan;
  }
}

const NO_NEED: ColumnNeed = { leastEm: 0, evenEm: 0, wishedEm: 0 };

function cellNeed({ cell }: GridCell): ColumnNeed {
  return (cell?.children ?? []).map(blockNeed).reduce(wider, NO_NEED);
}

function blockNeed(block: Block): ColumnNeed {
  const insetEm = block.type === 'list' || block.type === 'quote' ? NESTED_EM : 0;
  const lines = blockText(block).slice(0, MOST_CHARACTERS).split('\n').map(lineNeed);
  const { leastEm, evenEm, wishedEm } = lines.reduce(wider, NO_NEED);
  const atLeast = block.type === 'figure' || block.type === 'table' ? OBJECT_EM : 0;
  return {
    leastEm: Math.max(atLeast, leastEm + insetEm),
    evenEm: Math.max(atLeast, evenEm + insetEm),
    wishedEm: Math.max(atLeast, wishedEm + insetEm),
  };
}

function lineNeed(line: string): ColumnNeed {
  let [leastEm, wishedEm] = [0, 0];
  for (const [word] of line.matchAll(WORD)) {
    const widthEm = wordWidthEm(word);
    leastEm = Math.max(leastEm, widthEm);
    wishedEm += widthEm;
  }
  if (wishedEm > 0) wishedEm += GAP_EM;
  leastEm = Math.max(leastEm, Math.min(wishedEm, HAN_WORD_EM));
  return { leastEm, evenEm: wishedEm <= SHORT_EM + GAP_EM ? wishedEm : leastEm, wishedEm };
}

/** About how wide letters of book faces are, in em. */
const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/[fijlrtI.,:;'\u2019|!() []/u, 0.35],
  [/[mwMW@%]/u, 0.9],
  [/\p{Lu}/u, 0.7],
  [/[\u1100-\u11FF\u2014\u2026\u2E80-\uD7FF\uF900-\uFAFF\uFE10-\uFE6F\uFF00-\uFF60]|[^\0-\uFFFF]/u, 1],
];
const LETTER_EM = 0.54;

function wordWidthEm(word: string): number {
  let width = 0;
  for (const char of word) width += LETTERS.find(([letters]) => letters.test(char))?.[1] ?? LETTER_EM;
  return word.length > 1 ? width + 2 * GAP_EM : width;
}

function wider(one: ColumnNeed, other: ColumnNeed): ColumnNeed {
  return {
    leastEm: Math.max(one.leastEm, other.leastEm),
    evenEm: Math.max(one.evenEm, other.evenEm),
    wishedEm: Math.max(one.wishedEm, other.wishedEm),
  };
}
