import type { TextRow } from '../row.js';
import { SIGN } from '../signs.js';
import type { Repair } from './punctuation.js';

interface CharacterRule {
  readonly rule: string;
  /** Kinds of characters of which a line has one, and what in it is quick to look for: then the pattern is tried. */
  readonly signs: number;
  readonly cue?: RegExp;
  readonly pattern: RegExp;
  readonly replace: (match: string) => string;
}

const CJK = '[\\p{Script=Han}“”‘’「」『』《》、。\uFF01-\uFF0F\uFF1A-\uFF20]';

/**
 * Spellings of one character that tools and input methods leave behind. A single dash is not doubled: between
 * two places it is the sign of a range (北京—上海, GB/T 15834 4.13).
 */
const RULES: readonly CharacterRule[] = [
  {
    rule: 'half-width-alphanumerics',
    signs: SIGN.wide,
    // with the stop of １．２, or it would be 1．2
    pattern:
      /(?:[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]|(?<=[0-9\uFF10-\uFF19])\uFF0E(?=[0-9\uFF10-\uFF19]))+/gu,
    replace: (match) => match.replace(/./gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)),
  },
  {
    rule: 'ellipsis',
    signs: SIGN.dot | SIGN.ellipsis | SIGN.stop,
    // two are as they should be
    cue: /\.{3}|。。|[^\u2026]\u2026(?!\u2026)/,
    pattern: new RegExp(
      `(?<=${CJK})(?:\\.{3,6}(?!\\.)|\u2026(?!\u2026))|。{2,12}|(?<![.\u2026])\\.{3,6}(?=${CJK})`,
      'gu',
    ),
    replace: () => '\u2026\u2026',
  },
  {
    rule: 'dash',
    signs: SIGN.dash,
    cue: /--|\uFF0D\uFF0D|\u2015\u2015|\u2500\u2500/,
    pattern: new RegExp(
      `(?<=${CJK})(?:--|\uFF0D\uFF0D|\u2015\u2015|\u2500\u2500)(?![-\uFF0D\u2015\u2500])|(?:^|(?<=[”」]))(?:--|\uFF0D\uFF0D)(?=${CJK})`,
      'gu',
    ),
    replace: () => '\u2014\u2014',
  },
];

/** The edits that give each character of a row its usual spelling, in order. */
export function characterRepairs({ text, signs: seen }: TextRow): Repair[] {
  const repairs: Repair[] = [];
  for (const { rule, signs, cue, pattern, replace } of RULES) {
    if ((seen & signs) === 0 || cue?.test(text) === false) continue;
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const insert = replace(match[0]);
      if (match[0] !== insert) repairs.push({ rule, start, end, insert });
    }
  }
  if (repairs.length < 2) return repairs;
  return repairs
    .sort((one, other) => one.start - other.start)
    .filter((repair, index, all) => repair.start >= (all[index - 1]?.end ?? 0));
}
