/** A small XML tree and its writer: everything that stands in a book passes through here and is escaped here. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly XmlNode[];
  /** Written without white space between its children, whatever they are. */
  readonly joined?: true;
}

/** A string is text. */
export type XmlNode = XmlElement | string;

/** Attributes whose value is undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  return { name, attributes, children };
}

/** Elements that stand in a line of text; white space around them would be seen. */
const IN_LINE: ReadonlySet<string> = new Set(
  'a abbr bdi br code em img math rp rt ruby s span strong sub sup time text tspan'.split(' '),
);

/** Deeper than this no further indent is given, so that a deep tree does not grow by its own depth. */
const DEEPEST_INDENT = 12;

/**
 * The document as text: an element of blocks has each of them on a line of its own, indented by two spaces;
 * an element of text stays on one line.
 */
export function formatXml(root: XmlElement, doctype?: string): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  if (doctype) lines.push(`${doctype}\n`);
  writeBlock(root, 0, lines);
  return lines.join('');
}

function writeBlock(node: XmlElement, depth: number, out: string[]): void {
  const indent = '  '.repeat(Math.min(depth, DEEPEST_INDENT));
  out.push(indent);
  if (node.children.length === 0 || holdsText(node)) {
    writeInLine(node, out);
  } else {
    out.push(`<${node.name}${formatAttributes(node)}>\n`);
    for (const child of node.children) writeBlock(child as XmlElement, depth + 1, out);
    out.push(`${indent}</${node.name}>`);
  }
  out.push('\n');
}

/** White space between its children would be seen: there is text among them, or two stand in one line. */
function holdsText({ joined, children }: XmlElement): boolean {
  const isInLine = (child: XmlNode | undefined): boolean =>
    child !== undefined && (typeof child === 'string' || IN_LINE.has(child.name));
  return (
    joined === true ||
    (children.length === 1 && isInLine(children[0])) ||
    children.some(
      (child, index) => typeof child === 'string' || (isInLine(child) && isInLine(children[index + 1])),
    )
  );
}

function writeInLine(node: XmlNode, out: string[]): void {
  if (typeof node === 'string') {
    out.push(escapeXml(node));
  } else if (node.children.length === 0) {
    out.push(
      EMPTY.has(node.name) ? `<${node.name}${formatAttributes(node)}/>` : `${openTag(node)}</${node.name}>`,
    );
  } else {
    out.push(openTag(node));
    for (const child of node.children) writeInLine(child, out);
    out.push(`</${node.name}>`);
  }
}

/** Elements written `<br/>`; any other empty one gets an end tag, which readers that parse it as HTML need. */
const EMPTY: ReadonlySet<string> = new Set(
  'br hr img link meta item itemref content rect line path circle'.split(' '),
);

function openTag(node: XmlElement): string {
  return `<${node.name}${formatAttributes(node)}>`;
}

function formatAttributes({ attributes }: XmlElement): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${name}="${escapeXml(value).replaceAll('"', '&quot;')}"`;
  }
  return text;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text for an element. What XML 1.0 forbids (controls, lone surrogates, U+FFFE, U+FFFF)
 * becomes U+FFFD: the model is clean of it, and an article made by hand must not break the book.
 */
function escapeXml(text: string): string {
  return text
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');
}
