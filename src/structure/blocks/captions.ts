import type { DraftFigure } from '../../model/index.js';
import { parseLabel } from '../../numbering/index.js';
import type { Cleaned } from '../removal.js';
import type { RemovedText } from '../report.js';
import { endsSentence, hanCount, type Row, type TextRow } from '../row.js';
import { surveyOf } from '../survey.js';

const LONGEST_CAPTION = 80;
const LONGEST_BY_PLACE = 30;
const SHORTEST_BY_PLACE = 3;
/** A line shorter than this may come twice in a poem. */
const SHORTEST_COPY = 12;

/** 图1, 图为…, 图片：, ▲…: the beginning of a line about a picture. */
const OPENS_AS_CAPTION =
  /^(?:[图圖]\s?[0-9\uFF10-\uFF19一二三四五六七八九十]{1,3}(?:[-.\u2014][0-9]{1,2})?(?:[\s:\uFF1A、.。(\uFF08]|$)|[图圖](?:[片中右左上下]?[为為]|[片说說]?\s*[:\uFF1A])|[\u25B2\u25B3\u25BC\u25BD\u2191\u2193]|[(\uFF08][图圖](?:片|[为為])?\s*[:\uFF1A])/u;
/** 表 1 列出了三种方案。 speaks of a table; a caption names it. */
const SPEAKS_OF =
  /^[图圖表]\s?[0-9\uFF10-\uFF19一二三四五六七八九十]{1,3}(?:[-.\u2014][0-9]{1,2})?\s{0,2}(?:[列给給画畫][出了]|[显顯展表]示|[说說][明了]|反映|[总總][结結]了|[对對比][比较較]了|[为為是](?!了)|[中里裡](?!国|國)|可以?[见見看]|就是|清楚|也)/u;
/** …李明 摄, …（记者 周凯 摄）, …供图: who took it stands at its end. */
const NAMES_PHOTOGRAPHER =
  /(?:\s|[。\uFF0C\uFF1A:(\uFF08]|(?!拍)\p{Script=Han})(?:[摄攝]影?|供[图圖])[)\uFF09]?$/u;
/** These point at the picture below them. */
const POINTS_DOWN = /^[\u25BC\u25BD\u2193]/u;
const LONGEST_COPY = 200;
/** How a copy that was cut off ends. */
const CUT_OFF = /(?:\u2026+|\.{3,}|。{3,})$/u;

/** A line about a picture by its words: 图1 教学楼外观, ▲新窗户下的早读课, 图为修复后的石桥。李明 摄. */
export function isCaption(text: string): boolean {
  if (hanCount(text) > LONGEST_CAPTION || isProse(text)) return false;
  return OPENS_AS_CAPTION.test(text) || NAMES_PHOTOGRAPHER.test(text);
}

/** A sentence about a numbered figure or table, or several sentences that begin with its name. */
export function isProse(text: string): boolean {
  return SPEAKS_OF.test(text) && endsSentence(text);
}

/** Gives pictures the lines that stand under them, or above them where a line points down. */
export function attachCaptions(rows: readonly Row[]): readonly Row[] {
  if (!surveyOf(rows).hasFigure) return rows;
  const kept: Row[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row;
    const [before, after] = [kept.at(-1), rows[at + 1]];
    if (row.type !== 'figure' || row.caption) kept.push(row);
    else if (isAbove(before)) kept.splice(-1, 1, withCaption(row, before));
    else if (isBelow(after) && !(after?.tableCaption && rows[at + 2]?.type === 'table')) {
      kept.push(withCaption(row, after));
      at++;
    } else kept.push(row);
  }
  return kept;
}

/** Takes out the first copy of a caption that stands twice, as pages do that cut it off: 石桥…, 石桥修复后的样子。李明 摄. */
export function removeRepeatedCaptions(rows: readonly Row[]): Omit<Cleaned, 'facts'> {
  const removed: RemovedText[] = [];
  const kept = rows.filter((row, at) => {
    const next = rows[at + 1];
    if (row.type !== 'line' || next?.type !== 'line' || !isCutCopy(row.text, next.text)) return true;
    removed.push({ line: row.line, text: row.source, rule: 'repeated-caption' });
    return false;
  });
  return { rows: removed.length === 0 ? rows : kept, removed };
}

function withCaption(figure: DraftFigure, { inlines }: TextRow): DraftFigure {
  return { ...figure, caption: inlines };
}

function isAbove(row: Row | undefined): row is TextRow {
  return row?.type === 'line' && POINTS_DOWN.test(row.text) && isPlain(row);
}

/** By its words, or by its place: centred, short, open at its end and no heading by its looks. */
function isBelow(row: Row | undefined): row is TextRow {
  if (row?.type !== 'line' || !isPlain(row) || POINTS_DOWN.test(row.text)) return false;
  const han = hanCount(row.text);
  const fits = row.align === 'center' && han >= SHORTEST_BY_PLACE && han <= LONGEST_BY_PLACE;
  return isCaption(row.text) || (fits && !row.bold && !endsSentence(row.text) && isOpen(row.text));
}

function isPlain({ headingLevel, inlines }: TextRow): boolean {
  return headingLevel === undefined && !inlines.some(({ type }) => type === 'image');
}

function isOpen(text: string): boolean {
  return !/[:\uFF1A\uFF0C,、]$/u.test(text) && parseLabel(text) === undefined;
}

function isCutCopy(first: string, second: string): boolean {
  // a line of 100,000 points is no copy of a caption, and long to look through
  if (first.length > LONGEST_COPY || first.slice(0, SHORTEST_COPY) !== second.slice(0, SHORTEST_COPY))
    return false;
  const start = first.replace(CUT_OFF, '').trimEnd();
  if (hanCount(start) < SHORTEST_COPY || !second.startsWith(start)) return false;
  return isCaption(second) && (CUT_OFF.test(first) || !endsSentence(first) || first === second);
}
