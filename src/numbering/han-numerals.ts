/**
 * Han numerals, read and written: counting (一百零三), digit by digit (一〇三), old short forms (廿, 卅), the legal
 * forms of cheques (壹拾) and full-width digits.
 */

const DIGITS: Readonly<Record<string, number>> = {
  ...digitRow('〇一二三四五六七八九'),
  ...digitRow('零壹贰叁肆伍陆柒捌玖'),
  ...digitRow('0123456789'),
  ...digitRow('\uFF10\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18\uFF19'),
  // ○ (U+25CB) and full-width O stand in for 〇 where an input method lacked it
  '\u25CB': 0,
  '\uFF2F': 0,
  两: 2,
  兩: 2,
  貳: 2,
  參: 3,
  叄: 3,
  陸: 6,
};

const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

const MYRIAD: Readonly<Record<string, number>> = { 万: 10_000, 萬: 10_000 };

/** Signs that are a ten with its digit. */
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30, 卌: 40 };

const WRITTEN_DIGITS = '零一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';

/** The largest number that {@link formatHan} writes. */
export const MAX_HAN = 99_999_999;

/** Every sign that may stand in a Han numeral (without ASCII digits), for use in a character class. */
export const HAN_NUMERAL_SIGNS: string = [DIGITS, UNITS, MYRIAD, TENS]
  .flatMap((table) => Object.keys(table))
  .filter((sign) => !/[0-9\uFF10-\uFF19]/u.test(sign))
  .join('');

function digitRow(signs: string): Record<string, number> {
  return Object.fromEntries([...signs].map((sign, value) => [sign, value]));
}

/**
 * The value of a numeral, or undefined when it is none. A numeral without units is read digit by digit
 * (一〇三 is 103); one with units must be well formed (三十十 is none).
 */
export function parseHan(text: string): number | undefined {
  const signs = [...text];
  if (signs.length === 0) return undefined;
  if (signs.every((sign) => sign in DIGITS)) {
    const value = Number(signs.map((sign) => DIGITS[sign]).join(''));
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const myriadAt = signs.findIndex((sign) => sign in MYRIAD);
  if (myriadAt < 0) return parseSection(signs);
  const high = parseSection(signs.slice(0, myriadAt));
  const rest = signs.slice(myriadAt + 1);
  const low = rest.length === 0 ? 0 : parseSection(rest);
  return high === undefined || low === undefined || high === 0 ? undefined : high * 10_000 + low;
}

/** Reads a numeral below 10,000 whose units fall from left to right. */
function parseSection(signs: readonly string[]): number | undefined {
  let total = 0;
  let lastUnit = 10_000;
  let pending: number | undefined;
  for (const sign of signs) {
    const digit = DIGITS[sign];
    const unit = UNITS[sign] ?? (sign in TENS ? 10 : undefined);
    if (digit !== undefined) {
      // 一百零三: the zero only says that a unit is missing
      if (pending !== undefined && pending !== 0) return undefined;
      pending = digit;
    } else if (unit !== undefined && unit < lastUnit) {
      // 十二 and 廿三 start with the unit itself; 一百十二 leaves out the 一
      if (sign in TENS && pending) return undefined;
      total += sign in TENS ? (TENS[sign] ?? 0) : (pending || 1) * unit;
      lastUnit = unit;
      pending = undefined;
    } else return undefined;
  }
  return signs.length === 0 ? undefined : total + (pending ?? 0);
}

/**
 * Writes a whole number as one counts: 十二, 一百零三, 一万零二十.
 *
 * @throws RangeError when the number is not a whole one from 0 to {@link MAX_HAN}.
 */
export function formatHan(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > MAX_HAN) {
    throw new RangeError(`formatHan takes whole numbers from 0 to ${MAX_HAN}, not ${value}`);
  }
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return formatSection(low).replace(/^一十/u, '十');
  const gap = low > 0 && low < 1000 ? '零' : '';
  return `${formatSection(high).replace(/^一十/u, '十')}万${gap}${low === 0 ? '' : formatSection(low)}`;
}

function formatSection(value: number): string {
  if (value === 0) return '零';
  const digits = String(value).padStart(4, '0');
  const written = [...digits].map((digit, place) => {
    const sign = WRITTEN_DIGITS[Number(digit)] ?? '';
    return digit === '0' ? '零' : sign + (['千', '百', '十', ''][place] ?? '');
  });
  return written
    .join('')
    .replace(/零+/gu, '零')
    .replace(/^零|零$/gu, '');
}

/** Writes a number with the legal signs: 壹, 拾贰, 壹佰零叁. */
export function formatLegal(value: number): string {
  return [...formatHan(value)]
    .map((sign) => {
      const digit = WRITTEN_DIGITS.indexOf(sign);
      if (digit >= 0) return LEGAL_DIGITS[digit] ?? sign;
      return ({ 十: '拾', 百: '佰', 千: '仟' } as Readonly<Record<string, string>>)[sign] ?? sign;
    })
    .join('');
}
