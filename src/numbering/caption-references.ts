import { CAPTION_COUNT, type CaptionLabel } from './caption-label.js';
import type { Numbered, NumberedHeadings } from './numbered.js';
import { followsOther } from './references.js';

/** The place of a picture or table in a text that speaks of it. */
export interface CaptionReference {
  readonly start: number;
  readonly end: number;
  readonly target: Numbered;
}

/** 地图1, 代表2: the end of another word. */
const OTHER_WORD = '(?<![地版蓝藍企意构構视視截拼海星草代手仪儀钟鐘电電外发發课課报報列年月])';
/** 表2个, 图一般, 图1.5: the number goes on, or counts something. */
const GOES_ON =
  '(?![-.\uFF0E\u2013\u2014]?[0-9\uFF10-\uFF19]|[个個人名位张張种種类類项項年月日时時分秒元%％万亿倍米般些样樣])';

const REFERENCE = new RegExp(
  `${OTHER_WORD}(?:[附插]?[图圖]|附?表)\\s?${CAPTION_COUNT}${GOES_ON}|(?<!\\p{L})(?:Figure|Fig\\.?|Table|Tab\\.)\\s?\\d{1,4}(?:[-.\u2013]\\d{1,3}){0,3}${GOES_ON}`,
  'gu',
);

/** What every one of them holds, and few other texts do. */
const CUE = new RegExp(`[图圖表]\\s?${CAPTION_COUNT}|(?:Fig|Tab)`, 'u');

/** A caption is called by its number, however its blanks are set. */
export function captionName({ text }: Pick<CaptionLabel, 'text'>): string {
  return `caption ${text.replace(/\s+/gu, '')}`;
}

/** The pictures and tables of the article that a text names by their numbers, in reading order. */
export function findCaptions(text: string, from: Numbered, places: NumberedHeadings): CaptionReference[] {
  if (!CUE.test(text)) return [];
  return [...text.matchAll(REFERENCE)].flatMap((match) => {
    const target = places.find(captionName({ text: match[0] }), from);
    if (typeof target === 'string' || followsOther(text, match.index)) return [];
    return [{ start: match.index, end: match.index + match[0].length, target }];
  });
}
