import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PdfkitBase, type PdfReference } from './pdfkit-internals.js';

/** How many objects share a compressed stream: viewers inflate one to reach any of them. */
const OBJECTS_A_STREAM = 200;

/** Bytes of a row of the cross-reference stream: kind, offset or stream, index. */
const ROW = [1, 4, 2] as const;
const ROW_BYTES = 7;

/** What a file says of itself. */
export interface FileFacts {
  /** Entries of the Info dictionary. */
  readonly info: Readonly<Record<string, string | Date>>;
  /** The XMP packet. */
  readonly xmp: string;
  /** Says in which colours it is meant (sRGB), as archives ask. */
  readonly archive?: boolean;
}

/**
 * pdfkit's document with small objects packed into object streams (PDF 1.5), and bytes instead of a stream. A tagged
 * document is a fifth smaller so.
 */
export class PackedDocument extends PdfkitBase {
  /** Pieces of the object being written. pdfkit writes the file header before fields of this class exist. */
  #object: Buffer[] | undefined;
  readonly #chunks: Buffer[] = [];
  readonly #packed: { id: number; text: Buffer }[] = [];
  /** By object number: the stream that an object is packed in, and its place there. */
  readonly #packedIn = new Map<number, { stream: number; index: number }>();
  #length = 0;

  readonly #xmp: string;

  constructor({ info, xmp, archive }: FileFacts) {
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
    this.#object = [];
    this.#xmp = xmp;
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

  override _write(data: string | Uint8Array): void {
    // During pdfkit's constructor private fields are not there yet: what it writes is the header, written above.
    if (!(#object in this)) return;
    this.#object?.push(typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : Buffer.from(data));
  }

  override _refEnd(reference: PdfReference): void {
    const pieces = this.#object ?? [];
    this.#object = [];
    // "7 0 obj", dictionary, "endobj"; a stream has more pieces.
    const [, dictionary] = pieces;
    if (pieces.length === 3 && dictionary) {
      this.#packed.push({ id: reference.id, text: dictionary });
      if (this.#packed.length === OBJECTS_A_STREAM) this.#emitPacked();
      // Any number will do for pdfkit; the real place is in the cross-reference stream.
      this._offset = 0;
    } else {
      this._offset = this.#length;
      this.#emit(Buffer.concat(pieces));
    }
    (reference as { offset?: number }).offset = this._offset;
    super._refEnd(reference);
  }

  override _finalize(): void {
    this.#emitPacked();
    const id = createHash('md5');
    for (const chunk of this.#chunks) id.update(chunk);
    this._id = id.digest();
    this.#emitCrossReferences();
  }

  #emit(bytes: Buffer): void {
    this.#chunks.push(bytes);
    this.#length += bytes.length;
  }

  /** Writes a stream object without pdfkit, which would pack it or wait for it. */
  #emitStream(dictionary: string, data: Buffer): number {
    const id = this._offsets.push(this.#length);
    const deflated = deflateSync(data);
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
    return id;
  }

  #emitPacked(): void {
    if (this.#packed.length === 0) return;
    let offset = 0;
    const head: string[] = [];
    const stream = this._offsets.length + 1;
    for (const [index, { id, text }] of this.#packed.entries()) {
      head.push(`${id} ${offset}`);
      offset += text.length;
      this.#packedIn.set(id, { stream, index });
    }
    const first = Buffer.from(`${head.join(' ')}\n`, 'latin1');
    this.#emitStream(
      `/Type/ObjStm/N ${this.#packed.length}/First ${first.length}`,
      Buffer.concat([first, ...this.#packed.map(({ text }) => text)]),
    );
    this.#packed.length = 0;
  }

  /** @see ISO 32000-1, 7.5.8 */
  #emitCrossReferences(): void {
    const start = this.#length;
    const size = this._offsets.length + 2;
    const rows = Buffer.alloc(size * ROW_BYTES);
    rows.writeUInt16BE(0xffff, 5);
    for (let id = 1; id < size; id += 1) {
      const packed = this.#packedIn.get(id);
      const at = id * ROW_BYTES;
      rows.writeUInt8(packed ? 2 : 1, at);
      rows.writeUInt32BE(packed ? packed.stream : (this._offsets[id - 1] ?? start), at + 1);
      rows.writeUInt16BE(packed?.index ?? 0, at + 5);
    }
    const hex = Buffer.from(this._id).toString('hex');
    this.#emitStream(
      `/Type/XRef/Size ${size}/W[${ROW.join(' ')}]/Root ${this._root.id} 0 R/Info ${this._info.id} 0 R` +
        `/ID[<${hex}><${hex}>]/DecodeParms<</Predictor 12/Columns ${ROW_BYTES}>>`,
      differences(rows),
    );
    this.#emit(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  }
}

/** PNG predictor "up": each byte less the one above it, each row led by the predictor's number. */
function differences(rows: Buffer): Buffer {
  const count = rows.length / ROW_BYTES;
  const out = Buffer.alloc(count * (ROW_BYTES + 1));
  for (let row = 0; row < count; row += 1) {
    out[row * (ROW_BYTES + 1)] = 2;
    for (let column = 0; column < ROW_BYTES; column += 1) {
      const at = row * ROW_BYTES + column;
      const above = row === 0 ? 0 : (rows[at - ROW_BYTES] ?? 0);
      out[row * (ROW_BYTES + 1) + 1 + column] = ((rows[at] ?? 0) - above) & 0xff;
    }
  }
  return out;
}
