import type { NumberingScheme, SectionLabel } from '../model/index.js';
import { formatHan, formatLegal } from './han-numerals.js';

/** How a number alone is written in each scheme, and what stands around it. */
const SHAPES: Readonly<Record<NumberingScheme, (ordinal: number) => readonly [string, string, string]>> = {
  volume: (n) => ['第', formatHan(n), '编'],
  chapter: (n) => ['第', formatHan(n), '章'],
  section: (n) => ['第', formatHan(n), '节'],
  article: (n) => ['第', formatHan(n), '条'],
  han: (n) => ['', formatHan(n), '、'],
  'han-bracketed': (n) => ['\uFF08', formatHan(n), '\uFF09'],
  arabic: (n) => ['', String(n), '.'],
  'arabic-bracketed': (n) => ['\uFF08', String(n), '\uFF09'],
  circled: (n) => ['', circled(n), ''],
  decimal: (n) => ['', String(n), ''],
  legal: (n) => ['', formatLegal(n), '、'],
  stem: (n) => ['', '甲乙丙丁戊己庚辛壬癸'[n - 1] ?? String(n), '、'],
  latin: (n) => ['', n <= 26 ? String.fromCharCode(0x40 + n) : String(n), '.'],
  bare: (n) => ['', String(n), ''],
};

/** ① to ㊿; beyond that the number in brackets, since Unicode has no more. */
function circled(ordinal: number): string {
  if (ordinal <= 20) return String.fromCodePoint(0x2460 + ordinal - 1);
  if (ordinal <= 35) return String.fromCodePoint(0x3251 + ordinal - 21);
  if (ordinal <= 50) return String.fromCodePoint(0x32b1 + ordinal - 36);
  return `(${ordinal})`;
}

/** A label of the scheme in its usual spelling: 一、 or 1. or ① or 第一章. */
export function formatLabel(scheme: NumberingScheme, ordinal: number): SectionLabel {
  const [before, numeral, after] = SHAPES[scheme](ordinal);
  return { text: `${before}${numeral}${after}`, numeral, scheme, ordinal };
}

/** The same label with another number, written as the author wrote it (第3回 stays in digits, and 回). */
export function relabel(label: SectionLabel, ordinal: number): SectionLabel {
  const numeral = rewrite(label, ordinal);
  const at = label.text.indexOf(label.numeral);
  const text = at < 0 ? numeral : label.text.replace(label.numeral, numeral);
  return { ...label, text, numeral, ordinal };
}

function rewrite({ scheme, numeral }: SectionLabel, ordinal: number): string {
  if (scheme === 'decimal') return numeral.replace(/\d+$/u, String(ordinal));
  if (scheme === 'latin' && numeral === numeral.toLowerCase()) {
    return formatLabel(scheme, ordinal).numeral.toLowerCase();
  }
  // ⑴, ⒈ and ㈠ are one sign each: where the run ends (20 or 10) the number is spelt out
  const code = numeral.codePointAt(0) ?? 0;
  if (code >= 0x2474 && code < 0x249c && ordinal <= 20) {
    return String.fromCodePoint((code < 0x2488 ? 0x2474 : 0x2488) + ordinal - 1);
  }
  if (code >= 0x3220 && code < 0x322a && ordinal <= 10) return String.fromCodePoint(0x3220 + ordinal - 1);
  if (/^[0-9\uFF10-\uFF19]/u.test(numeral)) {
    const digits = String(ordinal).padStart(/^[0\uFF10]/u.test(numeral) ? numeral.length : 1, '0');
    return /^[0-9]/u.test(numeral) ? digits : toFullWidth(digits);
  }
  return /^[壹贰貳叁肆伍陆柒捌玖拾]/u.test(numeral)
    ? formatLegal(ordinal)
    : formatLabel(scheme === 'bare' ? 'han' : scheme, ordinal).numeral;
}

function toFullWidth(digits: string): string {
  return digits.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
