import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { NamespaceScope } from './namespaces.js';

/** An element of a part, under the prefixes of `namespaces.ts`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The characters directly inside it: no element of a Word file has both text and elements. */
  readonly text: string;
}

/** Why a part is not read. `where` is a line of the part. */
export class XmlFault extends Error {
  readonly where: number;

  constructor(reason: string, where: number) {
    super(reason);
    this.name = 'XmlFault';
    this.where = where;
  }
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/**
 * Elements inside elements. What lies deeper is put into the last one of this depth, so that nobody who walks the tree
 * runs out of stack and no text is lost.
 */
const MOST_DEPTH = 200;
/** Elements held at once: of one block of the text, or of a whole smaller part. A table of 100,000 cells has a million. */
const MOST_ELEMENTS = 3_000_000;
/** Namespaces in force at once. */
const MOST_PREFIXES = 500;
/** Bytes that are decoded and parsed at a time. */
const STEP = 65_536;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
/** Ids of editing sessions, on nearly every element and of no use. */
const SESSION_ID = /^(?:w:)?rsid|:(?:paraId|textId)$/;

/** Faults that Word files of other programs have and that hide nothing: the parser goes on after them. */
const HARMLESS = /disallowed character\.|unbound namespace prefix|]]> is disallowed/;

/** Receives the elements inside the text's body one by one, so that a long text is never held as a whole. */
export type ChildHandler = (child: XmlElement) => void;

/**
 * Parses a part. Declarations of document types are refused, so that there are no entities but the five of XML, and
 * nothing outside is ever opened.
 *
 * @param streamed Name of an element directly under the root; its children go to `onChild` and are not kept.
 * @throws XmlFault for what is not well-formed, has a document type, or is too large to hold.
 */
export function parseXml(bytes: Uint8Array, streamed?: string, onChild?: ChildHandler): XmlElement {
  const builder = new TreeBuilder(streamed, onChild);
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: false });
  for (let at = 0; at < bytes.length; at += STEP) {
    builder.write(decoder.decode(bytes.subarray(at, at + STEP), { stream: true }));
  }
  builder.write(decoder.decode());
  return builder.finish();
}

/** UTF-8 or UTF-16, the two that a package may use. @see ECMA-376-2, 6.2.5 */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : 'utf-8';
}

class TreeBuilder {
  readonly #parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  readonly #streamed: string | undefined;
  readonly #onChild: ChildHandler | undefined;
  readonly #open: OpenElement[] = [];
  readonly #scopes: { readonly depth: number; readonly scope: NamespaceScope }[] = [];
  #scope = new NamespaceScope();
  #depth = 0;
  /** The element being read below {@link MOST_DEPTH}. */
  #deep: OpenElement | undefined;
  #count = 0;
  #root: XmlElement | undefined;

  constructor(streamed: string | undefined, onChild: ChildHandler | undefined) {
    this.#streamed = streamed;
    this.#onChild = onChild;
    this.#parser.on('error', (error) => {
      if (!HARMLESS.test(error.message)) throw this.#fault(error.message.replace(/^\d+:\d+: /, ''));
    });
    this.#parser.on('doctype', () => {
      throw this.#fault('a document type declaration');
    });
    this.#parser.on('opentag', (tag) => this.#start(tag));
    this.#parser.on('closetag', () => this.#end());
    this.#parser.on('text', (text) => this.#text(text));
    this.#parser.on('cdata', (text) => this.#text(text));
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  finish(): XmlElement {
    this.#parser.close();
    if (!this.#root) throw this.#fault('no element');
    return this.#root;
  }

  #fault(reason: string): XmlFault {
    return new XmlFault(reason, this.#parser.line);
  }

  #start({ name, attributes }: SaxesTagPlain): void {
    this.#depth += 1;
    this.#count += 1;
    if (this.#count > MOST_ELEMENTS) throw this.#fault(`over ${MOST_ELEMENTS} elements in one block`);
    const kept = this.#attributes(attributes);
    const element: OpenElement = {
      name: this.#scope.elementName(name),
      attributes: kept,
      children: [],
      text: '',
    };
    this.#open.at(-1)?.children.push(element);
    if (this.#depth <= MOST_DEPTH) this.#open.push(element);
    else this.#deep = element;
  }

  #attributes(written: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
    const names = Object.keys(written);
    if (names.length === 0) return NO_ATTRIBUTES;
    const declared = names.filter((name) => name === 'xmlns' || name.startsWith('xmlns:'));
    if (declared.length > 0) this.#declare(declared.map((name) => [name.slice(6), written[name] ?? '']));
    const kept = new Map<string, string>();
    for (const name of names) {
      if (name.startsWith('xmlns') || SESSION_ID.test(name)) continue;
      kept.set(this.#scope.attributeName(name), written[name] ?? '');
    }
    return kept.size === 0 ? NO_ATTRIBUTES : kept;
  }

  #declare(declared: readonly (readonly [string, string])[]): void {
    const scope = this.#scope.with(declared);
    if (scope === this.#scope) return;
    if (scope.size > MOST_PREFIXES) throw this.#fault(`over ${MOST_PREFIXES} namespaces`);
    this.#scopes.push({ depth: this.#depth, scope: this.#scope });
    this.#scope = scope;
  }

  #text(text: string): void {
    const element = this.#depth <= MOST_DEPTH ? this.#open.at(-1) : this.#deep;
    // white space between elements is the file's own layout
    if (element && (element.text !== '' || holdsText(element) || /\S/.test(text))) element.text += text;
  }

  #end(): void {
    const outer = this.#scopes.at(-1);
    if (outer?.depth === this.#depth) {
      this.#scope = outer.scope;
      this.#scopes.pop();
    }
    const closed = this.#depth <= MOST_DEPTH ? this.#open.pop() : undefined;
    this.#deep = undefined;
    this.#depth -= 1;
    if (!closed) return;
    if (this.#depth === 0) this.#root = closed;
    else if (this.#depth === 2 && this.#onChild && this.#open[1]?.name === this.#streamed) {
      this.#open[1]?.children.pop();
      this.#count = 0;
      this.#onChild(closed);
    }
  }
}

/** Its white space may be meant. */
function holdsText({ name }: XmlElement): boolean {
  return name.endsWith(':t') || name.endsWith(':instrText');
}

/** The first child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

/** The attribute `val` of a child: how nearly all of WordprocessingML says its values. */
export function valOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes.get('val');
}

/** The value of a child as a whole number; undefined when it is none. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  return toNumber(valOf(element, name));
}

/** A whole number as written; units and fractions behind it are left out. */
export function toNumber(written: string | undefined): number | undefined {
  const digits = /^\s*([+-]?\d{1,15})/.exec(written ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A property that is on or off by being there; `w:val` may say off. Undefined when it is not there at all. */
export function toggleOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  if (!found) return undefined;
  return !/^(?:0|false|off|none)$/i.test(found.attributes.get('val') ?? '1');
}

/** All elements below one, in order of the document. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  const pending = [...element.children].reverse();
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) pending.push(next.children[at] as XmlElement);
  }
}
