import { isBlock, isControl, isElement, namesOf } from '../elements.js';
import type { Place } from '../places.js';
import { attribute, childrenOf, elementsIn, following, type HtmlElement, textIn } from '../tree.js';
import { namedRegion } from './furniture-regions.js';
import { isLabelledAdvert, isPoll } from './inserts.js';
import { containerTrust } from './known-containers.js';
import { emptyWeight, linkShare, type TextWeight, type TextWeights, worth } from './weigh-text.js';

/** Elements that hold furniture, by where it stands. */
export type Regions = ReadonlyMap<HtmlElement, Exclude<Place, 'inside'>>;

/** A region with more of the page's sentences than this is its text, whatever it is called. */
const MOST_OF_PAGE = 0.3;
/** Where its title or its items show what it is, it may outweigh a short text. */
const MOST_OF_SHORT_PAGE = 0.6;
/** Comments may be longer than what they comment on, but not all that there is. */
const LEAST_BESIDE_COMMENTS = 0.1;

/** Inline elements are furniture by these names alone: a `tag` in a sentence is a word of it. */
const INLINE =
  /(?:^|\s)(?:mw-editsection|headerlink|anchorjs-link|header-anchor|anchor-link|(?:edit|lock)-?(?:lemma|icon|btn|link|section))(?:\s|$)/;

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
  if (isSenseOfTitle(element)) return 'around';
  const named = namedRegion(element);
  if (named) return named;
  if (weight.links >= 3 && weight.sentences === 0 && isContents(element)) return 'nav';
  if (isUnderCommentsTitle(element)) return 'comments';
  if (isLegalFoot(element, weight)) return 'footer';
  if (isLabelledAdvert(element, weight)) return 'aside';
  if (isPoll(element, weight)) return 'around';
  return isTeaserList(element, weight) || isRelatedBox(element, weight) ? 'aside' : undefined;
}

const ADJECTIVE =
  '今日|本周|本月|本站|最新|最近|近期|往期|热门|热点|热评|精彩|精选|推荐|相关|图文|频道|同类|本类|更多|其他|点击|阅读|下载|人气|编辑|猜你|大家';
/** Titles of boxes with links to other pages: 相关阅读, 热门文章, 点击排行, 推荐内容. */
const RELATED = new RegExp(
  `^(?:${ADJECTIVE}){1,3}(?:喜欢|都在看|文章|新闻|阅读|内容|资讯|信息|图片|排行榜?|推荐|报道|链接|导读|回顾|专题|视频|评论|话题|范文|小说|标签|搜索|作文|资料|帖子)?$|^(?:延伸阅读|友情链接|猜你喜欢|排行榜|栏目导航|站内搜索|TOP\\s?10)$`,
  'u',
);

/** 网友评论, 最新评论(12), 3条评论: 评论 alone may be a chapter. */
const COMMENTS_TITLE =
  /^(?:(?:网友|最新|热门|全部|精彩|精选|用户|读者|相关|文章|發表|发表)(?:评论|留言|跟帖|評論)(?:列表|区)?(?:[(\uFF08]\d*[)\uFF09])?|(?:共有?)?\d+\s*[条條个](?:评论|回复|留言|跟帖|評論)|评论\s?[(\uFF08]\d+[)\uFF09]|评论区|Comments)$/u;

/** A box that begins with the title of comments, that title, and all that stands after it. */
function isUnderCommentsTitle(element: HtmlElement): boolean {
  if (element.tag === 'body' || element.tag === 'html') return false;
  if (beginsWith(element, COMMENTS_TITLE)) return true;
  const before = previousElement(element);
  return before !== undefined && isWholly(before, COMMENTS_TITLE);
}

function previousElement({ previous }: HtmlElement): HtmlElement | undefined {
  let node = previous;
  while (node?.type === 'text' && node.text.trim() === '') node = node.previous;
  return node?.type === 'element' ? node : undefined;
}

function nextElement({ next }: HtmlElement): HtmlElement | undefined {
  let node = next;
  while (node?.type === 'text' && node.text.trim() === '') node = node.next;
  return node?.type === 'element' ? node : undefined;
}

function isWholly(element: HtmlElement, title: RegExp): boolean {
  return isBlock(element) && title.test(textIn(element).slice(0, 60).trim());
}

function beginsWith(element: HtmlElement, title: RegExp): boolean {
  for (let node = element.first; node; node = following(node, element, true)) {
    if (node.type === 'text' && node.text.trim() !== '')
      return title.test(node.text.trim().replace(/[\s:\uFF1A>\u300B]+/gu, ''));
  }
  return false;
}

/** A box whose first line is such a title and whose text is mostly links. */
function isRelatedBox(element: HtmlElement, weight: TextWeight): boolean {
  return weight.links >= 2 && weight.linked >= weight.sentences / 8 && beginsWith(element, RELATED);
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
  const isProven = region === 'aside' && (isRelatedBox(element, weight) || isTeaserList(element, weight));
  if (weight.sentences > (isProven ? MOST_OF_SHORT_PAGE : MOST_OF_PAGE) * total.sentences) return false;
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

/** Numbers that the authorities give a site, and its claim to all rights. */
const LEGAL_FOOT = /ICP备|ICP证|公网安备|网站标识码|版权所有|©|&copy;|All Rights Reserved/iu;
const LONGEST_FOOT = 150;

function isLegalFoot(element: HtmlElement, { sentences, short, linked }: TextWeight): boolean {
  if (element.tag === 'body' || sentences > 0 || short + linked > LONGEST_FOOT) return false;
  const text = textIn(element);
  return text.length <= 4 * LONGEST_FOOT && LEGAL_FOOT.test(text) && !/图\s?©|©\s?图/u.test(text);
}

/** Which of several subjects of one name it is, as encyclopaedias print it below the title: a heading in brackets. */
function isSenseOfTitle(element: HtmlElement): boolean {
  if (!/^h[2-6]$/.test(element.tag) || previousElement(element)?.tag !== 'h1') return false;
  return /^[(\uFF08][^()\uFF08\uFF09]{1,40}[)\uFF09]$/u.test(textIn(element).trim());
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
  if (weight.links < 2) return false;
  const items = [...childrenOf(element)].filter(
    (node): node is HtmlElement => isElement(node) && isBlock(node),
  );
  if (items.length < 2) return false;
  const teasers = items.filter(isTeaser);
  return teasers.length >= 2 && teasers.length >= 0.8 * items.length;
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
  if (isBlock(line)) return line.next !== undefined || line.parent !== item;
  const after = nextElement(line);
  return after !== undefined && isBlock(after);
}
