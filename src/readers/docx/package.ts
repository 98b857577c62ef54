import { ConversionError } from '../../diagnostics.js';
import { ZipArchive, ZipFault } from '../../zip/index.js';
import { FlatOpc, isFlatOpc, type Parts } from './flat-opc.js';
import { parseXml, type XmlElement, XmlFault } from './xml.js';

/** Where a relationship leads. */
export interface Target {
  /** Last word of its type: `image`, `styles`, `hyperlink`. Strict and transitional files share it. */
  readonly kind: string;
  /** Path of the part, or the address of what lies outside of the package. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** What `open` tells of a part that cannot be read. */
export type FaultHandler = (part: string, reason: string) => void;

const MAIN_PART = 'word/document.xml';

/**
 * A Word file as parts and the relationships between them.
 *
 * @see ECMA-376-2, Open Packaging Conventions
 */
export class WordPackage {
  readonly #parts: Parts;
  readonly #onFault: FaultHandler;
  /** Path of the part that holds the text, by relationship and not by its name. */
  readonly mainPart: string;

  /**
   * @param onFault Told of each part that is there and cannot be read.
   * @throws ConversionError `docx-unreadable` for bytes that are no Word file or have no text in them.
   */
  constructor(bytes: Uint8Array, onFault: FaultHandler) {
    this.#onFault = onFault;
    this.#parts = openParts(bytes);
    const roots = [...this.relationships('').values()];
    const stated = roots.find(({ kind, isExternal }) => kind === 'officeDocument' && !isExternal)?.target;
    const found = [stated, MAIN_PART].find((part) => part !== undefined && this.#parts.has(part));
    if (found === undefined) throw new ConversionError('docx-unreadable', { reason: 'no word/document.xml' });
    this.mainPart = found;
  }

  /** The bytes of a part; undefined, and said, when they cannot be had. */
  bytes(part: string): Uint8Array | undefined {
    try {
      return this.#parts.read(part);
    } catch (error) {
      this.#onFault(part, reasonOf(error));
      return undefined;
    }
  }

  /** The root of a part; undefined when it is not there, or, said, when it cannot be read. */
  xml(part: string): XmlElement | undefined {
    const bytes = this.bytes(part);
    if (!bytes) return undefined;
    try {
      return parseXml(bytes);
    } catch (error) {
      this.#onFault(part, reasonOf(error));
      return undefined;
    }
  }

  /**
   * Reads the main part and hands over the children of its body one by one.
   *
   * @throws ConversionError `docx-unreadable` when the part is damaged.
   */
  readBody(onChild: (child: XmlElement) => void): XmlElement {
    try {
      return parseXml(this.#parts.read(this.mainPart) ?? new Uint8Array(), 'w:body', onChild);
    } catch (error) {
      if (!(error instanceof XmlFault || error instanceof ZipFault)) throw error;
      throw new ConversionError('docx-unreadable', { reason: reasonOf(error) }, { cause: error });
    }
  }

  /** By id, the relationships of a part; those of the package itself for an empty path. */
  relationships(part: string): ReadonlyMap<string, Target> {
    const slash = part.lastIndexOf('/') + 1;
    const folder = part.slice(0, slash);
    const root = this.xml(`${folder}_rels/${part.slice(slash)}.rels`);
    const rows = (root?.children ?? []).map(({ attributes }): [string, Target] => {
      const written = attributes.get('Target') ?? '';
      const isExternal = attributes.get('TargetMode') === 'External';
      const kind = (attributes.get('Type') ?? '').split('/').at(-1) ?? '';
      const target = isExternal ? written : resolve(folder, written);
      return [attributes.get('Id') ?? '', { kind, target, isExternal }];
    });
    return new Map(rows);
  }

  has(part: string): boolean {
    return this.#parts.has(part);
  }
}

function openParts(bytes: Uint8Array): Parts {
  if (isFlatOpc(headOf(bytes))) return new FlatOpc(bytes);
  try {
    return new ZipArchive(bytes);
  } catch (error) {
    throw new ConversionError('docx-unreadable', { reason: reasonOf(error) }, { cause: error });
  }
}

const HEAD = 8000;

/** The head as one byte a character, so that UTF-16 reads as UTF-8 does. */
function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, HEAD)).toString('latin1').replaceAll('\0', '');
}

const ZIP_REASONS: Readonly<Record<ZipFault['reason'], string>> = {
  broken: 'damaged zip',
  encrypted: 'encrypted',
  method: 'unknown compression',
  'too-large': 'too large when unpacked',
  'too-many': 'too many parts',
};

function reasonOf(error: unknown): string {
  if (error instanceof ZipFault) return ZIP_REASONS[error.reason];
  if (error instanceof XmlFault) return `XML, line ${error.where}: ${error.message.slice(0, 100)}`;
  throw error;
}

/** A path inside the package; what climbs out of it stays at its root. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/').replace(/[#?].*$/, '');
  const steps = path.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of unescaped(path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
