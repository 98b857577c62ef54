import type { TextRow } from '../row.js';
import { SIGN } from '../signs.js';
import type { Repair } from './punctuation.js';

/** 项目名称 | 食堂配送 |: a bar with a gap before it is the border of a cell, at the end or between two. */
const BORDER = /\s[|\uFF5C](?:\s|$)|^[|\uFF5C]\s?\S/u;
const LAST = /\s{1,8}[|\uFF5C]$/u;
const BAR = /[|\uFF5C]/u;

/** 序号⇥议案名称⇥类型, 春笋⇥两根: two tabs, or one between words; 一、⇥… has a number before its only one. */
const TABS = /\S\t[^\t]{0,200}\S\t\S|^[^\t、.\uFF0E)\uFF09]{2,12}\t[^\t]{1,20}$/u;

/** A row of cells: no line of a paragraph, however many of one width follow each other. */
export function hasCells({ text, signs }: TextRow): boolean {
  return ((signs & SIGN.bar) !== 0 && BORDER.test(text)) || ((signs & SIGN.tab) !== 0 && TABS.test(text));
}

/** The border behind a row of one cell, which is all that is left there of a table: 一、基本情况 |. */
export function lastBorder({ text, unit, signs }: TextRow): Repair[] {
  const border = unit === 'physical' && (signs & SIGN.bar) !== 0 ? LAST.exec(text) : null;
  if (!border || border.index === 0 || BAR.test(text.slice(0, border.index))) return [];
  return [{ start: border.index, end: text.length, insert: '', rule: 'cell-border' }];
}
