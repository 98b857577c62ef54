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
  /** The characters of which a label begins with one: most lines are done with here. */
  readonly begins: string;
  /** One group: the numeral. The match, less white space at its end, is the label. */
  readonly pattern: RegExp;
  /** What may not follow the label: the words that make another word of it. */
  readonly falseFriend?: RegExp;
  readonly read: (numeral: string) => number | undefined;
}

const HAN = `([${HAN_NUMERAL_SIGNS}]{1,9})`;
const ARABIC = '([0-9\uFF10-\uFF19]{1,3})';
const EITHER = `([${HAN_NUMERAL_SIGNS}]{1,9}|[0-9\uFF10-\uFF19]{1,5})`;
/** 第 1 章, 第 一 章: type set wide. */
const SPACE = '[ \\u3000]?';
const BRACKETS = '(\uFF08〔';
const OPEN = `[${BRACKETS}]`;
const CLOSE = '[)\uFF09〕]';
/** 、 or a full stop of either width. */
const MARK = '[、.\uFF0E]';
/** After a word like 第一章: a colon or pause belongs to the label, white space is a gap. */
const GAP = '(?:\\s*[、:\uFF1A.\uFF0E])?\\s*';
/** Where a word like 第二部 must end, so that 第二部电影 and 第二部队 are none. */
const BREAK = '(?=$|[\\s、:\uFF1A·.\uFF0E《])';

/**
 * Words glued to 第X章 that make it a place that one speaks of: 第三章里写的. Titles begin with longer words: 内部控制,
 * 所有权, 和平, 说明.
 */
const SPOKEN_OF =
  '里(?!程)|裡|内(?![部容外科地])|内容(?=$|[是为的])|的|是(?!非)|和(?![平谐諧解睦])|与|與|及|或|所[述说說写寫讲講指提言列]|中[^国國华華央心东東医醫外年学學小]|[讲講](?![授座话話课課义義])|[写寫](?!作)|[说說](?![明服话話课課])|提到';

const PLACE_UNIT = '[编編卷部集篇章回节節条條]';
/** 第一章、第二章; 第一章至第三章: several places, matched after the first. */
const LISTED = new RegExp(
  `^(?:[、和与與及或]\\s?第|[至到~\uFF5E\u2014\u2013-]{1,2}\\s?第?)${EITHER}${PLACE_UNIT}`,
  'u',
);
/** 第三章第二节说过; 第五条第二款: a place in a place. */
const PLACE_WITHIN = new RegExp(
  `^第${EITHER}(?:[款项項]|[章回节節条條](?:里|裡|所|的|讲|講|写|寫|说|說|提到))`,
  'u',
);
/** （一）、（二）; （一）或者（二）: several of a kind, in a sentence. */
const PAIR_OF_BRACKETS = /^(?:[、和与與或及至到~\uFF5E\u2014-]|或者|以及)?\s*[(\uFF08〔]/u;

/** 百、千年来, 两.三: a unit or a word of quantity alone numbers nothing. */
const BARE_UNIT = /^[百佰千仟万萬两兩零〇]$/u;

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

function signRanges(run: SignRun): string {
  return SIGN_RUNS[run]
    .map(([first, count]) => `${String.fromCodePoint(first)}-${String.fromCodePoint(first + count - 1)}`)
    .join('');
}

const signClass = (run: SignRun): string => `([${signRanges(run)}])`;

const DIGITS = '0123456789\uFF10\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18\uFF19';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function signsOf(run: SignRun): string {
  return SIGN_RUNS[run]
    .map(([first, count]) =>
      Array.from({ length: count }, (_, at) => String.fromCodePoint(first + at)).join(''),
    )
    .join('');
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
  row(
    'volume',
    '第',
    `^第${SPACE}${EITHER}${SPACE}部分${GAP}`,
    /^(?:析|类(?![型别])|地(?![理方区形])|人(?![物力才员事])|的|中(?![国华央外])|是|和(?![平谐])|与)/u,
  ),
  row('volume', '第', `^第${SPACE}${EITHER}${SPACE}[编編卷部集篇册冊]${BREAK}${GAP}`),
  row(
    'volume',
    '第',
    `^第${EITHER}[编編卷]${GAP}`,
    /^(?:辑|輯|号|號|制(?!度)|者|子|入|发(?!展)|的|是|里|中(?![国华央外])|队|隊|剧|劇|码|碼|烟|宗(?![教旨])|积|積|帘|轴|胶|膠)/u,
  ),
  row('volume', '卷篇', `^[卷篇]之?${HAN}(?=$|[\\s:\uFF1A·])${GAP}`),
  row(
    'chapter',
    '第',
    `^第${SPACE}${EITHER}${SPACE}章${GAP}`,
    glued('程(?![序度式])|[节節](?![能约約水电電])|法(?![律规規制定院人治学學庭令官典理])|鱼(?!类)|魚'),
  ),
  row(
    'chapter',
    '第',
    `^第${SPACE}${EITHER}${SPACE}[回话話]${GAP}`,
    glued(
      '合(?!纵)|答|信|家(?!宴)|应|應|报|報|忆|憶|想|头|頭|顾|顧|访|訪|复|復|收|购|購|题|題|剧|劇|术|術|语|語|费|費|筒',
      '[来來去见見吃看听聽做到当當坐][^\\s]{0,3}$',
    ),
  ),
  row(
    'section',
    '第',
    `^第${SPACE}${EITHER}${SPACE}[节節]${GAP}`,
    glued(
      '[课課](?![程题題堂外])|日(?![常本语語程])|奏|目(?![标標的录錄前])|[约約](?![定束])|省(?![级級略份])|假日|能(?![量力源])|[气氣](?![候体體象压壓温溫])|[点點](?![线線评評])|车厢|車廂|电池|電池',
    ),
  ),
  row(
    'article',
    '第',
    `^第${SPACE}${EITHER}${SPACE}[条條]${GAP}`,
    glued('件|例(?!外)|[约約](?![定束])|款|目(?![标標的])|路|规|規|道(?!德)'),
  ),
  row('han-bracketed', BRACKETS, `^${OPEN}\\s*${HAN}\\s*${CLOSE}、?\\s*`, PAIR_OF_BRACKETS),
  row(
    'han-bracketed',
    signsOf('bracketedHan'),
    `^${signClass('bracketedHan')}\\s*`,
    undefined,
    readSign('bracketedHan'),
  ),
  row('legal', LEGAL, `^([${LEGAL}]{1,3})[、.\uFF0E]\\s*`),
  row('han', HAN_NUMERAL_SIGNS, `^${HAN}(?:${MARK}|[\uFF0C,](?!\\d))\\s*`),
  row('stem', STEMS, `^([${STEMS}])${MARK}\\s*`, undefined, readStem),
  row('stem', BRACKETS, `^${OPEN}([${STEMS}])${CLOSE}\\s*`, PAIR_OF_BRACKETS, readStem),
  row('arabic-bracketed', BRACKETS, `^${OPEN}\\s*${ARABIC}\\s*${CLOSE}、?\\s*`, PAIR_OF_BRACKETS),
  row('arabic-bracketed', DIGITS, `^${ARABIC}[)\uFF09]\\s*`),
  row(
    'arabic-bracketed',
    signsOf('bracketedArabic'),
    `^${signClass('bracketedArabic')}\\s*`,
    undefined,
    readSign('bracketedArabic'),
  ),
  row(
    'circled',
    signsOf('circled'),
    `^${signClass('circled')}\\s*`,
    new RegExp(`^[、和与與或及至到~-]?${signClass('circled')}`, 'u'),
    readSign('circled'),
  ),
  row(
    'arabic',
    signsOf('dottedArabic'),
    `^${signClass('dottedArabic')}\\s*`,
    undefined,
    readSign('dottedArabic'),
  ),
  // 1.2 needs a gap after it, since 1.5亿元 and 3.15晚会 have none; 1.2.3 does not, but 10.1.2021 is a day
  row(
    'decimal',
    DIGITS,
    '^((?:[0-9]{1,2}\\.){1,4}[0-9]{1,2})\\.?(?:\\s+|$)',
    /^(?:[亿億万萬元版倍米度吨级]|个|小时|公里|%|是(?!否|不是|什么|谁)|为(?![什何啥]))/u,
    readDecimal,
  ),
  row('decimal', DIGITS, '^((?:[0-9]{1,2}\\.){2,4}[0-9]{1,2})(?=\\p{Script=Han})', undefined, readDecimal),
  // a digit may follow only as a year or a day: 1.2020年工作回顾, 2.7月6日
  row('arabic', DIGITS, `^${ARABIC}[.\uFF0E](?!\\d|\\s*$)\\s*`),
  row('arabic', DIGITS, `^${ARABIC}[.\uFF0E](?=(?:19|20)\\d\\d年|\\d{1,2}月\\d{1,2}日)`),
  row('arabic', DIGITS, `^${ARABIC}、\\s*`),
  row(
    'latin',
    LETTERS,
    '^([A-Za-z])(?:[.\uFF0E)\uFF09](?!\\p{L}\\.)|、)\\s*(?=\\p{Script=Han}|[A-Z])',
    undefined,
    readLatin,
  ),
];

/** Beginnings of words that are glued to 第X章 and make another word of it. */
function glued(...words: readonly string[]): RegExp {
  return new RegExp(`^(?:${[...words, SPOKEN_OF].join('|')})`, 'u');
}

function readStem(sign: string): number {
  return STEMS.indexOf(sign) + 1;
}

function row(
  scheme: NumberingScheme,
  begins: string,
  pattern: string,
  falseFriend?: RegExp,
  read: Row['read'] = parseHan,
): Row {
  return { scheme, begins, pattern: new RegExp(pattern, 'u'), read, ...(falseFriend && { falseFriend }) };
}

function readLatin(letter: string): number {
  return letter.toLowerCase().charCodeAt(0) - 0x60;
}

/** Schemes whose label is a word: white space after it is a gap, and a title may be glued on. */
const WORD_SCHEMES: ReadonlySet<NumberingScheme> = new Set(['volume', 'chapter', 'section']);

/** The same schemes, for which a sentence that goes on is no title: 第三回他又来了。 */
const SENTENCE_END = /[。\uFF01\uFF1F\uFF1B;!?]["”’』」]?$/u;

/** By the code unit that a label begins with, the rows of the grammar that may read it, in their order. */
const rowsByBeginning = new Map<number, Row[]>();
for (const candidate of GRAMMAR) {
  for (const unit of new Set(candidate.begins)) {
    const rows = rowsByBeginning.get(unit.charCodeAt(0)) ?? [];
    rows.push(candidate);
    rowsByBeginning.set(unit.charCodeAt(0), rows);
  }
}

/**
 * Takes the number off the start of a line.
 *
 * @returns undefined when the line begins with none, or with a false friend (一、二线城市, 3.14, 第二回合). Whether
 *   the number makes a heading is for the caller to decide, by the series it stands in.
 */
export function parseLabel(line: string): LabelledLine | undefined {
  const rows = rowsByBeginning.get(line.charCodeAt(0));
  if (rows === undefined) return undefined;
  for (const { scheme, pattern, falseFriend, read } of rows) {
    const match = pattern.exec(line);
    const numeral = match?.[1];
    if (!match || numeral === undefined) continue;
    const ordinal = read(numeral);
    const rest = line.slice(match[0].length);
    const text = match[0].trimEnd();
    if (ordinal === undefined || BARE_UNIT.test(numeral)) continue;
    const isPlace = text.startsWith('第');
    if (!(isPlace && isParted(match[0])) && falseFriend?.test(rest)) continue;
    if (isPair(text, ordinal, rest) || isSpokenOf(scheme, match[0], rest)) continue;
    if (isPlace && isListed(match[0], rest)) continue;
    return { label: { text, numeral, scheme, ordinal }, rest, restAt: match[0].length };
  }
  return undefined;
}

/** 一、2023年工作总结, 一、二〇二三年工作总结: a year is no second number of a pair. */
const YEAR = /^(?:(?:19|20)[0-9]{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})[\s年\-\u2014~\uFF5E]/u;

const SECOND = new RegExp(`^(?:[${HAN_NUMERAL_SIGNS}]+|[0-9]+|[${STEMS}])`, 'u');

/** 一、二线城市, 三、四年级, 一、两句话, 1、2号楼, 甲、乙双方: two numbers in a row, not a label. */
function isPair(text: string, ordinal: number, rest: string): boolean {
  if (!/[、,\uFF0C]$/u.test(text)) return false;
  const next = SECOND.exec(rest)?.[0];
  if (next === undefined || YEAR.test(rest)) return false;
  if (!text.endsWith('、')) return true;
  const value = STEMS.includes(next) ? STEMS.indexOf(next) + 1 : parseHan(next);
  // 二、三个代表 is lost with them: rarer than 二、三线城市
  const isHan = /^\D/u.test(next);
  // 十三、四岁 leaves out the second ten
  const isShort = isHan && ordinal > 10 && value === (ordinal % 10) + 1 && next.length === 1;
  const goesOn = isHan && parseHan(next[0] ?? '') === ordinal + 1;
  return value !== undefined && (value === ordinal + 1 || goesOn || isShort);
}

/** Whether a gap or mark stands after 第X章: then no word runs over its end (第五章 法律责任). */
function isParted(matched: string): boolean {
  return /[\s、:\uFF1A.\uFF0E]$/u.test(matched);
}

/** 第一章、第二章 and 第三章第二节说过, whose first place is no label. The label may have taken the 、 */
function isListed(matched: string, rest: string): boolean {
  const pause = matched.trimEnd().endsWith('、') ? '、' : '';
  return LISTED.test(pause + rest) || (!isParted(matched) && PLACE_WITHIN.test(rest));
}

/** A word like 第三回 with no gap after it and a whole sentence behind it. */
function isSpokenOf(scheme: NumberingScheme, matched: string, rest: string): boolean {
  return WORD_SCHEMES.has(scheme) && !isParted(matched) && SENTENCE_END.test(rest);
}

const BARE = new RegExp(`^${EITHER}$`, 'u');
const LONGEST_NUMERAL = 9;

/** A number alone on its line (01, 十二): a heading only in a series, so {@link parseLabel} leaves it. */
export function parseBareNumber(line: string): LabelledLine | undefined {
  if (line.length > LONGEST_NUMERAL) return undefined;
  const numeral = BARE.exec(line)?.[1];
  const ordinal = numeral === undefined ? undefined : parseHan(numeral);
  if (numeral === undefined || ordinal === undefined || ordinal === 0) return undefined;
  return { label: { text: line, numeral, scheme: 'bare', ordinal }, rest: '', restAt: line.length };
}

/** Words after a number that make a quantity, a day or a name of it: 3.15晚会, 1.5亿元, 5 月. */
const NO_TITLE =
  /^(?:[亿億万萬千百元版倍米度吨级年月日号時时分秒个人名位件条岁天周届层楼页章篇种类项次台辆张]|晚会|小时|公里|平方|厘米|毫米|时代|事件|地震|运动|行动|是(?!否)|为(?![什何啥])|以)/u;

const ZERO = 0x30;

/**
 * 1 总论 and 6.1水环境: numbers of reports without a mark, headings only in a series, so {@link parseLabel} leaves them.
 */
export function parseLooseDecimal(line: string): LabelledLine | undefined {
  const first = line.charCodeAt(0);
  if (first < ZERO || first > ZERO + 9) return undefined;
  const match =
    /^(0(?= ?\u3000| {2})|0(?= [引绪緒前导導序概])|[1-9][0-9]?)[ \u3000]+(?=\p{Script=Han})|^([1-9][0-9]?\.[1-9][0-9]?)(?=\p{Script=Han})/u.exec(
      line,
    );
  const numeral = match?.[1] ?? match?.[2];
  const ordinal = numeral === undefined ? undefined : readDecimal(numeral);
  const rest = line.slice(match?.[0].length);
  if (!match || numeral === undefined || ordinal === undefined || NO_TITLE.test(rest)) return undefined;
  return { label: { text: numeral, numeral, scheme: 'decimal', ordinal }, rest, restAt: match[0].length };
}
