import { CharClass } from './characters.js';
import { Scratch } from './scratch.js';

const C = CharClass;
const SINGLE_OPEN = 0x2018;
const SINGLE_CLOSE = 0x2019;
const DOUBLE_OPEN = 0x201c;
const LETTER_S = 0x73;

const isWordLike = (charClass: number | undefined): boolean =>
  charClass === C.Letter || charClass === C.Digit;

/** Nested deeper than anybody writes; keeps a text of nothing but quotes linear. */
const MAX_DEPTH = 16;
/** How many spaces and quotes are skipped in search of a neighbour. */
const REACH = 8;

/** Han and full-width marks speak for Chinese quotes; dashes, % and $ for neither side. */
function isChinese(charClass: number | undefined): boolean {
  if (charClass === undefined) return false;
  return charClass <= C.FullMark || charClass === C.Iteration || charClass === C.SmallKana;
}

/**
 * Decides for each curly quote whose it is, and writes its class: an apostrophe is a sign of its word, a pair
 * inside Latin text is Latin, everything else is a full-width mark. A closing quote follows its opening one.
 *
 * @param codePoints The paragraph; not changed.
 * @param classes Its classes, `Quote` where one is open; changed in place.
 * @param chinese What to assume of a pair without evidence.
 */
export function resolveQuotes(codePoints: Uint32Array, classes: Uint8Array, chinese: boolean): void {
  const text: QuotedText = { codePoints, classes, chinese, hanBefore: countChinese(classes) };
  const open: number[] = [];
  for (let index = 0; index < classes.length; index++) {
    if (classes[index] !== C.Quote) continue;
    const codePoint = codePoints[index] as number;
    if (isApostrophe(text, index, open)) classes[index] = C.LatinSign;
    else if (codePoint === SINGLE_OPEN || codePoint === DOUBLE_OPEN) open.push(index);
    else closeQuote(text, open, index);
    if (open.length > MAX_DEPTH) settle(text, open[0] as number, open.shift() as number);
  }
  // A quotation that goes on in the next paragraph opens each of them and closes in the last: not an error.
  for (const index of open) settle(text, index, index);
}

interface QuotedText {
  readonly codePoints: Uint32Array;
  readonly classes: Uint8Array;
  readonly chinese: boolean;
  /** How many Chinese characters stand before each index. */
  readonly hanBefore: Uint32Array;
}

const COUNTS: Scratch<Uint32Array> = new Scratch(Uint32Array);

function countChinese(classes: Uint8Array): Uint32Array {
  const counts = COUNTS.take(classes.length + 1);
  counts[0] = 0;
  for (let index = 0; index < classes.length; index++) {
    counts[index + 1] = (counts[index] as number) + (isChinese(classes[index]) ? 1 : 0);
  }
  return counts;
}

/** `don’t`, `students’` when no single quote is open, `’90s`, `rock ’n’ roll`. */
function isApostrophe({ codePoints, classes }: QuotedText, index: number, open: readonly number[]): boolean {
  const codePoint = codePoints[index];
  if (codePoint !== SINGLE_OPEN && codePoint !== SINGLE_CLOSE) return false;
  const [before, after] = [classes[index - 1], classes[index + 1]];
  if (isWordLike(before) && isWordLike(after)) return true;
  if (codePoint === SINGLE_OPEN) return false;
  if (isDecade(classes, codePoints, index) || isAroundLetter(classes, codePoints, index)) return true;
  const pending = open.some((at) => codePoints[at] === SINGLE_OPEN);
  return !pending && (before === C.Letter || (after === C.Digit && !isChinese(before)));
}

/** Before two digits and an s. */
function isDecade(classes: Uint8Array, codePoints: Uint32Array, index: number): boolean {
  const isShort = classes[index + 1] === C.Digit && classes[index + 2] === C.Digit;
  return isShort && codePoints[index + 3] === LETTER_S;
}

/** Either of the two of ’n’. */
function isAroundLetter(classes: Uint8Array, codePoints: Uint32Array, index: number): boolean {
  const opens = classes[index - 1] === C.Space && classes[index + 1] === C.Letter;
  if (opens) return codePoints[index + 2] === SINGLE_CLOSE;
  return codePoints[index - 2] === SINGLE_CLOSE && classes[index - 2] === C.LatinSign;
}

function closeQuote(text: QuotedText, open: number[], index: number): void {
  const opener = (text.codePoints[index] as number) - 1;
  const depth = open.findLastIndex((at) => text.codePoints[at] === opener);
  if (depth < 0) {
    settle(text, index, index);
    return;
  }
  const from = open[depth] as number;
  // What was opened inside and never closed is settled by itself.
  for (const stray of open.splice(depth).slice(1)) settle(text, stray, stray);
  settle(text, from, index);
}

/** Gives both quotes of a pair their class; `from === to` for one that stands alone. */
function settle(text: QuotedText, from: number, to: number): void {
  const latin = isLatinPair(text, from, to);
  for (const at of [from, to]) {
    const opens = text.codePoints[at] === SINGLE_OPEN || text.codePoints[at] === DOUBLE_OPEN;
    text.classes[at] = latin ? (opens ? C.LatinOpen : C.LatinClose) : opens ? C.Open : C.Close;
  }
}

function isLatinPair({ classes, chinese, hanBefore }: QuotedText, from: number, to: number): boolean {
  const before = neighbour(classes, from, -1);
  const after = neighbour(classes, to, 1);
  const hanInside = (hanBefore[to] as number) - (hanBefore[from] as number);
  if (isChinese(before) || isChinese(after) || hanInside > 0) return false;
  for (let index = from + 1; index < to; index++) if (isWordLike(classes[index])) return true;
  return isWordLike(before) || isWordLike(after) || !chinese;
}

/** The class of the nearest character that is neither space nor another quote. */
function neighbour(classes: Uint8Array, from: number, step: 1 | -1): number | undefined {
  for (let index = from + step, end = from + REACH * step; index !== end; index += step) {
    if (index < 0 || index >= classes.length) return undefined;
    const charClass = classes[index] as number;
    if (charClass !== C.Space && charClass !== C.NoBreakSpace && charClass !== C.Quote) return charClass;
  }
  return undefined;
}
