/**
 * Which two bytes stand for the n-th character of a font. Deflate counts single bytes: codes whose first and second
 * bytes are of the same few make pages of a book a seventh smaller than codes that count up.
 */

/** Bytes that a literal string would escape, and zero: code 0 is that of no character. */
const UNFIT = new Set([0x00, 0x0d, 0x28, 0x29, 0x5c]);
/** Figures come first, which pages have in their numbers anyhow, and letters behind them. */
const FIRST = 0x30;

/** From the byte that the most frequent characters have on. */
const BYTES = Array.from({ length: 0x100 }, (_, index) => (FIRST + index) & 0xff).filter(
  (byte) => !UNFIT.has(byte),
);
/** How many second bytes there are, as long as first ones last; the rows of four thousand characters are as many. */
const ROW = 63;

/** Characters that a font can have, that of no character among them. */
export const CODE_COUNT: number = 1 + BYTES.length ** 2;

/** How many codes have such second bytes. */
const FIRST_SQUARE = ROW * BYTES.length;

/** The code of the n-th character of a font in which the frequent ones come first. */
export function frequentFirst(number: number): number {
  if (number === 0) return 0;
  const at = number - 1;
  return at < FIRST_SQUARE ? inRows(at, 0, ROW) : inRows(at - FIRST_SQUARE, ROW, BYTES.length - ROW);
}

/** The code of the n-th character: the number itself. */
export function inTurn(number: number): number {
  return number;
}

/** Codes that end in certain bytes, in the order of their first ones. */
function inRows(at: number, from: number, width: number): number {
  return ((BYTES[Math.floor(at / width)] as number) << 8) | (BYTES[from + (at % width)] as number);
}
