import type { StructureNode } from '../../composer/index.js';
import type { Rectangle } from './line-place.js';
import type { PackedDocument } from './packed-document.js';
import type { ObjectNumber } from './pdf-syntax.js';
import { type PdfDictionary, type PdfReference, type PdfValue, pdfText } from './pdfkit-internals.js';
import { type TreeRow, writeTree } from './trees.js';

/** One element of the tree that is being built. */
export interface TagElement {
  readonly role: string;
  readonly number: ObjectNumber;
  attributes: PdfDictionary;
  readonly kids: TagKid[];
  isAttached: boolean;
}

type TagKid =
  | { readonly type: 'element'; readonly element: TagElement }
  | { readonly type: 'marks'; readonly page: PdfReference; readonly mcid: number }
  | { readonly type: 'annotation'; readonly page: PdfReference; readonly annotation: PdfReference };

/**
 * The structure tree of a tagged PDF. Elements are made for all nodes of a layout at once; painting then tells
 * which marked content belongs to which.
 *
 * @see ISO 32000-1, 14.7
 */
export class TagTree {
  readonly #document: PackedDocument;
  readonly #nodes: readonly StructureNode[];
  readonly #elements: readonly TagElement[];
  readonly #language: string;
  readonly #root: TagElement;
  /** Children by parent that do not stand in it yet, in order. */
  readonly #waiting = new Map<number, number[]>();
  /** By key of the parent tree: the elements of a page's marks in order, or the element of an annotation. */
  readonly #parents: (readonly TagElement[] | TagElement)[] = [];

  /** @param language Of the document. */
  constructor(document: PackedDocument, nodes: readonly StructureNode[], language: string) {
    this.#document = document;
    this.#nodes = nodes;
    this.#language = language;
    this.#root = this.#element('Document', {});
    this.#elements = nodes.map((node, index) =>
      this.#element(node.role, { ...attributesOf(node, index), ...this.#alternative(node.role, node.alt) }),
    );
    for (const [index, { parent }] of nodes.entries()) {
      const siblings = this.#waiting.get(parent);
      if (siblings) siblings.push(index);
      else this.#waiting.set(parent, [index]);
    }
  }

  /** @throws RangeError when the layout has no such node. */
  element(node: number): TagElement {
    const element = this.#elements[node];
    if (!element) throw new RangeError(`the layout has no structure node ${node}`);
    return element;
  }

  /** A new element inside that of a node, behind what stands in it by now. */
  addChild(node: number, role: string, alt?: string): TagElement {
    this.#attach(node);
    const child = this.#element(role, this.#alternative(role, alt));
    child.isAttached = true;
    this.element(node).kids.push({ type: 'element', element: child });
    return child;
  }

  /** Where a figure stands on its page, which PDF/UA-1 wants to know. @see ISO 32000-1, table 344 */
  setBox(element: TagElement, box: Rectangle): void {
    element.attributes = { ...element.attributes, A: { O: 'Layout', Placement: 'Block', BBox: box } };
  }

  /** Marks of a page, in order of their MCIDs; returns the key that the page names. */
  addPage(marks: readonly TagElement[]): number {
    return this.#parents.push(marks) - 1;
  }

  addMark(node: number, element: TagElement, page: PdfReference, mcid: number): void {
    if (node >= 0) this.#attach(node);
    element.kids.push({ type: 'marks', page, mcid });
  }

  /** Returns the key that the annotation names. */
  addAnnotation(element: TagElement, page: PdfReference, annotation: PdfReference): number {
    element.kids.push({ type: 'annotation', page, annotation });
    return this.#parents.push(element) - 1;
  }

  /** Writes all elements and sets the catalogue's entries. */
  write(): void {
    for (const node of this.#nodes.keys()) this.#attach(node);
    const structTreeRoot = this.#document.ref({ Type: 'StructTreeRoot' });
    const parents = this.#parents.map(
      (parent, key): TreeRow => [key, 'role' in parent ? parent.number : parent.map(({ number }) => number)],
    );
    const parentTree = this.#document.ref(writeTree(this.#document, 'Nums', parents));
    parentTree.end();
    Object.assign(structTreeRoot.data, {
      K: [this.#root.number],
      ParentTree: parentTree,
      ParentTreeNextKey: this.#parents.length,
      // Not a role of PDF 1.7: a title is a paragraph to whoever does not know it.
      RoleMap: { Title: 'P' },
      ...this.#idTree(),
    });
    this.#writeElement(this.#root, structTreeRoot);
    // pdfkit ends these two with the document.
    Object.assign(this.#document._root.data, {
      StructTreeRoot: structTreeRoot,
      MarkInfo: this.#document.ref({ Marked: true }),
    });
  }

  /** Elements by their identifiers, which only notes have; the numbers in them keep the order of nodes. */
  #idTree(): PdfDictionary {
    const names = this.#nodes.flatMap(({ role }, index): TreeRow[] =>
      role === 'Note' ? [[pdfText(noteId(index)), this.element(index).number]] : [],
    );
    return names.length > 0 ? { IDTree: writeTree(this.#document, 'Names', names) } : {};
  }

  /** PDF/UA-1 has no picture without a word: where the source gives none, that it is one. */
  #alternative(role: string, alt: string | undefined): PdfDictionary {
    if (role !== 'Figure') return alt === undefined ? {} : { Alt: pdfText(alt) };
    return { Alt: pdfText(alt || pictureWord(this.#language)) };
  }

  #element(role: string, attributes: PdfDictionary): TagElement {
    return { role, number: this.#document.reserve(), attributes, kids: [], isAttached: false };
  }

  /** Elements stand in their parent in the order of nodes, behind the text of the parent that comes before them. */
  #attach(node: number): void {
    const element = this.element(node);
    if (element.isAttached) return;
    const parentNode = this.#nodes[node]?.parent ?? -1;
    if (parentNode >= 0) this.#attach(parentNode);
    const parent = parentNode >= 0 ? this.element(parentNode) : this.#root;
    const waiting = this.#waiting.get(parentNode) ?? [];
    for (const sibling of waiting.splice(0, waiting.indexOf(node) + 1)) {
      const child = this.element(sibling);
      child.isAttached = true;
      parent.kids.push({ type: 'element', element: child });
    }
  }

  #writeElement(element: TagElement, parent: PdfReference | ObjectNumber): void {
    const { number, role, attributes, kids } = element;
    const [first] = kids;
    const page = first && first.type === 'marks' ? first.page : undefined;
    this.#document.writeObject(number, {
      Type: 'StructElem',
      S: role,
      P: parent,
      Pg: page,
      ...attributes,
      K: kids.map((kid) => kidValue(kid, page)),
    });
    for (const kid of kids) if (kid.type === 'element') this.#writeElement(kid.element, number);
  }
}

function kidValue(kid: TagKid, elementPage: PdfReference | undefined): PdfValue {
  switch (kid.type) {
    case 'element':
      return kid.element.number;
    case 'marks':
      return kid.page === elementPage ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid };
    case 'annotation':
      return { Type: 'OBJR', Pg: kid.page, Obj: kid.annotation };
  }
}

/** The word for a picture, by language. */
const PICTURE: readonly (readonly [RegExp, string])[] = [
  [/^zh-Hant|^zh-(?:TW|HK|MO)/i, '\u5716'],
  [/^zh/i, '图'],
  [/^ja/i, '\u56F3'],
  [/^ko/i, '\uADF8\uB9BC'],
];

function pictureWord(language: string): string {
  return PICTURE.find(([pattern]) => pattern.test(language))?.[1] ?? 'picture';
}

/** PDF/UA-1 asks for an identifier on every note (ISO 14289-1, 7.9); padded, so that the order of bytes is theirs. */
function noteId(node: number): string {
  return `note-${String(node).padStart(9, '0')}`;
}

function attributesOf(node: StructureNode, index: number): PdfDictionary {
  const table = {
    ...(node.columnSpan !== undefined && { ColSpan: node.columnSpan }),
    ...(node.rowSpan !== undefined && { RowSpan: node.rowSpan }),
    ...(node.role === 'TH' && { Scope: 'Column' }),
  };
  return {
    ...(node.role === 'Note' && { ID: pdfText(noteId(index)) }),
    // Code is a word of a line by its nature; this one is a block.
    ...(node.role === 'Code' && { A: { O: 'Layout', Placement: 'Block' } }),
    ...(node.listNumbering && { A: { O: 'List', ListNumbering: node.listNumbering } }),
    ...(Object.keys(table).length > 0 && { A: { O: 'Table', ...table } }),
  };
}
