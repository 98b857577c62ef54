import { isBlock, isElement } from './elements.js';
import { childrenOf, type HtmlElement, textIn } from './tree.js';

/** A `<dt>` and the one `<dd>` that belongs to it. */
export type TermPair = readonly [term: HtmlElement, value: HtmlElement];

const LONGEST_TERM = 20;
const LONGEST_VALUE = 80;

/** The pairs of a list that is a table of short values; none for a glossary, whose definitions are text. */
export function termPairs(list: HtmlElement): TermPair[] {
  const items = [...childrenOf(list)].filter((node): node is HtmlElement => isElement(node) && isBlock(node));
  const pairs: TermPair[] = [];
  for (let at = 0; at < items.length; at += 2) {
    const [term, value] = items.slice(at, at + 2);
    if (
      term?.tag !== 'dt' ||
      value?.tag !== 'dd' ||
      !isShort(term, LONGEST_TERM) ||
      !isShort(value, LONGEST_VALUE)
    )
      return [];
    pairs.push([term, value]);
  }
  return pairs.length >= 2 || (pairs.length === 1 && hasSister(list)) ? pairs : [];
}

/** A box of pairs in two columns is two lists. */
function hasSister(list: HtmlElement): boolean {
  return (['previous', 'next'] as const).some((side) => {
    let node = list[side];
    while (node?.type === 'text' && node.text.trim() === '') node = node[side];
    return isElement(node, 'dl');
  });
}

function isShort(element: HtmlElement, longest: number): boolean {
  return textIn(element).trim().length <= longest && !/[。\uFF01\uFF1F]/u.test(textIn(element));
}
