import { parseHan } from '../../numbering/index.js';

const YEAR_OF_REPUBLIC = 1911;

const FORMS: readonly RegExp[] = [
  /(?<![0-9])((?:19|20)[0-9]{2})\s?[-/.年]\s?([0-9]{1,2})\s?[-/.月]\s?([0-9]{1,2})(?![0-9])\s?日?/u,
  /(?<![0-9])((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?![0-9])/u,
  /([〇零○O0一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})日/u,
];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?';
/** March 5, 2020 and 5 March 2020. */
const ENGLISH: readonly RegExp[] = [
  new RegExp(`\\b${MONTH} (?<date>[0-9]{1,2})(?:st|nd|rd|th)?, ?(?<year>(?:19|20)[0-9]{2})(?![0-9])`, 'iu'),
  new RegExp(`\\b(?<date>[0-9]{1,2})(?:st|nd|rd|th)? ${MONTH},? (?<year>(?:19|20)[0-9]{2})(?![0-9])`, 'iu'),
  // Jun 09 Mon 2014, Mon Jun 09 23:18:00 2014
  new RegExp(
    `\\b${MONTH} (?<date>[0-9]{1,2})(?: (?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})?(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?,? (?<year>(?:19|20)[0-9]{2})(?![0-9])`,
    'iu',
  ),
];

const REPUBLIC =
  /民[国國]\s?([0-9]{2,3}|[一二三四五六七八九十百零〇]{1,5})年\s?([0-9]{1,2}|[一二三四五六七八九十]{1,2})月\s?([0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})日/u;

/** 星期六, （周六）, (六) beside a date. */
const WEEKDAY =
  '(?:[(\uFF08]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)\uFF09]?|[(\uFF08][一二三四五六日][)\uFF09])';
const AFTER_DAY = new RegExp(`^\\s{0,3}${WEEKDAY}`, 'u');
const BEFORE_DAY = new RegExp(`^\\s{0,3}${WEEKDAY}\\s{0,3}$`, 'u');

/** A time of day after a date. */
const TIME =
  /^\s*(?:T?\s*(?:上午|下午|晚上|早上|中午|凌晨|AM|PM)?\s*[0-9]{1,2}[:\uFF1A时][0-9]{2}(?:[:\uFF1A分][0-9]{2}秒?|分)?(?:\s?[AP]M)?)?/u;

/** Two digits in a row, as every year in digits has them, or a year in Han numerals. */
const MAY_BE_DATED = /[0-9]{2}|[0O〇零○一二三四五六七八九十百]年/;

/** A day found in a text. */
export interface FoundDate {
  /** ISO 8601 (`2021-10-01`). */
  readonly day: string;
  /** The characters that say it, with the time of day after it. */
  readonly start: number;
  readonly end: number;
}

/**
 * The first day that a text states: 2021-10-01, 2021/10/1, 2021.10.1, 2021年10月1日, 二〇二一年十月一日, 民國110年10月1日.
 * A day that no calendar has is none.
 */
export function findDate(text: string): FoundDate | undefined {
  if (!MAY_BE_DATED.test(text)) return undefined;
  for (const form of [...FORMS, REPUBLIC]) {
    const match = form.exec(text);
    if (!match) continue;
    const [year, month, date] = match.slice(1).map((part) => parseHan(part.replace('O', '〇')));
    const day = toIso((year ?? 0) + (form === REPUBLIC ? YEAR_OF_REPUBLIC : 0), month ?? 0, date ?? 0);
    if (!day) continue;
    const end = match.index + match[0].length;
    return { day, start: match.index, end: endOfTime(text, end) };
  }
  return findEnglishDate(text);
}

/** Where the day of the week and the time of day behind a date end. */
function endOfTime(text: string, dayEnd: number): number {
  const end = dayEnd + (AFTER_DAY.exec(text.slice(dayEnd, dayEnd + 12))?.[0].length ?? 0);
  return end + (TIME.exec(text.slice(end, end + 24))?.[0].length ?? 0);
}

function findEnglishDate(text: string): FoundDate | undefined {
  for (const form of ENGLISH) {
    const match = form.exec(text);
    const { year = '', month = '', date = '' } = match?.groups ?? {};
    const day = match && toIso(Number(year), MONTHS.indexOf(month.toLowerCase()) + 1, Number(date));
    if (match && day) return { day, start: match.index, end: endOfTime(text, match.index + match[0].length) };
  }
  return undefined;
}

/** 109-02-14 behind a label of a Taiwanese page: a year of the Republic, which no other text means by three digits. */
const SHORT_REPUBLIC = /^\s*(1[01][0-9])[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])/u;

/** The day behind a label of dates. */
export function findLabelledDate(text: string): FoundDate | undefined {
  const match = SHORT_REPUBLIC.exec(text);
  if (!match) return findDate(text);
  const [year, month, date] = match.slice(1).map(Number);
  const day = toIso((year ?? 0) + YEAR_OF_REPUBLIC, month ?? 0, date ?? 0);
  return day === undefined ? undefined : { day, start: 0, end: match[0].length };
}

/** More than any day with its weekday and time of day has. */
const LONGEST_DAY = 120;

/** The day that the text is, and nothing else. */
export function parseDate(text: string): string | undefined {
  if (text.length > LONGEST_DAY && text.trim().length > LONGEST_DAY) return undefined;
  const found = findDate(text);
  if (!found) return undefined;
  const before = text.slice(0, found.start);
  return (before.trim() === '' || BEFORE_DAY.test(before)) && text.slice(found.end).trim() === ''
    ? found.day
    : undefined;
}

function toIso(year: number, month: number, date: number): string | undefined {
  const iso = [String(year).padStart(4, '0'), pad(month), pad(date)].join('-');
  const time = Date.parse(`${iso}T00:00:00Z`);
  // the parser takes 2021-02-30 for 2 March
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
