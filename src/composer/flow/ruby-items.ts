import type { InlineItem, TextLook } from '../inline.js';
import { isZhuyin } from '../paragraph/zhuyin.js';

/** One syllable of zhuyin: initial, medial, final and tone, of which any may be missing. */
const ZHUYIN_SYLLABLE =
  /\u02D9?(?:[\u3105-\u3119\u312A-\u312C][\u3127-\u3129]?[\u311A-\u3126\u312D\u312F]?|[\u3127-\u3129][\u311A-\u3126\u312D\u312F]?|[\u311A-\u3126\u312D\u312F])[\u02C9\u02CA\u02C7\u02CB\u02D9]?/gu;
const HAN = /^[\p{Script=Han}\u3005\u3007]$/u;
const BASE = /^[\p{Script=Han}\u3005\u3007\p{P}\s]+$/u;

/**
 * A base with its reading as items. A reading of as many syllables as its base has Han is read character by character:
 * each stands over its own, marks between them have none, and the word may turn over. Any other stands over all of it.
 *
 * @see CLREQ, positioning of romanization and of zhuyin
 */
export function rubyItems(base: string, reading: string, look: TextLook): InlineItem[] {
  const chars = [...base];
  const count = chars.filter((char) => HAN.test(char)).length;
  const syllables = syllablesOf(reading);
  if (!BASE.test(base) || chars.length === 1 || syllables.length !== count) {
    return [{ type: 'ruby', base, reading, look }];
  }
  let next = 0;
  return chars.map((char): InlineItem => {
    if (!HAN.test(char)) return { type: 'text', text: char, look };
    return { type: 'ruby', base: char, reading: syllables[next++] as string, look };
  });
}

/** Zhuyin says itself where a syllable ends; other readings are parted by spaces. */
function syllablesOf(reading: string): readonly string[] {
  if (isZhuyin(reading)) return reading.match(ZHUYIN_SYLLABLE) ?? [];
  return reading.trim().split(/\s+/);
}
