import type { Row } from './row.js';

// Pairs of frequent characters that only one of the two scripts writes, in the same order.
const SIMPLIFIED =
  '们这个来为国说时对学会过发现经还没动进实开问见关长头体点气车门书东马风飞语间数认让给边儿兴习队员军党义务观决计论证书证应办报产业专战阵';
const TRADITIONAL =
  '們這個來為國說時對學會過發現經還沒動進實開問見關長頭體點氣車門書東馬風飛語間數認讓給邊兒興習隊員軍黨義務觀決計論證書證應辦報產業專戰陣';

/** Kana make at least this share of a Japanese text's letters. */
const KANA_SHARE = 0.1;

/** By code unit, how a character speaks for the traditional script: those of both scripts not at all. */
const LEAN = new Int8Array(0x10000);
for (const char of TRADITIONAL) LEAN[char.charCodeAt(0)] = 1;
for (const char of new Set(SIMPLIFIED)) LEAN[char.charCodeAt(0)] = (LEAN[char.charCodeAt(0)] as number) - 1;

/** The language of rows by their characters: `zh-Hans`, `zh-Hant`, `ja`, or `en` when they have no Han at all. */
export function detectLanguage(rows: readonly Row[]): string {
  let [han, kana, lean] = [0, 0, 0];
  for (const row of rows) {
    if (row.type !== 'line') continue;
    han += row.han;
    for (let index = 0; index < row.text.length; index++) {
      const unit = row.text.charCodeAt(index);
      lean += LEAN[unit] as number;
      if (unit >= FIRST_KANA && isKana(unit, row.text, index)) kana++;
    }
  }
  if (kana > 0 && kana >= (han + kana) * KANA_SHARE) return 'ja';
  if (han === 0) return 'en';
  return lean > 0 ? 'zh-Hant' : 'zh-Hans';
}

/** The first of the blocks that hold Hiragana and Katakana, and where Han begin that are none. */
const FIRST_KANA = 0x3041;
const FIRST_HAN = 0x3400;
const LAST_HAN = 0xd7ff;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}]/u;

function isKana(unit: number, text: string, index: number): boolean {
  if ((unit >= FIRST_HAN && unit <= LAST_HAN) || (unit >= 0xff01 && unit <= 0xff5e)) return false;
  return KANA.test(text.slice(index, index + 2));
}
