import { isCaption } from '../blocks/captions.js';
import { endsSentence, isHan, type Row, type TextRow, widthEm } from '../row.js';
import { hasCells } from './cell-borders.js';
import { beginsItem } from './wrap-evidence.js';

/** A line of so many ems that stops without a mark stops in mid-sentence, whatever the page is. */
const SHORTEST_CUT = 30;
/** Two lines alone show no width that they share; programs wrap at less than this. */
const WIDEST_PAIR = 50;
/** The lines of one paragraph differ by no more: the next word or mark had no room. */
const SLACK = 3;
/** What is longer is no heading. */
const LONGEST_HEADING = 22;
/** A paragraph that goes on for longer is no exception in its page. */
const LONGEST = 40;

/** 本公司保证内容真实、准确、完整，没有虚: a title of that length has a pause at most where it has no other sign of one. */
const RUNNING = /[\uFF0C,。\uFF01\uFF1F\uFF1B\uFF1A].*\p{Script=Han}/u;
const SENTENCE_INSIDE = /[。\uFF01\uFF1F\uFF1B]/u;
const BULLET = /^[•·●○▪■◆◇▶►‣∙\-*\u2013▲▼]/u;

/**
 * Lines that go on with the line above them, in a page that is not wrapped as a whole: a piece that was pasted in
 * lines of one width. Such a piece begins with a long line that is cut in mid-sentence, all its lines are as wide, and
 * its last one closes the sentence.
 */
export function localWraps(rows: readonly Row[]): ReadonlySet<Row> {
  const found = new Set<Row>();
  for (let at = 0; at < rows.length; ) {
    if (!isOpen(rows[at])) {
      at++;
      continue;
    }
    const { end, closes } = pieceAt(rows, at);
    if (closes) for (const row of rows.slice(at + 1, end)) found.add(row);
    // what is as wide and did not close from here will not from its second line
    at = Math.max(end, at + 1);
  }
  return found;
}

/** Most lines end as sentences do, and then nothing else need be asked of them. */
function isOpen(row: Row | undefined): boolean {
  return row?.type === 'line' && isHan(row.text.at(-1));
}

/** Where the lines end that may be one paragraph with the line at `at`. */
function pieceAt(rows: readonly Row[], at: number): { readonly end: number; readonly closes: boolean } {
  const first = rows[at];
  if (first?.type !== 'line' || !isCut(first, at) || isItem(rows[at - 1], first))
    return { end: at, closes: false };
  const width = widthEm(first.text) + first.indentEm;
  for (let end = at + 1; end < rows.length && end - at <= LONGEST; end++) {
    const row = rows[end];
    const missing = row?.type === 'line' ? width - widthEm(row.text) : -width;
    if (row?.type !== 'line' || missing < -SLACK || !mayGoOn(row)) return { end, closes: false };
    // a long line with one short below it may as well be an extract that its page cut off
    const isPiece = end - at > 1 || width <= WIDEST_PAIR;
    if (endsSentence(row.text)) return { end: end + 1, closes: isPiece };
    if (missing > SLACK) return { end, closes: false };
  }
  return { end: at + LONGEST, closes: false };
}

function isCut({ text, unit, headingLevel, indentEm }: TextRow, at: number): boolean {
  return (
    unit === 'physical' &&
    headingLevel === undefined &&
    isHan(text.at(-1)) &&
    widthEm(text) >= SHORTEST_CUT &&
    // the first line may be the title; an indent as paragraphs have it is no title's
    ((at === 0 ? SENTENCE_INSIDE : RUNNING).test(text) || (at > 0 && indentEm === 2)) &&
    !BULLET.test(text) &&
    !isCaption(text) &&
    !/[|\uFF5C]/u.test(text)
  );
}

/** Another long line that stops without a mark stands right above: items of a list, each of its own length. */
function isItem(above: Row | undefined, { blankLinesBefore }: TextRow): boolean {
  return (
    above?.type === 'line' &&
    blankLinesBefore === 0 &&
    isHan(above.text.at(-1)) &&
    widthEm(above.text) >= LONGEST_HEADING
  );
}

function mayGoOn(row: TextRow): boolean {
  return (
    row.unit === 'physical' &&
    row.headingLevel === undefined &&
    row.blankLinesBefore === 0 &&
    row.indentEm < 1 &&
    !beginsItem(row) &&
    !BULLET.test(row.text) &&
    !hasCells(row)
  );
}
