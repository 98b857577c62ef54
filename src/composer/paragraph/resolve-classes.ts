import { CharClass, isLatin } from './characters.js';
import type { Characters } from './gather.js';
import { resolveQuotes } from './quotes.js';

const C = CharClass;
const EM_DASH = 0x2014;
const HORIZONTAL_BAR = 0x2015;
/** Often typed for the interpunct of a name. */
const BULLET = 0x2022;

/** What of the paragraph's settings bears on classes. */
export interface ClassSettings {
  readonly language: string;
  readonly punctuation: 'full' | 'half' | 'kaiming' | 'plain';
}

/**
 * Settles the classes that depend on neighbours or on the scheme of punctuation. After it every code point has
 * exactly one class and none is `Quote`.
 */
export function resolveClasses(characters: Characters, settings: ClassSettings): void {
  const { codePoints, classes } = characters;
  if (isSettled(characters, settings)) return;
  markVerbatim(characters);
  if (classes.includes(C.Quote)) resolveQuotes(codePoints, classes, !settings.language.startsWith('en'));
  let straightOpen = false;
  for (let index = 0; index < classes.length; index++) {
    const charClass = classes[index];
    if (charClass === C.Dash) index = pairDashes(codePoints, classes, index);
    else if (charClass === C.LatinSign) {
      const codePoint = codePoints[index];
      if (codePoint === 0x22) {
        // Straight quotes do not say which way they face: every other one opens.
        straightOpen = !straightOpen;
        classes[index] = straightOpen ? C.LatinOpen : C.LatinClose;
      } else classes[index] = signClass(codePoint as number, classes, index);
    } else if (isFlagLetter(codePoints[index]) && isFlagLetter(codePoints[index + 1])) {
      classes[++index] = C.Iteration;
    } else if (settings.punctuation === 'plain') classes[index] = keepWhole(charClass as number);
  }
}

const UNSETTLED = (1 << C.Quote) | (1 << C.Dash) | (1 << C.LatinSign);

/** Whether no class depends on anything. */
function isSettled({ occurring, isAstral, looks }: Characters, { punctuation }: ClassSettings): boolean {
  // flags are letters beyond the first plane
  if ((occurring & UNSETTLED) !== 0 || isAstral || punctuation === 'plain') return false;
  return !looks.some((look) => look.verbatim);
}

/** In code a mark is only a character: it keeps its cell, and quotes and dashes belong to the code's words. */
function markVerbatim({ codePoints, classes, itemIndexes, looks }: Characters): void {
  if (!looks.some((look) => look.verbatim)) return;
  for (let index = 0; index < classes.length; index++) {
    if (!looks[itemIndexes[index] as number]?.verbatim) continue;
    const charClass = classes[index] as number;
    const isSign = charClass === C.Quote || (charClass >= C.Dash && charClass <= C.Slash);
    if (isSign && (codePoints[index] as number) < 0x2e80) classes[index] = C.LatinSign;
    else classes[index] = keepWhole(charClass);
  }
}

function keepWhole(charClass: number): CharClass {
  if (charClass === C.Open) return C.FullOpen;
  return charClass >= C.Close && charClass <= C.Query ? C.FullMark : (charClass as CharClass);
}

/**
 * —— is a dash of two cells; a single — is a connector, also the last of an odd run.
 * @returns The last index of the run.
 * @see CLREQ, table of punctuation marks, U+2014
 */
function pairDashes(codePoints: Uint32Array, classes: Uint8Array, from: number): number {
  const isSingle = (index: number): boolean =>
    classes[index] === C.Dash && (codePoints[index] === EM_DASH || codePoints[index] === HORIZONTAL_BAR);
  let end = from;
  while (isSingle(end)) end++;
  if (end === from) return from; // U+2E3A is a pair in itself
  if ((end - from) % 2 === 1) classes[end - 1] = C.Connector;
  return end - 1;
}

/** A hyphen, a slash or a bullet is a Chinese mark only between two Chinese characters. */
function signClass(codePoint: number, classes: Uint8Array, index: number): CharClass {
  const isHyphen = codePoint === 0x2d || (codePoint >= 0x2010 && codePoint <= 0x2013);
  if (!isHyphen && codePoint !== 0x2f && codePoint !== BULLET) return C.LatinSign;
  const between = isChineseSide(classes[index - 1]) && isChineseSide(classes[index + 1]);
  if (!between) return C.LatinSign;
  if (codePoint === BULLET) return C.Dot;
  return isHyphen ? C.HalfConnector : C.Slash;
}

/** Two regional indicators make a flag. @see UAX #14, LB30a */
function isFlagLetter(codePoint: number | undefined): boolean {
  return codePoint !== undefined && codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
}

function isChineseSide(charClass: number | undefined): boolean {
  return charClass !== undefined && charClass <= C.SmallKana && !isLatin(charClass as CharClass);
}
