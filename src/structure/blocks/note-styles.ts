import type { TextRow } from '../row.js';
import { SIGN } from '../signs.js';

/** How a note is marked: in its own line and where it is referred to. */
export interface NoteStyle {
  /** A line that is a note; one group: the sign. */
  readonly line: RegExp;
  /** One group: the sign. Global. */
  readonly mark: RegExp;
  /** A sign that counts in running text (原因有：①…；②…) and refers to nothing. Such marks must come in order. */
  readonly counts?: RegExp;
  /** Lines that are notes only below a word that says so. */
  readonly announced?: true;
}

/** 注：[1] …: the word stands in the line of the first note. */
const LEAD = '(?:[注註][释釋]?\\s*[:\uFF1A]\\s*)?';
export const NOTE_LEAD: RegExp = /^[注註][释釋]?\s*[:\uFF1A]\s*/u;
/** 注1, [注1], 注①: the word belongs to the sign. */
export const WORDED: RegExp = /[注註]\s?[0-9\u2460-\u2473]/u;
/** A sign for a single note. */
export const REFERENCE_MARK = '\u203B';
const BRACKETED = '[[〔\uFF3B]\\s?[注註]?\\s?([0-9]{1,3})\\s?[\\]〕\uFF3D]';
/** [2-3], [1,3]: several at once. */
const SEVERAL =
  '[[〔\uFF3B]\\s?[注註]?\\s?([0-9]{1,3}(?:\\s?[-~\uFF5E\u2013\u2014,\uFF0C、]\\s?[0-9]{1,3}){0,9})\\s?[\\]〕\uFF3D]';
const CIRCLED = '([\u2460-\u2473\u3251-\u325F\u32B1-\u32BF])';
const RAISED = '([\u00B9\u00B2\u00B3\u2070\u2074-\u2079]{1,3})';

export const NOTE_STYLES: readonly NoteStyle[] = [
  {
    line: new RegExp(`^${LEAD}${BRACKETED}\\s*[:\uFF1A]?\\s*(?=\\S)`, 'u'),
    mark: new RegExp(`(?<=\\S)${SEVERAL}`, 'gu'),
  },
  {
    line: /^[(\uFF08]?[注註]\s?([0-9]{1,3})[)\uFF09]?\s?[:\uFF1A、.\uFF0E]?\s*(?=[^\s0-9])/u,
    mark: /(?<=\S)[(\uFF08]\s?[注註]\s?([0-9]{1,3})\s?[)\uFF09]/gu,
  },
  {
    line: new RegExp(`^(?:${LEAD}|[注註])${CIRCLED}\\s*[:\uFF1A]?\\s*(?=\\S)`, 'u'),
    mark: new RegExp(`(?<=[^\\s])${CIRCLED}`, 'gu'),
    counts: new RegExp(`[:\uFF1A;\uFF1B,\uFF0C、]\\s*${CIRCLED}`, 'u'),
  },
  {
    // m² and 10³ are powers
    line: new RegExp(`^${LEAD}${RAISED}\\s*(?=\\S)`, 'u'),
    mark: new RegExp(`(?<=[\\p{Script=Han}\\p{P}])${RAISED}`, 'gu'),
  },
  { line: /^(\u203B)\s*(?=\S)/u, mark: /(?<=\S)(\u203B)/gu, counts: /[:\uFF1A]\s*\u203B/u },
  {
    // 1. under 参考资料, as encyclopaedias print what [1] refers to
    line: /^([0-9]{1,3})(?:[.\uFF0E、]\s*|\s+)(?=[^\s0-9])/u,
    mark: new RegExp(`(?<=\\S)${SEVERAL}`, 'gu'),
    announced: true,
  },
];

const run = (first: number, last: number): string =>
  String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, at) => first + at));

/** How the line of any note begins; most lines of a text do not. */
const BEGINS_NOTE: ReadonlySet<string> = new Set(
  `[〔\uFF3B(\uFF08注註${run(0x2460, 0x2473)}${run(0x3251, 0x325f)}${run(0x32b1, 0x32bf)}\u00B9\u00B2\u00B3\u2070${run(0x2074, 0x2079)}\u203B`,
);
/** A number without a sign, where a word above says that these are notes. */
const BEGINS_ANNOUNCED: ReadonlySet<string> = new Set('0123456789');

export function mayBeNote(row: TextRow): boolean {
  return BEGINS_NOTE.has(row.text.charAt(0)) || announcesNotes(row);
}

/** By its first character the row may be a note of some style. */
export function beginsNote({ text }: TextRow): boolean {
  const first = text.charAt(0);
  return BEGINS_NOTE.has(first) || BEGINS_ANNOUNCED.has(first);
}

const WORD =
  '注释|註釋|注解|註解|脚注|腳註|尾注|注释与参考文献|参考文献|參考文獻|参考资料|參考資料|参考来源|注|註';
/** The word alone above notes: 注释：, 【注】. */
const HEADING = new RegExp(`^[【[〔]?(?:${WORD})[】\\]〕]?\\s*[:\uFF1A]?$`, 'u');
const LONGEST_WORD = 8;
/** A rule of typed signs above notes. */
const RULE = /^[-\u2014\u2015\u2500_=~\uFF5E]{3,}$/u;

/** What stands above notes and leaves with them. */
export function announcesNotes({ text, han }: TextRow): boolean {
  return han === 0 ? RULE.test(text) : han <= LONGEST_WORD && HEADING.test(text);
}

/** [3], ③ and ³ are 3; a sign that does not count (※) is 1; 0 when there is none. */
export function signValue(sign: string | undefined): number {
  if (sign === undefined) return 0;
  return sign === REFERENCE_MARK ? 1 : Number(sign.normalize('NFKC')) || 0;
}

/** A range is of notes, not of years, when it is no wider. */
const WIDEST_RANGE = 20;

/** What a mark refers to: 2 and 3 for 2-3; none when it cannot be read. */
export function signValues(sign: string | undefined): number[] {
  const pieces = (sign ?? '').split(/[,\uFF0C、]/u).map((piece) => piece.split(/[-~\uFF5E\u2013\u2014]/u));
  return pieces.flatMap(([first, last]) => {
    const [from, to] = [signValue(first), signValue(last ?? first)];
    return to < from || to - from > WIDEST_RANGE
      ? []
      : Array.from({ length: to - from + 1 }, (_, step) => from + step);
  });
}

/** The number of the note that the line is; 0 when it is none. */
export function noteNumber({ text }: TextRow, { line, announced }: NoteStyle): number {
  const begins = announced ? BEGINS_ANNOUNCED : BEGINS_NOTE;
  return begins.has(text.charAt(0)) ? signValue(line.exec(text)?.[1]) : 0;
}

/** The numbers that a text refers to, in order. */
export function marksIn(row: TextRow, { mark }: NoteStyle): number[] {
  return [...row.text.matchAll(mark)].flatMap((match) => signValues(match[1]));
}

/** A mark in running text that some note must explain; a[1] of a program is none. */
const LONE_MARK =
  /(?<=[\p{Script=Han}。\uFF0C\uFF1B”》」])(?:[[〔\uFF3B]\s?[注註]?\s?[0-9]{1,3}\s?[\]〕\uFF3D]|[(\uFF08]\s?[注註]\s?[0-9]{1,3}\s?[)\uFF09])/gu;

/** What such a mark is in any place, quicker to look for. */
const BRACKETED_NUMBER = /[[〔\uFF3B(\uFF08]\s?[注註]?\s?[0-9]/;
const BRACKET_AND_NUMBER = SIGN.opening | SIGN.digit;

/** Marks as they are typed, by the look that only marks of notes have. */
export function typedMarks({ text, signs }: TextRow): string[] {
  const mayHave = (signs & BRACKET_AND_NUMBER) === BRACKET_AND_NUMBER && BRACKETED_NUMBER.test(text);
  return mayHave ? (text.match(LONE_MARK) ?? []) : [];
}
