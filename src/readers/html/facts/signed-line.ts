import { namesOf } from '../elements.js';
import { type HtmlElement, shortTextIn } from '../tree.js';
import { publishedDay } from './published-day.js';

/** What site programs call the element with the name of the one who wrote: `username`, `post-author`, `nickname`. */
const PERSON =
  /(?:^|[\s_-])(?:user-?name|user|author|nick-?name|writer|poster|byline|zuozhe)(?:[\s_-]?(?:name|link|info))?(?:\s|$)/;
const LONGEST_NAME = 20;
const LONGEST_LINE = 80;
/** Boxes around a name that may also hold the day: one for the name, one for the people, one for the line. */
const MOST_BOXES = 3;
/** A text of its own that is longer belongs to the article: below it, others write. */
const LONGEST_ABOVE = 60;

/**
 * The name in an element that is called a person's and stands in one short line with a day, above the text:
 * `<span class="username">…</span> <span>2018-10-11</span>`. A name without a day beside it may be the visitor's.
 */
export function signedName(element: HtmlElement): string | undefined {
  if (!PERSON.test(namesOf(element))) return undefined;
  const name = shortTextIn(element, LONGEST_NAME)?.trim();
  if (name === undefined || name === '' || /\d[-/.:年\uFF1A]\d|^\d+$/u.test(name)) return undefined;
  let box = element.parent;
  for (let count = 0; box && count < MOST_BOXES; count++, box = box.parent) {
    const line = shortTextIn(box, 4 * LONGEST_LINE)
      ?.replace(/\s+/gu, ' ')
      .trim();
    if (line === undefined || line.length > LONGEST_LINE) return undefined;
    if (hasDay(line.replace(name, ' '))) return name;
  }
  return undefined;
}

function hasDay(line: string): boolean {
  const day = /(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}/u.exec(line);
  return day !== null && publishedDay(day[0]) !== undefined;
}

/** 2014年05月06日 星期二 in an element of its own: what an edition of a newspaper prints above its pages. */
export function dayOfEdition(element: HtmlElement): string | undefined {
  if (element.first?.type !== 'text' || element.first !== element.last) return undefined;
  const text = element.first.text.trim();
  return text.length < 30 && EDITION.test(text) ? text : undefined;
}

const EDITION = /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s{0,3}(?:星期|周|礼拜|禮拜)[一二三四五六日天]$/u;

/** Whether an element has a text of its own that is long enough to be the article's. */
export function isTextOfArticle(element: HtmlElement): boolean {
  for (let node = element.first; node; node = node.next) {
    if (node.type === 'text' && node.text.trim().length > LONGEST_ABOVE) return true;
  }
  return false;
}
