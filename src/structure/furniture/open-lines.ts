import { parseLabel } from '../../numbering/index.js';
import { rememberedOf } from '../remembered.js';
import { endsSentence, hanCount, isBody, type Row, widthEm } from '../row.js';

/** Fewer lines without a mark are sub-heads, captions, names. */
const FEWEST = 4;
const SHARE = 0.4;
const SHORTEST = 4;
/** Of the widest line; and how many lines are so wide where lines were cut. */
const FULL = 0.85;
const MOSTLY = 0.6;

/**
 * Whether a text ends its lines without marks, as instructions and verse do. Its last lines are then no site's for
 * being short and open, and nothing but their own words can take them away.
 */
export function hasOpenLines(rows: readonly Row[], isSite: (row: Row) => boolean): boolean {
  // Nearly every line of most texts has its mark, and then nothing else need be asked.
  if (!hasUnmarked(rows)) return false;
  const first = rows.findIndex((row) => isBody(row) || isNumbered(row));
  const last = rows.findLastIndex((row) => (isBody(row) || isNumbered(row)) && !isSite(row));
  const inner = rows
    .slice(Math.max(0, first), last + 1)
    .filter(
      (row) => row.type === 'line' && row.headingLevel === undefined && !isSite(row) && !isNumbered(row),
    );
  const open = inner.filter((row) => row.type === 'line' && isOpen(row.text));
  return open.length >= FEWEST && open.length >= inner.length * SHARE && !isWrapped(open);
}

const hasUnmarked: (rows: readonly Row[]) => boolean = rememberedOf(findUnmarked);

function findUnmarked(rows: readonly Row[]): boolean {
  let count = 0;
  for (const row of rows) {
    if (row.type === 'line' && isOpen(row.text) && !isNumbered(row)) count++;
    if (count === FEWEST) return true;
  }
  return false;
}

/** Paragraphs cut at one width: their lines are open because they go on. */
function isWrapped(open: readonly Row[]): boolean {
  const widths = open.map((row) => (row.type === 'line' ? widthEm(row.text) : 0));
  const full = Math.max(...widths) * FULL;
  return widths.filter((width) => width >= full).length >= widths.length * MOSTLY;
}

/** Long enough to say something: no name, no day, nobody addressed. */
function isOpen(text: string): boolean {
  return !endsSentence(text) && hanCount(text, SHORTEST) >= SHORTEST && !/[:\uFF1A\t]/u.test(text);
}

function isNumbered(row: Row): boolean {
  return row.type === 'line' && parseLabel(row.text) !== undefined;
}
