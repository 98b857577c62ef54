import type { Link, LinkReference, PhrasingContent } from 'mdast';
import type { Inline } from '../../model/index.js';
import { joinWrappedLines, mapText } from '../inlines.js';
import type { DocumentContext } from './document-context.js';
import { htmlTokens } from './html-tokens.js';
import { InlineBuilder } from './inline-builder.js';

/** The inlines of a paragraph, heading or cell, with its wrapped lines joined and its characters cleaned. */
export function toInlines(nodes: readonly PhrasingContent[], context: DocumentContext): Inline[] {
  return cleanInlines(convert(nodes, context), context);
}

/** What has been built, as the model wants it: clean, and without line ends inside texts. */
export function cleanInlines(inlines: readonly Inline[], context: DocumentContext): Inline[] {
  return joinWrappedLines(
    mapText(inlines, (text) => context.clean(text).replace(/[\v\f\r\x85\u2028\u2029]/g, ' ')),
  );
}

function convert(nodes: readonly PhrasingContent[], context: DocumentContext): Inline[] {
  const builder = new InlineBuilder(context);
  for (const node of nodes) {
    if (node.type === 'html') {
      for (const token of htmlTokens(node.value)) builder.addToken(token);
    } else {
      builder.addInlines(convertNode(node, context));
    }
  }
  return builder.finish();
}

function convertNode(node: Exclude<PhrasingContent, { type: 'html' }>, context: DocumentContext): Inline[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', text: node.value }];
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: convert(node.children, context) }];
    case 'delete':
      return [{ type: 'strike', children: convert(node.children, context) }];
    case 'inlineCode':
      return [{ type: 'code', text: context.clean(node.value).replace(/[\n-\r\x85\u2028\u2029]/g, ' ') }];
    case 'break':
      return [{ type: 'lineBreak' }];
    case 'link':
      return convertLink(node, node.url, context);
    case 'linkReference':
      return convertLink(node, context.definitions.get(node.identifier)?.url ?? '', context);
    case 'image':
      return convertImage(node.url, node.alt, context);
    case 'imageReference':
      return convertImage(context.definitions.get(node.identifier)?.url ?? '', node.alt, context);
    case 'footnoteReference':
      return [{ type: 'noteReference', noteId: context.noteId(node.identifier) }];
  }
}

function convertLink(node: Link | LinkReference, address: string, context: DocumentContext): Inline[] {
  const children = convert(node.children, context);
  const url = linkAddress(context.clean(address));
  if (url !== undefined) return [{ type: 'link', url, children }];
  // A place in the source itself: nothing is lost but the jump.
  if (!address.startsWith('#')) context.dropLink(address);
  return children;
}

/** ASCII that no address may hold as it is. @see RFC 3986, 2 */
const UNSAFE_IN_ADDRESS = /[\s"<>\\^`{|}[\]]/g;

/** The address when a document may link to it: absolute, http, https or mailto; what it may not hold is escaped. */
function linkAddress(address: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:)/i.test(address) || !URL.canParse(address)) return undefined;
  return address.replace(UNSAFE_IN_ADDRESS, encodeURIComponent);
}

function convertImage(source: string, alt: string | null | undefined, context: DocumentContext): Inline[] {
  const text = context.clean(alt ?? '');
  if (source === '') return [{ type: 'text', text }];
  return [{ type: 'image', imageId: context.addImage(source), alt: text.replace(/\s+/g, ' ') }];
}
