import { decodeText } from '../encoding.js';

/** Parts of a Word file by their paths, however they are packed. */
export interface Parts {
  has(name: string): boolean;
  /** @throws ZipFault for a part of a zip that cannot be unpacked. */
  read(name: string): Uint8Array | undefined;
}

const MOST_PARTS = 10_000;
const HEAD = 4000;

/** Whether a text begins as a Word file whose parts stand in one XML file (“Word XML document”). */
export function isFlatOpc(head: string): boolean {
  return /<pkg:package\s[^>]{0,2000}schemas\.microsoft\.com\/office\/2006\/xmlPackage/.test(
    head.slice(0, HEAD),
  );
}

/** Whether a text begins as a Word file in the XML of 2003, which has nothing in common with that of today. */
export function isWord2003(head: string): boolean {
  return /<w:wordDocument[\s>]/.test(head.slice(0, HEAD));
}

/**
 * The parts of a flat file. They are cut out as text, since each is a document of its own with its own namespaces; a
 * part that is cut wrongly is damaged, and said to be when it is read.
 *
 * @see Office Open XML, “Flat OPC” (xmlPackage 2006)
 */
export class FlatOpc implements Parts {
  readonly #parts = new Map<string, string>();
  readonly #binary = new Set<string>();

  constructor(bytes: Uint8Array) {
    const { text } = decodeText(bytes);
    let at = text.indexOf(OPENING);
    while (at >= 0 && this.#parts.size < MOST_PARTS) {
      const next = text.indexOf(OPENING, at + OPENING.length);
      this.#add(text.slice(at, next < 0 ? text.length : next));
      at = next;
    }
  }

  has(name: string): boolean {
    return this.#parts.has(name);
  }

  read(name: string): Uint8Array | undefined {
    const content = this.#parts.get(name);
    if (content === undefined) return undefined;
    return Buffer.from(content, this.#binary.has(name) ? 'base64' : 'utf8');
  }

  #add(part: string): void {
    const name = /^[^>]{0,1000}?\spkg:name=["']\/?([^"'>]{1,500})["']/.exec(part)?.[1];
    if (name === undefined || this.#parts.has(name)) return;
    const xml = between(part, 'pkg:xmlData');
    const data = xml ?? between(part, 'pkg:binaryData');
    if (data === undefined) return;
    if (xml === undefined) this.#binary.add(name);
    this.#parts.set(name, data);
  }
}

const OPENING = '<pkg:part ';

/** What stands between the first opening tag of a name and its last closing one. */
function between(part: string, name: string): string | undefined {
  const opening = part.indexOf(`<${name}`);
  const start = opening < 0 ? -1 : part.indexOf('>', opening);
  const end = part.lastIndexOf(`</${name}>`);
  return start < 0 || end <= start ? undefined : part.slice(start + 1, end);
}
