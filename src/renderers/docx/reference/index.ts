// A user's own Word template: opened and made safe, measured for our layout, and filled with our story.
import { formatPageNumber } from '../../../composer/index.js';
import type { Diagnostic } from '../../../diagnostics.js';
import type { Article, OutlineEntry } from '../../../model/index.js';
import type { AttributionField, PageNumeral, StyleSheet } from '../../../style/index.js';
import { typed } from '../heading-counter.js';
import type { HeadingPlan } from '../heading-numbers.js';
import type { FindPages, KnownPages } from '../page-labels.js';
import { WORD_STYLES } from '../word-styles.js';
import { w, type XmlElement } from '../xml.js';
import { fillTemplate, type OwnFiles } from './fill-template.js';
import { fitSheet } from './fit-sheet.js';
import { planByTemplate } from './heading-plan.js';
import { isXmlPart, reachable } from './package-parts.js';
import { FACT_NAMES, type FactName, factTexts, fillFacts } from './placeholders.js';
import { openTemplate, type Template, withoutShown } from './template.js';
import { isHead, isStory } from './tidy-parts.js';

/** A template fitted to one article. */
export interface Reference {
  /** The article without what placeholders in the template's text show. */
  readonly article: Article;
  /** The sheet with the template's page, sizes and spaces. */
  readonly sheet: StyleSheet;
  readonly diagnostics: readonly Diagnostic[];
  /** The pages of our own layout, counted on from those that the template has before our story. */
  findPages(find: FindPages): Promise<KnownPages>;
  /**
   * Whose numbers headings bear, where the template's heading styles number themselves; undefined: ours, as ever.
   *
   * @param asText They shall be text: the template counts none.
   */
  planHeadings(entries: readonly OutlineEntry[], asText: boolean): HeadingPlan | undefined;
  /** The `w:ind` of the template's headings of a level (from 0), which our list levels must repeat. */
  headingIndent(level: number): XmlElement | undefined;
  /**
   * The parts of a file of our own, put into the template.
   *
   * @param plan That by which the headings of the file are numbered.
   */
  fill(files: OwnFiles, plan: HeadingPlan): Record<string, Uint8Array>;
}

/**
 * Looks whether a Word file can serve as a template.
 *
 * @throws ConversionError when it cannot.
 */
export function checkTemplateFile(bytes: Uint8Array): void {
  openTemplate(bytes);
}

/**
 * Opens a template for one article.
 *
 * @throws ConversionError when it cannot serve.
 */
export function openReference(bytes: Uint8Array, article: Article, sheet: StyleSheet): Reference {
  const template = openTemplate(bytes);
  const shown = withoutShown(article, template.shown);
  const own = template.contents;
  const wished: StyleSheet = {
    ...withoutShownFacts(sheet, template.shown),
    ...(own && {
      contents: { ...sheet.contents, show: true, title: '', depth: own.depth ?? sheet.contents.depth },
    }),
  };
  const fitted = fitSheet(wished, {
    article,
    book: template.book,
    body: template.bodyStyle.style,
    geometry: template.geometry,
    isMirrored: template.isMirrored,
    numeral: template.numeral,
    styleFor: (name) => template.book.named(name, 'paragraph', template.used),
  });
  return new OpenedReference(template, article, shown, fitted);
}

class OpenedReference implements Reference {
  readonly article: Article;
  readonly sheet: StyleSheet;
  readonly #template: Template;
  readonly #diagnostics: Diagnostic[];
  /** The template's headings keep, or had switched off, numbers of their own. */
  #isSelfNumbered = false;

  constructor(template: Template, given: Article, article: Article, sheet: StyleSheet) {
    this.#template = template;
    this.article = article;
    this.sheet = sheet;
    this.#diagnostics = [
      ...template.diagnostics,
      ...fillPlaceholders(template, given),
      ...bodyDiagnostics(template),
      ...(sheet.contents.show ? [{ code: 'reference-page-numbers' } as const] : []),
    ];
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  async findPages(find: FindPages): Promise<KnownPages> {
    const { startPage, contentsApart, numeral } = this.#template;
    const { contents } = this.sheet;
    const ours = contentsApart ? { ...this.sheet, contents: { ...contents, show: false } } : this.sheet;
    return shiftPages(await find(this.article, ours), startPage - 1, numeral);
  }

  planHeadings(entries: readonly OutlineEntry[], asText: boolean): HeadingPlan | undefined {
    const { levels } = this.#template;
    if (levels.size === 0 || entries.length === 0) return undefined;
    this.#isSelfNumbered = true;
    const linked = new Map([...levels.keys()].map((level) => [level, 0]));
    if (asText) return { numbers: entries.map(typed), linked };
    const { by, numbers } = planByTemplate(entries, levels);
    const isNumbered = entries.some(({ label }) => label !== undefined);
    if (by === 'template') this.#diagnostics.push({ code: 'reference-numbers-kept' });
    else if (isNumbered) this.#diagnostics.push({ code: 'reference-numbers-typed' });
    return { numbers, linked };
  }

  headingIndent(level: number): XmlElement | undefined {
    const { headings, book } = this.#template;
    const style = headings.get(level);
    if (!style) return undefined;
    const indent = Object.fromEntries(book.look(style.id).indent);
    return w('ind', { 'w:left': 0, 'w:firstLine': 0, ...indent });
  }

  fill(files: OwnFiles, plan: HeadingPlan): Record<string, Uint8Array> {
    return fillTemplate(this.#template, files, this.#isSelfNumbered ? undefined : plan.linked);
  }
}

/** The same pages so many later, as a numeral writes them. */
function shiftPages(pages: KnownPages, by: number, numeral: PageNumeral): KnownPages {
  if (by === 0) return pages;
  const label = (page: number): string => formatPageNumber(page + by + 1, numeral);
  return {
    ...pages,
    ...(pages.headingPages && { headings: pages.headingPages.map(label) }),
    terms: new Map([...pages.terms].map(([name, term]) => [name, { ...term, label: label(term.index) }])),
  };
}

/** Fills the facts into the template's text and heads; tells which were asked for and are not known. */
function fillPlaceholders({ main, place }: Template, article: Article): Diagnostic[] {
  const values = factTexts(article);
  const names = { filled: new Set<FactName>(), unknown: new Set<string>() };
  // text that is to go, and its notes, asks for nothing
  const kept = reachable(main).filter((part) => (place ? isStory(part) : isHead(part)));
  for (const { root } of kept.filter(isXmlPart)) fillFacts(root, values, names);
  names.unknown.delete('body');
  const missing = FACT_NAMES.filter((name) => names.filled.has(name) && values[name] === '');
  return [
    ...(missing.length > 0
      ? [{ code: 'reference-value-missing', values: { names: missing.join(', ') } } as const]
      : []),
    ...(names.unknown.size > 0
      ? [{ code: 'reference-placeholder-unknown', values: { names: [...names.unknown].join(', ') } } as const]
      : []),
  ];
}

function bodyDiagnostics({ bodyStyle: { style, isSpecial } }: Template): Diagnostic[] {
  if (!isSpecial) return [];
  if (!style) return [{ code: 'reference-body-added', values: { style: WORD_STYLES.body.name } }];
  return [{ code: 'reference-body-style', values: { style: style.name } }];
}

/** Which field of the attribution a placeholder shows. */
const FIELDS: Readonly<Partial<Record<FactName, AttributionField>>> = {
  authors: 'authors',
  date: 'publishedOn',
  source: 'sourceName',
  url: 'sourceUrl',
};

function withoutShownFacts(sheet: StyleSheet, shown: ReadonlySet<FactName>): StyleSheet {
  const fields = new Set([...shown].map((name) => FIELDS[name]));
  const rest = (listed: readonly AttributionField[]): AttributionField[] =>
    listed.filter((field) => !fields.has(field));
  const { underTitle, atEnd } = sheet.attribution;
  return {
    ...sheet,
    attribution: { ...sheet.attribution, underTitle: rest(underTitle), atEnd: rest(atEnd) },
  };
}
