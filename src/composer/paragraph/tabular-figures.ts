import type { FontMetrics, ShapedWord } from '../metrics.js';

const FIRST_DIGIT = 0x30;
const LAST_DIGIT = 0x39;
const ONE_DIGIT = /[0-9]/;

const widestByMetrics = new WeakMap<FontMetrics, Map<number, number>>();

/**
 * The word with figures that are all as wide as the widest of their face, each in the middle of its place: below each
 * other in a table they make columns. Many faces for Chinese have figures of several widths and no `tnum`, so that places
 * are made here and not asked of the face.
 *
 * @param text The characters of the word.
 */
export function tabularFigures(
  word: ShapedWord,
  text: string,
  face: number,
  metrics: FontMetrics,
): ShapedWord {
  if (!ONE_DIGIT.test(text)) return word;
  const place = widestDigit(face, metrics);
  const offsetsEm = word.glyphs.map(() => 0);
  const advancesEm = word.advancesEm.map((advance, index) => {
    const from = word.starts[index] as number;
    const isDigit =
      (word.starts[index + 1] ?? text.length) === from + 1 && ONE_DIGIT.test(text[from] as string);
    if (!isDigit) return advance;
    offsetsEm[index] = (place - metrics.advanceEm(face, word.glyphs[index] as number)) / 2;
    return place;
  });
  return { ...word, advancesEm, offsetsEm };
}

function widestDigit(face: number, metrics: FontMetrics): number {
  let widest = widestByMetrics.get(metrics);
  if (!widest) {
    widest = new Map();
    widestByMetrics.set(metrics, widest);
  }
  let width = widest.get(face);
  if (width === undefined) {
    width = 0;
    for (let digit = FIRST_DIGIT; digit <= LAST_DIGIT; digit++) {
      width = Math.max(width, metrics.advanceEm(face, metrics.glyphFor(face, digit)));
    }
    widest.set(face, width);
  }
  return width;
}
