import { readTextTable } from '../blocks/text-table.js';
import { endsSentence, type Row, type TextRow } from '../row.js';
import { bareSubHeads, sureSubHeads } from './bare-heads.js';
import { DAY, isBare, isLineBody, isLong, isSentence, YEAR } from './bare-shape.js';
import { framedHeads } from './framed-heads.js';
import { sectionHeads } from './section-heads.js';

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
const LONGEST_SIGNED = 30;
const LONGEST_TABLE_HEAD = 8;

const KINDS: readonly Kind[] = [
  {
    cue: 'bold',
    besideNumbers: false,
    keyOf: (row) => (row.bold && row.han <= LONGEST_SIGNED && !endsSentence(row.text) ? 'bold' : undefined),
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
    fits: (rows, at) => isLineBody(rows[at + 1]) || isSentence(rows[at + 1]),
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
 * @param hasNumbers Some of those bear numbers: then short lines are heads only inside their sections.
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
  if (hasNumbers) return unique([...found, ...sectionHeads(rows, taken)]);
  // newspapers set a phrase that was spoken beside others
  if (found.length > 0 && found.every(({ key }) => key === 'quoted quoted'))
    return unique([...found, ...sureSubHeads(rows).filter(({ at }) => !taken.has(at))]);
  if (found.length > 0) return unique(found);
  return unique([...framedHeads(rows, taken), ...bareSubHeads(rows).filter(({ at }) => !taken.has(at))]);
}

function ofKind({ keyOf, cue, fits }: Kind, rows: readonly Row[], taken: ReadonlySet<number>): SubHead[] {
  const members = rows.flatMap((row, at): SubHead[] => {
    if (row.type !== 'line' || row.han > LONGEST_SIGNED || taken.has(at) || endsSentence(row.text)) return [];
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
  return sureSubHeads(rows).filter(({ at }) => at > last);
}

/** The first reading of a row wins. */
function unique(found: readonly SubHead[]): SubHead[] {
  return [...new Map(found.toReversed().map((head) => [head.at, head])).values()].sort(
    (one, other) => one.at - other.at,
  );
}

/** 费用清单 over a table, behind the last of the numbers: a piece beside them. 表 at its end makes it a caption. */
export function tableHeads(rows: readonly Row[], last: number): Pick<SubHead, 'at' | 'row' | 'cues'>[] {
  for (let at = rows.length - 2; at > last + 1; at--) {
    const row = rows[at];
    const isHead = row?.type === 'line' && isBare(row) && !/[表图]$/u.test(row.text) && isLong(rows[at - 1]);
    if (isHead && row.han <= LONGEST_TABLE_HEAD && opensTable(rows, at + 1))
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

function isUnderBold(rows: readonly Row[], at: number): boolean {
  const next = rows[at + 1];
  return next !== undefined && !(next.type === 'line' && next.bold);
}
