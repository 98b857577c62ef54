import type { MathNode } from '../../math/index.js';
import type { WritingContext } from './context.js';
import { element, type XmlElement } from './xml.js';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/**
 * A formula as MathML, with its TeX for readers that show no formulas and for those who listen; undefined for TeX that
 * none can be made of, which is said.
 */
export function writeFormula(
  tex: string,
  display: 'inline' | 'block',
  { formulas, record }: WritingContext,
): XmlElement | undefined {
  const math = formulas.of(tex, display);
  if (!math) {
    sayUnread(tex, record);
    return undefined;
  }
  record.hasMath = true;
  const { name, attributes, children } = toXml(math);
  const alttext = tex.replace(/\s+/gu, ' ').trim();
  return element(name, { xmlns: MATHML, alttext, ...attributes }, children);
}

function toXml({ name, attributes, children }: MathNode): XmlElement {
  return element(
    name,
    attributes,
    children.map((child) => (typeof child === 'string' ? child : toXml(child))),
  );
}

const SHOWN = 80;

function sayUnread(tex: string, { diagnostics }: WritingContext['record']): void {
  const shown = tex.trim().slice(0, SHOWN);
  const isSaid = diagnostics.some(({ code, values }) => code === 'formula-unread' && values?.tex === shown);
  if (shown !== '' && !isSaid) diagnostics.push({ code: 'formula-unread', values: { tex: shown } });
}
