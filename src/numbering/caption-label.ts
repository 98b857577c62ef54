/** What a caption stands under: a picture, or a table. */
export type CaptionKind = 'figure' | 'table';

/** The number at the start of a caption, taken apart: of 图 2-3 the word 图, the chapter 2 and the count 3. */
export interface CaptionLabel {
  /** All of it, without what parts it from the words of the caption. */
  readonly text: string;
  readonly word: string;
  /** Between word and number: a blank or nothing. */
  readonly gap: string;
  /** The numbers before the last one, and the sign that parts them from it; both empty for 图1. */
  readonly chapter: string;
  readonly sign: string;
  /** The last number, as written. */
  readonly numeral: string;
}

const LATIN_COUNT = '\\d{1,4}(?:[-.\u2013]\\d{1,3}){0,3}';
/** The number of a caption: 1, 三, 2-3, 1.2.3. */
export const CAPTION_COUNT: string =
  '[0-9\uFF10-\uFF19一二三四五六七八九十]{1,4}(?:[-.\u2013\u2014][0-9\uFF10-\uFF19]{1,3}){0,3}';
/** A number is part of the caption where a blank, a mark or the end follows: 图一般 is not. */
const END = '(?:[\\s\u3000:\uFF1A、.\uFF0E。]+|(?=[(\uFF08《「“])|$)';

/** What authors write before a caption, with what parts it from the words: 图1, 图 2-3：, Figure 4. */
export const CAPTION_STARTS: Readonly<Record<CaptionKind, RegExp>> = {
  figure: new RegExp(
    `^(?:[附插]?[图圖]\\s?${CAPTION_COUNT}|(?:Figure|Fig\\.?)\\s?${LATIN_COUNT})${END}`,
    'iu',
  ),
  table: new RegExp(`^(?:附?表\\s?${CAPTION_COUNT}|(?:Table|Tab\\.)\\s?${LATIN_COUNT})${END}`, 'iu'),
};

const BEHIND_LABEL = /[\s\u3000:\uFF1A、.\uFF0E。]+$/u;
const PARTS =
  /^([附插]?[图圖]|附?表|Figure|Fig\.?|Table|Tab\.)(\s?)(?:(.+)([-.\u2013\u2014]))?([^-.\u2013\u2014]+)$/iu;

/**
 * The number at the start of a caption of its kind, or undefined when it has none.
 *
 * @param caption The caption as one reads it.
 * @param ownWord A word that the template puts before numbers, beside those that authors write.
 */
export function parseCaptionLabel(
  kind: CaptionKind,
  caption: string,
  ownWord: string = '',
): CaptionLabel | undefined {
  const text = CAPTION_STARTS[kind].exec(caption)?.[0].replace(BEHIND_LABEL, '');
  const parts = text === undefined ? null : PARTS.exec(text);
  if (text === undefined || !parts) return ownLabel(caption, ownWord);
  const [, word = '', gap = '', chapter = '', sign = '', numeral = ''] = parts;
  return { text, word, gap, chapter, sign, numeral };
}

function ownLabel(caption: string, ownWord: string): CaptionLabel | undefined {
  const numeral =
    ownWord !== '' && caption.startsWith(ownWord)
      ? /^\d+/.exec(caption.slice(ownWord.length))?.[0]
      : undefined;
  if (numeral === undefined) return undefined;
  const word = ownWord.trimEnd();
  return { text: ownWord + numeral, word, gap: ownWord.slice(word.length), chapter: '', sign: '', numeral };
}
