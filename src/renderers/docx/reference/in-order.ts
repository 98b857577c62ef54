import { rankIn } from '../schema-order.js';
import { child, isNode, node, type XmlNode } from './xml-tree.js';

/** What stands before the properties in a style. @see ISO/IEC 29500-1, CT_Style */
const AFTER_PARAGRAPH: ReadonlySet<string> = new Set([
  'w:rPr',
  'w:tblPr',
  'w:trPr',
  'w:tcPr',
  'w:tblStylePr',
]);

/** The paragraph properties of a style, made where it has none. */
export function paragraphPropertiesOf(style: XmlNode): XmlNode {
  const found = child(style, 'w:pPr');
  if (found) return found;
  const made = node('w:pPr');
  const next = style.children.findIndex((each) => isNode(each) && AFTER_PARAGRAPH.has(each.name));
  style.children.splice(next < 0 ? style.children.length : next, 0, made);
  return made;
}

/** Puts a property among others where the schema wants it, in the place of one of its name. */
export function setProperty(properties: XmlNode, property: XmlNode): void {
  const others = properties.children.filter((each) => !isNode(each) || each.name !== property.name);
  const rank = rankIn('w:pPr', property) ?? 0;
  // extensions of Word stand last
  const next = others.findIndex((each) => isNode(each) && (rankIn('w:pPr', each) ?? Infinity) > rank);
  others.splice(next < 0 ? others.length : next, 0, property);
  properties.children = others;
}
