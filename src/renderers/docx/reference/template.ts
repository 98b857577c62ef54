import type { Diagnostic } from '../../../diagnostics.js';
import type { Article } from '../../../model/index.js';
import type { PageNumeral } from '../../../style/index.js';
import { type BodyChoice, chooseBodyStyle, surveyText } from './body-style.js';
import { findContents, type OwnContents } from './own-contents.js';
import { damaged, openPackage, reachable, related, type XmlPart } from './package-parts.js';
import { isMirrored, type PageGeometry, pageGeometry } from './page-geometry.js';
import { askedFacts, type BodyPlace, type FactName, findBody } from './placeholders.js';
import type { DroppedKind } from './relation-kinds.js';
import { inheritHeads, sectionsOf } from './sections.js';
import { breaksBetween, startPage } from './start-page.js';
import { StyleBook, type TemplateStyle } from './style-book.js';
import { type TemplateLevel, templateLevels } from './template-numbers.js';
import { isStory, type TidyCounts, tidyParts } from './tidy-parts.js';
import { tidySettings } from './tidy-settings.js';
import { child, descendants, elementsOf, node, textOf, type XmlNode } from './xml-tree.js';

/** A user's Word template, opened, made safe and understood. */
export interface Template {
  readonly main: XmlPart;
  readonly body: XmlNode;
  readonly book: StyleBook;
  /** Whether the template brings styles at all; without any, ours are taken whole. */
  readonly hasStyles: boolean;
  /** Where our story goes; undefined: in the place of all its text. */
  readonly place: BodyPlace | undefined;
  readonly contents: OwnContents | undefined;
  readonly bodyStyle: BodyChoice;
  /** Styles that its own text uses. */
  readonly used: ReadonlySet<string>;
  readonly geometry: PageGeometry;
  readonly isMirrored: boolean;
  /** The number of the page on which our story begins. */
  readonly startPage: number;
  /** Its contents stand on pages before those of our story. */
  readonly contentsApart: boolean;
  readonly numeral: PageNumeral;
  /** What the placeholders of its text (not of its heads) show. */
  readonly shown: ReadonlySet<FactName>;
  /** The style of each level of headings (from 0) that it has. */
  readonly headings: ReadonlyMap<number, TemplateStyle>;
  /** How its headings number themselves. */
  readonly levels: ReadonlyMap<number, TemplateLevel>;
  readonly diagnostics: readonly Diagnostic[];
}

const HEADING_LEVELS = 9;

/**
 * Opens a template.
 *
 * @throws ConversionError for what cannot serve: see `openPackage` and `findBody`.
 */
export function openTemplate(bytes: Uint8Array): Template {
  const { main, dropped } = openPackage(bytes);
  const parts = reachable(main);
  const counts = tidyParts(main, parts);
  const body = child(main.root, 'w:body');
  if (!body) throw damaged(main.path, 'no w:body');
  const heads = parts.filter((part) => part !== main && isStory(part)).map((part) => part.root as XmlNode);
  const place = findBody(body, heads);
  const contents = place && findContents(body);
  const isLocked = lockedBy(main);
  const styles = related(main, 'styles')?.root;
  const book = new StyleBook(styles ?? node('w:styles'));
  const text = surveyText(body, book);
  const used = usedStyles(body);
  const bodyStyle = chooseBodyStyle(book, text, place?.paragraph);
  const section = sectionOf(body, place);
  const headings = headingStyles(book, used);
  return {
    main,
    body,
    book,
    hasStyles: styles !== undefined,
    place,
    contents,
    startPage: startPage(body, place?.paragraph),
    contentsApart:
      place !== undefined && contents !== undefined && breaksBetween(body, contents.last, place.paragraph),
    bodyStyle,
    used,
    geometry: pageGeometry(section),
    isMirrored: isMirrored(related(main, 'settings')?.root),
    numeral: numeralOf(section),
    shown: place ? askedFacts(body) : new Set(),
    headings,
    levels: templateLevels(headings, book, related(main, 'numbering')?.root),
    diagnostics: [...tidyDiagnostics(counts, dropped, isLocked), ...textDiagnostics(body, place)],
  };
}

function lockedBy(main: XmlPart): boolean {
  const settings = related(main, 'settings')?.root;
  return settings !== undefined && tidySettings(settings);
}

function usedStyles(body: XmlNode): Set<string> {
  const used = new Set<string>();
  for (const { name, attributes } of descendants(body)) {
    if (name === 'w:pStyle') used.add(attributes.get('w:val') ?? '');
  }
  return used;
}

function headingStyles(book: StyleBook, used: ReadonlySet<string>): Map<number, TemplateStyle> {
  const levels = Array.from({ length: HEADING_LEVELS }, (_, level) => level);
  return new Map(
    levels.flatMap((level) => {
      const style = book.named(`heading ${level + 1}`, 'paragraph', used);
      return style ? [[level, style] as const] : [];
    }),
  );
}

/** The section that our story falls into: the first that ends behind its place, or the last. */
function sectionOf(body: XmlNode, place: BodyPlace | undefined): XmlNode | undefined {
  const sections = sectionsOf(body);
  // what the last section leaves to those before it, it says itself once they are gone
  if (!place) inheritHeads(sections);
  if (!place) return sections.at(-1);
  let isBehind = false;
  for (const element of descendants(body)) {
    if (element === place.paragraph) isBehind = true;
    if (isBehind && element.name === 'w:sectPr') return element;
  }
  return sections.at(-1);
}

/** How Word counts pages, as far as our layout does. */
const NUMERALS: Readonly<Record<string, PageNumeral>> = {
  decimalFullWidth: 'full-width',
  ideographDigital: 'han',
  chineseCounting: 'han-counting',
  chineseCountingThousand: 'han-counting',
  taiwaneseCountingThousand: 'han-counting',
  lowerRoman: 'roman-lower',
  upperRoman: 'roman-upper',
  decimalEnclosedCircle: 'circled',
  decimalEnclosedCircleChinese: 'circled',
};

function numeralOf(section: XmlNode | undefined): PageNumeral {
  const format = child(section, 'w:pgNumType')?.attributes.get('w:fmt') ?? '';
  return Object.hasOwn(NUMERALS, format) ? (NUMERALS[format] ?? 'arabic') : 'arabic';
}

function tidyDiagnostics(
  { changes, comments, fields }: TidyCounts,
  dropped: ReadonlyMap<DroppedKind, number>,
  isLocked: boolean,
): Diagnostic[] {
  const said = (code: Diagnostic['code'], count = 0): Diagnostic[] =>
    count > 0 ? [{ code, values: { count } }] : [];
  return [
    ...(dropped.has('macros') ? [{ code: 'reference-macros-dropped' } as const] : []),
    ...said('reference-external-dropped', (dropped.get('external') ?? 0) + (dropped.get('merge') ?? 0)),
    ...said('reference-embedded-dropped', dropped.get('embedded')),
    ...said('reference-fields-stopped', fields),
    ...said('reference-comments-dropped', comments),
    ...said('reference-changes-accepted', changes),
    ...(isLocked ? [{ code: 'reference-unlocked' } as const] : []),
  ];
}

function textDiagnostics(body: XmlNode, place: BodyPlace | undefined): Diagnostic[] {
  if (place) return [];
  const count = elementsOf(body).filter(
    (block) => block.name !== 'w:sectPr' && textOf(block).trim() !== '',
  ).length;
  return count > 0 ? [{ code: 'reference-text-dropped', values: { count } }] : [];
}

/** The facts of an article that the text of the template shows are not printed a second time. */
export function withoutShown(article: Article, shown: ReadonlySet<FactName>): Article {
  const { title, subtitle, ...rest } = article;
  return {
    ...rest,
    ...(title !== undefined && !shown.has('title') && { title }),
    ...(subtitle !== undefined && !shown.has('subtitle') && { subtitle }),
  };
}

/** The paragraph's own end of a section, which its place keeps. */
export function sectionEndOf(paragraph: XmlNode): XmlNode | undefined {
  return child(child(paragraph, 'w:pPr'), 'w:sectPr');
}
