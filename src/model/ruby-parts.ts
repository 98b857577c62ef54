import type { Ruby, Text } from './article.js';

const ZHUYIN = /^[\u3105-\u312F\u31A0-\u31BF\u02C7\u02C9-\u02CB\u02D9\s]+$/u;
const ZHUYIN_SIGN = /[\u3105-\u312F\u31A0-\u31BF]/u;
/** One syllable: initial, medial, final and tone, of which any may be missing. */
const ZHUYIN_SYLLABLE =
  /\u02D9?(?:[\u3105-\u3119\u312A-\u312C][\u3127-\u3129]?[\u311A-\u3126\u312D\u312F]?|[\u3127-\u3129][\u311A-\u3126\u312D\u312F]?|[\u311A-\u3126\u312D\u312F])[\u02C9\u02CA\u02C7\u02CB\u02D9]?/gu;
const HAN = /^[\p{Script=Han}\u3005\u3007]$/u;
const BASE = /^[\p{Script=Han}\u3005\u3007\p{P}\s]+$/u;

/** Whether a reading is zhuyin: it stands at the right of its character, in lines as in columns. */
export function isZhuyin(reading: string): boolean {
  return ZHUYIN.test(reading) && ZHUYIN_SIGN.test(reading);
}

/**
 * A ruby as it is set. A reading of as many syllables as its base has Han is read character by character: each stands over
 * its own, marks between them have none, and the word may turn over. Any other stands over all of its base.
 *
 * @see CLREQ, positioning of romanization and of zhuyin
 */
export function rubyParts(ruby: Ruby): readonly (Ruby | Text)[] {
  const chars = [...ruby.base];
  const count = chars.filter((char) => HAN.test(char)).length;
  const syllables = syllablesOf(ruby.reading);
  if (chars.length === 1 || syllables.length !== count || !BASE.test(ruby.base)) return [ruby];
  let next = 0;
  return chars.map((char) =>
    HAN.test(char)
      ? { type: 'ruby', base: char, reading: syllables[next++] as string }
      : { type: 'text', text: char },
  );
}

/** Zhuyin says itself where a syllable ends; other readings are parted by spaces. */
function syllablesOf(reading: string): readonly string[] {
  if (isZhuyin(reading)) return reading.match(ZHUYIN_SYLLABLE) ?? [];
  return reading.trim().split(/\s+/);
}
