import { hanCount } from './row.js';

// Pairs of frequent characters that only one of the two scripts writes, in the same order.
const SIMPLIFIED =
  '们这个来为国说时对学会过发现经还没动进实开问见关长头体点气车门书东马风飞语间数认让给边儿兴习队员军党义务观决计论证书证应办报产业专战阵';
const TRADITIONAL =
  '們這個來為國說時對學會過發現經還沒動進實開問見關長頭體點氣車門書東馬風飛語間數認讓給邊兒興習隊員軍黨義務觀決計論證書證應辦報產業專戰陣';

/** Kana make at least this share of a Japanese text's letters. */
const KANA_SHARE = 0.1;

/** The language of a text by its characters: `zh-Hans`, `zh-Hant`, `ja`, or `en` when it has no Han at all. */
export function detectLanguage(text: string): string {
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const han = hanCount(text, kana === 0 ? 1 : Number.POSITIVE_INFINITY);
  if (kana > 0 && kana >= (han + kana) * KANA_SHARE) return 'ja';
  if (han === 0) return 'en';
  return leansTraditional(text) ? 'zh-Hant' : 'zh-Hans';
}

/** By code unit, how a character speaks for the traditional script: those of both scripts not at all. */
const LEAN = new Int8Array(0x10000);
for (const char of TRADITIONAL) LEAN[char.charCodeAt(0)] = 1;
for (const char of new Set(SIMPLIFIED)) LEAN[char.charCodeAt(0)] = (LEAN[char.charCodeAt(0)] as number) - 1;

function leansTraditional(text: string): boolean {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum += LEAN[text.charCodeAt(index)] as number;
  return sum > 0;
}
