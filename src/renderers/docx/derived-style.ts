import { properties } from './schema-order.js';
import { w, type XmlElement } from './xml.js';

/** A style of ours that is another one but for a few properties. */
export function derivedStyle(
  id: string,
  name: string,
  basedOn: string,
  priority: number,
  look: readonly XmlElement[],
  text: readonly XmlElement[] = [],
): XmlElement {
  return w(
    'style',
    { type: 'paragraph', customStyle: 1, styleId: id },
    w('name', { val: name }),
    w('basedOn', { val: basedOn }),
    w('uiPriority', { val: priority }),
    properties('w:pPr', look),
    properties('w:rPr', text),
  );
}
