import { formatHan, formatLegal } from '../../numbering/index.js';

type Write = (value: number) => string;

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const HAN_DIGITS = '〇一二三四五六七八九';
const TRADITIONAL_LEGAL = '零壹貳參肆伍陸柒捌玖';

/** Signs one after another, then decimals: what Word does where Unicode ends. */
const signs =
  (first: number, count: number): Write =>
  (value) =>
    value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : String(value);

const letters =
  (first: number): Write =>
  (value) => {
    if (value < 1) return String(value);
    // aa follows z, then bb: the same letter once more for each round
    const rounds = Math.ceil(value / 26);
    return rounds > 10 ? String(value) : String.fromCodePoint(first + ((value - 1) % 26)).repeat(rounds);
  };

const cycle =
  (text: string): Write =>
  (value) =>
    value >= 1 && value <= text.length ? (text[value - 1] ?? '') : String(value);

const inDigits =
  (digits: string): Write =>
  (value) =>
    [...String(value)].map((digit) => digits[Number(digit)] ?? digit).join('');

const han: Write = (value) => (value <= 0 ? '零' : formatHan(value));
const legal: Write = (value) => (value <= 0 ? '零' : formatLegal(value));

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  let written = '';
  for (const [amount, sign] of ROMAN) {
    for (; left >= amount; left -= amount) written += sign;
  }
  return written;
}

function ordinal(value: number): string {
  const tens = value % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

function sexagenary(value: number): string {
  if (value < 1 || value > 60) return String(value);
  return `${STEMS[(value - 1) % 10]}${BRANCHES[(value - 1) % 12]}`;
}

/** 20 signs, then the further circled numbers of Unicode up to 50. */
const circled: Write = (value) => {
  if (value >= 21 && value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  if (value >= 36 && value <= 50) return String.fromCodePoint(0x32b1 + value - 36);
  return signs(0x2460, 20)(value);
};

const fullWidth = inDigits('\uFF10\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18\uFF19');

const traditionalLegal: Write = (value) =>
  legal(value).replace(
    /[零壹贰叁肆伍陆柒捌玖]/gu,
    (digit) => TRADITIONAL_LEGAL['零壹贰叁肆伍陆柒捌玖'.indexOf(digit)] ?? digit,
  );

/** What Word prints for a number. One row a format. @see ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat) */
const FORMATS: Readonly<Record<string, Write>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: signs(0x2474, 20),
  decimalEnclosedFullstop: signs(0x2488, 20),
  numberInDash: (value) => `- ${value} -`,
  ordinal,
  cardinalText: String,
  ordinalText: ordinal,
  hex: (value) => value.toString(16).toUpperCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters(0x41),
  lowerLetter: letters(0x61),
  chineseCounting: (value) => (value < 100 ? han(value) : inDigits('○一二三四五六七八九')(value)),
  chineseCountingThousand: han,
  chineseLegalSimplified: legal,
  taiwaneseCounting: (value) => (value < 100 ? han(value) : inDigits('○一二三四五六七八九')(value)),
  taiwaneseCountingThousand: han,
  taiwaneseDigital: inDigits('○一二三四五六七八九'),
  japaneseCounting: han,
  japaneseLegal: traditionalLegal,
  japaneseDigitalTenThousand: inDigits(HAN_DIGITS),
  koreanDigital2: inDigits(HAN_DIGITS),
  ideographDigital: inDigits(HAN_DIGITS),
  ideographLegalTraditional: traditionalLegal,
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  ideographZodiacTraditional: sexagenary,
  ideographEnclosedCircle: signs(0x3280, 10),
  none: () => '',
};

/** Formats whose label is a sign and no number. */
export function isBullet(format: string): boolean {
  return format === 'bullet';
}

/** Formats that number parts, chapters and clauses in Chinese texts, whose paragraphs are no items of a list. */
export function isChinese(format: string): boolean {
  return (
    /^(?:chinese|taiwanese|japanese|ideograph|korean)/.test(format) && format !== 'ideographEnclosedCircle'
  );
}

/** Word counts to 32,767 and what lies beyond is a mistake or an attack. */
const MOST = 32_767;

/** The number as a level prints it. A format that we do not know is printed in decimals, as LibreOffice does. */
export function formatNumber(format: string, value: number): string {
  const bounded = Math.max(0, Math.min(MOST, value));
  const custom = /^(0*)1, /.exec(format)?.[1];
  if (custom !== undefined) return String(bounded).padStart(custom.length + 1, '0');
  return (Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined)?.(bounded) ?? String(bounded);
}
