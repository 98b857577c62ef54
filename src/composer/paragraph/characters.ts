/**
 * What a character is to the composer. Numbers, not names, because every character of a book is looked up in
 * tables by them.
 * @see CLREQ, table of punctuation marks; GB/T 15834-2011, 5.1
 */
export const CharClass = {
  /** Han, kana, full-width forms and other signs that fill a cell. */
  Han: 0,
  /** 「《 and kin: ink in the right half of the cell. */
  Open: 1,
  /** 」》 and kin: ink in the left half. */
  Close: 2,
  /** Full-width comma, semicolon, colon and 、 */
  Comma: 3,
  /** 。 */
  Stop: 4,
  /** Full-width question and exclamation marks. */
  Query: 5,
  /** An opening mark that keeps its whole cell. */
  FullOpen: 6,
  /** A mark that may not start a line and keeps its whole cell: ‼, centred stops. */
  FullMark: 7,
  /** —— as one of two cells, or ⸺ */
  Dash: 8,
  /** …… as one of two cells. */
  Dots: 9,
  /** A connector of one cell: a single —, ～ */
  Connector: 10,
  /** A connector of half a cell: a hyphen or – between Han. */
  HalfConnector: 11,
  /** · and kin. */
  Dot: 12,
  /** A slash between Han. */
  Slash: 13,
  /** Stands before a number: ￥, №, $ */
  Prefix: 14,
  /** Stands after a number: %, ℃, ‰ */
  Postfix: 15,
  /** 々 and kin: fills a cell as Han do, and never starts a line. So do half-width ﾞ and the second half of a flag. */
  Iteration: 16,
  /** Small kana and ー: a matter of region. */
  SmallKana: 17,
  Letter: 18,
  Digit: 19,
  /** ( [ { and opening quotes of Latin text. */
  LatinOpen: 20,
  /** ) ] } , . ; : ! ? and closing quotes of Latin text. */
  LatinClose: 21,
  /** Other signs inside Latin text: @ & + = */
  LatinSign: 22,
  /** U+0020 and its kin: a gap that may end a line. */
  Space: 23,
  /** U+00A0: a gap that may not. */
  NoBreakSpace: 24,
  /** U+3000: an empty cell. */
  WideSpace: 25,
  /** Belongs to the character before it: combining marks, variation selectors. */
  Extend: 26,
  /** U+00AD: a word may be hyphenated here. */
  SoftHyphen: 27,
  /** U+200B: a line may end here. */
  BreakHere: 28,
  /** U+2060: a line may not end here. */
  NoBreakHere: 29,
  /** A curly quote, before it is known whose it is. */
  Quote: 30,
  /** An image in the line. */
  Box: 31,
  /** The mark of a note. */
  NoteMark: 32,
} as const;

export type CharClass = (typeof CharClass)[keyof typeof CharClass];

/** How many classes there are: the side of every table of pairs. */
export const CLASS_COUNT = 33;

const C = CharClass;

// Written as code points: U+002C and U+FF0C look alike on a screen and differ on paper.
const MEMBERS: readonly (readonly [CharClass, string])[] = [
  [C.Open, '\u3008\u300A\u300C\u300E\u3010\u3014\u3016\u3018\u301A\u301D\uFF08\uFF3B\uFF5B\uFF5F'],
  [C.Close, '\u3009\u300B\u300D\u300F\u3011\u3015\u3017\u3019\u301B\u301E\u301F\uFF09\uFF3D\uFF5D\uFF60'],
  [C.FullOpen, '\uFF62'], // half-width forms have no blank
  [C.Comma, '\u3001\uFF0C\uFF1A\uFF1B'],
  [C.Stop, '\u3002\uFF0E'],
  [C.Query, '\uFF01\uFF1F'],
  [C.FullMark, '\u203C\u2047\u2048\u2049\uFF61\uFF63\uFF64'],
  [C.Dash, '\u2014\u2015\u2E3A'], // a single one becomes a Connector
  [C.Dots, '\u2026\u22EF'],
  [C.Connector, '\u301C\u30A0\uFF5E'],
  [C.Dot, '\u00B7\u2027\u30FB\uFF65'],
  [C.Slash, '\uFF0F'],
  [C.Prefix, '$\u00A3\u00A5\u20AC\u2116\uFF04\uFFE1\uFFE5'],
  [C.Postfix, '%\u00B0\u2030\u2031\u2032\u2033\u2103\u2109\uFF05\uFFE0'],
  [C.Iteration, '\u3005\u303B\u303C\u309B\u309C\u309D\u309E\u30FD\u30FE\uFF9E\uFF9F'],
  [
    C.SmallKana,
    '\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308E\u3095\u3096' +
      '\u30A1\u30A3\u30A5\u30A7\u30A9\u30C3\u30E3\u30E5\u30E7\u30EE\u30F5\u30F6\u30FC' +
      '\uFF67\uFF68\uFF69\uFF6A\uFF6B\uFF6C\uFF6D\uFF6E\uFF6F\uFF70',
  ],
  [C.LatinOpen, '([{\u201A\u201E\u00AB\u2039\u00A1\u00BF'],
  [C.LatinClose, ')]},.;:!?\u00BB\u203A'],
  [
    C.Space,
    ' \t\n\v\f\r\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200A\u2028\u2029\u205F',
  ],
  [C.NoBreakSpace, '\u00A0\u2007\u202F'],
  [C.WideSpace, '\u3000'],
  [C.SoftHyphen, '\u00AD'],
  [C.BreakHere, '\u200B'],
  [C.NoBreakHere, '\u2060\uFEFF'],
  [C.Quote, '\u2018\u2019\u201C\u201D'],
];

/** Blocks whose characters fill a cell. Lengths of ideographic scripts by Unicode block, rounded outwards. */
const CELL_BLOCKS: readonly (readonly [number, number])[] = [
  [0x1100, 0x11ff],
  [0x2190, 0x2211],
  [0x2214, 0x22ff], // − and ∓ are signs of numbers
  [0x2300, 0x23ff],
  [0x2460, 0x27bf],
  [0x2b00, 0x2bff],
  [0x2e80, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xffef],
];

const isExtend = /^[\p{M}\p{Cc}\p{Cf}]$/u;
const isDigit = /^\p{Nd}$/u;
const isLetter = /^[\p{L}\p{N}]$/u;

function classOf(codePoint: number): CharClass {
  if (CELL_BLOCKS.some(([from, to]) => codePoint >= from && codePoint <= to)) {
    return /^\p{M}$/u.test(String.fromCodePoint(codePoint)) ? C.Extend : C.Han;
  }
  const char = String.fromCodePoint(codePoint);
  if (isExtend.test(char)) return C.Extend;
  if (isDigit.test(char)) return C.Digit;
  return isLetter.test(char) ? C.Letter : C.LatinSign;
}

function buildTable(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(UNKNOWN);
  for (const [charClass, members] of MEMBERS) {
    for (const char of members) table[char.charCodeAt(0)] = charClass;
  }
  table.fill(C.Han, 0x3400, 0x9fff + 1);
  return table;
}

const UNKNOWN = 255;
const table = buildTable();

/**
 * Classifies one code point by itself. What depends on neighbours (curly quotes, a single —, a hyphen between
 * Han) is settled afterwards by `resolve-classes`.
 */
export function classify(codePoint: number): CharClass {
  if (codePoint > 0xffff) return classifyAstral(codePoint);
  const known = table[codePoint] as number;
  if (known !== UNKNOWN) return known as CharClass;
  const found = classOf(codePoint);
  table[codePoint] = found;
  return found;
}

/** Above the BMP: variation selectors and tags extend; ideographs and pictures fill cells; other letters do not. */
function classifyAstral(codePoint: number): CharClass {
  if (codePoint >= 0xe0000) return C.Extend;
  if (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff) return C.Extend; // skin tones
  if (codePoint >= 0x1f000 || (codePoint >= 0x16fe0 && codePoint <= 0x1b2ff)) return C.Han;
  return classOf(codePoint);
}

/** Letters, digits and the signs that stand among them: what is shaped as a word. */
export const isLatin = (charClass: CharClass): boolean => charClass >= C.Letter && charClass <= C.LatinSign;

/** Full-width marks whose blank half can be taken away. */
export const isSqueezable = (charClass: CharClass): boolean => charClass >= C.Open && charClass <= C.Query;
