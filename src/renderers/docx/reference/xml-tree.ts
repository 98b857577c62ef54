import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { declarations, PrefixScope } from './namespaces.js';

/**
 * An element of the user's template, to be changed in place and written again: names, attributes, text and white
 * space as the file has them. Comments and processing instructions are not kept.
 */
export interface XmlNode {
  name: string;
  readonly attributes: Map<string, string>;
  children: XmlChild[];
}

/** XML that is ready: our own story, which is large and needs no tree. */
export interface RawXml {
  readonly raw: string;
}

export type XmlChild = XmlNode | RawXml | string;

/** Why a part is not read. */
export class XmlFault extends Error {}

/** Elements inside elements. Word's own files stay below fifty. */
const MOST_DEPTH = 200;
/** Elements of a part: a template is a small file. */
const MOST_ELEMENTS = 500_000;
const MOST_PREFIXES = 500;
/** Bytes parsed at a time. */
const STEP = 65_536;

/** Faults that Word files of other programs have and that hide nothing. */
const HARMLESS = /disallowed character\.|unbound namespace prefix|]]> is disallowed/;

/**
 * Parses a part. Document types are refused: there are no entities but the five of XML, and nothing is opened.
 *
 * @throws XmlFault for what is not well-formed, has a document type, or is too deep or too large.
 */
export function parseTree(bytes: Uint8Array): XmlNode {
  const builder = new TreeBuilder();
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: false });
  for (let at = 0; at < bytes.length; at += STEP) {
    builder.write(decoder.decode(bytes.subarray(at, at + STEP), { stream: true }));
  }
  builder.write(decoder.decode());
  return builder.finish();
}

/** UTF-8 or UTF-16, the two that a package may use. @see ECMA-376-2, 6.2.5 */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : 'utf-8';
}

class TreeBuilder {
  readonly #parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  readonly #open: XmlNode[] = [];
  readonly #scopes: PrefixScope[] = [];
  #scope = new PrefixScope();
  #count = 0;
  #root: XmlNode | undefined;

  constructor() {
    this.#parser.on('error', ({ message }) => {
      if (!HARMLESS.test(message)) throw this.#fault(message.replace(/^\d+:\d+: /, ''));
    });
    this.#parser.on('doctype', () => {
      throw this.#fault('a document type declaration');
    });
    this.#parser.on('opentag', (tag) => this.#start(tag));
    this.#parser.on('closetag', () => this.#end());
    this.#parser.on('text', (text) => this.#open.at(-1)?.children.push(text));
    this.#parser.on('cdata', (text) => this.#open.at(-1)?.children.push(text));
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  finish(): XmlNode {
    this.#parser.close();
    if (!this.#root) throw this.#fault('no element');
    return this.#root;
  }

  #fault(reason: string): XmlFault {
    return new XmlFault(`XML, line ${this.#parser.line}: ${reason.slice(0, 100)}`);
  }

  #start({ name, attributes }: SaxesTagPlain): void {
    this.#count += 1;
    if (this.#count > MOST_ELEMENTS) throw this.#fault(`over ${MOST_ELEMENTS} elements`);
    if (this.#open.length >= MOST_DEPTH) throw this.#fault(`elements over ${MOST_DEPTH} deep`);
    const names = Object.keys(attributes);
    this.#scopes.push(this.#scope);
    const declared = names.filter(isDeclaration).map((key): [string, string] => {
      return [key.slice('xmlns:'.length), attributes[key] ?? ''];
    });
    if (declared.length > 0) this.#scope = this.#scope.with(declared);
    if (this.#scope.size > MOST_PREFIXES) throw this.#fault(`over ${MOST_PREFIXES} namespaces`);
    const kept = new Map<string, string>(declared.flatMap(([prefix, uri]) => declarations(prefix, uri)));
    for (const key of names) {
      if (!isDeclaration(key)) kept.set(this.#scope.attribute(key), attributes[key] ?? '');
    }
    const element: XmlNode = { name: this.#scope.element(name), attributes: kept, children: [] };
    this.#open.at(-1)?.children.push(element);
    this.#root ??= element;
    this.#open.push(element);
  }

  #end(): void {
    this.#open.pop();
    this.#scope = this.#scopes.pop() ?? this.#scope;
  }
}

const isDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');

/** Marks that text and attributes cannot hold as they are; white space in attributes would be made blanks. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const escaped = (text: string, marks: RegExp): string => text.replace(marks, (mark) => ESCAPES[mark] ?? mark);

/** What XML 1.0 forbids: the parser forgives it to old writers, and readers of the result would not. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function format(node: XmlChild): string {
  if (typeof node === 'string') return escaped(node.replace(FORBIDDEN, ''), /[&<>\r]/g);
  if ('raw' in node) return node.raw;
  let tag = `<${node.name}`;
  for (const [name, value] of node.attributes) {
    tag += ` ${name}="${escaped(value.replace(FORBIDDEN, ''), /[&<>"\t\n\r]/g)}"`;
  }
  if (node.children.length === 0) return `${tag}/>`;
  return `${tag}>${node.children.map(format).join('')}</${node.name}>`;
}

/** A whole part with its declaration, UTF-8. */
export function formatTree(root: XmlNode): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${format(root)}`);
}

export function node(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: XmlChild[]
): XmlNode {
  const given = Object.entries(attributes).map(([key, value]): [string, string] => [key, String(value)]);
  return { name, attributes: new Map(given), children };
}

export const isNode = (child: XmlChild): child is XmlNode => typeof child !== 'string' && 'name' in child;

/** The elements directly inside one. */
export function elementsOf({ children }: XmlNode): XmlNode[] {
  return children.filter(isNode);
}

/** The first child of a name. */
export function child(parent: XmlNode | undefined, name: string): XmlNode | undefined {
  return parent?.children.find((each): each is XmlNode => isNode(each) && each.name === name);
}

export function childrenNamed(parent: XmlNode | undefined, name: string): XmlNode[] {
  return parent ? elementsOf(parent).filter((each) => each.name === name) : [];
}

/** The attribute `w:val` of a child: how nearly all of WordprocessingML says its values. */
export function valOf(parent: XmlNode | undefined, name: string): string | undefined {
  return child(parent, name)?.attributes.get('w:val');
}

/** A whole number as written; units and fractions behind it are left out. */
export function toNumber(written: string | undefined): number | undefined {
  const digits = /^\s*([+-]?\d{1,9})/.exec(written ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A property that is on or off by being there; `w:val` may say off. Undefined when it is not there at all. */
export function toggleOf(parent: XmlNode | undefined, name: string): boolean | undefined {
  const found = child(parent, name);
  return found && !/^(?:0|false|off|none)$/i.test(found.attributes.get('w:val') ?? '1');
}

/** All elements below one, in order of the document. */
export function* descendants(root: XmlNode): Generator<XmlNode> {
  const pending = elementsOf(root).reverse();
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) {
      const inside = next.children[at];
      if (inside !== undefined && isNode(inside)) pending.push(inside);
    }
  }
}

/**
 * Puts other children in the place of some, anywhere below an element. What is put there is looked through too, unless
 * it is the element itself.
 *
 * @param change The children that stand for one; undefined keeps it.
 */
export function replaceBelow(
  parent: XmlNode,
  change: (element: XmlNode, parent: XmlNode) => readonly XmlChild[] | undefined,
): void {
  const kept: XmlChild[] = [];
  const pending = [...parent.children].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const instead = isNode(next) ? change(next, parent) : undefined;
    if (instead === undefined) {
      kept.push(next);
      if (isNode(next)) replaceBelow(next, change);
    } else {
      for (const each of [...instead].reverse()) pending.push(each);
    }
  }
  parent.children = kept;
}

/** The text of the runs inside an element, drawings and notes aside. */
export function textOf(element: XmlNode): string {
  if (element.name === 'w:t') return element.children.filter((each) => typeof each === 'string').join('');
  if (element.name === 'w:tab') return '\t';
  return elementsOf(element).map(textOf).join('');
}
