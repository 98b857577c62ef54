import { inflateRawSync } from 'node:zlib';

/** Why a zip, or a part of it, is not read. */
export class ZipFault extends Error {
  readonly reason: 'broken' | 'encrypted' | 'method' | 'too-large' | 'too-many';

  constructor(reason: ZipFault['reason']) {
    super(`zip: ${reason}`);
    this.name = 'ZipFault';
    this.reason = reason;
  }
}

/** A book of pictures has some thousand parts. */
const MOST_ENTRIES = 20_000;
/** Inflated bytes of all parts that are read, counted while they come: what the headers say counts nothing. */
const MOST_INFLATED = 512 * 1024 * 1024;
/** No text is packed better than some hundredfold; only parts over {@link FREE_BYTES} are held against it. */
const MOST_RATIO = 1000;
const FREE_BYTES = 16 * 1024 * 1024;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** The end record has 22 bytes, and a comment of at most 64 KiB behind it. */
const END_BYTES = 22;
const MOST_COMMENT = 65_535;

interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packedSize: number;
  readonly at: number;
}

/**
 * A zip read by its directory, each part inflated when it is asked for. Nothing is written anywhere, so a name that
 * climbs out of its folder (`../../evil`) is only a name that nobody asks for.
 *
 * @see APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16
 */
export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();
  #left = MOST_INFLATED;

  /** @throws ZipFault `broken` for bytes without a directory, `too-many` for one of too many entries. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#readDirectory();
  }

  /** Names as {@link read} takes them. */
  get names(): Iterable<string> {
    return this.#entries.keys();
  }

  has(name: string): boolean {
    return this.#entries.has(partKey(name));
  }

  /**
   * The bytes of a part, whatever the case of its name; undefined when there is none.
   *
   * @throws ZipFault when it is damaged, encrypted or too large.
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(partKey(name));
    if (!entry) return undefined;
    if (entry.isEncrypted) throw new ZipFault('encrypted');
    const packed = this.#packed(entry);
    if (entry.method === 0) {
      this.#spend(packed.length);
      return packed;
    }
    if (entry.method !== 8) throw new ZipFault('method');
    return this.#inflate(packed);
  }

  #readDirectory(): void {
    const end = this.#findEnd();
    const count = this.#view.getUint16(end + 10, true);
    if (count > MOST_ENTRIES && count !== 0xffff) throw new ZipFault('too-many');
    let at = this.#view.getUint32(end + 16, true);
    for (let read = 0; at + 46 <= end && this.#view.getUint32(at, true) === CENTRAL_HEADER; read++) {
      if (read >= MOST_ENTRIES) throw new ZipFault('too-many');
      at = this.#readEntry(at);
    }
    if (this.#entries.size === 0 && count > 0) throw new ZipFault('broken');
  }

  #findEnd(): number {
    const last = this.#bytes.length - END_BYTES;
    for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at--) {
      if (this.#view.getUint32(at, true) === END_OF_DIRECTORY) return at;
    }
    throw new ZipFault('broken');
  }

  /** Reads one row of the directory; returns where the next begins. */
  #readEntry(at: number): number {
    const view = this.#view;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + nameLength));
    const key = partKey(name);
    // the first of two parts of one name wins, as in Word
    if (!this.#entries.has(key) && !/[\\/]$/.test(name)) {
      this.#entries.set(key, {
        name,
        isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        packedSize: view.getUint32(at + 20, true),
        at: view.getUint32(at + 42, true),
      });
    }
    return at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }

  #packed({ at, packedSize }: Entry): Uint8Array {
    if (at + 30 > this.#bytes.length || this.#view.getUint32(at, true) !== LOCAL_HEADER)
      throw new ZipFault('broken');
    const start = at + 30 + this.#view.getUint16(at + 26, true) + this.#view.getUint16(at + 28, true);
    if (start + packedSize > this.#bytes.length) throw new ZipFault('broken');
    return this.#bytes.subarray(start, start + packedSize);
  }

  #inflate(packed: Uint8Array): Uint8Array {
    const most = Math.min(this.#left, Math.max(FREE_BYTES, packed.length * MOST_RATIO));
    try {
      const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
      this.#left -= bytes.length;
      return bytes;
    } catch (error) {
      if (!isTooLarge(error)) throw new ZipFault('broken');
      this.#left -= most;
      throw new ZipFault('too-large');
    }
  }

  #spend(count: number): void {
    this.#left -= count;
    if (this.#left < 0) throw new ZipFault('too-large');
  }
}

/** Part names are compared without regard to case; old tools write backslashes. @see ECMA-376-2, 6.3.5 */
function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
