import { isBlock, isControl, isElement, namesOf } from '../elements.js';
import type { Place } from '../places.js';
import { attribute, childrenOf, elementsIn, following, type HtmlElement } from '../tree.js';
import { namedRegion } from './furniture-regions.js';
import { containerTrust } from './known-containers.js';
import { emptyWeight, linkShare, type TextWeight, type TextWeights, worth } from './weigh-text.js';

/** Elements that hold furniture, by where it stands. */
export type Regions = ReadonlyMap<HtmlElement, Exclude<Place, 'inside'>>;

/** A region with more of the page's sentences than this is its text, whatever it is called. */
const MOST_OF_PAGE = 0.3;
/** Comments may be longer than what they comment on, but not all that there is. */
const LEAST_BESIDE_COMMENTS = 0.1;

/** Inline elements are furniture by these names alone: a `tag` in a sentence is a word of it. */
const INLINE = /(?:^|\s)(?:mw-editsection|headerlink|anchorjs-link|header-anchor|anchor-link)(?:\s|$)/;

/** Finds what belongs to the site, by names, by lists of links within the page and by teasers of other pages. */
export function findRegions(body: HtmlElement, weights: TextWeights): Regions {
  const regions = new Map<HtmlElement, Exclude<Place, 'inside'>>();
  const total = weights.get(body) ?? emptyWeight();
  for (const element of elementsIn(body, (passed) => regions.has(passed))) {
    const weight = weights.get(element) ?? emptyWeight();
    const region = regionOf(element, weight);
    if (region && mayGo(element, region, weight, total, weights)) regions.set(element, region);
  }
  return regions;
}

function regionOf(element: HtmlElement, weight: TextWeight): Exclude<Place, 'inside'> | undefined {
  if (!isBlock(element)) return isControl(element) || INLINE.test(namesOf(element)) ? 'around' : undefined;
  const named = namedRegion(element);
  if (named) return named;
  if (weight.links >= 3 && weight.sentences === 0 && isContents(element)) return 'nav';
  return isTeaserList(element, weight) ? 'aside' : undefined;
}

function mayGo(
  element: HtmlElement,
  region: Exclude<Place, 'inside'>,
  weight: TextWeight,
  total: TextWeight,
  weights: TextWeights,
): boolean {
  if (weight.sentences === 0) return worth(weight) <= 0.5 * worth(total) || linkShare(weight) > 0.5;
  if (region === 'comments') return worth(total) - worth(weight) > LEAST_BESIDE_COMMENTS * worth(total);
  if (weight.sentences > MOST_OF_PAGE * total.sentences) return false;
  if (element.tag === 'aside' && namesOf(element) === '' && isInArticle(element)) return false;
  for (const inner of elementsIn(element)) {
    const isText = containerTrust(inner) === 'sure';
    if (isText && worth(weights.get(inner) ?? emptyWeight()) > MOST_OF_PAGE * worth(total)) return false;
  }
  return true;
}

/** An aside of the author's own stands inside the article. */
function isInArticle(element: HtmlElement): boolean {
  for (let at = element.parent; at; at = at.parent) {
    if (at.tag === 'article' || containerTrust(at) === 'sure') return true;
  }
  return false;
}

/** A table of contents: every link leads to a place on the page. */
function isContents(element: HtmlElement): boolean {
  let count = 0;
  for (const inner of elementsIn(element)) {
    if (inner.tag !== 'a') continue;
    const href = attribute(inner, 'href');
    if (href === undefined) continue;
    if (!/^#./.test(href)) return false;
    count += 1;
  }
  return count >= 3;
}

/** Items with a linked title of their own and a few words under it: other pages of the site. */
function isTeaserList(element: HtmlElement, weight: TextWeight): boolean {
  if (weight.links < 3) return false;
  const items = [...childrenOf(element)].filter(
    (node): node is HtmlElement => isElement(node) && isBlock(node),
  );
  if (items.length < 3) return false;
  const teasers = items.filter(isTeaser);
  return teasers.length >= 3 && teasers.length >= 0.8 * items.length;
}

function isTeaser(item: HtmlElement): boolean {
  if (item.tag === 'p' || /^h[1-6]$/.test(item.tag)) return false;
  let link: HtmlElement | undefined;
  for (let node = item.first; node; node = following(node, item, true)) {
    if (node.type === 'element' && node.tag === 'a' && attribute(node, 'href')) link ??= node;
    if (node.type !== 'text' || node.text.trim() === '') continue;
    if (!link) return false;
    break;
  }
  return link !== undefined && standsAlone(link, item);
}

/** The link is a block's only content, and more follows in the item. */
function standsAlone(link: HtmlElement, item: HtmlElement): boolean {
  let line = link;
  while (line.parent && line.parent !== item && !isBlock(line)) line = line.parent;
  return isBlock(line) && (line.next !== undefined || line.parent !== item);
}
