import type { SectionLabel } from '../../model/index.js';
import { labelGap } from '../../model/index.js';
import { formatHan, formatLegal } from '../../numbering/index.js';

/** How a level of a Word list prints its number: the author's marks around Word's own numeral. */
export interface LabelShape {
  /** ST_NumberFormat of ISO/IEC 29500-1, 17.18.59. */
  readonly format: string;
  readonly before: string;
  readonly after: string;
  /** Numbers of levels above that stand in front, parted by points: 1 for `1.2`, 0 for `2`. */
  readonly levelsAbove: number;
}

type Format = readonly [name: string, write: (ordinal: number) => string | undefined];

/** Signs that Unicode has in a row, up to the last one of them that Word prints. */
const signs =
  (first: number, count: number) =>
  (ordinal: number): string | undefined =>
    ordinal <= count ? String.fromCodePoint(first + ordinal - 1) : undefined;

const fullWidth = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

const ROMAN_SIGNS = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

function roman(ordinal: number): string | undefined {
  if (ordinal >= 4000) return undefined;
  let rest = ordinal;
  return ROMAN_SIGNS.map(([sign, value]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return sign.repeat(times);
  }).join('');
}

/**
 * What Word prints for a number, format by format. A numeral that no row prints (廿一, 一〇三) stays typed: Word
 * would spell it otherwise. Latin letters end at z, since Word goes on with aa where others write ab.
 */
const FORMATS: readonly Format[] = [
  ['decimal', String],
  ['chineseCountingThousand', (n) => (n < 10_000 ? formatHan(n) : undefined)],
  ['decimalEnclosedCircleChinese', signs(0x2460, 20)],
  ['decimalFullWidth', (n) => fullWidth(String(n))],
  ['decimalZero', (n) => String(n).padStart(2, '0')],
  ['chineseLegalSimplified', (n) => (n < 10 ? formatLegal(n) : undefined)],
  ['ideographTraditional', (n) => '甲乙丙丁戊己庚辛壬癸'[n - 1]],
  ['upperLetter', signs(0x41, 26)],
  ['lowerLetter', signs(0x61, 26)],
  ['upperRoman', (n) => roman(n)],
  ['lowerRoman', (n) => roman(n)?.toLowerCase()],
  ['decimalEnclosedParen', signs(0x2474, 20)],
  ['decimalEnclosedFullstop', signs(0x2488, 20)],
];

/** A number as a format prints it; undefined for a format or a number that no row knows. */
export function formatNumber(format: string, ordinal: number): string | undefined {
  return FORMATS.find(([name]) => name === format)?.[1](ordinal);
}

/** Word counts to 32,767. */
const MAX_ORDINAL = 32_767;

/** The shape of a label, or undefined when Word cannot print it as its author wrote it. */
export function labelShape(label: SectionLabel): LabelShape | undefined {
  const { ordinal, numeral, text } = label;
  const at = text.indexOf(numeral);
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > MAX_ORDINAL || at < 0 || numeral === '') return;
  // A per cent sign in a level's text would be read as a placeholder.
  if (text.includes('%')) return;
  const points = numeral.split('.');
  const last = points.at(-1) ?? '';
  const format = FORMATS.find(([, write]) => write(ordinal) === last)?.[0];
  if (format === undefined || (points.length > 1 && format !== 'decimal')) return;
  return {
    format,
    before: text.slice(0, at),
    after: text.slice(at + numeral.length) + gapAfter(label),
    levelsAbove: points.length - 1,
  };
}

/** Equal for labels that one list level can print. */
export function shapeKey(shape: LabelShape): string {
  return [shape.format, shape.before, shape.after, shape.levelsAbove].join('\u0001');
}

/** The text of a level (from 0): `第%1章　`, `%1.%2 `. */
export function levelText(shape: LabelShape, level: number): string {
  const numbers = Array.from(
    { length: shape.levelsAbove + 1 },
    (_, index) => `%${level - shape.levelsAbove + index + 1}`,
  );
  return shape.before + numbers.join('.') + shape.after;
}

/** The label of an item as typed text, with the gap that follows it. */
export function typedLabel(label: SectionLabel | undefined): string {
  return label ? label.text + gapAfter(label) : '';
}

/** A label that brings its own gap needs none. */
const gapAfter = (label: SectionLabel): string => labelGap(label);
