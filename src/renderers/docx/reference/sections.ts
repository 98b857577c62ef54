import { child, elementsOf, node, type XmlNode } from './xml-tree.js';

/** The properties of all sections of a body, in order. */
export function sectionsOf(body: XmlNode): XmlNode[] {
  const found: XmlNode[] = [];
  const walk = (element: XmlNode): void => {
    for (const each of elementsOf(element)) {
      if (each.name === 'w:sectPr') found.push(each);
      else if (each.name !== 'w:r') walk(each);
    }
  };
  walk(body);
  return found;
}

const HEADS: ReadonlySet<string> = new Set(['w:headerReference', 'w:footerReference']);

/**
 * Gives the last section the running heads that it has from those before it, which are to go: a section that names
 * none of a kind goes on with the one before.
 *
 * @see ISO/IEC 29500-1, 17.10.5 (headerReference)
 */
export function inheritHeads(sections: readonly XmlNode[]): void {
  const heads = new Map<string, XmlNode>();
  for (const section of sections) {
    for (const each of elementsOf(section).filter(({ name }) => HEADS.has(name))) {
      heads.set(`${each.name} ${each.attributes.get('w:type') ?? 'default'}`, each);
    }
  }
  const last = sections.at(-1);
  if (last) last.children = [...heads.values(), ...last.children.filter((each) => !isHead(each))];
}

function isHead(each: XmlNode['children'][number]): boolean {
  return typeof each !== 'string' && 'name' in each && HEADS.has(each.name);
}

/** A4 with the margins of Chinese Word, in twips: what a template without a section is taken to mean. */
export function plainSection(): XmlNode {
  return node(
    'w:sectPr',
    {},
    node('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
    node('w:pgMar', {
      'w:top': 1440,
      'w:right': 1800,
      'w:bottom': 1440,
      'w:left': 1800,
      'w:header': 851,
      'w:footer': 992,
      'w:gutter': 0,
    }),
  );
}

/** The section at the end of a body, made where there is none. */
export function lastSection(body: XmlNode): XmlNode {
  const found = child(body, 'w:sectPr');
  if (found) return found;
  const made = plainSection();
  body.children.push(made);
  return made;
}
