import type { PageNumeral } from '../../style/index.js';

const ROMAN: readonly (readonly [sign: string, value: number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];
/** Beyond these, a numeral has no usual form, and digits stand for it. */
const MOST = { roman: 3999, circled: 50, counted: 9999 };

const HAN_DIGITS = [...'〇一二三四五六七八九'];
const HAN_UNITS = ['', '十', '百', '千'];
const FULL_WIDTH_ZERO = 0xff10;
/** The first of ① to ⑳, ㉑ to ㉟, ㊱ to ㊿ in Unicode, and the number before it. */
const CIRCLED: readonly (readonly [first: number, before: number])[] = [
  [0x32b1, 35],
  [0x3251, 20],
  [0x2460, 0],
];

/** How each look writes a page's number, from 1 up. */
const WRITERS: Readonly<Record<PageNumeral, (number: number) => string>> = {
  arabic: String,
  'full-width': (number) => byDigit(number, (digit) => String.fromCodePoint(FULL_WIDTH_ZERO + digit)),
  han: (number) => byDigit(number, (digit) => HAN_DIGITS[digit] ?? ''),
  'han-counting': (number) => (number > MOST.counted ? String(number) : counted(number)),
  'roman-lower': roman,
  'roman-upper': (number) => roman(number).toUpperCase(),
  circled,
};

/** A page's number as it is printed. */
export function formatPageNumber(number: number, style: PageNumeral): string {
  return WRITERS[style](number);
}

const byDigit = (number: number, write: (digit: number) => string): string =>
  [...String(number)].map((digit) => write(Number(digit))).join('');

/** As it is spoken: 十二, 一百零三, 一百一十; what lies between two digits is 零 once. */
function counted(number: number): string {
  const digits = [...String(number)].map(Number);
  let text = '';
  let hasGap = false;
  for (const [index, digit] of digits.entries()) {
    if (digit === 0) hasGap = true;
    else {
      text += (hasGap ? '零' : '') + HAN_DIGITS[digit] + HAN_UNITS[digits.length - 1 - index];
      hasGap = false;
    }
  }
  return number < 20 ? text.replace(/^一十/, '十') : text;
}

function roman(number: number): string {
  if (number > MOST.roman) return String(number);
  let rest = number;
  let text = '';
  for (const [sign, value] of ROMAN) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}

function circled(number: number): string {
  const row = CIRCLED.find(([, before]) => number > before);
  return number > MOST.circled || !row ? String(number) : String.fromCodePoint(row[0] + number - row[1] - 1);
}
