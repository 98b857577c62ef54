import type { Inline } from '../../model/index.js';

/** Vowels that carry a tone, written or as a combining mark. */
const TONED = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300-\u030C]/i;
const READING =
  /^[\p{Script=Latin}\p{Mn}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u30FC\u02C7\u02CA\u02CB\u02D9\u30FB\s'\u2019.·1-5-]{1,60}$/u;
const NATIVE_READING = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;
const BASE = /^[\p{Script=Han}々〇]{1,20}$/u;

/** Whether a text is how Han are read: kana, bopomofo, pinyin with its tones, or as many syllables as there are Han. */
function isReading(reading: string, base: string): boolean {
  if (!READING.test(reading)) return false;
  if (NATIVE_READING.test(reading) || TONED.test(reading)) return true;
  const syllables = reading.trim().split(/[\s'\u2019·-]+/);
  return (
    syllables.length === [...base].length &&
    syllables.every((one) => /^[a-zü]{1,6}[1-5]?$/i.test(one)) &&
    (syllables.length > 1 || /[1-5]$/.test(reading))
  );
}

/**
 * The ruby that a base and its readings make, or nothing when they are something else (a template's `{标题|title}`, a
 * choice `{男|女}`). One reading stands over all of the base; as many as it has characters, one over each.
 */
export function toRuby(base: string, readings: readonly string[]): Inline[] | undefined {
  if (!BASE.test(base)) return undefined;
  const chars = [...base];
  const [only = ''] = readings;
  if (readings.length === 1)
    return isReading(only, base) ? [{ type: 'ruby', base, reading: only.trim() }] : undefined;
  if (readings.length !== chars.length) return alternating(base, readings);
  if (!readings.every((reading) => isReading(reading, '一') || /^[a-zü]{1,6}$/i.test(reading)))
    return undefined;
  return chars.map((char, index) => ({ type: 'ruby', base: char, reading: (readings[index] ?? '').trim() }));
}

/** `{漢|かん|字|じ}`: each base with its reading. */
function alternating(first: string, rest: readonly string[]): Inline[] | undefined {
  const parts = [first, ...rest];
  if (parts.length % 2 !== 0) return undefined;
  const pairs = Array.from({ length: parts.length / 2 }, (_, index) =>
    toRuby(parts[2 * index] ?? '', [parts[2 * index + 1] ?? '']),
  );
  return pairs.every((pair) => pair !== undefined) ? pairs.flat() : undefined;
}

/** How ruby is written: by DenDen Markdown and furigana add-ons, and by editors for 公众号. */
export const RUBY_PATTERN: RegExp =
  /\{([^{}|\n]{1,20})\|([^{}\n]{1,200})\}|\[([^[\]\n]{1,20})\](?:\{([^{}\n]{1,60})\}|\^\(([^()\n]{1,60})\)|\(\^([^()\n]{1,60})\))/y;

/** The inlines of a match of {@link RUBY_PATTERN}. */
export function rubyOf(found: RegExpExecArray): Inline[] | undefined {
  const [, braced, readings = '', bracketed = '', ...forms] = found;
  if (braced !== undefined) return toRuby(braced, readings.split('|'));
  return toRuby(bracketed, [forms.find((form) => form !== undefined) ?? '']);
}
