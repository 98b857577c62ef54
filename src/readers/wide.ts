/** Scripts and marks that are written without spaces: Han, kana, and their punctuation. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFE30-\uFE4F\uFF00-\uFFEF]/u;

/** True for a character beside which a line end of the source stands for nothing. Empty text is not wide. */
export function isWide(char: string): boolean {
  return WIDE.test(char);
}
