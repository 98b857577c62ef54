import { type IXmlableObject, XmlComponent } from 'docx';

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
