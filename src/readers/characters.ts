import { unifiedRadical } from './radicals.js';
import type { RepairTally } from './repairs.js';

/** One repair of characters: what it finds and what stands there afterwards. */
interface CharacterRule {
  readonly name: string;
  readonly find: RegExp;
  /** The rule is left out for text that has this. */
  readonly unless?: RegExp;
  /** Undefined keeps this occurrence as it is, and uncounted. */
  replace(found: string, offset: number, text: string): string | undefined;
}

const remove = (): string => '';

/** Scripts in which U+200C and U+200D choose the shape of letters. */
const JOINING_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tibetan}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const EMOJI_BEFORE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u;
const EMOJI_AFTER = /^[\p{Extended_Pictographic}\u2640\u2642\u2695]/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const TAGGED_FLAG = /\u{1F3F4}[\u{E0020}-\u{E007F}]*$/u;

/** A joiner stays where it joins: inside an emoji sequence, or beside a letter of a joining script. */
function joins(joiner: string, offset: number, text: string): boolean {
  const before = text.slice(Math.max(0, offset - 2), offset);
  const after = text.slice(offset + 1, offset + 3);
  if (JOINING_SCRIPT.test(before) || JOINING_SCRIPT.test(after)) return true;
  return joiner === '\u200D' && EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after);
}

/**
 * What no article may hold, in the order it is taken out. Names are what a report shows.
 * @see XML 1.0, production Char, and its note on discouraged characters; Unicode 16, sections 23.2 to 23.9
 */
const FORBIDDEN: readonly CharacterRule[] = [
  // A half of a pair stood for a character that is lost: the damage is shown, not hidden.
  { name: 'lone-surrogate', find: /\p{Cs}/gu, replace: () => '\uFFFD' },
  { name: 'control-character', find: /[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F]/g, replace: remove },
  { name: 'noncharacter', find: /\p{Noncharacter_Code_Point}/gu, replace: remove },
];

/** What an article can do without, or has a proper character for. */
const HYGIENE: readonly CharacterRule[] = [
  { name: 'zero-width', find: /[\u200B\u2060-\u2064\uFEFF\u180E\u206A-\u206F]/g, replace: remove },
  {
    name: 'zero-width',
    find: /[\u200C\u200D]/g,
    replace: (found, offset, text) => (joins(found, offset, text) ? undefined : ''),
  },
  { name: 'soft-hyphen', find: /\u00AD/g, replace: remove },
  {
    name: 'bidi-control',
    find: /[\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C]/g,
    unless: RIGHT_TO_LEFT,
    replace: remove,
  },
  {
    name: 'tag-character',
    find: /[\u{E0000}-\u{E007F}]/gu,
    replace: (_found, offset, text) =>
      TAGGED_FLAG.test(text.slice(Math.max(0, offset - 40), offset)) ? undefined : '',
  },
  { name: 'object-mark', find: /[\uFFF9-\uFFFC]/g, replace: remove },
  // U+3000 is not among them: it is a character of Chinese text, and its width is evidence.
  { name: 'special-space', find: /[\u00A0\u1680\u2000-\u200A\u202F\u205F]/g, replace: () => ' ' },
  { name: 'radical', find: /[\u2E80-\u2EF3\u2F00-\u2FD5]/g, replace: unifiedRadical },
  // Doublets of one shape, which came from Korean and Big5 tables (兀 twice). The rest of the block, and U+2F800 on,
  // holds variants that people's names are written with (U+FA19 beside 神), and twelve that are no doublets at all
  // (U+FA0E, U+FA0F, U+FA11 …): those stay as written.
  { name: 'compatibility-ideograph', find: /[\uF900-\uFA0D]/g, replace: (found) => found.normalize('NFC') },
];

/**
 * Ranges of code units that no rule speaks of, and which are nearly all of any Chinese text: Han and their marks, ASCII,
 * full-width forms, quotes and dashes, other letters and signs.
 */
function isPlainUnit(unit: number): boolean {
  if (unit >= 0x2fe0) return unit <= 0xd7ff || (unit >= 0xff00 && unit <= 0xffef);
  if (unit < 0x7f) return unit >= 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return (
    (unit >= 0x2010 && unit <= 0x2027) ||
    (unit >= 0xae && unit <= 0x5ff) ||
    (unit >= 0x2070 && unit <= 0x2e7f)
  );
}

/** The text has nothing that a rule could change: seen faster than any pattern sees it. */
export function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (!isPlainUnit(text.charCodeAt(index))) return false;
  return true;
}

const ANY_FORBIDDEN = anyOf(FORBIDDEN);
const ANY = anyOf([...FORBIDDEN, ...HYGIENE]);

/** Takes out what XML and Unicode forbid in text. Tabs and all kinds of line ends stay. */
export function removeForbidden(text: string, tally: RepairTally): string {
  return !isPlain(text) && ANY_FORBIDDEN.test(text) ? apply(FORBIDDEN, text, tally) : text;
}

/** Leaves the characters that an article is made of, each in its usual code point; counts every change by rule. */
export function cleanCharacters(text: string, tally: RepairTally): string {
  return !isPlain(text) && ANY.test(text) ? apply(HYGIENE, apply(FORBIDDEN, text, tally), tally) : text;
}

function apply(rules: readonly CharacterRule[], text: string, tally: RepairTally): string {
  let result = text;
  for (const rule of rules) {
    if (rule.unless?.test(text)) continue;
    let count = 0;
    result = result.replace(rule.find, (found: string, offset: number, whole: string) => {
      const replacement = rule.replace(found, offset, whole);
      if (replacement === undefined || replacement === found) return found;
      count += 1;
      return replacement;
    });
    tally.add(rule.name, count);
  }
  return result;
}

/** One pattern for all rules, so that clean text, which is nearly all there is, is looked at once. */
function anyOf(rules: readonly CharacterRule[]): RegExp {
  return new RegExp(rules.map((rule) => rule.find.source).join('|'), 'u');
}
