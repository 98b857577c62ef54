import { weigh } from './content/weigh-text.js';
import { hasNoText } from './elements.js';
import { isHidden } from './inline-style.js';
import { elementsIn, following, type HtmlElement, textIn } from './tree.js';

/** A hidden element with more of the page's text than this is what the page was made for. */
const MOST_OF_TEXT = 0.5;

/**
 * Shows a hidden element that holds most of the text. Pages hide their text behind a button (展开全文), until a script
 * has run, or in favour of a newer version; whoever converts such a page wants it.
 *
 * @returns The line of the element that was hidden.
 */
export function revealText(body: HtmlElement): number | undefined {
  const hidden = [...elementsIn(body, (passed) => isHidden(passed) || hasNoText(passed))].filter(
    (element) => isHidden(element) && !hasNoText(element),
  );
  if (hidden.length === 0) return undefined;
  const weights = hidden.map((element) => weigh(textIn(element)));
  const total = weights.reduce((sum, weight) => sum + weight, weighShown(body));
  const at = weights.findIndex((weight) => weight > MOST_OF_TEXT * total);
  const element = hidden[at];
  if (!element) return undefined;
  element.attributes = element.attributes.filter(({ name }) => name !== 'style' && name !== 'hidden');
  return element.line;
}

function weighShown(body: HtmlElement): number {
  let weight = 0;
  let node = body.first;
  while (node) {
    const isShown = node.type === 'text' || !(hasNoText(node) || isHidden(node));
    if (node.type === 'text') weight += weigh(node.text);
    node = following(node, body, isShown);
  }
  return weight;
}
