import { type Edit, opaqueSpans, type Span } from '../inline-text.js';
import { isHan, type Row, type TextRow } from '../row.js';
import { SIGN } from '../signs.js';
import { surveyOf } from '../survey.js';

/**
 * How far ASCII punctuation in Chinese text is mended. `converted`: the whole document lost its full-width marks
 * to some tool, so a mark beside one Han character is enough. `slips`: single marks between two. `none`: an
 * author's own file whose marks are full-width already may talk about the others.
 */
export type PunctuationPolicy = 'converted' | 'slips' | 'none';

/** An edit with the rule that asks for it. */
export interface Repair extends Edit {
  readonly rule: string;
}

const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  [',', '\uFF0C'],
  [':', '\uFF1A'],
  [';', '\uFF1B'],
  ['?', '\uFF1F'],
  ['!', '\uFF01'],
  // the ratio sign, for a colon between Han characters
  ['\u2236', '\uFF1A'],
]);

const FULL_MARKS = /[\uFF0C\uFF1A\uFF1B\uFF1F\uFF01]/gu;
const ASCII_MARKS = /\p{Script=Han}[”’」』》]?[,:;?!]/gu;

/** Addresses, mail and file names: their marks are not prose. Bounded, so that a long word costs no more. */
const ADDRESS =
  /(?:https?|ftp):\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+|\bwww\.[\w\-.~:/?#@!$&*+,;=%]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/gu;

const OPENING = /[“‘「『《〈【〔\uFF08]/u;
const CLOSING = /[”’」』》〉】〕\uFF09]/u;
const CJK_MARK = /[“”‘’「」『』《》〈〉【】〔〕、。\u2026\u2014\u3000\uFF01-\uFF0F\uFF1A-\uFF20]/u;
const ASCII_WORD = /[0-9A-Za-z]/u;

/** Looks at the whole document: does it know full-width marks at all? Formats that say where a paragraph ends are authors' files. */
export function punctuationPolicy(rows: readonly Row[]): PunctuationPolicy {
  const lines = rows.filter((row) => row.type === 'line');
  const mayHave = (surveyOf(rows).signs & SIGN.asciiMark) !== 0;
  const ascii = mayHave ? countAll(lines, ASCII_MARKS, SIGN.asciiMark) : 0;
  if (ascii > 0 && ascii > countAll(lines, FULL_MARKS, 0) * 4) return 'converted';
  return lines.some(({ unit }) => unit === 'physical') ? 'slips' : 'none';
}

/** @param needed Kinds of characters that a line with such marks has. */
function countAll(lines: readonly TextRow[], marks: RegExp, needed: number): number {
  let count = 0;
  for (const { text, signs } of lines) {
    if ((signs & needed) === needed) count += text.match(marks)?.length ?? 0;
  }
  return count;
}

/** The edits that restore the marks of one row. */
export function punctuationRepairs(
  { text, inlines, signs, han }: TextRow,
  policy: PunctuationPolicy,
): Repair[] {
  if (policy === 'none' || (signs & SIGN.asciiMark) === 0 || han === 0) return [];
  const guarded = guards(text, opaqueSpans(inlines));
  const brackets = bracketPairs(text, guarded, policy);
  const repairs: Repair[] = [];
  let before: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    const full = guarded(at) ? undefined : (bracket(char, at, brackets) ?? FULL_WIDTH.get(char));
    const isMark = full !== undefined && (brackets.has(at) || belongs(text, at, before, policy));
    if (isMark) {
      const gap = policy === 'converted' ? spacesAfter(text, at, char) : 0;
      repairs.push({ start: at, end: at + 1, insert: full, rule: 'full-width-punctuation' });
      if (gap > 0) repairs.push({ start: at + 1, end: at + 1 + gap, insert: '', rule: 'space-after-mark' });
      at += gap;
    }
    before = isMark ? full : char;
  }
  return repairs;
}

function bracket(char: string, at: number, pairs: ReadonlySet<number>): string | undefined {
  if (!pairs.has(at)) return undefined;
  return char === '(' ? '\uFF08' : '\uFF09';
}

/** Whether a mark stands in Chinese text, by its neighbours; 9:30, 1,000, f(x), and Hello, world stay. */
function belongs(text: string, at: number, before: string | undefined, policy: PunctuationPolicy): boolean {
  const after = text[at + 1];
  if (before === undefined) return false;
  const chineseBefore = isHan(before) || CJK_MARK.test(before);
  if (policy === 'slips') {
    return (
      (isHan(before) || CLOSING.test(before)) &&
      (after === undefined || isHan(after) || OPENING.test(after) || CLOSING.test(after))
    );
  }
  if (chineseBefore) return true;
  const chineseAfter = after !== undefined && (isHan(after) || CJK_MARK.test(after));
  return ASCII_WORD.test(before) && (chineseAfter || (after === undefined && /[0-9]/u.test(before)));
}

/** `你好, 世界`: full-width marks carry their own space. */
function spacesAfter(text: string, at: number, char: string): number {
  if (char === '(') return 0;
  const spaces = /^ {1,2}(?=\S)/u.exec(text.slice(at + 1, at + 4))?.[0].length ?? 0;
  return spaces;
}

/** Positions of ASCII brackets to be widened: both of a pair, when Chinese text stands inside or before it. */
function bracketPairs(
  text: string,
  guarded: (at: number) => boolean,
  policy: PunctuationPolicy,
): ReadonlySet<number> {
  const found = new Set<number>();
  const open: number[] = [];
  let lastHan = -1;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (isHan(char)) lastHan = at;
    if (guarded(at)) continue;
    if (char === '(') open.push(at);
    if (char !== ')') continue;
    const start = open.pop();
    if (start === undefined) continue;
    const hanInside = lastHan > start;
    const hanBefore = isHan(text[start - 1]) && (policy === 'converted' || isHan(text[at + 1]));
    const hanAfterNumber = start === 0 && isHan(text[at + 1]);
    if (hanInside || hanBefore || hanAfterNumber) found.add(start).add(at);
  }
  return found;
}

/** Answers whether a position lies in an address or in something that is no prose; asked from left to right. */
function guards(text: string, opaque: readonly Span[]): (at: number) => boolean {
  const addresses = [...text.matchAll(ADDRESS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const spans = [...addresses, ...opaque].sort((one, other) => one.start - other.start);
  if (spans.length === 0) return () => false;
  const inside = new Set<number>();
  for (const { start, end } of spans) for (let at = start; at < end; at++) inside.add(at);
  return (at) => inside.has(at);
}
