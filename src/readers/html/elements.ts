import { attribute, type HtmlElement, type HtmlNode } from './tree.js';

function tags(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}

/** Elements that stand on lines of their own. @see HTML Standard, "Rendering", flow content and lists */
const BLOCKS = tags(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp caption',
);

/** Blocks that the browser's own style sheet sets apart from what stands before and after. */
const APART = tags(
  'blockquote dl figure h1 h2 h3 h4 h5 h6 hr listing menu ol p plaintext pre table ul xmp dir fieldset article section',
);

/** Their content is no text: programs, styles, spare parts, and what stands in for a player or a script. */
const NO_TEXT = tags(
  'script style template noscript head title meta link base object embed applet iframe frame frameset noframes noembed video audio source track canvas map area param datalist svg',
);

/** Named in a diagnostic when the text had one: a reader of the page would see something there. */
const SHOWN_WITHOUT_TEXT = tags('object embed iframe video audio canvas svg applet');

/** Controls of a form: what stands on them belongs to the site. */
const CONTROLS = tags('button select textarea input');

export function isBlock({ tag, foreign }: HtmlElement): boolean {
  return !foreign && BLOCKS.has(tag);
}

export function standsApart({ tag }: HtmlElement): boolean {
  return APART.has(tag);
}

export function hasNoText({ tag, foreign }: HtmlElement): boolean {
  return NO_TEXT.has(tag) && (!foreign || tag === 'svg');
}

export function showsWithoutText({ tag }: HtmlElement): boolean {
  return SHOWN_WITHOUT_TEXT.has(tag);
}

export function isControl({ tag, foreign }: HtmlElement): boolean {
  return !foreign && CONTROLS.has(tag);
}

/** 1 to 6 for a heading element, `aria-level` included. */
export function headingLevel(element: HtmlElement): number | undefined {
  if (/^h[1-6]$/.test(element.tag)) return Number(element.tag[1]);
  if (attribute(element, 'role') !== 'heading') return undefined;
  const level = Number(attribute(element, 'aria-level') ?? 2);
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : undefined;
}

export function isElement(node: HtmlNode | undefined, tag?: string): node is HtmlElement {
  return node?.type === 'element' && (tag === undefined || node.tag === tag);
}

/** Class and id in one string of words, in lower case: what a site calls the element. */
export function namesOf(element: HtmlElement): string {
  const names = [attribute(element, 'class'), attribute(element, 'id')];
  return names
    .filter((name) => name !== undefined)
    .join(' ')
    .slice(0, LONGEST_NAMES)
    .toLowerCase();
}

/** Some class lists are generated and endless; the first words say what there is to say. */
const LONGEST_NAMES = 300;
