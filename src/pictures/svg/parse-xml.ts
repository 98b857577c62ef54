import { element, type XmlElement, type XmlNode } from './xml.js';

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const TOKEN = new RegExp(
  [
    '<!--[^]*?-->',
    '<\\?[^]*?\\?>',
    '<!DOCTYPE[^[>]*>',
    '<!\\[CDATA\\[(?<verbatim>[^]*?)\\]\\]>',
    `</(?<close>${NAME})\\s*>`,
    `<(?<open>${NAME})(?<attributes>(?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(?<empty>/?)>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'y',
);
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');

/** Nothing that people draw is nested deeper. */
const DEEPEST = 100;

/** An element while its end is awaited. */
interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlNode[];
}

/**
 * The tree of a small XML document that came from outside, or undefined when it is not well-formed, declares
 * entities of its own, or is nested absurdly deep. Comments and processing instructions are left out.
 */
export function parseXml(xml: string): XmlElement | undefined {
  const top: OpenElement = { name: '', attributes: {}, children: [] };
  const open = [top];
  TOKEN.lastIndex = xml.startsWith('\uFEFF') ? 1 : 0;
  while (TOKEN.lastIndex < xml.length) {
    const found = TOKEN.exec(xml)?.groups;
    const parent = open.at(-1);
    if (!found || !parent || open.length > DEEPEST) return undefined;
    const text = found.verbatim ?? (found.text === undefined ? undefined : decode(found.text));
    if (found.close !== undefined) {
      if (open.length === 1 || open.pop()?.name !== found.close) return undefined;
    } else if (found.open !== undefined) {
      const child: OpenElement = {
        name: found.open,
        attributes: parseAttributes(found.attributes ?? ''),
        children: [],
      };
      parent.children.push(element(child.name, child.attributes, child.children));
      if (found.empty === '') open.push(child);
    } else if (text !== undefined && (parent !== top || text.trim() !== '')) {
      parent.children.push(text);
    }
  }
  const [root, ...more] = top.children;
  return open.length === 1 && more.length === 0 && typeof root === 'object' ? root : undefined;
}

function parseAttributes(written: string): Record<string, string> {
  return Object.fromEntries(
    [...written.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      name,
      decode(double ?? single ?? ''),
    ]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,10}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}
