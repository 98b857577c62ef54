import { headingLevel, isBlock } from '../elements.js';
import { attribute, elementsIn, type HtmlElement, textIn } from '../tree.js';
import type { Regions } from './find-regions.js';
import { emptyWeight, linkShare, type TextWeights } from './weigh-text.js';

/** Share of links from which a block without a sentence is a list of them. */
const LIST_OF_LINKS = 0.6;
/** Links that an author puts under the text. */
const OF_THE_TEXT = /附件|附表|参考|參考|下载|下載|注释|註釋|文献|资料来源|原文|Reference/iu;
const FILE = /\.(?:docx?|pdf|xlsx?|pptx?|zip|rar|wps|ofd)(?:[?#]|$)/i;

/**
 * Lists of links before the first sentence of a content and after its last: they lead to other pages, and stand inside
 * only because the site has no element for the text alone.
 */
export function linksAtEdges(content: HtmlElement, weights: TextWeights, regions: Regions): HtmlElement[] {
  const passes = (element: HtmlElement): boolean => regions.has(element);
  const blocks = [...elementsIn(content, passes)].filter(
    (element) => isBlock(element) && !regions.has(element),
  );
  const hasSentences = (weights.get(content)?.sentences ?? 0) > 0;
  const speaks = (element: HtmlElement): boolean => {
    const { sentences, short, links } = weights.get(element) ?? emptyWeight();
    // a poem has none
    return hasSentences ? sentences > 0 : short > 0 && links === 0;
  };
  const first = blocks.findIndex(
    (element, index) => speaks(element) && !holdsSpeaking(index, blocks, speaks),
  );
  const last = blocks.findLastIndex(speaks);
  if (first < 0) return [];
  const found: HtmlElement[] = [];
  for (const [index, element] of blocks.entries()) {
    if (index > first && index < last) continue;
    if (speaks(element) || found.some((outer) => outer === element.parent)) continue;
    if (isListOfLinks(element, weights, index < first ? 'head' : 'tail')) found.push(element);
  }
  return found;
}

/** In order of the page, what a block holds follows it: the next block with a sentence is inside or after. */
function holdsSpeaking(
  index: number,
  blocks: readonly HtmlElement[],
  speaks: (element: HtmlElement) => boolean,
): boolean {
  const outer = blocks[index];
  for (let at = index + 1; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || !isUnder(block, outer)) return false;
    if (speaks(block)) return true;
  }
  return false;
}

function isUnder(element: HtmlElement, outer: HtmlElement | undefined): boolean {
  for (let at = element.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}

function isListOfLinks(element: HtmlElement, weights: TextWeights, edge: 'head' | 'tail'): boolean {
  const weight = weights.get(element) ?? emptyWeight();
  if (headingLevel(element) !== undefined || weight.links === 0) return false;
  const isOnly = linkShare(weight) === 1 && edge === 'head';
  if (!isOnly && !(weight.links >= 2 && linkShare(weight) >= LIST_OF_LINKS)) return false;
  for (const inner of elementsIn(element)) {
    if (headingLevel(inner) === 1 || FILE.test(attribute(inner, 'href') ?? '')) return false;
  }
  return !OF_THE_TEXT.test(textIn(element));
}
