import { parseLabel } from '../../numbering/index.js';
import { isCaption } from '../blocks/captions.js';
import { readTextTable } from '../blocks/text-table.js';
import { parseDate } from '../provenance/dates.js';
import { asks, endsSentence, hanCount, isBody, type Row, type TextRow } from '../row.js';
import { framedHeads } from './framed-heads.js';

/** A heading without a number, with what it has in common with the others of its kind. */
export interface SubHead {
  readonly at: number;
  readonly row: TextRow;
  readonly key: string;
  readonly score: number;
  readonly cues: readonly string[];
}

interface Kind {
  /** Undefined when the row is none of the kind; else what all members share. */
  readonly keyOf: (row: TextRow) => string | undefined;
  readonly cue: string;
  /** May stand beside numbered headings. */
  readonly besideNumbers: boolean;
  readonly fits: (rows: readonly Row[], at: number) => boolean;
}

/** Signs that editors put before sub-heads that have no number. */
const SIGN = /^[\u2580-\u259F\u25A0\u25C6\u25CF\u2605\u25B6\u25B8\u25CE\u2756]/u;
/** 【…】 alone on its line. */
const IN_BRACKETS = /^【[^【】]{1,30}】$/u;
/** “把路修到每一户门口” as newspapers set it: nothing ends inside, as it would in speech. */
const QUOTED = /^[“「][^“”「」。\uFF0C\uFF01\uFF1F\u2026]{3,28}[”」]$/u;
/** 主要做法：; not a sentence that leads to a list or to speech. */
const WITH_COLON = /^[^:\uFF1A\uFF0C。、]{2,12}[:\uFF1A]$/u;
const LEADS_ON =
  /(?:[说道曰问答喊叫云写称想是为即]|指出|强调|要求|认为|表示|如下|包括|例如|比如|下列|以下|附件|同志们|[们士生长友导]|你|您|先生)[:\uFF1A]$/u;
/** 1949年, 2015年 起步: the head of a year in a chronicle. */
const YEAR = /^(?:公元)?[12][0-9]{3}年(?:[0-9]{1,2}月)?(?:[\s:\uFF1A\u2014]{1,3}[^\uFF0C。]{1,20})?$/u;
/** 3月1日 星期一 晴: the head of an entry of a diary. */
const DAY =
  /^(?:[12][0-9]{3}\s?[-./年]\s?)?[0-9一二三四五六七八九十]{1,3}\s?[-./月]\s?[0-9一二三四五六七八九十]{1,3}(?:[-~\uFF5E\u2013\u2014至、][0-9一二三四五六七八九十]{1,3})?\s?[日号]?(?:[\s\uFF0C(\uFF08、]{0,3}(?:星期|周|礼拜)[一二三四五六日天])?[)\uFF09]?(?:[\s\uFF0C]{0,3}\p{Script=Han}{1,6}){0,2}(?:[\u2014\u2013-]{1,2}\p{Script=Han}{1,6}){0,3}$/u;

/** 看塔人：钥匙交了三次: who speaks, and what of; a mark or a quote makes it speech. */
const SPEAKER = /^([\p{Script=Han}·]{2,8})[:\uFF1A](?=[^:\uFF1A\uFF0C。、“「]{3,18}$)/u;

const LONGEST_SUB_HEAD = 20;
const LONGEST_SIGNED = 30;
const LONGEST_TABLE_HEAD = 8;
const LONG_BODY = 30;
/** Sure of itself; and likely, beside others that are sure. */
const BARE_FROM = 4;
const BARE_LIKELY_FROM = 3;
const FEWEST_LIKELY = 3;

const KINDS: readonly Kind[] = [
  {
    cue: 'bold',
    besideNumbers: false,
    keyOf: (row) =>
      row.bold && hanCount(row.text) <= LONGEST_SIGNED && !endsSentence(row.text) ? 'bold' : undefined,
    fits: isUnderBold,
  },
  {
    cue: 'same-sign',
    besideNumbers: true,
    keyOf: ({ text }) => SIGN.exec(text)?.[0] ?? (IN_BRACKETS.test(text) ? '【' : undefined),
    fits: (rows, at) => isPlainLine(rows[at + 1]),
  },
  {
    cue: 'day',
    besideNumbers: false,
    keyOf: ({ text }) => (DAY.test(text) ? 'day' : YEAR.test(text) ? 'year' : undefined),
    fits: (rows, at) => isLineBody(rows[at + 1]),
  },
  {
    cue: 'quoted',
    besideNumbers: false,
    keyOf: ({ text }) => (QUOTED.test(text) ? 'quoted' : undefined),
    fits: (rows, at) => isLong(rows[at - 1]) && isLong(rows[at + 1]),
  },
  {
    cue: 'colon',
    besideNumbers: false,
    keyOf: ({ text }) => (WITH_COLON.test(text) && !LEADS_ON.test(text) ? 'colon' : undefined),
    fits: (rows, at) => (at === 0 || isLineBody(rows[at - 1])) && isLineBody(rows[at + 1]),
  },
];

/**
 * Headings that have no number: the same sign, brackets, quotes or boldness twice or more; and short open lines, as
 * newspapers set them between long paragraphs.
 *
 * @param taken Rows that are headings by their numbers or names.
 * @param hasNumbers Some of those bear numbers: then short lines are none, while a 结语 stands beside them.
 * @param numbersAreBold All headings with numbers are bold, so what is bold without one is a heading too.
 */
export function findSubHeads(
  rows: readonly Row[],
  taken: ReadonlySet<number>,
  hasNumbers: boolean,
  numbersAreBold: boolean,
): SubHead[] {
  const found = KINDS.filter(
    ({ cue, besideNumbers }) => taken.size === 0 || besideNumbers || (cue === 'bold' && numbersAreBold),
  ).flatMap((kind) => ofKind(kind, rows, taken));
  if (found.every(({ key }) => key === 'day day') && found.length > 0 && !hasNumbers)
    return unique([...found, ...behindDays(rows, found)]);
  if (found.length > 0 || hasNumbers) return unique(found);
  return unique([...framedHeads(rows, taken), ...bareSubHeads(rows).filter(({ at }) => !taken.has(at))]);
}

function ofKind({ keyOf, cue, fits }: Kind, rows: readonly Row[], taken: ReadonlySet<number>): SubHead[] {
  const members = rows.flatMap((row, at): SubHead[] => {
    if (row.type !== 'line' || taken.has(at) || hanCount(row.text) > LONGEST_SIGNED || endsSentence(row.text))
      return [];
    const key = keyOf(row);
    return key !== undefined && fits(rows, at)
      ? [{ at, row, key: `${cue} ${key}`, score: 5, cues: [`+${cue}`, '+text-below', '+short'] }]
      : [];
  });
  const countByKey = new Map<string, number>();
  for (const { key } of members) countByKey.set(key, (countByKey.get(key) ?? 0) + 1);
  // where all numbers are bold, one bold line beside them is like them
  const fewest = cue === 'bold' && taken.size > 0 ? 1 : 2;
  return members.filter(({ key }) => (countByKey.get(key) ?? 0) >= fewest);
}

/** 交通, 住宿 behind the last day of a journey. */
function behindDays(rows: readonly Row[], days: readonly SubHead[]): SubHead[] {
  const last = days.at(-1)?.at ?? 0;
  return bareSubHeads(rows).filter(({ at, score }) => at > last && score >= BARE_FROM);
}

/** The first reading of a row wins. */
function unique(found: readonly SubHead[]): SubHead[] {
  return [...new Map(found.toReversed().map((head) => [head.at, head])).values()].sort(
    (one, other) => one.at - other.at,
  );
}

interface BareCue {
  readonly name: string;
  readonly weight: number;
  readonly holds: (row: TextRow, before: Row | undefined, after: Row | undefined) => boolean;
}

/** Names that sections of a recipe, a résumé or a manual bear. */
const SECTION_WORD =
  /^(?:用料|食材|主料|辅料|原料|配料|材料|准备材料|做法|步骤|制作步骤|操作步骤|制作方法|小贴士|温馨提示|注意事项|教育背景|教育经历|工作经[历验]|实习经历|项目经[历验]|专业技能|技能特长|自我评价|求职意向|个人信息|基本信息|获奖情况|兴趣爱好|研究背景|研究方法|写在最后|写在前面)$/u;

/** What speaks for a short open line being a heading. */
const BARE_CUES: readonly BareCue[] = [
  { name: 'after-long-text', weight: 2, holds: (_row, before) => isLong(before) },
  {
    name: 'after-text',
    weight: 1,
    holds: (_row, before) => (!isLong(before) && closes(before)) || isLeadIn(before),
  },
  { name: 'long-text-below', weight: 2, holds: (_row, _before, after) => isLong(after) },
  { name: 'text-below', weight: 1, holds: (_row, _before, after) => !isLong(after) && isLineBody(after) },
  { name: 'list-below', weight: 2, holds: (_row, _before, after) => opensList(after) },
  { name: 'very-short', weight: 1, holds: isVeryShort },
  { name: 'apart', weight: 2, holds: (row, _before, after) => isCloser(after, row) },
  { name: 'question', weight: 1, holds: ({ text }) => /\uFF1F$/u.test(text) },
  { name: 'section-word', weight: 2, holds: ({ text }) => SECTION_WORD.test(text) },
];

function bareSubHeads(rows: readonly Row[]): SubHead[] {
  const weighed = rows.flatMap((row, at) => (row.type === 'line' ? weighBare(rows, at, row) : []));
  const likely = withoutDialogue(weighed);
  const sure = likely.filter(({ score }) => score >= BARE_FROM);
  // a sure one or two show what the others are
  const enough = sure.length >= 2 || (sure.length === 1 && likely.length >= FEWEST_LIKELY);
  return enough && likely.length <= rows.length / 2 ? likely : [];
}

/** One who speaks twice is in a talk. */
function withoutDialogue(heads: readonly SubHead[]): SubHead[] {
  const speakers = heads.map(({ row }) => SPEAKER.exec(row.text)?.[1]);
  const known = new Set<string>();
  const isTalk = speakers.some((name) => name !== undefined && (known.has(name) || !known.add(name)));
  return heads.filter((_head, index) => !isTalk || speakers[index] === undefined);
}

function weighBare(rows: readonly Row[], at: number, row: TextRow): SubHead[] {
  const [before, after] = [rows[at - 1], rows[at + 1]];
  if (!isBare(row) || after === undefined || (isLeadIn(before) && !isLineBody(after))) return [];
  if (SPEAKER.test(row.text) && !(isLong(before) && isLong(after))) return [];
  const isSigner = after.type === 'line' && parseDate(after.text) !== undefined;
  const isSecondLine = after.type === 'line' && isBare(after) && isCloser(row, after);
  if (isSigner || isSecondLine) return [];
  const cues = BARE_CUES.filter(({ holds }) => holds(row, before, after));
  const score = cues.reduce((sum, { weight }) => sum + weight, 0);
  const names = [
    '+short',
    '+open-end',
    ...cues.map(({ name, weight }) => `${weight > 0 ? '+' : '-'}${name}`),
  ];
  // 特点 between sentences: a line of a word or two there is no sentence
  const isLabelOfText = isVeryShort(row) && isLineBody(after) && (closes(before) || isLeadIn(before));
  const isLikely = score >= BARE_FROM || (score >= BARE_LIKELY_FROM && (isLong(after) || isLabelOfText));
  return isLikely ? [{ at, row, key: 'unnumbered', score, cues: names }] : [];
}

function isBare(row: TextRow): boolean {
  const han = hanCount(row.text);
  return (
    row.headingLevel === undefined &&
    han >= 2 &&
    han <= LONGEST_SUB_HEAD &&
    /[\p{Script=Han}\uFF1F\uFF01]$/u.test(row.text) &&
    !/\uFF0C.*\uFF0C|[。\uFF1B]|\s{2,}|〔/u.test(row.text) &&
    (!/[\uFF1A:]/u.test(row.text) || SPEAKER.test(row.text)) &&
    !DAY.test(row.text) &&
    !YEAR.test(row.text) &&
    !asks(row) &&
    !isCaption(row.text) &&
    parseLabel(row.text) === undefined
  );
}

/** 费用清单 over a table, behind the last of the numbers: a piece beside them. 表 at its end makes it a caption. */
export function tableHeads(rows: readonly Row[], last: number): Pick<SubHead, 'at' | 'row' | 'cues'>[] {
  for (let at = rows.length - 2; at > last + 1; at--) {
    const row = rows[at];
    const isHead = row?.type === 'line' && isBare(row) && !/[表图]$/u.test(row.text) && isLong(rows[at - 1]);
    if (isHead && hanCount(row.text) <= LONGEST_TABLE_HEAD && opensTable(rows, at + 1))
      return [{ at, row, cues: ['+table-below', '+short'] }];
  }
  return [];
}

function opensTable(rows: readonly Row[], at: number): boolean {
  return rows[at]?.type === 'table' || readTextTable(rows, at) !== undefined;
}

/** Text, and no other sub-head with a sign. */
function isPlainLine(row: Row | undefined): boolean {
  return row?.type === 'line' && !SIGN.test(row.text) && !IN_BRACKETS.test(row.text);
}

function isVeryShort({ text }: TextRow): boolean {
  return hanCount(text) <= 6;
}

function isLeadIn(row: Row | undefined): boolean {
  return row?.type === 'line' && /[:\uFF1A]$/u.test(row.text);
}

function isLineBody(row: Row | undefined): boolean {
  return row?.type === 'line' && isBody(row);
}

function isLong(row: Row | undefined): boolean {
  return row?.type === 'line' && hanCount(row.text) >= LONG_BODY && endsSentence(row.text);
}

function closes(row: Row | undefined): boolean {
  return row === undefined || (row.type === 'line' ? endsSentence(row.text) : true);
}

function opensList(row: Row | undefined): boolean {
  return row?.type === 'line' ? parseLabel(row.text)?.label.ordinal === 1 : row?.type === 'list';
}

/** Fewer blank lines stand before it than before the other. */
function isCloser(row: Row | undefined, other: TextRow): boolean {
  return row?.type === 'line' && row.blankLinesBefore < other.blankLinesBefore;
}

function isUnderBold(rows: readonly Row[], at: number): boolean {
  const next = rows[at + 1];
  return next !== undefined && !(next.type === 'line' && next.bold);
}
