import type { InlineItem, TextLook } from '../inline.js';
import type { FontMetrics } from '../metrics.js';
import { plainLetter } from '../paragraph/plain-letter.js';

/** Raised and lowered letters, figures and signs of Unicode: ʰ ⁿ ₁ ᵢ ⱼ ꟲ. */
const SMALL =
  /[\u02B0-\u02B8\u02E0-\u02E4\u1D2C-\u1D6A\u1D78\u1D9B-\u1DBF\u2070-\u209C\u2C7C\u2C7D\uA7F2-\uA7F4\uA7F8\uA7F9]/;
/** Those of them that Unicode calls `<sub>`. */
const LOWERED = /[\u1D62-\u1D6A\u2080-\u209C\u2C7C]/;

/** Their size in that of the text, and how far they stand off its base line. */
const SIZE = 0.6;
const RAISE = { lowered: -0.15, raised: 0.4 };

/**
 * Text as items: raised and lowered letters that no face has are drawn as small plain ones, and copied as what they are.
 *
 * @see Unicode Character Database, compatibility decompositions `<sub>` and `<super>`
 */
export function textItems(text: string, look: TextLook, metrics: FontMetrics): InlineItem[] {
  if (!SMALL.test(text)) return [{ type: 'text', text, look }];
  const items: { type: 'text'; text: string; look: TextLook }[] = [];
  const looks = new Map<number, TextLook>();
  for (const char of text) {
    const own = lookOf(char, look, metrics, looks);
    const last = items.at(-1);
    if (last && last.look === own) last.text += char;
    else items.push({ type: 'text', text: char, look: own });
  }
  return items;
}

function lookOf(char: string, look: TextLook, metrics: FontMetrics, looks: Map<number, TextLook>): TextLook {
  if (!SMALL.test(char)) return look;
  const { family, latinFamily = family, weight, sizePt, raisePt = 0 } = look;
  const isDrawn = (codePoint: number): boolean => metrics.faceFor(codePoint, latinFamily, weight) >= 0;
  const plain = plainLetter(char.charCodeAt(0));
  if (isDrawn(char.charCodeAt(0)) || !isDrawn(plain)) return look;
  const raise = raisePt + sizePt * (LOWERED.test(char) ? RAISE.lowered : RAISE.raised);
  const known = looks.get(raise);
  if (known) return known;
  const small: TextLook = { ...look, sizePt: sizePt * SIZE, raisePt: raise, plainLetters: true };
  looks.set(raise, small);
  return small;
}
