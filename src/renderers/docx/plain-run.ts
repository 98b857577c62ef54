import { type IXmlableObject, XmlComponent } from 'docx';
import { EAST_ASIAN } from './scripts.js';

const HINT: IXmlableObject = { 'w:rPr': [{ 'w:rFonts': { _attr: { 'w:hint': 'eastAsia' } } }] };

/**
 * A run of text without any look of its own, nine of ten in an article. The library builds six objects for each and
 * asks every one of them for its form; this is that form at once.
 */
export class PlainRun extends XmlComponent {
  private readonly form: IXmlableObject;

  /** @param text Clean text, without tabs and line ends. */
  constructor(text: string, eastAsian: boolean) {
    super('w:r');
    const words = { 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, text] };
    this.form = { 'w:r': eastAsian ? [HINT, words] : [words] };
  }

  override prepForXml(): IXmlableObject {
    return this.form;
  }
}

/**
 * What a run may not hold as it is: what XML forbids or escapes, line ends and tabs, halves of pairs, and what
 * {@link scriptSegments} would look at: Latin beyond ASCII, dashes, dots and quotes behind ASCII, kana and Hangul.
 */
const NOT_PLAIN =
  /[\0-\x1F&<>"\x7F-\xB6\xB8-\u200F\u2028-\u202F\u1100-\u11FF\u3041-\u30FA\u30FC-\u318E\u31F0-\u31FF\uAC00-\uDFFF\uFFFE\uFFFF]|[\x20-\x7E][\xB7\u2010-\u2027]/;

/** Chinese text as the XML of one run, or undefined for text that takes more than that. */
export function plainRun(text: string): string | undefined {
  if (NOT_PLAIN.test(text) || !EAST_ASIAN.test(text)) return undefined;
  return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}
