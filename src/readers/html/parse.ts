import { html, Parser, type ParserOptions, Token } from 'parse5';
import { BoundedTokenizer } from './bounded-tokenizer.js';
import { childrenOf, detach, type HtmlElement, insert } from './tree.js';
import { createTreeAdapter, type LightTree, type ParserState, TextJoiner } from './tree-adapter.js';

/**
 * Elements open at once. Browsers stop at 512; the deepest pages that people write have some sixty. Every token may
 * have to look through all that is open, so this bounds the time as well as the depth.
 */
const MOST_OPEN = 200;

/** Unclosed `<font>` and `<b>` that are opened anew in every following paragraph; older ones are forgotten. */
const MOST_FORMATTING = 16;

/** Elements that the parser may add of its own, for each that the source has, before it stops opening anew. */
const MOST_ADDED = 3;
const ADDED_FREELY = 10_000;

/** Their content is no markup, and the tokenizer has to know. */
const RAW = new Set('script style title textarea xmp iframe noembed noframes plaintext'.split(' '));
const VOID = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));

/** A page as a tree. */
export interface ParsedPage {
  readonly root: HtmlElement;
  /** Line on which nesting first went deeper than is kept. */
  readonly flattenedAt?: number;
}

export const DEEPEST_NESTING: number = MOST_OPEN;

/**
 * Parses as browsers do, in time linear in the text: it never throws, whatever the text is.
 *
 * @param firstLine One-based line of the source on which the text begins.
 */
export function parsePage(text: string, firstLine: number = 1): ParsedPage {
  const state: ParserState = { line: 1, elements: 0, texts: new TextJoiner() };
  const parser = new BoundedParser({ treeAdapter: createTreeAdapter(state), scriptingEnabled: false }, state);
  // in XML `<a id="x"/>` is a whole element; in HTML it opens one
  parser.isXml = /^\uFEFF?\s*<\?xml\s/.test(text);
  parser.tokenizer.preprocessor.line = firstLine;
  parser.tokenizer.write(text, true);
  state.texts.flush();
  const flattenedAt = parser.flattenedAt ?? flatten(parser.document);
  return { root: parser.document, ...(flattenedAt !== undefined && { flattenedAt }) };
}

class BoundedParser extends Parser<LightTree> {
  isXml = false;
  flattenedAt: number | undefined;
  readonly #state: ParserState;
  #starts = 0;
  /** How many elements of a name were left out and are still to be closed. */
  readonly #leftOut = new Map<string, number>();

  constructor(options: ParserOptions<LightTree>, state: ParserState) {
    super(options);
    this.#state = state;
    this.tokenizer = new BoundedTokenizer(this.options, this);
  }

  override onStartTag(token: Token.TagToken): void {
    this.#starts += 1;
    this.#boundFormatting();
    if (this.openElements.stackTop >= MOST_OPEN && !VOID.has(token.tagName) && !RAW.has(token.tagName)) {
      this.#leaveOut(token);
    } else if (this.isXml && token.selfClosing && !VOID.has(token.tagName)) {
      this.#addEmpty(token);
    } else super.onStartTag(token);
    this.#state.line = this.tokenizer.preprocessor.line;
  }

  override onEndTag(token: Token.TagToken): void {
    const leftOut = this.#leftOut.get(token.tagName) ?? 0;
    if (leftOut > 0) {
      this.#leftOut.set(token.tagName, leftOut - 1);
      this.#parts();
    } else super.onEndTag(token);
    this.#state.line = this.tokenizer.preprocessor.line;
  }

  override onCharacter(token: Token.CharacterToken): void {
    this.#boundFormatting();
    super.onCharacter(token);
    this.#state.line = this.tokenizer.preprocessor.line;
  }

  override onWhitespaceCharacter(token: Token.CharacterToken): void {
    super.onWhitespaceCharacter(token);
    this.#state.line = this.tokenizer.preprocessor.line;
  }

  override onComment(token: Token.CommentToken): void {
    super.onComment(token);
    this.#state.line = this.tokenizer.preprocessor.line;
  }

  /** The tag goes, its text stays, parted from what stands before it. */
  #leaveOut(token: Token.TagToken): void {
    this.flattenedAt ??= this.#state.line;
    if (!token.selfClosing) this.#leftOut.set(token.tagName, (this.#leftOut.get(token.tagName) ?? 0) + 1);
    this.#parts();
  }

  #parts(): void {
    const { BR } = html.TAG_ID;
    super.onStartTag({
      type: Token.TokenType.START_TAG,
      tagName: 'br',
      tagID: BR,
      selfClosing: false,
      ackSelfClosing: false,
      attrs: [],
      location: null,
    });
  }

  #addEmpty(token: Token.TagToken): void {
    if (RAW.has(token.tagName)) return;
    super.onStartTag({ ...token, selfClosing: false });
    super.onEndTag({ ...token, selfClosing: false, attrs: [] });
  }

  #boundFormatting(): void {
    const { activeFormattingElements: list } = this;
    if (this.#state.elements > ADDED_FREELY + MOST_ADDED * this.#starts) list.clearToLastMarker();
    else if (list.entries.length > MOST_FORMATTING) list.entries.pop();
  }
}

/** Misnested formatting can make a tree deeper than anything that was open: what is too deep is lifted out. */
function flatten(root: HtmlElement): number | undefined {
  let flattenedAt: number | undefined;
  let depth = 0;
  let node = root.first;
  while (node) {
    if (node.type === 'element' && node.first) {
      if (depth < 2 * MOST_OPEN) {
        depth += 1;
        node = node.first;
        continue;
      }
      flattenedAt ??= node.line;
      const { first, parent } = node;
      for (const child of childrenOf(node)) if (parent) insert(parent, child, node);
      detach(node);
      node = first;
      continue;
    }
    while (node && !node.next) {
      node = node.parent === root ? undefined : node.parent;
      depth -= 1;
    }
    node = node?.next;
  }
  return flattenedAt;
}
