const SCHEMAS = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/**
 * The prefixes that this reader knows elements by, whatever prefixes a file uses. Strict files have namespaces of
 * their own for the same elements.
 *
 * @see ISO/IEC 29500-1 and 29500-4, annex A
 */
const PREFIXES: Readonly<Record<string, string>> = {
  [`${SCHEMAS}/wordprocessingml/2006/main`]: 'w',
  [`${STRICT}/wordprocessingml/main`]: 'w',
  [`${SCHEMAS}/officeDocument/2006/relationships`]: 'r',
  [`${STRICT}/officeDocument/relationships`]: 'r',
  [`${SCHEMAS}/officeDocument/2006/math`]: 'm',
  [`${STRICT}/officeDocument/math`]: 'm',
  [`${SCHEMAS}/drawingml/2006/main`]: 'a',
  [`${STRICT}/drawingml/main`]: 'a',
  [`${SCHEMAS}/drawingml/2006/wordprocessingDrawing`]: 'wp',
  [`${STRICT}/drawingml/wordprocessingDrawing`]: 'wp',
  [`${SCHEMAS}/drawingml/2006/picture`]: 'pic',
  [`${STRICT}/drawingml/picture`]: 'pic',
  [`${SCHEMAS}/drawingml/2006/chart`]: 'c',
  [`${SCHEMAS}/drawingml/2006/diagram`]: 'dgm',
  [`${SCHEMAS}/markup-compatibility/2006`]: 'mc',
  [`${SCHEMAS}/package/2006/relationships`]: 'rel',
  [`${SCHEMAS}/package/2006/content-types`]: 'ct',
  [`${SCHEMAS}/package/2006/metadata/core-properties`]: 'cp',
  [`${SCHEMAS}/officeDocument/2006/extended-properties`]: 'ep',
  [`${STRICT}/officeDocument/extendedProperties`]: 'ep',
  [`${SCHEMAS}/officeDocument/2006/custom-properties`]: 'cust',
  [`${STRICT}/officeDocument/customProperties`]: 'cust',
  [`${SCHEMAS}/officeDocument/2006/docPropsVTypes`]: 'vt',
  [`${STRICT}/officeDocument/docPropsVTypes`]: 'vt',
  [`${MICROSOFT}/word/2010/wordprocessingShape`]: 'wps',
  [`${MICROSOFT}/word/2010/wordprocessingGroup`]: 'wpg',
  [`${MICROSOFT}/word/2010/wordprocessingCanvas`]: 'wpc',
  [`${MICROSOFT}/word/2010/wordml`]: 'w14',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

/** Elements of other namespaces are known by no name. */
export const UNKNOWN_PREFIX = '?';

/** The namespace that the prefix `xml` always has. */
const XML = 'http://www.w3.org/XML/1998/namespace';

/** Which of our prefixes stands for each prefix of a file, where an element stands. */
export class NamespaceScope {
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #names = new Map<string, string>();
  readonly #attributeNames = new Map<string, string>();

  constructor(prefixes: ReadonlyMap<string, string> = new Map([['xml', 'xml']])) {
    this.#prefixes = prefixes;
  }

  /** The scope of an element that declares namespaces; the same one when it says nothing new. */
  with(declared: readonly (readonly [prefix: string, uri: string])[]): NamespaceScope {
    const news = declared
      .map(([prefix, uri]) => [prefix, uri === XML ? 'xml' : ourPrefix(uri)] as const)
      .filter(([prefix, ours]) => this.#prefixes.get(prefix) !== ours);
    return news.length === 0 ? this : new NamespaceScope(new Map([...this.#prefixes, ...news]));
  }

  get size(): number {
    return this.#prefixes.size;
  }

  /** `w:p` for the `<w:p>` or `<ns0:p>` or `<p>` of a file. */
  elementName(written: string): string {
    let name = this.#names.get(written);
    if (name === undefined) {
      const colon = written.indexOf(':');
      const ours = this.#prefixes.get(colon < 0 ? '' : written.slice(0, colon)) ?? UNKNOWN_PREFIX;
      name = `${ours}:${written.slice(colon + 1)}`;
      if (this.#names.size < 1000) this.#names.set(written, name);
    }
    return name;
  }

  /** Attributes of WordprocessingML, of formulas and those without a prefix go by their bare name: `val`. Others keep one: `r:id`. */
  attributeName(written: string): string {
    const colon = written.indexOf(':');
    if (colon < 0) return written;
    let name = this.#attributeNames.get(written);
    if (name === undefined) {
      const ours = this.#prefixes.get(written.slice(0, colon)) ?? UNKNOWN_PREFIX;
      name = ours === 'w' || ours === 'm' ? written.slice(colon + 1) : `${ours}:${written.slice(colon + 1)}`;
      if (this.#attributeNames.size < 1000) this.#attributeNames.set(written, name);
    }
    return name;
  }
}

function ourPrefix(uri: string): string {
  return Object.hasOwn(PREFIXES, uri) ? (PREFIXES[uri] ?? UNKNOWN_PREFIX) : UNKNOWN_PREFIX;
}
