/**
 * Kinds of characters by which rules begin, a bit each. A line is looked through once, and a rule that needs a bar, a
 * bracket or a digit is then not tried on the nine lines in ten that have none.
 */
export const SIGN = {
  /** The lowest bit: it is also what one Han adds to a count. */
  han: 0x1,
  /** What `\s` matches. */
  blank: 0x2,
  tab: 0x4,
  /** A bar of either width. */
  bar: 0x8,
  /** Between the steps of a breadcrumb. */
  step: 0x10,
  digit: 0x20,
  /** A small or capital letter of ASCII. */
  letter: 0x40,
  dot: 0x80,
  /** ASCII marks that may stand for full-width ones, and the ratio sign. */
  asciiMark: 0x100,
  straightQuote: 0x200,
  /** Opens a bracket with a number in it. */
  opening: 0x400,
  /** A full-width letter, digit or full stop. */
  wide: 0x800,
  ellipsis: 0x1000,
  /** Two of them are a dash. */
  dash: 0x2000,
  /** A vowel with its tone, as in the reading of a character. */
  toned: 0x4000,
  /** Closes a tag. */
  greater: 0x8000,
  /** Ends a sentence, or a part of one that may stand alone. */
  stop: 0x10000,
  /** Closes a quotation or a bracket behind the end of a sentence. */
  closing: 0x20000,
  colon: 0x40000,
} as const;

type Kind = keyof typeof SIGN;

/** From the first to the last of a range, both included. */
const RANGES: readonly (readonly [Kind, number, number])[] = [
  // Script=Han below U+10000
  ['han', 0x2e80, 0x2e99],
  ['han', 0x2e9b, 0x2ef3],
  ['han', 0x2f00, 0x2fd5],
  ['han', 0x3005, 0x3005],
  ['han', 0x3007, 0x3007],
  ['han', 0x3021, 0x3029],
  ['han', 0x3038, 0x303b],
  ['han', 0x3400, 0x4dbf],
  ['han', 0x4e00, 0x9fff],
  ['han', 0xf900, 0xfa6d],
  ['han', 0xfa70, 0xfad9],
  ['blank', 0x09, 0x0d],
  ['blank', 0x2000, 0x200a],
  ['digit', 0x30, 0x39],
  ['letter', 0x41, 0x5a],
  ['letter', 0x61, 0x7a],
  ['wide', 0xff10, 0xff19],
  ['wide', 0xff21, 0xff3a],
  ['wide', 0xff41, 0xff5a],
];

const MEMBERS: readonly (readonly [Kind, string])[] = [
  ['blank', ' \u00A0\u1680\u2028\u2029\u202F\u205F\u3000\uFEFF'],
  ['tab', '\t'],
  ['bar', '|\uFF5C'],
  ['step', '>\u00BB\u203A\u2192\uFF1E'],
  ['dot', '.'],
  ['asciiMark', ',:;?!()\u2236'],
  ['straightQuote', '"\''],
  ['opening', '[〔\uFF3B(\uFF08'],
  ['wide', '\uFF0E'],
  ['ellipsis', '\u2026'],
  ['dash', '-\uFF0D\u2015\u2500'],
  ['toned', 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ'],
  ['greater', '>'],
  ['stop', '。\uFF01\uFF1F!?\u2026\uFF1B;'],
  ['closing', '”’」』"\'\uFF09)'],
  ['colon', ':\uFF1A'],
];

/** By code unit. */
const KIND = new Uint32Array(0x10000);
for (const [kind, first, last] of RANGES)
  for (let unit = first; unit <= last; unit++) KIND[unit] = (KIND[unit] as number) | SIGN[kind];
for (const [kind, members] of MEMBERS)
  for (const char of members) KIND[char.charCodeAt(0)] = (KIND[char.charCodeAt(0)] as number) | SIGN[kind];

/** What is seen of a line when it is looked through once. */
export interface Look {
  /** The kinds of characters in it: {@link SIGN}. */
  readonly signs: number;
  /** How many Han it has. */
  readonly han: number;
}

/** First halves of characters beyond U+FFFF. */
const FIRST_PAIR = 0xd800;
const LAST_PAIR = 0xdbff;
const HAN = /\p{Script=Han}/u;

function isHanPair(text: string, index: number): boolean {
  return HAN.test(String.fromCodePoint(text.codePointAt(index) ?? 0));
}

/** Looks a text through. Han beyond U+FFFF are counted and show no sign. */
export function lookAt(text: string): Look {
  let [signs, han] = [0, 0];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const kind = KIND[unit] as number;
    signs |= kind;
    han += kind & SIGN.han;
    if (unit >= FIRST_PAIR && unit <= LAST_PAIR && isHanPair(text, index)) han++;
  }
  return { signs, han };
}

/** The kinds of characters in a text, a bit each. */
export function signsOf(text: string): number {
  let signs = 0;
  for (let index = 0; index < text.length; index++) signs |= KIND[text.charCodeAt(index)] as number;
  return signs;
}

/** The kinds of one code unit. */
export function signsOfUnit(unit: number): number {
  return KIND[unit] as number;
}
