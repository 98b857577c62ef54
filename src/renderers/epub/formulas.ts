import type { MathNode } from '../../math/index.js';
import type { WritingContext } from './context.js';
import { element, type XmlElement, type XmlNode } from './xml.js';

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

function toXml(node: MathNode): XmlElement {
  const { name, attributes, children } = node;
  const drawn = drawnByCss(node);
  if (drawn) return element('mrow', { class: drawn.look }, drawn.children.map(toNode));
  return element(name, attributes, children.map(toNode));
}

const toNode = (child: MathNode | string): XmlNode => (typeof child === 'string' ? child : toXml(child));

/** Lines over signs and frames around them, which MathML Core leaves to style sheets: no sign grows to such a line. */
function drawnByCss({
  name,
  attributes,
  children,
}: MathNode): { readonly look: string; readonly children: MathNode['children'] } | undefined {
  const [inner, sign] = children;
  const isLine = name === 'mover' && typeof sign === 'object' && sign.children[0] === '\u203E';
  if (isLine && inner !== undefined && sign.attributes.stretchy === 'true')
    return { look: 'overline', children: [inner] };
  return name === 'menclose' && attributes.notation === 'box' ? { look: 'boxed', children } : undefined;
}

const SHOWN = 80;

function sayUnread(tex: string, { diagnostics }: WritingContext['record']): void {
  const shown = tex.trim().slice(0, SHOWN);
  const isSaid = diagnostics.some(({ code, values }) => code === 'formula-unread' && values?.tex === shown);
  if (shown !== '' && !isSaid) diagnostics.push({ code: 'formula-unread', values: { tex: shown } });
}
