import { headingLevel, isBlock, namesOf } from './elements.js';
import { NOTES_HEADING, type NoteMark } from './note-mark.js';
import {
  attribute,
  detach,
  elementsIn,
  following,
  type HtmlElement,
  type HtmlNode,
  isInside,
  textIn,
} from './tree.js';
import { findUnlinked } from './unlinked-notes.js';

/** A note of the page: where it is referred to, and the element that holds its text. */
export interface PageNote {
  readonly id: string;
  readonly kind: 'footnote' | 'endnote';
  readonly element: HtmlElement;
}

export interface PageNotes {
  /** Ids by the elements that refer to them. */
  readonly references: ReadonlyMap<HtmlElement, string>;
  /** In order of first reference. They are no longer in the tree. */
  readonly notes: readonly PageNote[];
  /** Headings under which nothing is left. */
  readonly headings: readonly HtmlElement[];
}

/** What stands at a place that refers to a note: 1, [1], （1）, 注1, ①, *. */
const MARK =
  /^[[(\uFF08〔【]?\s*(?:注释?|註|译注)?\s*(?:[0-9]{1,4}|[\u2460-\u2473]|[*\u2020\u2021\u00A7\uFF0A]{1,3}|[a-z]|[ivx]{1,5}|[一二三四五六七八九十]{1,3})\s*[\])\uFF09〕】]?$/u;
/** What a link back looks like when its address does not say so. */
const BACK = /^(?:[\^\u2191\u21A9\u21B5\u2B06\u23CE\u2934]\uFE0E?|返回|back)$/iu;
const REFERENCE_NAMES =
  /(?:^|\s)(?:footnote-?ref(?:erence)?|noteref|reference|msofootnotereference|msoendnotereference)(?:\s|$)/;
const NOTES_NAMES =
  /(?:^|[\s_-])(?:footnotes?|endnotes?|notes?|references?|reflist|fn|ftn|edn|rearnotes?)(?:[\s_\d-]|$)/;
const BACK_NAMES =
  /(?:^|\s)(?:mw-cite-backlink|footnote-backref|footnote-back|backlink|reversefootnote)(?:\s|$)/;
const ENDNOTE = /(?:^|[\s_-])(?:edn|endnote|rearnote)/;

/**
 * Finds the notes of a page and takes them out of the tree. A reference is a link within the page whose text is the
 * mark of a note; what it leads to is a note when it says so, links back, or begins with the same mark.
 */
export function takeNotes(root: HtmlElement): PageNotes {
  const linked = findReferences(root);
  const references = linked.length > 0 ? linked : findUnlinked(root);
  const fragments = new Set(references.flatMap(({ mark }) => idsAround(mark)));
  const ids = new Map<HtmlElement, string>();
  const byMark = new Map<HtmlElement, string>();
  const notes: PageNote[] = [];
  for (const { mark, item, text } of references) {
    const id = ids.get(item) ?? `note-${ids.size + 1}`;
    byMark.set(mark, id);
    if (ids.has(item)) continue;
    ids.set(item, id);
    const kind = ENDNOTE.test(`${namesOf(item)} ${attribute(item, 'epub:type') ?? ''}`)
      ? 'endnote'
      : 'footnote';
    cutBackLinks(item, fragments);
    cutMark(item, text);
    notes.push({ id, kind, element: item });
  }
  const headings = notes.flatMap(({ element }) => takeOut(element, root));
  return { references: byMark, notes, headings };
}

function findReferences(root: HtmlElement): NoteMark[] {
  const targets = new Map<string, HtmlElement>();
  const order = new Map<HtmlElement, number>();
  for (const element of elementsIn(root)) {
    order.set(element, order.size);
    for (const name of ['id', 'name']) {
      const value = attribute(element, name);
      if (value !== undefined && value !== '' && !targets.has(value)) targets.set(value, element);
    }
  }
  const found: NoteMark[] = [];
  for (const [link, at] of order) {
    const target = targets.get(fragmentOf(link) ?? '');
    if (!target || !saysReference(link)) continue;
    const item = itemOf(target);
    if (isInside(link, item) || (order.get(item) ?? 0) < at) continue;
    const text = textIn(link).trim();
    if (!isNote(item, link, text, targets)) continue;
    found.push({ mark: markAround(link), item, text });
  }
  const items = new Set(found.map(({ item }) => item));
  return found.filter(({ item }) => !isInsideAny(item, items));
}

function isInsideAny(item: HtmlElement, items: ReadonlySet<HtmlElement>): boolean {
  for (let at = item.parent; at; at = at.parent) if (items.has(at)) return true;
  return false;
}

function fragmentOf(link: HtmlElement): string | undefined {
  const href = link.tag === 'a' ? attribute(link, 'href') : undefined;
  const hash = href?.indexOf('#') ?? -1;
  if (href === undefined || hash < 0 || href.length > 2000) return undefined;
  const fragment = href.slice(hash + 1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function saysReference(link: HtmlElement): boolean {
  const says = [attribute(link, 'role'), attribute(link, 'epub:type')];
  if (says.includes('doc-noteref') || says.includes('noteref')) return true;
  const text = textIn(link).trim();
  return text.length <= 12 && (MARK.test(text) || (text !== '' && REFERENCE_NAMES.test(namesOf(link))));
}

/** The block that a target names or stands in. Word sets its notes in a `<div id="ftn1">` around a paragraph. */
function itemOf(target: HtmlElement): HtmlElement {
  let item = target;
  while (!isBlock(item) && item.parent && item.parent.tag !== 'body') item = item.parent;
  if (item.parent && /^(?:ftn|edn)\d+$/.test(attribute(item.parent, 'id') ?? '')) return item.parent;
  return item;
}

function isNote(
  item: HtmlElement,
  link: HtmlElement,
  text: string,
  targets: ReadonlyMap<string, HtmlElement>,
): boolean {
  if (/^(?:h[1-6]|body|html|table|tbody|#document)$/.test(item.tag)) return false;
  const says = `${attribute(item, 'epub:type') ?? ''} ${attribute(item, 'role') ?? ''}`;
  if (/footnote|endnote|rearnote/.test(says)) return true;
  if (linksBack(item, link, targets)) return true;
  const begins = textIn(item).trim().slice(0, 20);
  const own = text.replace(/[^\p{L}\p{N}*]/gu, '');
  const startsAlike = own !== '' && begins.replace(/^[^\p{L}\p{N}*]{0,3}/u, '').startsWith(own);
  return startsAlike || NOTES_NAMES.test(namesOf(item)) || NOTES_NAMES.test(namesOf(item.parent ?? item));
}

function linksBack(item: HtmlElement, link: HtmlElement, targets: ReadonlyMap<string, HtmlElement>): boolean {
  for (const inner of elementsIn(item)) {
    const back = targets.get(fragmentOf(inner) ?? '');
    if (back && (isInside(link, back) || isInside(back, link) || back.parent === link.parent)) return true;
  }
  return false;
}

/** The link, or what wraps it alone: <sup>[<a>1</a>]</sup>. */
function markAround(link: HtmlElement): HtmlElement {
  let mark = link;
  const bare = textIn(link).replace(/[[\](\uFF08)\uFF09\s]/g, '');
  while (mark.parent && !isBlock(mark.parent)) {
    const { parent } = mark;
    if (
      textIn(parent)
        .slice(0, 40)
        .replace(/[[\](\uFF08)\uFF09\s]/g, '') !== bare
    )
      break;
    mark = parent;
  }
  return mark;
}

function cutBackLinks(item: HtmlElement, fragments: ReadonlySet<string>): void {
  const cut = [...elementsIn(item)].filter((inner) => {
    const fragment = fragmentOf(inner);
    if (fragment === undefined) return BACK_NAMES.test(namesOf(inner));
    return fragments.has(fragment) || BACK.test(textIn(inner).trim()) || BACK_NAMES.test(namesOf(inner));
  });
  for (const inner of cut) detach(inner);
}

function idsAround(mark: HtmlElement): string[] {
  const holders = [mark, ...elementsIn(mark)];
  if (mark.parent && !isBlock(mark.parent)) holders.push(mark.parent);
  return holders
    .flatMap((holder) => [attribute(holder, 'id'), attribute(holder, 'name')])
    .filter((id) => id !== undefined);
}

/** The mark that the text of a note begins with says what its number will say again. */
function cutMark(item: HtmlElement, mark: string): void {
  let node = item.first;
  while (node && (node.type !== 'text' || node.text.trim() === '')) node = following(node, item, true);
  if (node?.type !== 'text') return;
  const own = mark.replace(/[^\p{L}\p{N}*]/gu, '');
  const opening = /^\s*[[(\uFF08〔【]?\s*/u.exec(node.text)?.[0].length ?? 0;
  const rest = node.text.slice(opening + own.length);
  if (own === '' || !node.text.startsWith(own, opening) || /^[\p{Nd}\p{Script=Latin}]/u.test(rest)) return;
  node.text = rest.replace(/^\s*[\])\uFF09〕】.\u3001\uFF0E:\uFF1A^]?\s*/u, '');
}

/** Takes a note out, and the lists and sections that held nothing but notes; gives the heading over them. */
function takeOut(element: HtmlElement, root: HtmlElement): HtmlElement[] {
  let { parent } = element;
  let before = detachFrom(element);
  while (parent && parent !== root && parent.tag !== 'body' && !hasContent(parent)) {
    const empty: HtmlElement = parent;
    parent = empty.parent;
    before = detachFrom(empty);
  }
  if (before?.type !== 'element' || !isBlock(before)) return [];
  // a whole box may lie before, whose text is not asked for; a heading may have a button beside its words
  if (headingLevel(before) === undefined && before.first !== before.last) return [];
  return NOTES_HEADING.test(textIn(before).replace(/\[.*\]$|\s/gu, '')) ? [before] : [];
}

/** Takes an element out; what stood before it, white space aside. */
function detachFrom(element: HtmlElement): HtmlNode | undefined {
  let before = element.previous;
  while (before?.type === 'text' && before.text.trim() === '') before = before.previous;
  detach(element);
  return before;
}

function hasContent(element: HtmlElement): boolean {
  for (let node = element.first; node; node = following(node, element, true)) {
    if (node.type === 'text' ? node.text.trim() !== '' : node.tag === 'img') return true;
  }
  return false;
}
