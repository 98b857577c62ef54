import type { NumberingScheme } from '../model/index.js';
import { relabel } from './format-label.js';
import { HAN_NUMERAL_SIGNS, parseHan } from './han-numerals.js';
import { type Numbered, type NumberedHeadings, numeralName, ordinalName } from './numbered.js';

/** What became of the references that a text holds. */
export interface ReferenceTally {
  /** Rewritten, since their heading has another number now. */
  followed: number;
  /** As written: no heading, or several, could be meant. */
  readonly unresolved: string[];
  /** They name a number that is printed no more. */
  readonly dropped: string[];
}

const NUMERAL = `(?:[${HAN_NUMERAL_SIGNS}]{1,9}|[0-9\uFF10-\uFF19]{1,5})`;
const JOIN = '(?:[、至到~\uFF5E\u2014\u2013-]|——|和|与|與|及|以及)';

/** The unit of a reference, and the headings that it may name: 第三部分 may be 三、 where no heading says 部分. */
const UNITS: readonly (readonly [unit: string, schemes: readonly NumberingScheme[]])[] = [
  ['部分', ['volume', 'han']],
  ['[编編卷部集篇]', ['volume']],
  ['[章回]', ['chapter']],
  ['[节節]', ['section']],
  ['[条條]', ['article']],
];

/** Words that make another word of the unit: 第三章程, 第五节课, 第二部门. */
const NOT_A_UNIT = '(?![程鱼魚合课課目奏约約件例队隊门門体體团團])';
/** 见, 上述, 如前文 … right before a number in brackets, which otherwise counts things: 下列（一）、（二）两项 does not. */
const LEADS =
  '(?:参见|參見|详见|詳見|见|見|参照|參照|前述|上述|前文|上文|下文|本文|前面|后面|後面|依照|按照|第)';
/** A law or book that is named right before speaks of its own chapters; 本办法 is this one. */
const OTHER_DOCUMENT =
  /(?:[》〉]|(?<!本)(?:[^\s\uFF0C。、\uFF1B\uFF1A]法|条例|條例|规定|規定|办法|辦法|细则|細則|章程|规则|規則|准则|準則|合同|协议|協議|公约|公約|[该該][^\s\uFF0C。]{1,6}|[上前下][一两几]?[章回节節编編卷]))的?\s{0,2}$/u;

const BY_UNIT = UNITS.map(
  ([unit], index) =>
    `(?<lead${index}>第)(?<numbers${index}>${NUMERAL}(?:${JOIN}第?${NUMERAL}){0,4})(?<unit${index}>${unit})`,
).join('|');
const REFERENCE = new RegExp(
  `(?:${BY_UNIT})${NOT_A_UNIT}|(?<=${LEADS})(?<open>[(\uFF08])(?<bracketed>${NUMERAL})(?<close>[)\uFF09])|(?<=${LEADS}\\s?)(?<decimal>[0-9]{1,2}(?:\\.[0-9]{1,2}){1,4})(?![.\\d%％万亿元倍米])`,
  'gu',
);

/** Rewrites the references in one text to the numbers that their headings have now. */
export function followReferences(
  text: string,
  from: Numbered,
  headings: NumberedHeadings,
  tally: ReferenceTally,
): string {
  if (!/[第(\uFF08\d]/u.test(text)) return text;
  let scope = from;
  let end = -1;
  return text.replace(REFERENCE, (matched: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const offset = rest.at(-3) as number;
    const before = text.slice(Math.max(0, offset - 24), offset);
    // 第三章第二节: the section of that chapter
    const goesOn = offset === end;
    if (!goesOn) scope = from;
    if (!goesOn && OTHER_DOCUMENT.test(before)) return matched;
    end = offset + matched.length;
    const follow = (numeral: string, schemes: readonly NumberingScheme[]): string => {
      const target = targetOf(numeral, schemes, scope, headings);
      if (typeof target === 'string') {
        if (target === 'several') tally.unresolved.push(matched);
        return numeral;
      }
      scope = target;
      return numeralOf(numeral, target, matched, tally);
    };
    if (groups.decimal !== undefined) return follow(groups.decimal, ['decimal']);
    if (groups.bracketed !== undefined) {
      const schemes: NumberingScheme[] = ['han-bracketed', 'arabic-bracketed'];
      return `${groups.open}${follow(groups.bracketed, schemes)}${groups.close}`;
    }
    const index = UNITS.findIndex((_unit, at) => groups[`unit${at}`] !== undefined);
    const schemes = UNITS[index]?.[1] ?? [];
    const numbers = (groups[`numbers${index}`] ?? '').replace(new RegExp(NUMERAL, 'gu'), (numeral) =>
      follow(numeral, schemes),
    );
    return `第${numbers}${groups[`unit${index}`]}`;
  });
}

/** The schemes are tried in turn: 三、 is a 第三部分 only where no heading says 部分. */
function targetOf(
  numeral: string,
  schemes: readonly NumberingScheme[],
  scope: Numbered,
  headings: NumberedHeadings,
): Numbered | 'none' | 'several' {
  const ordinal = parseHan(numeral) ?? 0;
  for (const scheme of schemes) {
    const name = scheme === 'decimal' ? numeralName({ scheme, numeral }) : ordinalName({ scheme, ordinal });
    const found = headings.find(name, scope);
    if (found !== 'none') return found;
  }
  return 'none';
}

/** The number of the heading now, in the manner in which the reference writes it. */
function numeralOf(
  numeral: string,
  { label, next }: Numbered,
  matched: string,
  tally: ReferenceTally,
): string {
  if (!label || !next) {
    tally.dropped.push(matched);
    return numeral;
  }
  if (next.numeral === label.numeral) return numeral;
  tally.followed++;
  if (label.scheme === 'decimal') return next.numeral;
  return relabel({ ...label, text: numeral, numeral }, next.ordinal).numeral;
}
