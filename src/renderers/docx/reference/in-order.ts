import { rankIn } from '../schema-order.js';
import { child, descendants, isNode, node, type XmlChild, type XmlNode } from './xml-tree.js';

/** @see ISO/IEC 29500-1, CT_Style */
const STYLE_ORDER: ReadonlyMap<string, number> = new Map(
  [
    ...['name', 'aliases', 'basedOn', 'next', 'link', 'autoRedefine', 'hidden', 'uiPriority', 'semiHidden'],
    ...['unhideWhenUsed', 'qFormat', 'locked', 'personal', 'personalCompose', 'personalReply', 'rsid'],
    ...['pPr', 'rPr', 'tblPr', 'trPr', 'tcPr', 'tblStylePr'],
  ].map((name, index) => [`w:${name}`, index]),
);

/** Extensions of Word, which the schema does not name, stand last. */
const LAST = 1000;

function rankOf(parent: string, name: string): number {
  if (parent === 'w:style') return STYLE_ORDER.get(name) ?? LAST;
  return (parent === 'w:pPr' || parent === 'w:rPr' ? rankIn(parent, { name }) : undefined) ?? LAST;
}

const SORTED: ReadonlySet<string> = new Set(['w:style', 'w:pPr', 'w:rPr']);

/** Puts styles and properties into the order of the schema, which WPS does not always keep and Word asks for. */
export function putInOrder(root: XmlNode): void {
  for (const element of descendants(root)) {
    if (!SORTED.has(element.name)) continue;
    const ranks = element.children.map((each) => (isNode(each) ? rankOf(element.name, each.name) : LAST));
    if (ranks.every((rank, index) => index === 0 || (ranks[index - 1] ?? 0) <= rank)) continue;
    const order = ranks.map((rank, index) => ({ rank, index })).sort((a, b) => a.rank - b.rank);
    element.children = order.map(({ index }) => element.children[index] as XmlChild);
  }
}

/** The paragraph properties of a style, made where it has none. */
export function paragraphPropertiesOf(style: XmlNode): XmlNode {
  const found = child(style, 'w:pPr');
  if (found) return found;
  const made = node('w:pPr');
  insert(style, made);
  return made;
}

/** Puts a property among others where the schema wants it, in the place of one of its name. */
export function setProperty(properties: XmlNode, property: XmlNode): void {
  properties.children = properties.children.filter((each) => !isNode(each) || each.name !== property.name);
  insert(properties, property);
}

function insert(parent: XmlNode, made: XmlNode): void {
  const rank = rankOf(parent.name, made.name);
  const next = parent.children.findIndex((each) => isNode(each) && rankOf(parent.name, each.name) > rank);
  parent.children.splice(next < 0 ? parent.children.length : next, 0, made);
}
