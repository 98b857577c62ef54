import { isBlock, namesOf } from './elements.js';
import { childrenOf, elementsIn, type HtmlElement, shortTextIn } from './tree.js';

/** What sites call the lines that say who wrote an article, and when. */
const NAMES =
  /(?:^|[\s_-])(?:infos?|metas?|byline|sources?|date|time|authors?|property|attrs?|status|laiyuan|ly|fbsj)(?:[\s_\d-]|$)/;
/** Words of such lines. A label of an index block may be spread to the width of others: 索 引 号. */
const LABEL =
  /索\s*引\s*号|发布(?:时间|日期|机构|单位|者|于)|发文(?:机关|日期|字号)|成文日期|主题分类|组配分类|文\s*号|来\s*源|作\s*者|编\s*辑|浏览|阅读|点击|字数|评论|时\s*间|日\s*期|有效性|时\s*效/u;
const DAY = /\d{4}\s?[-./年]\s?\d{1,2}/u;
const PAUSE = /[\uFF0C。\uFF01\uFF1F\uFF1B]/u;

const LONGEST_LINE = 120;
const LONGEST_ITEM = 60;

/** A line of data has few pieces. */
const MOST_PIECES = 20;

/** Whether only style parts the pieces of a line: 2021-10-01 and 来源 in elements that touch. */
export function isDataLine(element: HtmlElement): boolean {
  if (NAMES.test(namesOf(element))) return true;
  let pieces = 0;
  for (const node of childrenOf(element)) {
    if (node.type === 'text' ? node.text.trim() !== '' : isBlock(node)) return false;
    if (node.type === 'element' && ++pieces > MOST_PIECES) return false;
  }
  const text = pieces < 2 ? undefined : shortTextIn(element, 4 * LONGEST_LINE);
  return text !== undefined && text.trim().length <= LONGEST_LINE && saysData(text);
}

function saysData(text: string): boolean {
  return !PAUSE.test(text) && (DAY.test(text) || LABEL.test(text));
}

/** A block of labels holds no more. */
const LONGEST_BLOCK = 4000;

/** A list or table of labels with their values (索引号, 发布机构): lines of data about the article, and no list of it. */
export function isDataBlock(element: HtmlElement): boolean {
  const known = dataBlocks.get(element);
  if (known !== undefined) return known;
  const found = hasLabels(element);
  dataBlocks.set(element, found);
  return found;
}

/** Asked again for every cell. */
const dataBlocks = new WeakMap<HtmlElement, boolean>();

function hasLabels(element: HtmlElement): boolean {
  const whole = shortTextIn(element, LONGEST_BLOCK);
  if (whole === undefined || PAUSE.test(whole)) return false;
  let labels = 0;
  for (const inner of elementsIn(element)) {
    if (!/^(?:li|td|th|dt|dd)$/.test(inner.tag)) continue;
    const text = shortTextIn(inner, LONGEST_BLOCK)?.trim() ?? '';
    if (text.length > LONGEST_ITEM) return false;
    if (/^[^:\uFF1A]{2,12}[:\uFF1A]/u.test(text) && LABEL.test(text)) labels += 1;
  }
  return labels >= 2;
}

/** The cell belongs to such a table. */
export function isDataCell(cell: HtmlElement): boolean {
  let at = cell.parent;
  while (at && at.tag !== 'table') at = at.parent;
  return at !== undefined && isDataBlock(at);
}
