/** A piece of text that is one run in Word. */
export interface ScriptSegment {
  readonly text: string;
  /** The run needs `w:hint="eastAsia"`: marks that both worlds have (“ ” … — ·) are then Chinese ones. */
  readonly eastAsian: boolean;
  /** Of text in another East Asian language than the document's, for Word's dictionaries and faces. */
  readonly language?: string;
}

/** Without the modifier letters: the tones of zhuyin are East Asian. */
const LATIN = 'A-Za-z0-9\u00C0-\u02AF\u0300-\u058F\u1E00-\u1FFF';

/** Characters that only East Asian text has: radicals to Hangul, compatibility and full-width forms, planes 2 and 3. */
export const EAST_ASIAN: RegExp = /[\u2E80-\uD7FF\uF900-\uFAFF\uFE10-\uFE6F\uFF00-\uFFEF]|[\uD840-\uD8BF]/;

/** Latin words in a row with all that stands between them. */
const LATIN_SPAN = new RegExp(
  `[${LATIN}](?:[${LATIN}\\x20-\\x7E\\u00A0-\\u00BF\\u2010-\\u2027]*[${LATIN}])?`,
  'g',
);

/** Kana in a row with the few Han between them, and Hangul: what no Chinese text is written in. */
const FOREIGN = [
  {
    tag: 'ja-JP',
    home: /^ja\b/i,
    span: '[\\u3041-\\u3096\\u309D\\u309E\\u30A1-\\u30FA\\u30FC-\\u30FE\\u31F0-\\u31FF]+(?:[\\u3005\\u4E00-\\u9FFF]{1,6}[\\u3041-\\u3096\\u30A1-\\u30FA\\u30FC]+)*',
  },
  {
    tag: 'ko-KR',
    home: /^ko\b/i,
    span: '[\\u1100-\\u11FF\\u3131-\\u318E\\uAC00-\\uD7A3]+(?: [\\uAC00-\\uD7A3]+)*',
  },
] as const;
const FOREIGN_SPANS = new RegExp(FOREIGN.map(({ span }) => `(${span})`).join('|'), 'g');
const MAY_BE_FOREIGN = /[\u1100-\u11FF\u3041-\u318E\u31F0-\u31FF\uAC00-\uD7A3]/;

const BEYOND_ASCII = /[^\0-\x7F]/;

/**
 * Cuts text where the East Asian hint must change. Latin that the hint cannot touch (plain ASCII) stays in the run
 * of the Chinese around it, so that Word gets few runs.
 *
 * @see ISO/IEC 29500-1, 17.3.2.26 (rFonts, hint)
 */
function hintedSegments(text: string): ScriptSegment[] {
  if (!BEYOND_ASCII.test(text)) return [{ text, eastAsian: false }];
  if (!EAST_ASIAN.test(text)) return [{ text, eastAsian: !new RegExp(`[${LATIN}]`).test(text) }];
  const segments: ScriptSegment[] = [];
  const add = (piece: string, eastAsian: boolean): void => {
    if (piece !== '') segments.push({ text: piece, eastAsian });
  };
  let from = 0;
  for (const match of text.matchAll(LATIN_SPAN)) {
    if (!BEYOND_ASCII.test(match[0])) continue;
    add(text.slice(from, match.index), true);
    add(match[0], false);
    from = match.index + match[0].length;
  }
  add(text.slice(from), true);
  return segments;
}

/**
 * Text cut where the East Asian hint or its language must change.
 *
 * @param home Language of the document; without one no piece has a language.
 */
export function scriptSegments(text: string, home?: string): ScriptSegment[] {
  if (home === undefined || !MAY_BE_FOREIGN.test(text)) return hintedSegments(text);
  const segments: ScriptSegment[] = [];
  let from = 0;
  for (const match of text.matchAll(FOREIGN_SPANS)) {
    const found = FOREIGN.find((_, index) => match[index + 1] !== undefined);
    if (!found || found.home.test(home)) continue;
    if (match.index > from) segments.push(...hintedSegments(text.slice(from, match.index)));
    segments.push({ text: match[0], eastAsian: true, language: found.tag });
    from = match.index + match[0].length;
  }
  if (from < text.length) segments.push(...hintedSegments(text.slice(from)));
  return segments;
}
