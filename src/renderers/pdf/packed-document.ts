import { createHash } from 'node:crypto';
import { type ObjectPlace, ROW_ENTRIES, referenceRows, referenceTable } from './cross-references.js';
import { deflate } from './deflate.js';
import { formatValue, ObjectNumber } from './pdf-syntax.js';
import { type PdfDictionary, PdfkitBase, type PdfReference, type PdfValue } from './pdfkit-internals.js';
import { type FileLock, Security } from './security.js';

/** How many objects share a compressed stream: viewers inflate one to reach any of them. */
const OBJECTS_A_STREAM = 200;

/** Length of a file's identifier, as viewers know it. */
const ID_BYTES = 16;

/** What a file says of itself, and how it is stored. */
export interface FileFacts {
  /** Entries of the Info dictionary. */
  readonly info: Readonly<Record<string, string | Date>>;
  /** The XMP packet. */
  readonly xmp: string;
  /** Says in which colours it is meant (sRGB), as archives ask. */
  readonly archive?: boolean;
  /** Every object on its own behind a classic table, for printers and tools older than PDF 1.5. */
  readonly classicXref?: boolean;
  /** Encrypts every string and stream. */
  readonly lock?: FileLock;
}

const STREAM_END = Buffer.from('\nendstream\nendobj\n', 'latin1');

/**
 * pdfkit's document with small objects packed into object streams (PDF 1.5), and bytes instead of a stream. A tagged
 * document is a fifth smaller so.
 */
export class PackedDocument extends PdfkitBase {
  readonly #chunks: Uint8Array[] = [];
  /** Texts of one character a byte. */
  readonly #packed: { id: number; text: string }[] = [];
  /** By object number: the stream that an object is packed in, and its place there. */
  readonly #packedIn = new Map<number, ObjectPlace>();
  #length = 0;

  readonly #xmp: string;
  readonly #isClassic: boolean;
  /** pdfkit encrypts each string by itself, which those inside an object stream must not be. */
  readonly #packs: boolean;

  constructor({ info, xmp, archive, classicXref = false, lock }: FileFacts) {
    // pdfkit makes a date of its own where none is given; the clock must not get into the file.
    const dated = { CreationDate: new Date(0), ...info };
    super({
      info: dated,
      font: null,
      autoFirstPage: false,
      pdfVersion: '1.7',
      // pdfkit brings the colour profile; its own XMP is not written, see endMetadata
      ...(archive && { subset: 'PDF/A-2a' }),
    });
    if (info.CreationDate === undefined) delete this.info.CreationDate;
    this.#xmp = xmp;
    this.#isClassic = classicXref;
    this.#packs = !classicXref && lock === undefined;
    if (lock) this._security = new Security(this, lock);
    this.#emit(Buffer.from('%PDF-1.7\n%\xFF\xFF\xFF\xFF\n', 'latin1'));
  }

  /** The finished file; call after `end()`. */
  bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }

  /** pdfkit's own puts titles into XML unescaped. */
  override endMetadata(): void {
    const stream = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    // Archives search files for it, so it stays readable.
    stream.compress = false;
    stream.end(Buffer.from(this.#xmp, 'utf8'));
    this._root.data.Metadata = stream;
  }

  /** pdfkit writes the head of the file, before fields of this class exist; ours is written in its place. */
  override _write(): void {}

  /** A number for an object that {@link writeObject} will write. */
  reserve(): ObjectNumber {
    return new ObjectNumber(this._offsets.push(null));
  }

  writeObject({ id }: ObjectNumber, data: PdfDictionary): void {
    this._offsets[id - 1] = this.#place(id, formatValue(data, this.#encryptionOf(id)));
  }

  #encryptionOf(id: number): ((plain: Uint8Array) => Uint8Array) | undefined {
    return this._security?.getEncryptFn(id, 0);
  }

  /** pdfkit's own references write themselves in four to eight pieces each. */
  override ref(data?: PdfDictionary): PdfReference {
    const reference = super.ref(data);
    reference.finalize = writeWhole;
    return reference;
  }

  writeReference(reference: PdfReference): void {
    const { id, data, buffer, compress } = reference;
    const offset =
      buffer.length === 0
        ? this.#place(id, formatValue(data, this.#encryptionOf(id)))
        : this.#placeStream(id, data, compress ? deflate(joined(buffer)) : joined(buffer));
    buffer.length = 0;
    (reference as { offset?: number }).offset = offset;
    this._refEnd(reference);
  }

  /** Where an object is that has no stream: any number will do for one that is packed. */
  #place(id: number, text: string): number {
    if (this.#packs) {
      this.#packed.push({ id, text });
      if (this.#packed.length === OBJECTS_A_STREAM) this.#emitPacked();
      return 0;
    }
    const offset = this.#length;
    this.#emit(Buffer.from(`${id} 0 obj\n${text}\nendobj\n`, 'latin1'));
    return offset;
  }

  #placeStream(id: number, dictionary: Record<string, PdfValue>, plain: Uint8Array): number {
    const encrypt = this.#encryptionOf(id);
    const bytes = encrypt ? encrypt(plain) : plain;
    dictionary.Length = bytes.length;
    const offset = this.#length;
    this.#emit(Buffer.from(`${id} 0 obj\n${formatValue(dictionary, encrypt)}\nstream\n`, 'latin1'));
    this.#emit(bytes);
    // pdfkit, too, ends the bytes of a stream with a line of their own
    this.#emit(STREAM_END);
    return offset;
  }

  override _finalize(): void {
    this.#emitPacked();
    // Processors compute it several times as fast as MD5.
    const id = createHash('sha256');
    for (const chunk of this.#chunks) id.update(chunk);
    this._id = id.digest().subarray(0, ID_BYTES);
    const start = this.#length;
    if (this.#isClassic) this.#emitTable();
    else this.#emitReferences();
    this.#emit(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  }

  #emit(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
    this.#length += bytes.length;
  }

  /** Writes a stream object without pdfkit, which would pack it or wait for it. */
  #emitStream(dictionary: string, data: Buffer): void {
    const id = this._offsets.push(this.#length);
    const deflated = deflate(data);
    this.#emit(
      Buffer.concat([
        Buffer.from(
          `${id} 0 obj\n<<${dictionary}/Filter/FlateDecode/Length ${deflated.length}>>\nstream\n`,
          'latin1',
        ),
        deflated,
        Buffer.from('\nendstream\nendobj\n', 'latin1'),
      ]),
    );
  }

  #emitPacked(): void {
    if (this.#packed.length === 0) return;
    let offset = 0;
    let head = '';
    let body = '';
    const stream = this._offsets.length + 1;
    for (const [index, { id, text }] of this.#packed.entries()) {
      head += `${index === 0 ? '' : ' '}${id} ${offset}`;
      body += `${text}\n`;
      offset += text.length + 1;
      this.#packedIn.set(id, { kind: 'packed', stream, index });
    }
    head += '\n';
    const dictionary = `/Type/ObjStm/N ${this.#packed.length}/First ${head.length}`;
    this.#emitStream(dictionary, Buffer.from(head + body, 'latin1'));
    this.#packed.length = 0;
  }

  #emitTable(): void {
    const table = referenceTable(this._offsets.map((offset) => offset ?? 0));
    const trailer = `trailer\n<<${this.#trailer(this._offsets.length + 1)}>>\n`;
    this.#emit(Buffer.from(table + trailer, 'latin1'));
  }

  #emitReferences(): void {
    // The stream is the last object, and has a row for itself.
    const places = [...this._offsets, this.#length].map(
      (offset, index): ObjectPlace =>
        this.#packedIn.get(index + 1) ?? { kind: 'offset', offset: offset ?? 0 },
    );
    const dictionary = `/Type/XRef${ROW_ENTRIES}${this.#trailer(places.length + 1)}`;
    this.#emitStream(dictionary, referenceRows(places));
  }

  #trailer(size: number): string {
    const hex = Buffer.from(this._id).toString('hex');
    const encrypt = this._security ? `/Encrypt ${this._security.dictionary.id} 0 R` : '';
    const ids = `/ID[<${hex}><${hex}>]`;
    return `/Size ${size}/Root ${this._root.id} 0 R/Info ${this._info.id} 0 R${encrypt}${ids}`;
  }
}

function writeWhole(this: PdfReference): void {
  (this.document as PackedDocument).writeReference(this);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks);
}
