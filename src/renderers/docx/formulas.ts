import { type FileChild, type IXmlableObject, Paragraph, type ParagraphChild, XmlComponent } from 'docx';
import type { Manuscript, Place } from './manuscript.js';
import { toOmml } from './omml.js';
import { FORMULA_ID } from './word-styles.js';
import { cleanText, element, type XmlElement } from './xml.js';

/** An element of ours in the library's tree. */
class Formula extends XmlComponent {
  readonly #form: IXmlableObject;

  constructor(formula: XmlElement) {
    super(formula.name);
    this.#form = toForm(formula);
  }

  override prepForXml(): IXmlableObject {
    return this.#form;
  }
}

function toForm({ name, attributes, children }: XmlElement): IXmlableObject {
  const own = { _attr: attributes };
  if (children.length === 0) return { [name]: own };
  return {
    [name]: [own, ...children.map((child) => (typeof child === 'string' ? child : toForm(child)))],
  };
}

/** A formula in a line as Word's own; undefined for TeX that none can be made of, which is said. */
export function inlineFormula(manuscript: Manuscript, tex: string): ParagraphChild[] | undefined {
  const math = manuscript.formulas.of(tex, 'inline');
  if (!math) return unread(manuscript, tex);
  return [new Formula(toOmml(math)) as XmlComponent as ParagraphChild];
}

/** A formula on lines of its own, in the middle of them. @see ISO/IEC 29500-1, 22.1.2.78 (oMathPara) */
export function formulaParagraph(manuscript: Manuscript, tex: string, place: Place): FileChild | undefined {
  const math = manuscript.formulas.of(tex, 'block');
  if (!math) return unread(manuscript, tex);
  const formula = new Formula(element('m:oMathPara', {}, toOmml(math)));
  return new Paragraph({
    style: FORMULA_ID,
    ...(place.leftTwips !== undefined && { indent: { left: place.leftTwips, firstLine: 0 } }),
    ...(place.inNote && { spacing: { before: 0, after: 0 } }),
    children: [formula as XmlComponent as ParagraphChild],
  });
}

const SHOWN = 80;

function unread({ diagnostics }: Manuscript, tex: string): undefined {
  if (tex.trim() === '') return;
  const shown = cleanText(tex).trim().slice(0, SHOWN);
  if (!diagnostics.some(({ code, values }) => code === 'formula-unread' && values?.tex === shown))
    diagnostics.push({ code: 'formula-unread', values: { tex: shown } });
}
