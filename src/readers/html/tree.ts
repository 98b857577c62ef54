/**
 * A page as it was parsed: elements and texts, linked to their neighbours, so that every step of a walk and every
 * change costs the same however many siblings there are. Comments and doctypes are not in it.
 */
export type HtmlNode = HtmlElement | HtmlText;

interface Linked {
  parent: HtmlElement | undefined;
  previous: HtmlNode | undefined;
  next: HtmlNode | undefined;
  /** One-based line of the source on which it begins. */
  readonly line: number;
}

export interface HtmlElement extends Linked {
  readonly type: 'element';
  /** In lower case; `#document` for the root. */
  readonly tag: string;
  /** Elements of SVG and MathML are `foreign`. */
  readonly foreign: boolean;
  attributes: readonly HtmlAttribute[];
  first: HtmlNode | undefined;
  last: HtmlNode | undefined;
}

export interface HtmlText extends Linked {
  readonly type: 'text';
  text: string;
}

export interface HtmlAttribute {
  readonly name: string;
  readonly value: string;
}

export function createElement(
  tag: string,
  line: number,
  attributes: readonly HtmlAttribute[] = [],
  foreign: boolean = false,
): HtmlElement {
  const linked = { parent: undefined, previous: undefined, next: undefined, line };
  return { type: 'element', tag, foreign, attributes, first: undefined, last: undefined, ...linked };
}

export function createText(text: string, line: number): HtmlText {
  return { type: 'text', text, parent: undefined, previous: undefined, next: undefined, line };
}

/** Puts a node before another child of the parent, or at its end. */
export function insert(parent: HtmlElement, node: HtmlNode, before?: HtmlNode): void {
  detach(node);
  const previous = before ? before.previous : parent.last;
  node.parent = parent;
  node.previous = previous;
  node.next = before;
  if (previous) previous.next = node;
  else parent.first = node;
  if (before) before.previous = node;
  else parent.last = node;
}

export function detach(node: HtmlNode): void {
  const { parent, previous, next } = node;
  if (!parent) return;
  if (previous) previous.next = next;
  else parent.first = next;
  if (next) next.previous = previous;
  else parent.last = previous;
  node.parent = undefined;
  node.previous = undefined;
  node.next = undefined;
}

/** Value of an attribute; an empty one is an empty string. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attributes.find((one) => one.name === name)?.value;
}

export function* childrenOf(element: HtmlElement): Generator<HtmlNode> {
  for (let node = element.first; node; ) {
    // the one who walks may take the node out
    const { next } = node;
    yield node;
    node = next;
  }
}

/** The node after this one in the order of the source, within `root`; without `deeper` its content is passed over. */
export function following(node: HtmlNode, root: HtmlElement, deeper: boolean): HtmlNode | undefined {
  if (deeper && node.type === 'element' && node.first) return node.first;
  for (let at: HtmlNode | undefined = node; at && at !== root; at = at.parent) if (at.next) return at.next;
  return undefined;
}

/** All elements below the root, in order; those under an element that `skips` names are passed over, not itself. */
export function* elementsIn(
  root: HtmlElement,
  skips: (element: HtmlElement) => boolean = () => false,
): Generator<HtmlElement> {
  let node = root.first;
  while (node) {
    if (node.type === 'element') yield node;
    node = following(node, root, node.type === 'element' && !skips(node));
  }
}

/** All text below an element, as the source has it. */
export function textIn(root: HtmlElement): string {
  const texts: string[] = [];
  for (let node = root.first; node; node = following(node, root, true))
    if (node.type === 'text') texts.push(node.text);
  return texts.join('');
}

/** The text below an element when it has at most so many characters; looks no further otherwise. */
export function shortTextIn(root: HtmlElement, most: number): string | undefined {
  let text = '';
  for (let node = root.first; node; node = following(node, root, true)) {
    if (node.type !== 'text') continue;
    text += node.text;
    if (text.length > most) return undefined;
  }
  return text;
}

export function isInside(node: HtmlNode, ancestor: HtmlElement): boolean {
  for (let at: HtmlNode | undefined = node; at; at = at.parent) if (at === ancestor) return true;
  return false;
}
