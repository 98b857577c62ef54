import type { TextRow } from '../row.js';
import type { Repair } from './punctuation.js';

/** 项目名称 | 食堂配送 |: a bar with a gap before it is the border of a cell, at the end or between two. */
const BORDER = /\s[|\uFF5C](?:\s|$)|^[|\uFF5C]\s?\S/u;
const LAST = /\s{1,8}[|\uFF5C]$/u;
const INNER = /[|\uFF5C].*\S\s{1,8}[|\uFF5C]$/u;

/** A row of cells: no line of a paragraph, however many of one width follow each other. */
export function hasCells({ text }: TextRow): boolean {
  return BORDER.test(text);
}

/** The border behind a row of one cell, which is all that is left there of a table: 一、基本情况 |. */
export function lastBorder({ text, unit }: TextRow): Repair[] {
  const border = unit === 'physical' && !INNER.test(text) ? LAST.exec(text) : null;
  if (!border || border.index === 0) return [];
  return [{ start: border.index, end: text.length, insert: '', rule: 'cell-border' }];
}
