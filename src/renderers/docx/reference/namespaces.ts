const SCHEMAS = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/** The prefix under which this folder knows a namespace, and the name that is written for it. */
interface KnownNamespace {
  readonly prefix: string;
  readonly uri: string;
}

/** Prefix, name in transitional files, name in strict ones. @see ISO/IEC 29500-1 and 29500-4, annex A */
const NAMESPACES: readonly (readonly [prefix: string, uri: string, strict?: string])[] = [
  ['w', `${SCHEMAS}/wordprocessingml/2006/main`, `${STRICT}/wordprocessingml/main`],
  ['r', `${SCHEMAS}/officeDocument/2006/relationships`, `${STRICT}/officeDocument/relationships`],
  ['m', `${SCHEMAS}/officeDocument/2006/math`, `${STRICT}/officeDocument/math`],
  ['a', `${SCHEMAS}/drawingml/2006/main`, `${STRICT}/drawingml/main`],
  ['wp', `${SCHEMAS}/drawingml/2006/wordprocessingDrawing`, `${STRICT}/drawingml/wordprocessingDrawing`],
  ['pic', `${SCHEMAS}/drawingml/2006/picture`, `${STRICT}/drawingml/picture`],
  ['c', `${SCHEMAS}/drawingml/2006/chart`, `${STRICT}/drawingml/chart`],
  ['mc', `${SCHEMAS}/markup-compatibility/2006`],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
  ['w14', `${MICROSOFT}/word/2010/wordml`],
  ['wps', `${MICROSOFT}/word/2010/wordprocessingShape`],
];

const KNOWN: ReadonlyMap<string, KnownNamespace> = new Map(
  NAMESPACES.flatMap(([prefix, uri, strict]) => {
    const known = { prefix, uri };
    return [[uri, known] as const, ...(strict === undefined ? [] : [[strict, known] as const])];
  }),
);

const URIS: ReadonlyMap<string, string> = new Map(NAMESPACES.map(([prefix, uri]) => [prefix, uri]));

/** The namespace of one of our prefixes. */
export function namespaceOf(prefix: string): string | undefined {
  return URIS.get(prefix);
}

/** A relationship's type as transitional files write it, so that strict templates end as the same kind of file. */
export function transitionalType(type: string): string {
  return type.replace(
    `${STRICT}/officeDocument/relationships`,
    `${SCHEMAS}/officeDocument/2006/relationships`,
  );
}

/** What the prefixes of a file mean where an element stands. */
export class PrefixScope {
  readonly #uris: ReadonlyMap<string, string>;
  readonly #renames: ReadonlyMap<string, string>;

  constructor(uris: ReadonlyMap<string, string> = new Map()) {
    this.#uris = uris;
    this.#renames = renamesOf(uris);
  }

  get size(): number {
    return this.#uris.size;
  }

  with(declared: readonly (readonly [prefix: string, uri: string])[]): PrefixScope {
    const news = declared.filter(([prefix, uri]) => this.#uris.get(prefix) !== uri);
    return news.length === 0 ? this : new PrefixScope(new Map([...this.#uris, ...news]));
  }

  /** `w:p` for the `<ns0:p>` or `<p>` of a file; names of other namespaces stay as they are. */
  element(written: string): string {
    if (this.#renames.size === 0) return written;
    const colon = written.indexOf(':');
    const prefix = this.#renames.get(colon < 0 ? '' : written.slice(0, colon));
    return prefix === undefined ? written : `${prefix}:${written.slice(colon + 1)}`;
  }

  /** Attributes without a prefix belong to no namespace. */
  attribute(written: string): string {
    return written.includes(':') ? this.element(written) : written;
  }
}

/** Where a file calls one of our namespaces otherwise; a prefix of ours that means something else there stays that. */
function renamesOf(uris: ReadonlyMap<string, string>): Map<string, string> {
  const renames = new Map<string, string>();
  for (const [prefix, uri] of uris) {
    const known = KNOWN.get(uri);
    if (!known || known.prefix === prefix) continue;
    const there = uris.get(known.prefix);
    if (there === undefined || KNOWN.get(there) === known) renames.set(prefix, known.prefix);
  }
  return renames;
}

/**
 * A declaration as it is written: under our prefix where the file has another, which stays declared too, since
 * `mc:Ignorable` may name it.
 */
export function declarations(prefix: string, uri: string): [name: string, uri: string][] {
  const known = KNOWN.get(uri);
  if (!known) return [[prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri]];
  const ours: [string, string] = [`xmlns:${known.prefix}`, known.uri];
  return prefix === '' || prefix === known.prefix ? [ours] : [ours, [`xmlns:${prefix}`, known.uri]];
}
