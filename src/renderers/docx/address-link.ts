import { ConcreteHyperlink, type IContext, type IXmlableObject, type ParagraphChild, uniqueId } from 'docx';

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/**
 * A link to an address on the net, which stands whole in the relationship. The library's own takes what follows # for
 * the name of a place (`w:anchor`), which most readers look for among the bookmarks of the document.
 */
export class AddressLink extends ConcreteHyperlink {
  readonly #address: string;

  /** @param address Absolute, as `URL` writes it. */
  constructor(address: string, children: readonly ParagraphChild[]) {
    super([...children], uniqueId());
    this.#address = address;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const { Relationships } = context.viewWrapper;
    type Mode = Parameters<typeof Relationships.addRelationship>[3];
    Relationships.addRelationship(this.linkId, HYPERLINK, this.#address, 'External' as Mode);
    return super.prepForXml(context);
  }
}
