import { type DraftBlock, type DraftLine, type Inline, plainText } from '../model/index.js';
import { type Look, lookAt, SIGN, signsOfUnit } from './signs.js';

/** A line of the draft with its text at hand. Passes make new rows and never change one. */
export interface TextRow extends DraftLine, Look {
  /** Plain text of {@link DraftLine.inlines}. */
  readonly text: string;
  /** The text before any repair, for the report of removals. */
  readonly source: string;
  /** It stands in the page's own table of contents, there with a bullet (below another) or without. */
  readonly listed?: 'entry' | 'sub-entry';
  /** A line of a running paragraph that fills several. */
  readonly wrapped?: true;
}

export type Row = TextRow | Exclude<DraftBlock, DraftLine>;

export function toRows(blocks: readonly DraftBlock[]): Row[] {
  return blocks
    .map((block): Row => {
      if (block.type !== 'line') return block;
      const text = plainText(block.inlines);
      return { ...block, text, source: text, ...lookAt(text) };
    })
    .filter((row) => row.type !== 'line' || row.inlines.length > 0);
}

/** The same row with other inlines; its text follows. */
export function withInlines(row: TextRow, inlines: readonly Inline[]): TextRow {
  const text = plainText(inlines);
  return { ...row, inlines, text, ...lookAt(text) };
}

const LONGEST_CALL = 30;
/** So many Han are a paragraph's, however it ends. */
const LEAST_BODY = 40;
const HAN = /\p{Script=Han}/u;

/** A sentence that leads to what follows, and no title or label: it has a pause and ends in a colon. */
const INTRODUCES = /[\uFF0C,。].*[\uFF1A:]$/u;

export function isHan(char: string | undefined): boolean {
  if (char === undefined) return false;
  const unit = char.charCodeAt(0);
  return (signsOfUnit(unit) & SIGN.han) !== 0 || (unit >= FIRST_PAIR && HAN.test(char));
}

/** First halves of characters beyond U+FFFF. */
const FIRST_PAIR = 0xd800;
const LAST_PAIR = 0xdbff;

/**
 * How many Han characters a text has.
 *
 * @param enough The count is not taken further than this.
 */
export function hanCount(text: string, enough: number = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (let index = 0; index < text.length && count < enough; index++) {
    const unit = text.charCodeAt(index);
    if ((signsOfUnit(unit) & SIGN.han) !== 0) count++;
    else if (unit >= FIRST_PAIR && unit <= LAST_PAIR) {
      const char = String.fromCodePoint(text.codePointAt(index) ?? 0);
      if (HAN.test(char)) count++;
      index += char.length - 1;
    }
  }
  return count;
}

/** Ends as a sentence does: 。！？； or an ellipsis, closing quotes aside. */
export function endsSentence(text: string): boolean {
  let last = text.length - 1;
  while (last >= 0 && (signsOfUnit(text.charCodeAt(last)) & SIGN.closing) !== 0) last--;
  return last >= 0 && (signsOfUnit(text.charCodeAt(last)) & SIGN.stop) !== 0;
}

/** Ends in a colon of either width. */
export function endsInColon(text: string): boolean {
  return text.length > 0 && (signsOfUnit(text.charCodeAt(text.length - 1)) & SIGN.colon) !== 0;
}

/** Width in ems: half a one for what is narrow on a Chinese page. */
export function widthEm(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    width += codePoint < 0x2000 ? 0.5 : 1;
    if (codePoint > 0xffff) index++;
  }
  return width;
}

/** A running paragraph by its looks, not a line of a title block or of furniture. */
export function isBody(row: Row | undefined): boolean {
  if (row === undefined) return false;
  if (row.type !== 'line') return row.type !== 'rule';
  return row.wrapped === true || isBodyText(row.text, row.han);
}

/** The same of a text with so many Han. */
export function isBodyText(text: string, han: number): boolean {
  if (han >= 12) return han >= LEAST_BODY || endsSentence(text) || INTRODUCES.test(text);
  return han === 0 && isLatinBody(text);
}

/** A question or call that is short enough for a title: 如何做好班主任工作？5个方法请收好！ */
export function mayBeTitle({ text, han }: TextRow): boolean {
  return han <= LONGEST_CALL && /[?!\uFF1F\uFF01]$/u.test(text) && !/[。\uFF1B]/u.test(text);
}

/** 问：, Q:, 记者：: one side of a talk. */
export function asks({ text }: TextRow): boolean {
  return /^(?:[QA问答]|记者|主持人)\s*[:\uFF1A]/u.test(text);
}

/** A sentence of a language with words, or several. */
function isLatinBody(text: string): boolean {
  if (text.length < 40) return false;
  const words = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  return words >= 25 || (words >= 8 && /[.!?:]["'”’)]*$/u.test(text));
}
