import {
  type Article,
  type Block,
  captionNumbers,
  type Figure,
  type Inline,
  mapBlockInlines,
  type Reference,
  type Table,
} from '../../model/index.js';
import { element, type XmlElement, type XmlNode } from './xml.js';

/** Stands for an address that is known when all pages are written. No link of an author's can be so. */
const UNRESOLVED = /<a href="reference:(heading|caption)-(\d{1,9})"/g;

/** The pictures and tables that text refers to, and where they came to stand. */
export class ReferenceRegister {
  readonly #referred: ReadonlyMap<Figure | Table, number>;
  readonly #addresses = new Map<number, string>();

  constructor(article: Article) {
    const numbers = referredCaptions(article);
    this.#referred = new Map([...captionNumbers(article)].filter(([, number]) => numbers.has(number)));
  }

  /** The id of a picture or table that is written to a file now; undefined where no text refers to it. */
  place(block: Figure | Table, file: string): { readonly id: string } | undefined {
    const number = this.#referred.get(block);
    if (number === undefined || this.#addresses.has(number)) return undefined;
    const id = `caption-${number}`;
    this.#addresses.set(number, `${file}#${id}`);
    return { id };
  }

  /**
   * A page whose references lead where their places are; those without one are text.
   *
   * @param headings Where each heading stands, in order of the outline.
   */
  resolve(xhtml: string, file: string, headings: readonly string[]): string {
    return xhtml.replace(UNRESOLVED, (_whole, to: string, number: string) => {
      const address = to === 'heading' ? headings[Number(number) - 1] : this.#addresses.get(Number(number));
      if (address === undefined) return '<a';
      return `<a href="${address.startsWith(`${file}#`) ? address.slice(file.length) : address}"`;
    });
  }
}

/** Words that lead to a heading or caption of the book. */
export function writeReference({ to, number }: Reference, children: readonly XmlNode[]): XmlElement {
  return element('a', { href: `reference:${to}-${number}` }, children);
}

function referredCaptions(article: Article): ReadonlySet<number> {
  const numbers = new Set<number>();
  const visit = (inlines: readonly Inline[]): readonly Inline[] => {
    for (const inline of inlines) {
      if (inline.type === 'reference' && inline.to === 'caption') numbers.add(inline.number);
      if ('children' in inline) visit(inline.children);
    }
    return inlines;
  };
  const visitAll = (blocks: readonly Block[]): void => {
    for (const block of blocks) mapBlockInlines(block, visit);
  };
  visitAll(article.lead);
  for (const part of article.parts) visitAll(part.children);
  for (const note of article.notes) visitAll(note.children);
  return numbers;
}
