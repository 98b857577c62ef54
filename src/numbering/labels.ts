import type { NumberingScheme, SectionLabel } from '../model/index.js';
import { HAN_NUMERAL_SIGNS, parseHan } from './han-numerals.js';

/** A line that begins with a number, taken apart. */
export interface LabelledLine {
  readonly label: SectionLabel;
  /** What follows the label, without white space at its start. Empty when the line is the number alone. */
  readonly rest: string;
  /** Where {@link rest} begins in the line, in UTF-16 units. */
  readonly restAt: number;
}

interface Row {
  readonly scheme: NumberingScheme;
  /** One group: the numeral. The match, less white space at its end, is the label. */
  readonly pattern: RegExp;
  /** What may not follow the label: the words that make another word of it. */
  readonly falseFriend?: RegExp;
  readonly read: (numeral: string) => number | undefined;
}

const HAN = `([${HAN_NUMERAL_SIGNS}]{1,9})`;
const ARABIC = '([0-9\uFF10-\uFF19]{1,3})';
const EITHER = `([${HAN_NUMERAL_SIGNS}]{1,9}|[0-9\uFF10-\uFF19]{1,5})`;
const OPEN = '[(\uFF08〔]';
const CLOSE = '[)\uFF09〕]';
/** 、 or a full stop of either width. */
const MARK = '[、.\uFF0E]';
/** After a word like 第一章: a colon or pause belongs to the label, white space is a gap. */
const GAP = '(?:\\s*[、:\uFF1A.\uFF0E])?\\s*';
/** Where a word like 第二部 must end, so that 第二部电影 and 第二部队 are none. */
const BREAK = '(?=$|[\\s、:\uFF1A·.\uFF0E《])';

/** Words after which 第X章 is no heading but a place that one speaks of: 第三章里写的. */
const SPOKEN_OF =
  '里|裡|内|内容|的|是|和|与|與|及|或|所|中[^国國华華央心东東医醫外年学學小]|讲|講|写|寫|说|說|提到';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const LEGAL = '壹贰貳叁參肆伍陆陸柒捌玖拾';

/** A run of signs in Unicode that stand for 1, 2, 3…: first sign, how many, the number of the first. */
const SIGN_RUNS = {
  circled: [
    [0x2460, 20, 1],
    [0x3251, 15, 21],
    [0x32b1, 15, 36],
    [0x2776, 10, 1],
  ],
  bracketedArabic: [[0x2474, 20, 1]],
  dottedArabic: [[0x2488, 20, 1]],
  bracketedHan: [[0x3220, 10, 1]],
} as const satisfies Readonly<Record<string, readonly (readonly [number, number, number])[]>>;

type SignRun = keyof typeof SIGN_RUNS;

function signClass(run: SignRun): string {
  const ranges = SIGN_RUNS[run].map(([first, count]) => {
    return `${String.fromCodePoint(first)}-${String.fromCodePoint(first + count - 1)}`;
  });
  return `([${ranges.join('')}])`;
}

function readSign(run: SignRun): (sign: string) => number | undefined {
  return (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const found = SIGN_RUNS[run].find(([first, count]) => code >= first && code < first + count);
    return found && code - found[0] + found[2];
  };
}

/** The last number of 1.2.3. */
function readDecimal(numeral: string): number | undefined {
  return parseHan(numeral.split(/[.\uFF0E]/u).at(-1) ?? '');
}

/**
 * The label grammar, widest scheme first: one row to add a scheme. The false friends are those that readers of
 * Chinese books report (第一集团军, 第五节课, 第二回合) and that articles are full of (1.5亿元, 一、二线城市).
 */
const GRAMMAR: readonly Row[] = [
  row('volume', `^第${EITHER}部分${GAP}`, /^(?:析|类|地|人|的|中|是|和|与)/u),
  row('volume', `^第${EITHER}[编編卷部集篇册冊]${BREAK}${GAP}`),
  row('volume', `^第${EITHER}[编編卷]${GAP}`, /^(?:辑|輯|号|號|制|者|子|入|发|的|是|里|中)/u),
  row('volume', `^[卷篇]${HAN}(?=$|[\\s:\uFF1A·])${GAP}`),
  row(
    'chapter',
    `^第${EITHER}[章回话話]${GAP}`,
    new RegExp(`^(?:程|节|節|法|鱼|魚|合|题|題|${SPOKEN_OF})`, 'u'),
  ),
  row(
    'section',
    `^第${EITHER}[节節]${GAP}`,
    new RegExp(`^(?:课|課|日|奏|目|约|約|省|假|能|气|點|点|${SPOKEN_OF})`, 'u'),
  ),
  row('article', `^第${EITHER}[条條]${GAP}`, new RegExp(`^(?:件|例|约|款|目|路|规|道|${SPOKEN_OF})`, 'u')),
  row('han-bracketed', `^${OPEN}\\s*${HAN}\\s*${CLOSE}、?\\s*`, /^[、和与與或至到]?\s*[(\uFF08〔]/u),
  row('han-bracketed', `^${signClass('bracketedHan')}\\s*`, undefined, readSign('bracketedHan')),
  row('legal', `^([${LEGAL}]{1,3})[、.\uFF0E]\\s*`),
  row('han', `^${HAN}(?:${MARK}|[\uFF0C,](?!\\d))\\s*`),
  row('stem', `^([${STEMS}])${MARK}\\s*`, undefined, (sign) => STEMS.indexOf(sign) + 1),
  row('arabic-bracketed', `^${OPEN}\\s*${ARABIC}\\s*${CLOSE}、?\\s*`, /^[、和与與或至到]?\s*[(\uFF08〔]/u),
  row('arabic-bracketed', `^${ARABIC}[)\uFF09]\\s*`),
  row('arabic-bracketed', `^${signClass('bracketedArabic')}\\s*`, undefined, readSign('bracketedArabic')),
  row('circled', `^${signClass('circled')}\\s*`, undefined, readSign('circled')),
  row('arabic', `^${signClass('dottedArabic')}\\s*`, undefined, readSign('dottedArabic')),
  // 1.2 needs a gap after it, since 1.5亿元 and 3.15晚会 have none; 1.2.3 does not, but 10.1.2021 is a day
  row(
    'decimal',
    '^((?:[0-9]{1,2}\\.){1,4}[0-9]{1,2})\\.?(?:\\s+|$)',
    /^(?:[亿億万萬元版倍米度吨级]|个|小时|公里|%|是|为)/u,
    readDecimal,
  ),
  row('decimal', '^((?:[0-9]{1,2}\\.){2,4}[0-9]{1,2})(?=\\p{Script=Han})', undefined, readDecimal),
  // a digit may follow only as a year: 1.2020年工作回顾
  row('arabic', `^${ARABIC}[.\uFF0E](?!\\d|\\s*$)\\s*`),
  row('arabic', `^${ARABIC}[.\uFF0E](?=(?:19|20)\\d\\d年)`),
  row('arabic', `^${ARABIC}、\\s*`),
  row(
    'latin',
    '^([A-Za-z])(?:[.\uFF0E)\uFF09](?!\\p{L}\\.)|、)\\s*(?=\\p{Script=Han}|[A-Z])',
    undefined,
    readLatin,
  ),
];

function row(
  scheme: NumberingScheme,
  pattern: string,
  falseFriend?: RegExp,
  read: Row['read'] = parseHan,
): Row {
  return { scheme, pattern: new RegExp(pattern, 'u'), read, ...(falseFriend && { falseFriend }) };
}

function readLatin(letter: string): number {
  return letter.toLowerCase().charCodeAt(0) - 0x60;
}

/** Schemes whose label is a word: white space after it is a gap, and a title may be glued on. */
const WORD_SCHEMES: ReadonlySet<NumberingScheme> = new Set(['volume', 'chapter', 'section']);

/** The same schemes, for which a sentence that goes on is no title: 第三回他又来了。 */
const SENTENCE_END = /[。\uFF01\uFF1F\uFF1B;!?]["”’』」]?$/u;

/**
 * Takes the number off the start of a line.
 *
 * @returns undefined when the line begins with none, or with a false friend (一、二线城市, 3.14, 第二回合). Whether
 *   the number makes a heading is for the caller to decide, by the series it stands in.
 */
export function parseLabel(line: string): LabelledLine | undefined {
  for (const { scheme, pattern, falseFriend, read } of GRAMMAR) {
    const match = pattern.exec(line);
    const numeral = match?.[1];
    if (!match || numeral === undefined) continue;
    const ordinal = read(numeral);
    const rest = line.slice(match[0].length);
    const text = match[0].trimEnd();
    if (ordinal === undefined || falseFriend?.test(rest)) continue;
    if (isPair(text, ordinal, rest) || isSpokenOf(scheme, match[0], rest)) continue;
    return { label: { text, numeral, scheme, ordinal }, rest, restAt: match[0].length };
  }
  return undefined;
}

/** 一、2023年工作总结, 一、二〇二三年工作总结: a year is no second number of a pair. */
const YEAR = /^(?:(?:19|20)[0-9]{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})[\s年\-\u2014~\uFF5E]/u;

/** 一、二线城市, 三、四年级, 一、两句话, 1、2号楼, 甲、乙双方: two numbers in a row, not a label. */
function isPair(text: string, ordinal: number, rest: string): boolean {
  if (!/[、,\uFF0C]$/u.test(text)) return false;
  const next = new RegExp(`^(?:[${HAN_NUMERAL_SIGNS}]+|[0-9]+|[${STEMS}])`, 'u').exec(rest)?.[0];
  if (next === undefined || YEAR.test(rest)) return false;
  if (!text.endsWith('、')) return true;
  const value = STEMS.includes(next) ? STEMS.indexOf(next) + 1 : parseHan(next);
  // 二、三个代表 is lost with them: rarer than 二、三线城市
  const isHan = /^\D/u.test(next);
  return value !== undefined && (value === ordinal + 1 || (isHan && parseHan(next[0] ?? '') === ordinal + 1));
}

/** A word like 第三回 with no gap after it and a whole sentence behind it. */
function isSpokenOf(scheme: NumberingScheme, matched: string, rest: string): boolean {
  return WORD_SCHEMES.has(scheme) && /[^\s、:\uFF1A.\uFF0E]$/u.test(matched) && SENTENCE_END.test(rest);
}

/** A number alone on its line (01, 十二): a heading only in a series, so {@link parseLabel} leaves it. */
export function parseBareNumber(line: string): LabelledLine | undefined {
  const numeral = new RegExp(`^${EITHER}$`, 'u').exec(line)?.[1];
  const ordinal = numeral === undefined ? undefined : parseHan(numeral);
  if (numeral === undefined || ordinal === undefined || ordinal === 0) return undefined;
  return { label: { text: line, numeral, scheme: 'bare', ordinal }, rest: '', restAt: line.length };
}

/** Words after a number that make a quantity, a day or a name of it: 3.15晚会, 1.5亿元, 5 月. */
const NO_TITLE =
  /^(?:[亿億万萬千百元版倍米度吨级年月日号時时分秒个人名位件条岁天周届层楼页章篇种类项次台辆张]|晚会|小时|公里|平方|厘米|毫米|时代|事件|地震|运动|行动|是|为|以)/u;

/**
 * 1 总论 and 6.1水环境: numbers of reports without a mark, headings only in a series, so {@link parseLabel} leaves them.
 */
export function parseLooseDecimal(line: string): LabelledLine | undefined {
  const match =
    /^([1-9][0-9]?)[ \u3000]+(?=\p{Script=Han})|^([1-9][0-9]?\.[1-9][0-9]?)(?=\p{Script=Han})/u.exec(line);
  const numeral = match?.[1] ?? match?.[2];
  const ordinal = numeral === undefined ? undefined : readDecimal(numeral);
  const rest = line.slice(match?.[0].length);
  if (!match || numeral === undefined || ordinal === undefined || NO_TITLE.test(rest)) return undefined;
  return { label: { text: numeral, numeral, scheme: 'decimal', ordinal }, rest, restAt: match[0].length };
}
