import type { html, TreeAdapter, TreeAdapterTypeMap } from 'parse5';
import {
  createElement,
  createText,
  detach,
  type HtmlElement,
  type HtmlNode,
  type HtmlText,
  insert,
} from './tree.js';

/** What the parser holds of a comment or doctype: nothing that any reader of a page sees. */
interface Unseen {
  readonly type: 'unseen';
}

type ParserNode = HtmlNode | Unseen;

export type LightTree = TreeAdapterTypeMap<
  ParserNode,
  HtmlElement,
  ParserNode,
  HtmlElement,
  HtmlElement,
  HtmlElement,
  Unseen,
  HtmlText,
  HtmlElement,
  Unseen
>;

const UNSEEN: Unseen = { type: 'unseen' };
const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const MATH_NAMESPACE = 'http://www.w3.org/1998/Math/MathML';

/** Counts that the parser's bounds need, and where it stands. */
export interface ParserState {
  /** One-based line on which the token at hand begins. */
  line: number;
  readonly texts: TextJoiner;
  /** Elements made so far, those among them that the source does not have. */
  elements: number;
}

/** Pieces of text are joined to so many characters before they are added to what is there. */
const PIECE = 4096;

/**
 * Adds words to texts. A string that grows word by word is kept by the engine as a chain of all its words; joined in
 * pieces first, a text takes the memory of its characters.
 */
export class TextJoiner {
  #node: HtmlText | undefined;
  #pending = '';

  add(node: HtmlText, text: string): void {
    if (node !== this.#node) this.flush();
    this.#node = node;
    this.#pending += text;
    if (this.#pending.length >= PIECE) this.flush();
  }

  /** To be called when all has been added. */
  flush(): void {
    // looking at a character makes one string of the chain
    if (this.#node && this.#pending.charCodeAt(0) >= 0) this.#node.text += this.#pending;
    this.#node = undefined;
    this.#pending = '';
  }
}

/** Builds {@link HtmlElement} trees for parse5; its own trees keep siblings in arrays, which hostile pages make slow. */
export function createTreeAdapter(state: ParserState): TreeAdapter<LightTree> {
  const documents = new WeakMap<HtmlElement, html.DOCUMENT_MODE>();
  const templates = new WeakMap<HtmlElement, HtmlElement>();
  const foreign = new WeakMap<HtmlElement, html.NS>();
  const add = (parent: HtmlElement, node: ParserNode, before?: ParserNode): void => {
    if (node.type !== 'unseen') insert(parent, node, before?.type === 'unseen' ? undefined : before);
  };
  const addText = (parent: HtmlElement, text: string, before?: HtmlNode): void => {
    const neighbour = before ? before.previous : parent.last;
    if (neighbour?.type === 'text') state.texts.add(neighbour, text);
    else insert(parent, createText(text, state.line), before);
  };
  return {
    ...questions(foreign),
    createDocument: () => createElement('#document', 1),
    createDocumentFragment: () => createElement('#fragment', state.line),
    createElement(tag, namespace, attributes) {
      state.elements += 1;
      const isForeign = namespace === SVG_NAMESPACE || namespace === MATH_NAMESPACE;
      const element = createElement(tag.toLowerCase(), state.line, attributes, isForeign);
      if (isForeign) foreign.set(element, namespace);
      return element;
    },
    createCommentNode: () => UNSEEN,
    createTextNode: (text) => createText(text, state.line),
    appendChild: (parent, node) => add(parent, node),
    insertBefore: (parent, node, before) => add(parent, node, before),
    insertText: (parent, text) => addText(parent, text),
    insertTextBefore: (parent, text, before) =>
      addText(parent, text, before.type === 'unseen' ? undefined : before),
    detachNode(node) {
      if (node.type !== 'unseen') detach(node);
    },
    adoptAttributes(element, attributes) {
      const known = new Set(element.attributes.map(({ name }) => name));
      element.attributes = [...element.attributes, ...attributes.filter(({ name }) => !known.has(name))];
    },
    setTemplateContent: (template, content) => templates.set(template, content),
    getTemplateContent: (template) => templates.get(template) ?? template,
    setDocumentMode: (document, mode) => documents.set(document, mode),
    getDocumentMode: (document) => documents.get(document) ?? ('no-quirks' as html.DOCUMENT_MODE),
    setDocumentType() {},
    setNodeSourceCodeLocation() {},
    updateNodeSourceCodeLocation() {},
  };
}

type Question =
  | `is${string}`
  | `getTagName`
  | 'getNamespaceURI'
  | 'getAttrList'
  | 'getFirstChild'
  | 'getChildNodes'
  | 'getParentNode'
  | 'getTextNodeContent'
  | 'getCommentNodeContent'
  | `getDocumentTypeNode${string}`
  | 'getNodeSourceCodeLocation';

/** What the parser asks of nodes that are there. */
function questions(
  foreign: WeakMap<HtmlElement, html.NS>,
): Pick<TreeAdapter<LightTree>, Extract<keyof TreeAdapter<LightTree>, Question>> {
  return {
    isTextNode: (node): node is HtmlText => node.type === 'text',
    isElementNode: (node): node is HtmlElement => node.type === 'element',
    isCommentNode: (node): node is Unseen => node.type === 'unseen',
    isDocumentTypeNode: (_node): _node is Unseen => false,
    getTagName: ({ tag }) => tag,
    getNamespaceURI: (element) => foreign.get(element) ?? (HTML_NAMESPACE as html.NS),
    getAttrList: ({ attributes }) => [...attributes],
    getFirstChild: ({ first }) => first ?? null,
    getChildNodes: () => [],
    getParentNode: (node) => (node.type === 'unseen' ? null : (node.parent ?? null)),
    getTextNodeContent: ({ text }) => text,
    getCommentNodeContent: () => '',
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    getNodeSourceCodeLocation: () => null,
  };
}
