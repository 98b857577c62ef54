import { formatDay } from '../../../composer/index.js';
import { ConversionError } from '../../../diagnostics.js';
import type { Article } from '../../../model/index.js';
import { cleanText } from '../xml.js';
import { child, childrenNamed, elementsOf, isNode, textOf, type XmlNode } from './xml-tree.js';

/** `{{title}}`, also with blanks or the full-width braces of a Chinese keyboard. */
const PLACEHOLDER = /[{\uFF5B]{2}\s*([\p{L}_-]{1,40})\s*[}\uFF5D]{2}/gu;
const BODY_NAME = 'body';

/** Where a story of ours goes. */
export interface BodyPlace {
  /** `w:body`, a cell or the like. */
  readonly container: XmlNode;
  readonly paragraph: XmlNode;
}

/** Containers of paragraphs in which a story can stand: not text boxes, which hold no notes or boxes. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:customXml',
]);

/**
 * The paragraph that is to become our story; undefined where the template has none.
 *
 * @throws ConversionError when `{{body}}` stands twice, or with other words, or where no story can stand.
 */
export function findBody(body: XmlNode, others: readonly XmlNode[]): BodyPlace | undefined {
  const places = [...placesIn(body)];
  const asked = [body, ...others].reduce((sum, root) => sum + countBody(root), 0);
  const [place] = places;
  if (places.length > 1) throw new ConversionError('reference-body-repeated', { count: places.length });
  if (asked > places.length) throw new ConversionError('reference-body-misplaced');
  return place;
}

function* placesIn(container: XmlNode): Generator<BodyPlace> {
  for (const each of elementsOf(container)) {
    if (CONTAINERS.has(each.name)) yield* placesIn(each);
    else if (each.name === 'w:p' && isBody(each)) yield { container, paragraph: each };
  }
}

function isBody(paragraph: XmlNode): boolean {
  const text = ownText(paragraph).trim();
  const [match] = text.matchAll(PLACEHOLDER);
  return match?.[0] === text && match[1]?.toLowerCase() === BODY_NAME;
}

function countBody(root: XmlNode): number {
  let count = 0;
  // of the two forms of a text box one is for old programs
  const walk = (element: XmlNode): void => {
    if (element.name === 'mc:Fallback') return;
    if (element.name === 'w:p') {
      for (const [, name = ''] of ownText(element).matchAll(PLACEHOLDER)) {
        if (name.toLowerCase() === BODY_NAME) count += 1;
      }
    }
    for (const each of elementsOf(element)) walk(each);
  };
  walk(root);
  return count;
}

/** The `w:t` of a paragraph in order; those of text boxes belong to paragraphs of their own. */
function* textsOf(element: XmlNode): Generator<XmlNode> {
  for (const each of elementsOf(element)) {
    if (each.name === 'w:t') yield each;
    else if (each.name !== 'w:p') yield* textsOf(each);
  }
}

function ownText(paragraph: XmlNode): string {
  return [...textsOf(paragraph)].map(textOf).join('');
}

/** Names of facts that placeholders can ask for. */
export const FACT_NAMES = ['title', 'subtitle', 'authors', 'date', 'source', 'url', 'site'] as const;

export type FactName = (typeof FACT_NAMES)[number];

/** The facts of an article as they are printed; empty for what its source does not state. */
export function factTexts({ title, subtitle, provenance, language }: Article): Record<FactName, string> {
  const { authors, publishedOn, sourceName, sourceUrl } = provenance;
  return {
    title: title ?? '',
    subtitle: subtitle ?? '',
    authors: authors.join('、'),
    date: formatDay(publishedOn ?? '', language),
    source: sourceName ?? '',
    url: sourceUrl ?? '',
    site: URL.canParse(sourceUrl ?? '') ? new URL(sourceUrl ?? '').hostname.replace(/^www\./, '') : '',
  };
}

/** What the filling of one or more parts met. */
export interface FilledNames {
  readonly filled: Set<FactName>;
  readonly unknown: Set<string>;
}

/** The facts that the placeholders of a story ask for, before anything is filled. */
export function askedFacts(root: XmlNode): Set<FactName> {
  const asked = new Set<FactName>();
  for (const paragraph of paragraphsBelow(root)) {
    for (const [, name = ''] of ownText(paragraph).matchAll(PLACEHOLDER)) {
      const fact = factNamed(name);
      if (fact) asked.add(fact);
    }
  }
  return asked;
}

const factNamed = (name: string): FactName | undefined =>
  FACT_NAMES.find((each) => each === name.toLowerCase());

function* paragraphsBelow(element: XmlNode): Generator<XmlNode> {
  for (const each of elementsOf(element)) {
    if (each.name === 'w:p') yield each;
    yield* paragraphsBelow(each);
  }
}

/** Fills the placeholders of a part; each value takes the look of the first character of its placeholder. */
export function fillFacts(
  root: XmlNode,
  values: Readonly<Record<FactName, string>>,
  names: FilledNames,
): void {
  const fill = (element: XmlNode): boolean => {
    let isFilled = element.name === 'w:p' && fillParagraph(element, values, names);
    for (const each of elementsOf(element)) isFilled = fill(each) || isFilled;
    // a control that shows a prompt, or a value kept elsewhere, would lose what was filled in
    if (isFilled && element.name === 'w:sdt') release(element);
    return isFilled;
  };
  fill(root);
}

function release(control: XmlNode): void {
  const properties = child(control, 'w:sdtPr');
  if (!properties) return;
  const bound = [
    ...childrenNamed(properties, 'w:dataBinding'),
    ...childrenNamed(properties, 'w:showingPlcHdr'),
  ];
  properties.children = properties.children.filter((each) => !isNode(each) || !bound.includes(each));
}

function fillParagraph(
  paragraph: XmlNode,
  values: Readonly<Record<FactName, string>>,
  { filled, unknown }: FilledNames,
): boolean {
  const texts = [...textsOf(paragraph)].map((element) => ({ element, text: textOf(element) }));
  const whole = texts.map(({ text }) => text).join('');
  const cuts = [...whole.matchAll(PLACEHOLDER)].flatMap(({ 0: written, 1: name = '', index }) => {
    const fact = factNamed(name);
    if (!fact) unknown.add(name);
    else filled.add(fact);
    const value = fact && cleanText(values[fact]).replace(/\s*\n\s*/g, ' ');
    return value === undefined ? [] : [{ from: index, to: index + written.length, value }];
  });
  if (cuts.length === 0) return false;
  let at = 0;
  let next = 0;
  for (const { element, text } of texts) {
    const end = at + text.length;
    while ((cuts[next]?.to ?? Infinity) <= at) next += 1;
    let last = next;
    while ((cuts[last]?.from ?? Infinity) < end) last += 1;
    const touched = cuts.slice(next, last);
    if (touched.length > 0) {
      element.children = [written(text, at, touched)];
      element.attributes.set('xml:space', 'preserve');
    }
    at = end;
  }
  return true;
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

/** What a piece of text that begins at `at` becomes: the value stands where its placeholder begins. */
function written(text: string, at: number, cuts: readonly Cut[]): string {
  let result = '';
  let next = at;
  for (const { from, to, value } of cuts) {
    if (from >= at) result += text.slice(next - at, from - at) + value;
    next = Math.min(to, at + text.length);
  }
  return result + text.slice(next - at);
}
