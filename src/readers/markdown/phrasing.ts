import type { Alternative, Link, LinkReference, PhrasingContent, Resource } from 'mdast';
import type { Inline } from '../../model/index.js';
import { plainText } from '../../model/index.js';
import { joinWrappedLines, mapText } from '../inlines.js';
import type { DocumentContext } from './document-context.js';
import { htmlTokens } from './html-tokens.js';
import { InlineBuilder } from './inline-builder.js';
import { notationInlines } from './notation-inlines.js';

/** The inlines of a paragraph, heading or cell, with its wrapped lines joined and its characters cleaned. */
export function toInlines(nodes: readonly PhrasingContent[], context: DocumentContext): Inline[] {
  return cleanInlines(toRawInlines(nodes, context), context);
}

/** What has been built, as the model wants it: clean, and without line ends inside texts. */
export function cleanInlines(inlines: readonly Inline[], context: DocumentContext): Inline[] {
  return joinWrappedLines(
    mapText(inlines, (text) => context.clean(text).replace(/[\v\f\r\x85\u2028\u2029]/g, ' ')),
  );
}

/** The inlines as they stand in the source, line ends in texts and all. */
export function toRawInlines(nodes: readonly PhrasingContent[], context: DocumentContext): Inline[] {
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
      return withMailAddresses(node.value);
    case 'notation':
      return notationInlines(node, context);
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: toRawInlines(node.children, context) }];
    case 'delete':
      return [{ type: 'strike', children: toRawInlines(node.children, context) }];
    case 'inlineCode':
      return [{ type: 'code', text: context.clean(node.value).replace(/[\n-\r\x85\u2028\u2029]/g, ' ') }];
    case 'break':
      return [{ type: 'lineBreak' }];
    case 'link':
      return convertLink(node, node.url, context);
    case 'linkReference':
      return convertLink(node, context.definitions.get(node.identifier)?.url ?? '', context);
    case 'image':
      return convertImage(node, node, context);
    case 'imageReference':
      return convertImage(context.definitions.get(node.identifier), node, context);
    case 'footnoteReference':
      return [{ type: 'noteReference', noteId: context.noteId(node.identifier) }];
  }
}

function convertLink(node: Link | LinkReference, address: string, context: DocumentContext): Inline[] {
  const children = toRawInlines(node.children, context);
  const url = context.linkAddress(context.clean(address));
  if (url !== undefined) return [{ type: 'link', url, children: withoutLinks(children) }];
  // A place in the source itself: nothing is lost but the jump, and the mark that site generators put beside a heading.
  if (!address.startsWith('#')) context.dropLink(address);
  else if (/^[#\u00B6\u00A7\u{1F517}\uFE0F]+$/u.test(plainText(children).trim())) return [];
  return children;
}

/** An address that is written out inside a link is its text. */
function withoutLinks(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type === 'link') return withoutLinks(inline.children);
    return 'children' in inline ? [{ ...inline, children: withoutLinks(inline.children) }] : [inline];
  });
}

/** @see GFM, autolinks (extension): mail addresses */
const MAIL_ADDRESS =
  /(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){1,8}(?![\w-])/g;

function withMailAddresses(text: string): Inline[] {
  if (!text.includes('@')) return [{ type: 'text', text }];
  const inlines: Inline[] = [];
  let end = 0;
  for (const { 0: address, index } of text.matchAll(MAIL_ADDRESS)) {
    inlines.push({ type: 'text', text: text.slice(end, index) });
    inlines.push({ type: 'link', url: `mailto:${address}`, children: [{ type: 'text', text: address }] });
    end = index + address.length;
  }
  inlines.push({ type: 'text', text: text.slice(end) });
  return inlines;
}

/** A title is written at the address, which for a picture by name stands in the definition. */
function convertImage(
  address: Resource | undefined,
  { alt }: Alternative,
  context: DocumentContext,
): Inline[] {
  const text = context.clean(alt ?? '');
  if (!address || address.url === '') return [{ type: 'text', text }];
  const title = context
    .clean(address.title ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  const picture = { imageId: context.addImage(address.url), alt: text.replace(/\s+/g, ' ') };
  return [{ type: 'image', ...picture, ...(title !== '' && { title }) }];
}
