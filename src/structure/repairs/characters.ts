import type { TextRow } from '../row.js';
import type { Repair } from './punctuation.js';

interface CharacterRule {
  readonly rule: string;
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
    // with the stop of １．２, or it would be 1．2
    pattern:
      /(?:[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]|(?<=[0-9\uFF10-\uFF19])\uFF0E(?=[0-9\uFF10-\uFF19]))+/gu,
    replace: (match) => match.replace(/./gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)),
  },
  {
    rule: 'ellipsis',
    pattern: new RegExp(
      `(?<=${CJK})(?:\\.{3,6}(?!\\.)|\u2026(?!\u2026))|。{2,12}|(?<![.\u2026])\\.{3,6}(?=${CJK})`,
      'gu',
    ),
    replace: () => '\u2026\u2026',
  },
  {
    rule: 'dash',
    pattern: new RegExp(
      `(?<=${CJK})(?:--|\uFF0D\uFF0D|\u2015\u2015|\u2500\u2500)(?![-\uFF0D\u2015\u2500])|(?:^|(?<=[”」]))(?:--|\uFF0D\uFF0D)(?=${CJK})`,
      'gu',
    ),
    replace: () => '\u2014\u2014',
  },
];

/** One of these is in whatever a rule changes. */
const ANY =
  /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u2026]|\.{3}|。。|--|\uFF0D\uFF0D|\u2015\u2015|\u2500\u2500|[0-9]\uFF0E[0-9]/;

/** The edits that give each character of a row its usual spelling, in order. */
export function characterRepairs({ text }: TextRow): Repair[] {
  if (!ANY.test(text)) return [];
  return RULES.flatMap(({ rule, pattern, replace }) =>
    [...text.matchAll(pattern)].map((match): Repair => {
      const [start, end] = [match.index, match.index + match[0].length];
      return { rule, start, end, insert: replace(match[0]) };
    }),
  )
    .filter(({ start, end, insert }) => text.slice(start, end) !== insert)
    .sort((one, other) => one.start - other.start)
    .filter((repair, index, all) => repair.start >= (all[index - 1]?.end ?? 0));
}
