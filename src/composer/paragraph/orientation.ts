/**
 * How the glyphs of a cluster stand in a column. A line of vertical text is composed lying down and turned by 90° at
 * the end; what stands upright is turned back where it is drawn.
 */
export const Stance = {
  /** Turned with the line: Latin words, numbers, and marks of which the face has no other form. All of horizontal text. */
  Along: 0,
  /** Upright in a cell of its own, one below the other. */
  Upright: 1,
  /** Upright, side by side across the column: 纵中横. */
  Across: 2,
} as const;

export type Stance = (typeof Stance)[keyof typeof Stance];

/**
 * Characters below the Han blocks that stand upright in a column.
 * @see UAX #50, Vertical_Orientation values U and Tu
 */
const UPRIGHT_BELOW_HAN: readonly (readonly [from: number, to: number])[] = [
  [0xa7, 0xa7],
  [0xa9, 0xa9],
  [0xae, 0xae],
  [0xb1, 0xb1],
  [0xbc, 0xbe],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x2ea, 0x2eb],
  [0x1100, 0x11ff],
  [0x2016, 0x2016],
  [0x2020, 0x2021],
  [0x2030, 0x2031],
  [0x203b, 0x203c],
  [0x2042, 0x2042],
  [0x2047, 0x2049],
  [0x2051, 0x2051],
  [0x20dd, 0x20e4],
  [0x2100, 0x2101],
  [0x2103, 0x2109],
  [0x210f, 0x210f],
  [0x2113, 0x2117],
  [0x211e, 0x2129],
  [0x212e, 0x212e],
  [0x2135, 0x213f],
  [0x2145, 0x218b],
  [0x221e, 0x221e],
  [0x2234, 0x2235],
  [0x2300, 0x2307],
  [0x230c, 0x2328],
  [0x232b, 0x232b],
  [0x237d, 0x239a],
  [0x23be, 0x24ff],
  [0x25a0, 0x2767],
  [0x2776, 0x2793],
  [0x2b12, 0x2b2f],
  [0x2b50, 0x2b59],
];
const FIRST_HAN_BLOCK = 0x2e80;

/**
 * From the Han blocks on, what lies down when the face has no form of it for columns, and scripts written in lines.
 * @see UAX #50, values Tr and R
 */
const TURNED_ABOVE: readonly (readonly [from: number, to: number])[] = [
  [0x3008, 0x3011],
  [0x3014, 0x301f],
  [0x3030, 0x3030],
  [0x30a0, 0x30a0],
  [0x30fc, 0x30fc],
  [0xa4d0, 0xa95f],
  [0xa980, 0xabff],
  [0xfb00, 0xfe0f],
  [0xfe49, 0xfe4f],
  [0xfe58, 0xfe5e],
  [0xfe63, 0xfe66],
  [0xfe70, 0xff00],
  [0xff08, 0xff09],
  [0xff0d, 0xff0d],
  [0xff1a, 0xff1e],
  [0xff3b, 0xff3f],
  [0xff5b, 0xffdf],
  [0xffe3, 0xffe3],
  [0xffe8, 0xffef],
  [0x10000, 0x16fdf],
  [0x1d400, 0x1d7ff],
];

/** Marks that look otherwise in a column, or stand elsewhere in their cell: curly quotes are \uFE43 there. */
const CHANGED = new Set([
  0x2018, 0x2019, 0x201c, 0x201d, 0x3001, 0x3002, 0xff0c, 0xff0e, 0xff01, 0xff1f, 0xff1a, 0xff1b,
]);

/** Whether a character stands upright although its face has no form of it for columns. */
export function isUpright(codePoint: number): boolean {
  return codePoint < FIRST_HAN_BLOCK ? isIn(UPRIGHT_BELOW_HAN, codePoint) : !isIn(TURNED_ABOVE, codePoint);
}

/** Whether a column wants another glyph than a line does: of faces without it the next one is asked. */
export function needsVerticalForm(codePoint: number): boolean {
  return CHANGED.has(codePoint) || (codePoint >= FIRST_HAN_BLOCK && isIn(TURNED_ABOVE, codePoint));
}

const isIn = (ranges: readonly (readonly [number, number])[], codePoint: number): boolean =>
  ranges.some(([from, to]) => codePoint >= from && codePoint <= to);

/**
 * Digits that share one cell, also with the dot of a label or the brackets of a note; more would be too narrow to read.
 * @see CLREQ, major differences between vertical and horizontal writing modes
 */
const ACROSS = /^(?:[0-9]{1,3}|[0-9]{1,2}\.|\[[0-9]{1,2}\])$/;
/** One letter, or the initials that a column sets one below the other. */
const STACKED = /^(?:\p{L}|[A-Z]{2,4})$/u;

/** How a whole word between two Han stands in a column. */
export function stanceOfWord(word: string): Stance {
  if (ACROSS.test(word)) return word.length === 1 ? Stance.Upright : Stance.Across;
  return STACKED.test(word) ? Stance.Upright : Stance.Along;
}
