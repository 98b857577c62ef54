/** A piece of text that is one run in Word. */
export interface ScriptSegment {
  readonly text: string;
  /** The run needs `w:hint="eastAsia"`: marks that both worlds have (“ ” … — ·) are then Chinese ones. */
  readonly eastAsian: boolean;
}

const LATIN = 'A-Za-z0-9\u00C0-\u058F\u1E00-\u1FFF';

/** Characters that only East Asian text has: radicals to Hangul, compatibility and full-width forms, planes 2 and 3. */
export const EAST_ASIAN: RegExp = /[\u2E80-\uD7FF\uF900-\uFAFF\uFE10-\uFE6F\uFF00-\uFFEF]|[\uD840-\uD8BF]/;

/** Latin words in a row with all that stands between them. */
const LATIN_SPAN = new RegExp(
  `[${LATIN}](?:[${LATIN}\\x20-\\x7E\\u00A0-\\u00BF\\u2010-\\u2027]*[${LATIN}])?`,
  'g',
);

const BEYOND_ASCII = /[^\0-\x7F]/;

/**
 * Cuts text where the East Asian hint must change. Latin that the hint cannot touch (plain ASCII) stays in the run
 * of the Chinese around it, so that Word gets few runs.
 *
 * @see ISO/IEC 29500-1, 17.3.2.26 (rFonts, hint)
 */
export function scriptSegments(text: string): ScriptSegment[] {
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
