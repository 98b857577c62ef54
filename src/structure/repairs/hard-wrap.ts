import type { Inline } from '../../model/index.js';
import { concatInlines } from '../inline-text.js';
import { findDate } from '../provenance/dates.js';
import { rememberedOf } from '../remembered.js';
import { endsSentence, hanCount, isBodyText, type Row, type TextRow, withInlines } from '../row.js';
import { hasCells } from './cell-borders.js';
import { localWraps } from './local-wrap.js';
import { beginsItem, findWrap, isFlush, isFull, type Wrap } from './wrap-evidence.js';

/** A paragraph that a page number cut in two is no shorter. */
const SHORTEST_CUT_HAN = 25;

/** Marks that never begin a line: one that does was wrapped off the line before. */
const CLOSING_FIRST: ReadonlySet<string> = new Set('\uFF0C。、\uFF1B\uFF1A\uFF1F\uFF01”’」』》\uFF09】');

/**
 * Joins lines that a mail program or editor broke at a fixed width. Believed only when the document shows it: most
 * lines that others follow closely have nearly one width and stop in the middle of a sentence.
 *
 * @param pageEnds Lines of the source at which a page ended, taken out by now: a sentence goes on behind them.
 */
export function joinHardWraps(rows: readonly Row[], pageEnds: readonly number[] = []): readonly Row[] {
  const joining = pageEnds.length === 0 ? joiningOf(rows) : joiningLines(rows, pageEnds);
  if (joining.size === 0) return rows;
  return paragraphs(rows, joining).map((piece) => (isLines(piece) ? join(piece) : piece));
}

/**
 * Marks the lines of each paragraph that fills several, so that half a sentence without an end mark is seen as text
 * while the surroundings of the text are judged.
 */
export function markWrapped(rows: readonly Row[]): readonly Row[] {
  const joining = joiningOf(rows);
  if (joining.size === 0) return rows;
  return paragraphs(rows, joining).flatMap((lines): readonly Row[] => {
    if (!isLines(lines)) return [lines];
    const [first, last] = [lines[0], lines.at(-1)];
    const isSentence = lines.length > 1 && last !== undefined && endsSentence(last.text);
    const text = isSentence ? lines.map((line) => line.text).join('') : '';
    return first && isSentence && isBodyText(text, hanCount(text))
      ? lines.map((line) => ({ ...line, wrapped: true as const }))
      : lines;
  });
}

/** Lines of one paragraph, or what is no line. */
type Piece = readonly TextRow[] | Exclude<Row, TextRow>;

function isLines(piece: Piece): piece is readonly TextRow[] {
  return Array.isArray(piece);
}

/** The rows, those that are lines of one paragraph together. */
function paragraphs(rows: readonly Row[], joining: ReadonlySet<Row>): Piece[] {
  const found: (TextRow[] | Exclude<Row, TextRow>)[] = [];
  // joined when it ends: a paragraph may have 200,000 lines
  let lines: TextRow[] = [];
  for (const row of rows) {
    if (row.type !== 'line') found.push(row);
    else if (joining.has(row)) lines.push(row);
    else {
      lines = [row];
      found.push(lines);
    }
  }
  return found;
}

const joiningOf: (rows: readonly Row[]) => ReadonlySet<Row> = rememberedOf((rows) => joiningLines(rows, []));

/** The lines that go on with the paragraph of the line right above them: none in most texts. */
function joiningLines(rows: readonly Row[], pageEnds: readonly number[]): ReadonlySet<Row> {
  const wrap = findWrap(rows);
  const local = localWraps(rows);
  const isCut = cutBy(pageEnds);
  const found = new Set<Row>();
  let before: Row | undefined;
  for (const row of rows) {
    const joins =
      before?.type === 'line' &&
      row.type === 'line' &&
      (continues(before, row, wrap) || local.has(row) || isCut(before, row));
    if (joins) found.add(row);
    before = row;
  }
  return found;
}

/** Whether a line goes on with the paragraph of the line above it. */
export function continues(before: TextRow, row: TextRow, wrap: Wrap | undefined): boolean {
  if (before.unit !== 'physical' || row.unit !== 'physical') return false;
  if (row.blankLinesBefore > (wrap?.spacing.blankLines ?? 0)) return false;
  if (CLOSING_FIRST.has(row.text.charAt(0)) && !/^[\uFF1A\uFF1F\uFF01]+$/u.test(row.text)) return true;
  if (wrap === undefined || !isFull(before, wrap) || !isFlush(row, wrap.spacing) || beginsItem(row))
    return false;
  if (endsInDay(before.text) || hasCells(before) || hasCells(row)) return false;
  // someone else speaks
  return !(endsSentence(before.text) && /^[“「]/u.test(row.text));
}

/** …管理制度（修订）2023-08-31: what a page says of a text, and no part of one. */
function endsInDay(text: string): boolean {
  const end = text.slice(-16);
  const found = /\d$/u.test(end) ? findDate(end) : undefined;
  return found !== undefined && end.slice(found.end).trim() === '';
}

/** Answers whether a page ended between two lines, in the middle of a sentence. */
function cutBy(pageEnds: readonly number[]): (before: TextRow, row: TextRow) => boolean {
  if (pageEnds.length === 0) return () => false;
  const ends = [...pageEnds].sort((one, other) => one - other);
  let next = 0;
  return (before, row) => {
    while ((ends[next] ?? Number.POSITIVE_INFINITY) < before.line) next++;
    const isBetween = (ends[next] ?? Number.POSITIVE_INFINITY) < row.line;
    return (
      isBetween &&
      hanCount(before.text) >= SHORTEST_CUT_HAN &&
      /[\p{Script=Han}\uFF0C、]$/u.test(before.text) &&
      /^\p{Script=Han}/u.test(row.text) &&
      row.indentEm < 1 &&
      !beginsItem(row)
    );
  };
}

function join(lines: readonly TextRow[]): TextRow {
  const [first, ...others] = lines as [TextRow, ...TextRow[]];
  if (others.length === 0) return first;
  const runs = others.flatMap((row, index) => [gap(lines[index] as TextRow, row), row.inlines]);
  const joined = withInlines(first, concatInlines([first.inlines, ...runs]));
  return { ...joined, source: lines.map(({ source }) => source).join('\n') };
}

/** Latin words and numbers keep a space between them; Han characters meet. */
function gap(before: TextRow, row: TextRow): readonly Inline[] {
  const meet = /[\p{Script=Latin}0-9,.;:!?]$/u.test(before.text) && /^[\p{Script=Latin}0-9]/u.test(row.text);
  return meet ? [{ type: 'text', text: ' ' }] : [];
}
