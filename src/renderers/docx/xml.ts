import { FileChild, type XmlComponent } from 'docx';

/** An element of a part that we write whole: plain data until {@link formatXml}. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

type Attributes = Readonly<Record<string, string | number | undefined>>;
type Children = readonly (XmlElement | string | undefined | false)[];

/** An element with a name as written; attributes and children that are undefined or false are left out. */
export function element(name: string, attributes: Attributes = {}, ...children: Children): XmlElement {
  const given = Object.entries(attributes).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return {
    name,
    attributes: Object.fromEntries(given),
    children: children.filter((child) => child !== undefined && child !== false),
  };
}

/** An element of WordprocessingML: `w('sz', { val: 24 })` is `<w:sz w:val="24"/>`. */
export function w(name: string, attributes: Attributes = {}, ...children: Children): XmlElement {
  return element(`w:${name}`, prefixed(attributes), ...children);
}

/** Names of another namespace (`xml:space`) stay. */
function prefixed(attributes: Attributes): Attributes {
  const name = (key: string): string => (key.includes(':') ? key : `w:${key}`);
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [name(key), value]));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeMarks = (text: string): string =>
  cleanText(text).replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark);

/** The element as XML text, without white space of its own. */
export function formatXml(node: XmlElement | string): string {
  if (typeof node === 'string') return escapeMarks(node);
  const attributes = Object.entries(node.attributes)
    .map(([key, value]) => ` ${key}="${escapeMarks(value)}"`)
    .join('');
  const inner = node.children.map(formatXml).join('');
  return inner === '' ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${inner}</${node.name}>`;
}

const W_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A whole part with its declaration, UTF-8. */
export function formatPart(root: XmlElement): Uint8Array {
  const attributes = root.name.startsWith('w:') ? { 'xmlns:w': W_NAMESPACE } : {};
  const whole = { ...root, attributes: { ...attributes, ...root.attributes } };
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${formatXml(whole)}`,
  );
}

/** Characters that XML 1.0 forbids (section 2.2, Char), lone surrogates among them. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text that any XML part can hold. Readers clean what they read; an article built by hand may not be clean. */
export function cleanText(text: string): string {
  return text.replace(FORBIDDEN, '');
}

/**
 * An element inside the library's own tree, for what its options cannot say (ruby, fields, content controls).
 * Attribute names go without their `w:`.
 */
export class NativeElement extends FileChild {
  constructor(name: string, attributes: Attributes = {}, children: readonly (XmlComponent | string)[] = []) {
    super(`w:${name}`);
    const given = Object.entries(prefixed(attributes)).filter(([, value]) => value !== undefined);
    if (given.length > 0) this.root.push({ _attr: Object.fromEntries(given) });
    this.root.push(...children);
  }
}
