import type { DraftBlock } from '../../model/index.js';
import { BlockReader } from '../html/block-reader.js';
import { PageContext } from '../html/page-context.js';
import { parsePage } from '../html/parse.js';
import { elementsIn, type HtmlElement, textIn } from '../html/tree.js';
import type { DocumentContext } from './document-context.js';

/** Elements with text that nobody is to see; the readers of pages leave them out without a word. */
const UNSEEN = new Set(['script', 'style', 'template', 'noscript']);

/** A piece of a page does not say where it was. */
const NO_ADDRESSES = { base: undefined, own: undefined };

/** What a block of HTML inside Markdown means: the same as on a page. */
export function toHtmlBlocks(
  html: string,
  line: number,
  blankLinesBefore: number,
  context: DocumentContext,
): DraftBlock[] {
  const { root } = parsePage(html, line);
  const page = new PageContext(context.tally, NO_ADDRESSES, new Map(), context.pictures);
  const blocks = new BlockReader(page, new Map()).read(bodyOf(root));
  for (const element of elementsIn(root)) {
    if (UNSEEN.has(element.tag) && textIn(element).trim() !== '') context.removeElement(element.tag);
  }
  context.diagnostics.push(...page.diagnostics);
  const [first, ...others] = blocks;
  return first?.type === 'line' ? [{ ...first, blankLinesBefore }, ...others] : blocks;
}

function bodyOf(root: HtmlElement): HtmlElement {
  for (const element of elementsIn(root)) if (element.tag === 'body') return element;
  return root;
}
