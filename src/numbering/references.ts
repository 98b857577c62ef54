import type { NumberingScheme } from '../model/index.js';
import { relabel } from './format-label.js';
import { HAN_NUMERAL_SIGNS, parseHan } from './han-numerals.js';
import type { TextEdit } from './inline-edits.js';
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
const OTHER_DOCUMENT = new RegExp(
  `(?:${[
    // 《红楼梦》（修订版）一书中的
    '[》〉](?:[(\\uFF08][^()\\uFF08\\uFF09]{0,20}[)\\uFF09])?(?:[一这這全原][书書文])?[中里裡内]?',
    '[原此](?:书|書|文|著|作)[中里裡内]?',
    '(?<!本)(?:[^\\s\\uFF0C。、\\uFF1B\\uFF1A]法|条例|條例|规定|規定|办法|辦法|细则|細則|章程|规则|規則|准则|準則)',
    '(?<!本)(?:合同|协议|協議|公约|公約|[该該][^\\s\\uFF0C。]{1,6}|[上前下][一两几]?[章回节節编編卷])',
  ].join('|')})的?\\s{0,2}$`,
  'u',
);
/** As much of the text before a reference as {@link OTHER_DOCUMENT} can take. */
const LOOK_BACK = 40;
/** 第三章第二节, 第三章的第二节: the section of that chapter. */
const NARROWS = /^(?:[的之]|\s?)$/u;
/** 《民法典》第三章、第四章: the second is as little this article's as the first. */
const SAME_DOCUMENT = new RegExp(`^(?:[的之]|\\s?|以及|${JOIN})$`, 'u');

const BY_UNIT = UNITS.map(
  ([unit], index) => `第(?<numbers${index}>${NUMERAL}(?:${JOIN}第?${NUMERAL}){0,4})${unit}`,
).join('|');
const REFERENCE = new RegExp(
  `(?:${BY_UNIT})${NOT_A_UNIT}|(?<=${LEADS})[(\uFF08](?<bracketed>${NUMERAL})[)\uFF09]|(?<=${LEADS}\\s?)(?<decimal>[0-9]{1,2}(?:\\.[0-9]{1,2}){1,4})(?![.\\d%％万亿元倍米])`,
  'dgu',
);

/** What every reference holds, and few other texts do: most paragraphs are done with here. */
const CUE = new RegExp(
  `第[${HAN_NUMERAL_SIGNS}0-9\uFF10-\uFF19]{1,9}(?:${UNITS.map(([unit]) => unit).join('|')}|${JOIN})|[见見照述文面按第]\\s?[(\uFF08\\d]`,
  'u',
);

/** A numeral in a reference, and what it may be the number of. */
interface Named {
  readonly numeral: string;
  readonly at: number;
  readonly schemes: readonly NumberingScheme[];
}

/** A number in a text that means one heading of the article. */
export interface FoundReference {
  readonly numeral: string;
  readonly at: number;
  /** The words of the reference around the numeral: 第三章, or 第三 and 四章 of 第三、四章. */
  readonly start: number;
  readonly end: number;
  /** All of the reference, with its other numbers. */
  readonly matched: string;
  readonly target: Numbered;
}

/**
 * The changes that give the references in a text the numbers that their headings have now, in reading order.
 *
 * @param from The heading under which the text stands.
 */
export function referenceEdits(
  text: string,
  from: Numbered,
  headings: NumberedHeadings,
  tally: ReferenceTally,
): TextEdit[] {
  return findReferences(text, from, headings, tally.unresolved).flatMap(
    ({ numeral, at, matched, target }) => {
      const next = numeralOf(numeral, target, matched, tally);
      return next === numeral ? [] : [{ at, length: numeral.length, text: next }];
    },
  );
}

/**
 * The references in a text to headings of its article, in reading order.
 *
 * @param from The heading under which the text stands.
 * @param unresolved Takes those that may mean several headings.
 */
export function findReferences(
  text: string,
  from: Numbered,
  headings: NumberedHeadings,
  unresolved: string[] = [],
): FoundReference[] {
  if (!CUE.test(text)) return [];
  const references: FoundReference[] = [];
  // undefined behind a place that is none of this article's: what it narrows is none either
  let scope: Numbered | undefined = from;
  let end = -1;
  let isForeign = false;
  for (const match of text.matchAll(REFERENCE)) {
    const between = end < 0 ? undefined : text.slice(end, match.index);
    if (between === undefined || !NARROWS.test(between)) scope = from;
    const goesOn = between !== undefined && SAME_DOCUMENT.test(between);
    isForeign = (goesOn && isForeign) || followsOther(text, match.index);
    end = match.index + match[0].length;
    if (isForeign || !scope) continue;
    const named = namedIn(match);
    let found: Numbered | undefined;
    for (const [index, { numeral, at, schemes }] of named.entries()) {
      const target = targetOf(numeral, schemes, found ?? scope, headings);
      if (target === 'several') unresolved.push(match[0]);
      found = typeof target === 'string' ? undefined : target;
      if (typeof target === 'string') continue;
      references.push({
        numeral,
        at,
        start: index === 0 ? match.index : at,
        end: index === named.length - 1 ? end : at + numeral.length,
        matched: match[0],
        target,
      });
    }
    scope = found;
  }
  return references;
}

/** Whether the words right before a place name another document, of which it then speaks. */
export function followsOther(text: string, at: number): boolean {
  return OTHER_DOCUMENT.test(text.slice(Math.max(0, at - LOOK_BACK), at));
}

/** The numerals of one reference: 第三、四章 has two. */
function namedIn({ groups = {}, indices }: RegExpExecArray): Named[] {
  const at = (group: string): number => indices?.groups?.[group]?.[0] ?? 0;
  if (groups.decimal !== undefined) {
    return [{ numeral: groups.decimal, at: at('decimal'), schemes: ['decimal'] }];
  }
  if (groups.bracketed !== undefined) {
    const schemes: NumberingScheme[] = ['han-bracketed', 'arabic-bracketed'];
    return [{ numeral: groups.bracketed, at: at('bracketed'), schemes }];
  }
  return UNITS.flatMap(([, schemes], index) => {
    const start = at(`numbers${index}`);
    const numerals = (groups[`numbers${index}`] ?? '').matchAll(new RegExp(NUMERAL, 'gu'));
    return [...numerals].map((found) => ({ numeral: found[0], at: start + found.index, schemes }));
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
