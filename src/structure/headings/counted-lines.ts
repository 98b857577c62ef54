import { type LabelledLine, parseHan, parseLabel, parseLooseDecimal } from '../../numbering/index.js';
import { hanCount } from '../row.js';

/** A line whose number stands in a frame of words: the same frame with the next number makes a series of them. */
export interface CountedLine extends LabelledLine {
  /** 问题#：, 第#步, Part.#, #楼; empty for a number and a gap. */
  readonly frame: string;
  /** 第四、五天 ends with 5. */
  readonly through?: number;
}

/** 第四、五天, 第6-8周: two numbers at a time. */
const PAIR =
  '(?<=第)[0-9一二三四五六七八九十]{1,3}[、至到~\uFF5E\u2013\u2014-][0-9一二三四五六七八九十]{1,3}';
const NUMERAL = '[0-9]{1,3}|[〇零一二三四五六七八九十百]{1,4}';
/** 问题一：, 第一步, 其一, 1楼, 一问：; a number, words and a mark, a gap or the end of the line. */
const HAN_FRAME = new RegExp(
  `^(\\p{Script=Han}{0,4}?)(${PAIR}|${NUMERAL})(\\p{Script=Han}{0,2}?)(\\s*[:\uFF1A、.\uFF0E|\uFF5C·]\\s*|\\s+|$)`,
  'u',
);
/** Part.1, PART ONE, Step 2:, Day 3, Chapter IV. */
const LATIN_FRAME =
  /^([A-Za-z]{2,10}[.\s-]{0,2})([0-9]{1,3}|[IVX]{1,5}|[A-Za-z]{3,6})()(\s*[:\uFF1A.|\uFF5C\u2014-]\s*|\s+|$)/u;

/** Ⅱ. and II.: Roman numbers with a mark. */
const ROMAN_LABEL = /^(\p{Nl}{1,2}|[IVX]{1,4})(?:[.、\uFF0E](?!\w)|\s+(?=\p{Script=Han}))\s*/u;
/** / 01 /, — 一 —: a number between signs, alone on its line. */
const BETWEEN_SIGNS =
  /^[/\uFF0F#\u2014\-~\u00B7\u2022「『【|\uFF5C<《\s]{1,4}(0?[0-9]{1,2}|[一二三四五六七八九十]{1,3})[/\uFF0F#\u2014\-~\u00B7\u2022」』】|\uFF5C>》\s]{1,4}$/u;
const LONGEST_BETWEEN = 11;
/** 正文 第一章, 【第一章】: what sites put before or around 第一章. */
const BEGINS_DRESSED: ReadonlySet<string> = new Set('正V作【[');
const DRESSED = /^(?:(正文|VIP章节|作品正文|【|\[)\s*)(?=第)/u;

/** Words before a number that name no section: captions, notes, answers, dates of a lunar month, telephone numbers. */
const NO_FRAME = /^(?:[图圖表式注註答]|初|附表|附图|公式|电话|共|约|近|超|达)$/u;
/** Units: what they count is a quantity. */
const UNIT =
  /^(?:年|日|号|时|點|点|分|秒|元|万|亿|个|人|名|条|项|次|倍|岁|米|里|斤|吨|度|台|辆|张|页|是|为)/u;

const ENGLISH = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const LONGEST_REST = 30;
/** A frame with its number has no more Han. */
const LONGEST_FRAME = 14;

/** Reads a line as a member of a series that counts in words. Only the series shows whether it is one. */
export function parseCounted(line: string): CountedLine | undefined {
  const most = LONGEST_REST + LONGEST_FRAME;
  const isRoman = !isNoRoman(line.charCodeAt(0));
  if (!isRoman && hanCount(line, most + 1) > most) return undefined;
  const start = line.slice(0, 40);
  const simple = (isRoman ? parseRoman(start, line) : undefined) ?? parseBetweenSigns(start);
  if (simple) return simple;
  const [match, before = '', numeral = '', after = '', mark = ''] =
    HAN_FRAME.exec(start) ?? LATIN_FRAME.exec(start) ?? [];
  const [ordinal, through] =
    match === undefined ? [] : numeral.split(/[、至到~\uFF5E\u2013\u2014-]/u).map(readNumber);
  if (match === undefined || ordinal === undefined || ordinal < 1) return undefined;
  const rest = line.slice(match.length);
  const isQuantity =
    NO_FRAME.test(before.trim()) || (before === '' && UNIT.test(after)) || hanCount(rest) > LONGEST_REST;
  if (isQuantity || (before + after === '' && !isGap(numeral, mark, rest))) return undefined;
  const text = match.trimEnd();
  return {
    label: { text, numeral, scheme: 'bare', ordinal },
    rest,
    restAt: match.length,
    frame: before + after === '' ? '' : `${before.trim().toLowerCase()}#${after}${mark.trim()}`,
    ...(through !== undefined && { through }),
  };
}

/** What no Roman number begins with: all that stands before the number forms but three letters, and the usual Han. */
function isNoRoman(unit: number): boolean {
  if (unit < 0x2160) return unit !== 0x49 && unit !== 0x56 && unit !== 0x58;
  return unit >= 0x4e00 && unit <= 0x9fff;
}

function parseRoman(start: string, line: string): CountedLine | undefined {
  const match = ROMAN_LABEL.exec(start);
  const numeral = match?.[1];
  const ordinal = numeral === undefined ? undefined : readNumber(numeral.normalize('NFKC'));
  const rest = line.slice(match?.[0].length);
  if (!match || numeral === undefined || ordinal === undefined || rest === '') return undefined;
  return {
    label: { text: match[0].trimEnd(), numeral, scheme: 'bare', ordinal },
    rest,
    restAt: match[0].length,
    frame: 'roman',
  };
}

function parseBetweenSigns(start: string): CountedLine | undefined {
  if (start.length > LONGEST_BETWEEN) return undefined;
  const numeral = BETWEEN_SIGNS.exec(start)?.[1];
  const ordinal = numeral === undefined ? undefined : parseHan(numeral);
  return numeral === undefined || ordinal === undefined
    ? undefined
    : { label: { text: start, numeral, scheme: 'bare', ordinal }, rest: '', restAt: start.length, frame: '' };
}

/** A number of a chapter in the dress of a site; the dress becomes part of the label. */
export function parseDressed(line: string): LabelledLine | undefined {
  if (!BEGINS_DRESSED.has(line.charAt(0))) return undefined;
  const dress = DRESSED.exec(line)?.[0];
  const inner = dress === undefined ? undefined : parseLabel(line.slice(dress.length));
  if (dress === undefined || !inner || !/^(?:volume|chapter|section)$/u.test(inner.label.scheme))
    return undefined;
  const isBracket = /[【[]/u.test(dress);
  const close = isBracket ? /^[】\]]\s*/u.exec(inner.rest)?.[0] : '';
  if (close === undefined) return undefined;
  const restAt = dress.length + inner.restAt + close.length;
  const text = line.slice(0, restAt).trimEnd();
  return { label: { ...inner.label, text }, rest: line.slice(restAt), restAt };
}

/** 01 一个人的坚持, 一 基本情况: nothing but a gap parts the number from its title. */
function isGap(numeral: string, mark: string, rest: string): boolean {
  return (
    mark.trim() === '' &&
    rest !== '' &&
    /^(?:0[0-9]|[一二三四五六七八九十]{1,3}$)/u.test(numeral) &&
    !UNIT.test(rest)
  );
}

function readNumber(numeral: string): number | undefined {
  if (!/^[A-Za-z]/u.test(numeral)) return parseHan(numeral);
  const place = Math.max(ENGLISH.indexOf(numeral.toLowerCase()), ROMAN.indexOf(numeral));
  return place < 0 ? undefined : place + 1;
}

/** 1总论: a number glued to its title, believable where 1.1 follows. */
export function parseGluedNumber(line: string): LabelledLine | undefined {
  const digits = /^[1-9][0-9]?(?=\p{Script=Han})/u.exec(line)?.[0];
  const found =
    digits === undefined ? undefined : parseLooseDecimal(`${digits} ${line.slice(digits.length)}`);
  return found && { ...found, restAt: found.restAt - 1 };
}

const BEGINS_DOUBTFUL: ReadonlySet<string> = new Set('一二三四五六七八九十123456789');

/** 二、三个代表: reads like a pair of numbers (二、三线城市) and is a heading when 一、 went before it. */
export function parseDoubtful(line: string): LabelledLine | undefined {
  if (!BEGINS_DOUBTFUL.has(line.charAt(0))) return undefined;
  const match =
    /^([一二三四五六七八九十]{1,3}|[1-9][0-9]?)、\s*|^([1-9][0-9]?)[ \u3000]+(?=\p{Script=Han})/u.exec(line);
  const numeral = match?.[1] ?? match?.[2];
  const ordinal = numeral === undefined ? undefined : parseHan(numeral);
  const rest = line.slice(match?.[0].length);
  const mayBeHeading =
    rest !== '' && hanCount(rest) <= LONGEST_REST && !/[。\uFF0C\uFF1B\uFF1A、]$/u.test(rest);
  if (!match || numeral === undefined || ordinal === undefined || !mayBeHeading) return undefined;
  const scheme = match[2] !== undefined ? 'decimal' : /^[0-9]/u.test(numeral) ? 'arabic' : 'han';
  return { label: { text: match[0].trimEnd(), numeral, scheme, ordinal }, rest, restAt: match[0].length };
}
