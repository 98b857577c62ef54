import { ConversionError } from '../../../diagnostics.js';
import { ZipArchive, ZipFault } from '../../../zip/index.js';
import { safeAddress } from '../inlines.js';
import { transitionalType } from './namespaces.js';
import { binaryType, type DroppedKind, droppedAs, keptAs } from './relation-kinds.js';
import { elementsOf, parseTree, XmlFault, type XmlNode } from './xml-tree.js';

/** A part of the template that is taken over. */
export interface Part {
  /** Inside the package, without a leading slash. */
  path: string;
  /** Its content type. */
  type: string;
  /** XML parts have a tree, others bytes. */
  readonly root?: XmlNode;
  readonly bytes?: Uint8Array;
  /** By id. Those that are not taken over are not here. */
  readonly relations: Map<string, Relation>;
}

export interface Relation {
  /** The whole type, as transitional files write it. */
  readonly type: string;
  /** Last word of the type: `image`, `styles`, `hyperlink`. */
  readonly kind: string;
  /** A part, or the address that a hyperlink leads to. */
  readonly target: Part | string;
}

/** A part that is XML. */
export type XmlPart = Part & { readonly root: XmlNode };

export const isXmlPart = (part: Part | string | undefined): part is XmlPart =>
  typeof part === 'object' && part.root !== undefined;

/** The first part that a part has a relationship of a kind to. */
export function related(part: Part, kind: string): XmlPart | undefined {
  for (const relation of part.relations.values()) {
    if (relation.kind === kind && isXmlPart(relation.target)) return relation.target;
  }
  return undefined;
}

/** All parts that can be reached from one, itself first, in order of their relationships. */
export function reachable(main: Part): Part[] {
  const found = new Set<Part>([main]);
  for (const part of found) {
    for (const { target } of part.relations.values()) if (typeof target === 'object') found.add(target);
  }
  return [...found];
}

export interface OpenedPackage {
  readonly main: XmlPart;
  /** What was left out, and how often. */
  readonly dropped: ReadonlyMap<DroppedKind, number>;
}

/** Bytes of all parts that are taken over. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Parts that lead to parts: a document, its chart, a drawing in that, a picture in that. */
const MOST_STEPS = 8;

/**
 * Opens a template and takes over what a document needs of it, from the main part on along its relationships. Macros,
 * embedded objects, comments and whatever lies outside of the file stay behind.
 *
 * @throws ConversionError when the bytes are no Word file, under a password, damaged, or too large.
 */
export function openPackage(bytes: Uint8Array): OpenedPackage {
  refuseOtherFiles(bytes);
  try {
    return new Opener(new ZipArchive(bytes)).open();
  } catch (error) {
    if (error instanceof ZipFault && error.reason === 'encrypted')
      throw new ConversionError('reference-protected', {}, { cause: error });
    if (error instanceof ZipFault) throw damaged('ZIP', ZIP_REASONS[error.reason], error);
    throw error;
  }
}

const ZIP_REASONS: Readonly<Record<ZipFault['reason'], string>> = {
  broken: 'damaged zip',
  encrypted: 'encrypted',
  method: 'unknown compression',
  'too-large': 'too large when unpacked',
  'too-many': 'too many parts',
};

export function damaged(part: string, reason: string, cause?: unknown): ConversionError {
  return new ConversionError('reference-damaged', { part, reason }, { cause });
}

const ZIP_MARK = [0x50, 0x4b];
/** An OLE compound file: Word before 2007, WPS, or a Word file under a password. */
const OLE_MARK = [0xd0, 0xcf, 0x11, 0xe0];

function refuseOtherFiles(bytes: Uint8Array): void {
  const begins = (mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  if (begins(ZIP_MARK)) return;
  if (!begins(OLE_MARK)) throw new ConversionError('reference-no-word');
  // Names of streams are UTF-16; a whole of them lies near the start or the end, so all is looked through.
  const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
  throw new ConversionError(isLocked ? 'reference-protected' : 'reference-old-word');
}

const MAIN_TYPE =
  /wordprocessingml\.(?:document|template)\.main\+xml$|ms-word\.(?:document|template)\.macroEnabled/i;
export const DOCUMENT_TYPE =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const MACRO_TYPE = /macroEnabled/i;

class Opener {
  readonly #zip: ZipArchive;
  readonly #defaults = new Map<string, string>();
  readonly #overrides = new Map<string, string>();
  readonly #parts = new Map<string, Part>();
  readonly #dropped = new Map<DroppedKind, number>();
  #left = MOST_BYTES;

  constructor(zip: ZipArchive) {
    this.#zip = zip;
  }

  open(): OpenedPackage {
    this.#readTypes();
    let mainPath: string | undefined;
    for (const { kind, target, isExternal } of this.#relationsOf('')) {
      if (kind === 'officeDocument' && !isExternal) mainPath ??= target;
      else this.#drop(droppedAs(kind));
    }
    if (mainPath === undefined || !this.#zip.has(mainPath)) throw this.#noWord();
    const type = this.#typeOf(mainPath);
    if (!MAIN_TYPE.test(type)) throw this.#noWord();
    if (MACRO_TYPE.test(type)) this.#dropped.set('macros', 1);
    const main = this.#xmlPart(mainPath, 0);
    if (main.root.name !== 'w:document') throw this.#noWord();
    main.type = DOCUMENT_TYPE;
    return { main, dropped: this.#dropped };
  }

  #noWord(): ConversionError {
    return new ConversionError('reference-no-word');
  }

  #drop(kind: DroppedKind | undefined): void {
    if (kind) this.#dropped.set(kind, (this.#dropped.get(kind) ?? 0) + 1);
  }

  #read(path: string): Uint8Array {
    const bytes = this.#zip.read(path);
    if (!bytes) throw damaged(path, 'missing');
    this.#left -= bytes.length;
    if (this.#left < 0) throw damaged(path, ZIP_REASONS['too-large']);
    return bytes;
  }

  #tree(path: string): XmlNode {
    try {
      return parseTree(this.#read(path));
    } catch (error) {
      if (error instanceof XmlFault) throw damaged(path, error.message, error);
      throw error;
    }
  }

  #readTypes(): void {
    if (!this.#zip.has('[Content_Types].xml')) throw this.#noWord();
    for (const { name, attributes } of elementsOf(this.#tree('[Content_Types].xml'))) {
      const type = attributes.get('ContentType') ?? '';
      if (/Default$/.test(name)) this.#defaults.set((attributes.get('Extension') ?? '').toLowerCase(), type);
      else this.#overrides.set((attributes.get('PartName') ?? '').replace(/^\/+/, '').toLowerCase(), type);
    }
  }

  #typeOf(path: string): string {
    const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    return this.#overrides.get(path.toLowerCase()) ?? this.#defaults.get(ending) ?? '';
  }

  #relationsOf(path: string): WrittenRelation[] {
    const slash = path.lastIndexOf('/') + 1;
    const rels = `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
    if (!this.#zip.has(rels)) return [];
    return elementsOf(this.#tree(rels)).map(({ attributes }) => {
      const written = attributes.get('Target') ?? '';
      const type = transitionalType(attributes.get('Type') ?? '');
      const isExternal = attributes.get('TargetMode') === 'External';
      return {
        id: attributes.get('Id') ?? '',
        type,
        kind: type.slice(type.lastIndexOf('/') + 1),
        target: isExternal ? written : resolvePath(path.slice(0, slash), written),
        isExternal,
      };
    });
  }

  #xmlPart(path: string, steps: number): XmlPart {
    const key = path.toLowerCase();
    const known = this.#parts.get(key);
    if (isXmlPart(known)) return known;
    const relations = new Map<string, Relation>();
    const part: XmlPart = { path, type: this.#typeOf(path), root: this.#tree(path), relations };
    this.#parts.set(key, part);
    for (const { id, type, kind, ...written } of this.#relationsOf(path)) {
      const target = steps < MOST_STEPS ? this.#target(kind, written, steps + 1) : undefined;
      if (target !== undefined && !relations.has(id)) relations.set(id, { type, kind, target });
    }
    return part;
  }

  /** What a relationship leads to, if that is taken over. */
  #target(
    kind: string,
    { target, isExternal }: Pick<WrittenRelation, 'target' | 'isExternal'>,
    steps: number,
  ): Relation['target'] | undefined {
    if (isExternal) {
      const address = kind === 'hyperlink' ? safeAddress(target) : undefined;
      if (address === undefined) this.#drop(droppedAs(kind) === 'merge' ? 'merge' : 'external');
      return address;
    }
    const how = keptAs(kind);
    if (how === undefined) {
      this.#drop(droppedAs(kind));
      return undefined;
    }
    // A picture that is not there is shown by no program; a sheet of styles that is not there, another's fault.
    if (!this.#zip.has(target)) {
      if (how === 'binary' || kind === 'customXml') return undefined;
      throw damaged(target, 'missing');
    }
    return how === 'xml' ? this.#xmlPart(target, steps) : this.#binaryPart(target);
  }

  #binaryPart(path: string): Part | undefined {
    const known = this.#parts.get(path.toLowerCase());
    if (known) return known.bytes ? known : undefined;
    const type = binaryType(path);
    if (type === undefined) return undefined;
    const part: Part = { path, type, bytes: this.#read(path), relations: new Map() };
    this.#parts.set(path.toLowerCase(), part);
    return part;
  }
}

interface WrittenRelation {
  readonly id: string;
  readonly type: string;
  readonly kind: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** A path inside the package; what climbs out of it stays at its root. */
function resolvePath(folder: string, written: string): string {
  const path = written.replaceAll('\\', '/').replace(/[#?].*$/, '');
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
