import { headingLevel, isControl } from '../elements.js';
import { attribute, elementsIn, following, type HtmlElement } from '../tree.js';
import type { TextWeight } from './weigh-text.js';

/** What sites set into the text of an article: adverts that bear the label the law demands, and polls. */

/** @see 互联网广告管理办法, article 9: an advert is marked 广告, so that it is told from the text. */
const LABEL =
  /^[[\u3010(\uFF08]?(?:广告|廣告|推广|推廣|赞助|贊助|AD|Advertisement|Sponsored)[\]\u3011)\uFF09]?$/iu;
const BOXES: ReadonlySet<string> = new Set(['div', 'section', 'aside', 'p', 'center']);
const LONGEST_ADVERT = 80;

/** A small box with a link, whose first or last word is such a label and stands alone. */
export function isLabelledAdvert(
  element: HtmlElement,
  { sentences, short, linked, links }: TextWeight,
): boolean {
  if (!BOXES.has(element.tag) || links === 0 || linked === 0) return false;
  if (sentences + short + linked > LONGEST_ADVERT) return false;
  const texts: string[] = [];
  for (let node = element.first; node; node = following(node, element, true))
    if (node.type === 'text' && node.text.trim() !== '') texts.push(node.text.trim());
  return (
    texts.length > 1 && [texts.at(0), texts.at(-1)].some((text) => text !== undefined && LABEL.test(text))
  );
}

const LONGEST_QUESTION = 40;
const MOST_ANSWERS = 6;

/** A question with two buttons or more to answer it: 这篇文章对您有帮助吗? A heading with one opens what is folded. */
export function isPoll(element: HtmlElement, { sentences, short, links }: TextWeight): boolean {
  const asked = sentences + short;
  if (asked === 0 || asked > LONGEST_QUESTION || links > MOST_ANSWERS) return false;
  let buttons = 0;
  for (const inner of elementsIn(element)) {
    if (headingLevel(inner) !== undefined || inner.tag === 'pre' || inner.tag === 'img') return false;
    if (isButton(inner)) buttons += 1;
  }
  return buttons >= 2 && buttons <= MOST_ANSWERS && QUESTION.test(questionOf(element));
}

const QUESTION = /[?\uFF1F吗嗎]$/u;

function isButton(element: HtmlElement): boolean {
  const type = attribute(element, 'type') ?? '';
  return (
    element.tag === 'button' ||
    attribute(element, 'role') === 'button' ||
    (element.tag === 'input' && /^(?:button|submit)$/.test(type))
  );
}

/** The text before the first button. */
function questionOf(element: HtmlElement): string {
  let text = '';
  for (let node = element.first; node; node = following(node, element, true)) {
    if (node.type === 'text') text += node.text;
    else if (isControl(node) || isButton(node)) break;
  }
  return text.trim();
}
