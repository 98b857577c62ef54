import { type ColumnNeed, shareWidths } from '../../composer/index.js';
import { blockText } from '../../model/index.js';
import type { GridCell, TableGrid } from './table-grid.js';
import { CELL_MARGIN_TWIPS } from './table-style.js';
import { textWidthEm } from './text-width.js';

/** What Word does not break: letters, digits and signs without a space; of Han any character may end a line. */
const WORD = /[!-~\u00A1-\u024F]+|./gsu;

/** Latin is about half an em a letter, in a type-writer face more. */
const LATIN_STRETCH = 1.2;

/** A gap between Han and Latin, and a little for what the estimate misses. */
const SLACK_EM = 0.25;
const LEAST_EM = 1;
/** A line as short as this stays whole while there is room. */
const SHORT_EM = 6;
/** Longer text than this tells nothing more of a cell's width. */
const MOST_CHARACTERS = 2000;

/**
 * Shares the width among the columns as the PDF does, from estimated words and lines; the widths add up to it.
 *
 * @param emTwips Size of the cells' text.
 */
export function columnWidths(grid: TableGrid, emTwips: number, totalTwips: number): number[] {
  const margins = Math.min(2 * CELL_MARGIN_TWIPS, totalTwips / grid.columns / 2);
  const room = totalTwips - grid.columns * margins;
  const shares = shareWidths(columnNeeds(grid), emTwips, room);
  let edge = 0;
  let before = 0;
  return shares.map((share) => {
    edge += share + margins;
    const width = Math.round(edge) - before;
    before += width;
    return width;
  });
}

function columnNeeds(grid: TableGrid): ColumnNeed[] {
  const needs = Array.from(
    { length: grid.columns },
    (): ColumnNeed => ({ leastEm: LEAST_EM, evenEm: LEAST_EM, wishedEm: LEAST_EM }),
  );
  for (const cell of grid.rows.flat()) {
    if (cell.columnSpan > 1) continue;
    const known = needs[cell.column];
    if (known) needs[cell.column] = cellLines(cell).map(lineNeed).reduce(wider, known);
  }
  return needs;
}

function cellLines({ cell }: GridCell): string[] {
  if (!cell) return [];
  return cell.children.map(blockText).join('\n').slice(0, MOST_CHARACTERS).split('\n');
}

function lineNeed(line: string): ColumnNeed {
  let [leastEm, wishedEm] = [0, 0];
  for (const [word] of line.matchAll(WORD)) {
    const widthEm = textWidthEm(word) * (word.length > 1 ? LATIN_STRETCH : 1);
    leastEm = Math.max(leastEm, widthEm);
    wishedEm += widthEm;
  }
  const evenEm = wishedEm <= SHORT_EM ? wishedEm : leastEm;
  return { leastEm: leastEm + SLACK_EM, evenEm: evenEm + SLACK_EM, wishedEm: wishedEm + SLACK_EM };
}

function wider(one: ColumnNeed, other: ColumnNeed): ColumnNeed {
  return {
    leastEm: Math.max(one.leastEm, other.leastEm),
    evenEm: Math.max(one.evenEm, other.evenEm),
    wishedEm: Math.max(one.wishedEm, other.wishedEm),
  };
}
