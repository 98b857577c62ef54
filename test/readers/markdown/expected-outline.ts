import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type ChildNode = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that stand apart from the text around them. */
const BLOCKS = new Set(
  'address article aside body blockquote center dd details div dl dt footer form h1 h2 h3 h4 h5 h6 header hr html iframe li main nav ol p pre section summary table tbody td th thead tr ul script style textarea'.split(
    ' ',
  ),
);
const MARKS: Readonly<Record<string, string>> = {
  em: 'emphasis',
  i: 'emphasis',
  strong: 'strong',
  b: 'strong',
  del: 'strike',
  s: 'strike',
};
/** Their content is no text. */
const NO_TEXT = new Set(['script', 'style', 'iframe', 'title']);

/**
 * The structure that a piece of expected HTML states, written as `draftOutline` writes a draft, pictures without
 * their keys. It shares no code with the reader.
 */
export function expectedOutline(html: string): string[] {
  return outlineOf(parseFragment(html).childNodes, 0);
}

function outlineOf(nodes: readonly ChildNode[], depth: number): string[] {
  const lines: string[] = [];
  let run: ChildNode[] = [];
  const endRun = (): void => {
    lines.push(...lineOf('line', run, depth));
    run = [];
  };
  for (const node of nodes) {
    if (isElement(node) && BLOCKS.has(node.tagName)) {
      endRun();
      lines.push(...blockOutline(node, depth));
    } else run.push(node);
  }
  endRun();
  return lines;
}

function blockOutline(element: Element, depth: number): string[] {
  const { tagName: tag } = element;
  const children = element.childNodes;
  const at = (text: string, level = depth): string => `${'  '.repeat(level)}${text}`;
  if (NO_TEXT.has(tag)) return [];
  if (tag === 'hr') return [at('rule')];
  if (tag === 'p') return outlineOf(children, depth);
  if (/^h[1-6]$/.test(tag)) return lineOf(`heading ${tag[1]}`, children, depth);
  if (tag === 'blockquote') return [at('quote'), ...outlineOf(children, depth + 1)];
  if (tag === 'pre') return [at(codeOf(element))];
  if (tag !== 'ul' && tag !== 'ol') return outlineOf(children, depth);
  const start = attribute(element, 'start') ?? '1';
  return [
    at(tag === 'ol' ? `list from ${start}` : 'list'),
    ...children.flatMap((item) =>
      isElement(item) ? [at('item', depth + 1), ...outlineOf(item.childNodes, depth + 2)] : [],
    ),
  ];
}

function codeOf(pre: Element): string {
  const [code] = pre.childNodes;
  const language = code && isElement(code) ? attribute(code, 'class')?.replace('language-', '') : undefined;
  return `code ${language ?? ''}: ${JSON.stringify(textOf(pre).replace(/\n$/, ''))}`;
}

function lineOf(name: string, nodes: readonly ChildNode[], depth: number): string[] {
  const text = tidy(nodes.map(inlineOf).join(''));
  return text === '' ? [] : [`${'  '.repeat(depth)}${name} ${text}`];
}

/** White space as a browser shows it, none at the ends. */
export function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ?<br> ?/g, '<br>')
    .replace(/^(?: |<br>)+|(?: |<br>)+$/g, '')
    .replace(/ (?=>+$)/, '');
}

function inlineOf(node: ChildNode): string {
  if (node.nodeName === '#text') return (node as { value: string }).value;
  if (!isElement(node) || NO_TEXT.has(node.tagName)) return '';
  const inside = node.childNodes.map(inlineOf).join('');
  const mark = MARKS[node.tagName];
  if (mark) return inside === '' ? '' : `<${mark} ${inside}>`;
  if (node.tagName === 'code') return `<code ${textOf(node)}>`;
  if (node.tagName === 'br') return '<br>';
  if (node.tagName === 'img') {
    const title = attribute(node, 'title');
    return `<image ${attribute(node, 'alt') ?? ''}${title ? ` “${title}”` : ''}>`;
  }
  if (node.tagName === 'a') return linkOf(attribute(node, 'href') ?? '', inside);
  return inside;
}

/** A document can link to a place on the net and to nothing else. */
function linkOf(address: string, inside: string): string {
  return /^(?:https?:\/\/|mailto:)/i.test(address) && inside !== '' ? `<link ${address} ${inside}>` : inside;
}

function textOf(node: ChildNode): string {
  if (node.nodeName === '#text') return (node as { value: string }).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function isElement(node: ChildNode): node is Element {
  return 'tagName' in node;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}
