import { attention } from 'micromark-core-commonmark';
import { classifyCharacter } from 'micromark-util-classify-character';
import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types';

const ASTERISK = 0x2a;
const UNDERSCORE = 0x5f;
const PUNCTUATION = 2;

/**
 * Each pair of marks of a run is an emphasis inside another, and takes the parser time by the square. A longer run
 * is a line of stars, not emphasis.
 */
const LONGEST_RUN = 32;

/** Han, kana, Hangul, their punctuation and full-width forms; the surrogates of the planes of Han. */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x11ff],
  [0x2e80, 0x9fff],
  [0xac00, 0xd7af],
  [0xd840, 0xd8bf],
  [0xdc00, 0xdfff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
];

/**
 * Runs of `*` and `_`, with CommonMark's rule for what may open and close, and one more: beside a wide character
 * punctuation is no hindrance, because Chinese puts no space there. So the second run of `**“重点”**是` closes,
 * where CommonMark, made for words between spaces, leaves four stars in print.
 *
 * @see CommonMark 0.31, left- and right-flanking delimiter runs
 */
export const wideAttention: Construct = {
  ...attention,
  name: 'wideAttention',
  tokenize: tokenizeRun,
};

function tokenizeRun(this: TokenizeContext, effects: Effects, ok: State): State {
  const { previous } = this;
  let marker: Code = null;
  let length = 0;
  const inside: State = (code) => {
    if (code === marker) {
      length += 1;
      effects.consume(code);
      return inside;
    }
    const token = effects.exit('attentionSequence');
    const [opens, closes] = length > LONGEST_RUN ? [false, false] : flanks(previous, code);
    const isStar = marker === ASTERISK;
    token._open = isStar ? opens : opens && (classifyCharacter(previous) !== undefined || !closes);
    token._close = isStar ? closes : closes && (classifyCharacter(code) !== undefined || !opens);
    return ok(code);
  };
  return (code) => {
    marker = code;
    effects.enter('attentionSequence');
    return inside(code);
  };
}

/** Whether a run between two characters may open and may close. */
function flanks(before: Code, after: Code): [opens: boolean, closes: boolean] {
  const [left, right] = [classifyCharacter(before), classifyCharacter(after)];
  const isWideHere = isWide(before) || isWide(after);
  return [
    right === undefined || (right === PUNCTUATION && (left !== undefined || isWideHere)) || isMarker(after),
    left === undefined || (left === PUNCTUATION && (right !== undefined || isWideHere)) || isMarker(before),
  ];
}

function isMarker(code: Code): boolean {
  return code === ASTERISK || code === UNDERSCORE;
}

function isWide(code: Code): boolean {
  return code !== null && WIDE.some(([first, last]) => code >= first && code <= last);
}
