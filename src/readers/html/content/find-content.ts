import { isBlock, isElement, namesOf } from '../elements.js';
import type { Place, Places } from '../places.js';
import { isLayout, readMarkedTable } from '../tables.js';
import { attribute, childrenOf, elementsIn, type HtmlElement, isInside } from '../tree.js';
import { linksAtEdges } from './edges.js';
import { findRegions, type Regions } from './find-regions.js';
import { mainPosts } from './forum.js';
import { containerTrust, isForumPost, isLead } from './known-containers.js';
import {
  emptyWeight,
  linkShare,
  type TextWeight,
  type TextWeights,
  weighBlocks,
  worth,
} from './weigh-text.js';

/** Known containers are taken at their word when they hold this share of what the page says. */
const ENOUGH_IN_KNOWN = 0.4;
/** A child is followed down when it holds most of what its parent does. */
const MOST_OF_PARENT = 0.5;
/** Beside the text, a block with so many links is no part of it. */
const MOST_LINKS = 0.3;

/**
 * Finds where the text of the page stands. Known containers of Chinese site programs come first; on other pages the
 * text is followed down from the body as long as nothing is left beside it but links, labels and furniture. A
 * sentence in doubt stays: `structure/` takes the site's lines away one by one, and names them.
 *
 * Mozilla's Readability was tried as the base and left out by evidence: of the example pages under `test/` it kept 79 of
 * 100 Han characters of text (its thresholds refuse short Chinese pages, and the text of a page of 微信公众号 is hidden
 * by its style), handed over a third as much furniture again, needs a DOM with fourteen packages, and does not come
 * back from a nesting of 100,000.
 *
 * @param stated Elements that the user says hold the text; furniture inside them goes all the same.
 * @returns A place for each element at which it changes; for the body itself when the text is further inside.
 */
export function findContent(body: HtmlElement, stated: readonly HtmlElement[] = []): Places {
  const regions = regionsBeside(stated, body);
  const weights = weighBlocks(body, (element) => regions.has(element));
  const page: Page = { body, regions, weights };
  const contents = stated.length > 0 ? stated : (knownContents(page) ?? [followDown(page)]);
  const places = new Map<HtmlElement, Place>(regions);
  for (const content of contents) {
    for (const links of linksAtEdges(content, weights, regions)) places.set(links, 'nav');
  }
  if (contents.includes(body)) return places;
  places.set(body, 'around');
  const others = stated.length > 0 ? [] : besides(contents, page);
  for (const content of [...contents, ...others]) places.set(content, 'inside');
  for (const [post, place] of mainPosts(contents, body)) places.set(post, place);
  return places;
}

/** Furniture by its names and looks, unless it holds what the user says is the text. */
function regionsBeside(stated: readonly HtmlElement[], body: HtmlElement): Regions {
  const regions = findRegions(
    body,
    weighBlocks(body, () => false),
  );
  if (stated.length === 0) return regions;
  return new Map([...regions].filter(([region]) => !stated.some((content) => isInside(content, region))));
}

interface Page {
  readonly body: HtmlElement;
  readonly regions: Regions;
  readonly weights: TextWeights;
}

function weightOf({ weights }: Page, element: HtmlElement): TextWeight {
  return weights.get(element) ?? emptyWeight();
}

/** The outermost elements that are surely the text by their names, when they hold enough of it. */
function knownContents(page: Page): HtmlElement[] | undefined {
  const found: HtmlElement[] = [];
  const passes = (element: HtmlElement): boolean => page.regions.has(element) || found.at(-1) === element;
  for (const element of elementsIn(page.body, passes)) {
    if (!isBlock(element) || page.regions.has(element)) continue;
    if (containerTrust(element) === 'sure' && worth(weightOf(page, element)) > 0) found.push(element);
  }
  const held = found.reduce((sum, element) => sum + worth(weightOf(page, element)), 0);
  const total = worth(weightOf(page, page.body));
  return found.length > 0 && held >= ENOUGH_IN_KNOWN * total ? found : undefined;
}

/** Down from the body to the smallest element beside which nothing of the text is left. */
function followDown(page: Page): HtmlElement {
  let current = page.body;
  for (;;) {
    const next = heaviestChild(current, page);
    if (!next || !leavesNothing(current, next, page)) return current;
    current = next;
  }
}

/** Elements that are one thing; text is not looked for inside them. */
const WHOLE = /^(?:p|h[1-6]|ul|ol|dl|pre|figure|details|blockquote)$/;

function heaviestChild(element: HtmlElement, page: Page): HtmlElement | undefined {
  if (element.tag === 'table' && !isLayout(readMarkedTable(element))) return undefined;
  let best: HtmlElement | undefined;
  for (const child of blockChildren(element, page)) {
    if (best === undefined || worth(weightOf(page, child)) > worth(weightOf(page, best))) best = child;
  }
  if (!best || WHOLE.test(best.tag) || isLine(best)) return undefined;
  if (best.tag === 'table' && !isLayout(readMarkedTable(best))) return undefined;
  const share = worth(weightOf(page, best)) / Math.max(1, worth(weightOf(page, element)));
  return share >= MOST_OF_PARENT ? best : undefined;
}

/** A paragraph by another name. */
function isLine(element: HtmlElement): boolean {
  for (const inner of elementsIn(element)) if (isBlock(inner) || inner.tag === 'br') return false;
  return true;
}

function* blockChildren(element: HtmlElement, { regions }: Page): Generator<HtmlElement> {
  for (const inner of elementsIn(element, (passed) => isBlock(passed) || regions.has(passed))) {
    if (isBlock(inner) && !regions.has(inner)) yield inner;
  }
}

function leavesNothing(parent: HtmlElement, chosen: HtmlElement, page: Page): boolean {
  const beside = [...blockChildren(parent, page)].filter((child) => child !== chosen);
  const gone = beside.reduce(
    (sum, child) => sum + (isOther(weightOf(page, child)) ? weightOf(page, child).sentences : 0),
    0,
  );
  const left = weightOf(page, parent).sentences - weightOf(page, chosen).sentences - gone;
  if (left > 0) return false;
  if (containerTrust(chosen) !== undefined) return true;
  const lines = beside
    .map((child) => weightOf(page, child))
    .filter(({ links, short }) => links === 0 && short > 0);
  const said = lines.reduce((sum, { short }) => sum + short, 0);
  const { sentences, short } = weightOf(page, chosen);
  if (lines.length > MOST_TOUCHING && said > MOST_IN_LINES * (sentences + short)) return false;
  return !beside.some((child) => mayBeText(child, page));
}

/** Lines beside a text that say more than this share of what it says are part of it: a form, a list of facts. */
const MOST_IN_LINES = 0.25;

/** Sentences among many links are teasers of other pages. */
function isOther(weight: TextWeight): boolean {
  return linkShare(weight) > MOST_LINKS;
}

/** What stands above the pages of a site: its name as a picture. */
const OF_THE_SITE = /logo|banner|header|(?:^|[\s_/-])(?:top|head|ad)(?:[\s_./\d-]|$)/i;

function isPicture(element: HtmlElement): boolean {
  if (element.tag !== 'img' || OF_THE_SITE.test(attribute(element, 'src') ?? '')) return false;
  for (let at: HtmlElement | undefined = element; at; at = at.parent)
    if (OF_THE_SITE.test(namesOf(at))) return false;
  return true;
}

/** A heading of a section or a picture beside the text, though it has no sentence. */
function mayBeText(element: HtmlElement, page: Page): boolean {
  const weight = weightOf(page, element);
  if (weight.links > 0) return false;
  const isHeading = /^h[2-6]$/.test(element.tag);
  return (isHeading && weight.short > 0) || [...elementsIn(element)].some(isPicture);
}

/**
 * What belongs to the text beside its container: paragraphs, the lead that stands further up, and the lines that touch
 * it without a link: title, note under the title (修订), signature. They are judged line by line later, as in a text.
 */
function besides(contents: readonly HtmlElement[], page: Page): HtmlElement[] {
  const [first] = contents;
  if (!first) return [];
  // between the posts of a thread stand the cards of their writers
  const found =
    contents.length === 1 ? [...touching(first, 'previous', page), ...touching(first, 'next', page)] : [];
  let level = 0;
  for (let at = first; at !== page.body && at.parent; at = at.parent) {
    for (const node of childrenOf(at.parent)) {
      if (!isElement(node) || !isBlock(node) || page.regions.has(node)) continue;
      if (contents.some((content) => isInside(content, node))) continue;
      const weight = weightOf(page, node);
      const isText = weight.sentences > 0 && !isOther(weight);
      if (isText && (level === 0 || isLead(node) || node.tag === 'p')) found.push(node);
    }
    level += 1;
  }
  return found.filter((element) => !isForumPost(element));
}

/** More lines in a row than these are a menu without links. */
const MOST_TOUCHING = 5;
const LONGEST_TOUCHING = 80;

function touching(content: HtmlElement, side: 'previous' | 'next', page: Page): HtmlElement[] {
  const found: HtmlElement[] = [];
  for (let node = outermostAlone(content, side)[side]; node; node = node[side]) {
    if (node.type === 'text' && node.text.trim() === '') continue;
    if (!isElement(node) || !isBlock(node) || page.regions.has(node)) break;
    const { links, short, sentences } = weightOf(page, node);
    if (links > 0 || short > LONGEST_TOUCHING) break;
    if (short + sentences > 0) found.push(node);
  }
  return found.length > MOST_TOUCHING ? [] : found;
}

/** The element, or the parts of a table for layout around it that hold nothing before it (or after it). */
function outermostAlone(content: HtmlElement, side: 'previous' | 'next'): HtmlElement {
  let outer = content;
  while (outer.parent && TABLE_PART.test(outer.parent.tag) && !hasNeighbour(outer, side))
    outer = outer.parent;
  return outer;
}

const TABLE_PART = /^(?:table|tbody|tr|td)$/;

function hasNeighbour(element: HtmlElement, side: 'previous' | 'next'): boolean {
  let node = element[side];
  while (node?.type === 'text' && node.text.trim() === '') node = node[side];
  return node !== undefined;
}
