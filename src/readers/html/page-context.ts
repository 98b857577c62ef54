import type { Diagnostic } from '../../diagnostics.js';
import { cleanCharacters } from '../characters.js';
import { decodeEntities } from '../entities.js';
import { Pictures } from '../pictures.js';
import type { RepairTally } from '../repairs.js';
import { attribute, elementsIn, type HtmlElement } from './tree.js';

/** What is gathered while one page is read: pictures, notes in use, and what has to be said about it. */
export class PageContext {
  readonly pictures: Pictures;
  /** Ids of notes by the elements that refer to them. */
  readonly noteIds: ReadonlyMap<HtmlElement, string>;
  readonly #tally: RepairTally;
  readonly #base: string | undefined;
  readonly #pictureBase: string | undefined;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #removed = new Set<string>();
  readonly #droppedLinks = new Set<string>();

  /**
   * @param addresses `<base>` of the page, and the address that it names as its own.
   * @param pictures Those of the document that a piece of a page stands in.
   */
  constructor(
    tally: RepairTally,
    addresses: { readonly base: string | undefined; readonly own: string | undefined },
    noteIds: ReadonlyMap<HtmlElement, string>,
    pictures: Pictures = new Pictures(),
  ) {
    this.pictures = pictures;
    this.#tally = tally;
    this.#base = addresses.base ?? addresses.own;
    this.#pictureBase = addresses.base;
    this.noteIds = noteIds;
  }

  /** Text as an article has it. Pages escape entities once too often, as plain texts do. */
  clean(text: string): string {
    return cleanCharacters(decodeEntities(text, this.#tally), this.#tally);
  }

  /** Code, in which an entity may be meant. */
  cleanCode(text: string): string {
    return cleanCharacters(text, this.#tally);
  }

  /** The address that a document may link to: absolute, http, https or mailto. */
  link(address: string, line: number): string | undefined {
    const trimmed = address.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return undefined;
    const url = resolve(trimmed, this.#base);
    if (url !== undefined && /^(?:https?|mailto):$/.test(url.protocol)) return url.href;
    this.#dropLink(trimmed, line);
    return undefined;
  }

  /**
   * An address of a picture; undefined for what is none. Addresses from the root of a site are on the net; those beside
   * the page stay as written, since a saved page has its pictures there, unless `<base>` says otherwise.
   */
  pictureAddress(address: string): string | undefined {
    const trimmed = address.trim();
    if (/^data:image\//i.test(trimmed)) return trimmed;
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase();
    if (trimmed === '' || (scheme !== undefined && scheme !== 'http' && scheme !== 'https')) return undefined;
    if (trimmed.startsWith('//')) return `https:${trimmed}`;
    const base = this.#pictureBase ?? (trimmed.startsWith('/') ? this.#base : undefined);
    return base === undefined ? trimmed : (resolve(trimmed, base)?.href ?? trimmed);
  }

  /** Says once that an element was taken out with its content. */
  remove(tag: string, line: number): void {
    if (this.#removed.has(tag)) return;
    this.#removed.add(tag);
    this.#diagnostics.push({ code: 'html-removed', values: { tag: `<${tag}>` }, line });
  }

  report(diagnostic: Diagnostic): void {
    this.#diagnostics.push(diagnostic);
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** Scripts and places on the reader's own machine are named; pages of the same site, of which there are many, once. */
  #dropLink(address: string, line: number): void {
    const kind = /^[a-z][a-z0-9+.-]{0,20}:/i.exec(address)?.[0].toLowerCase() ?? 'relative';
    if (this.#droppedLinks.has(kind)) return;
    this.#droppedLinks.add(kind);
    const shown = address.length > 80 ? `${address.slice(0, 60)}…` : address;
    this.#diagnostics.push({ code: 'link-dropped', values: { url: this.cleanCode(shown) }, line });
  }
}

/** The first `<base href>` that is an address on the net. */
export function declaredBase(root: HtmlElement): string | undefined {
  for (const element of elementsIn(root)) {
    const href = element.tag === 'base' ? attribute(element, 'href')?.trim() : undefined;
    if (href !== undefined && /^https?:\/\//i.test(href) && URL.canParse(href)) return href;
  }
  return undefined;
}

function resolve(address: string, base: string | undefined): URL | undefined {
  const escaped = address.replace(/[\t\n\r]/g, '');
  return URL.canParse(escaped, base) ? new URL(escaped, base) : undefined;
}
