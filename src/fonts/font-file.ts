import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { ConversionError } from '../diagnostics.js';
import type { FontSource } from '../style/index.js';

/** A collection with all weights of a pan-CJK family has 120 MB; what is larger is no font. */
const MOST_BYTES = 256 * 1024 * 1024;

const TRUE_TYPE = 0x00010000;
const APPLE_TRUE_TYPE = 0x74727565; // 'true'
const OPEN_TYPE_CFF = 0x4f54544f; // 'OTTO'
const COLLECTION = 0x74746366; // 'ttcf'
const SFNT_KINDS: readonly number[] = [TRUE_TYPE, APPLE_TRUE_TYPE, OPEN_TYPE_CFF];

/** Tables that every face has, with the bytes of their fixed part. */
const REQUIRED_TABLES = { cmap: 4, head: 54, hhea: 36, hmtx: 4, maxp: 6 } as const;

/** Name ID of the PostScript name. */
const POSTSCRIPT_NAME = 6;

interface TablePlace {
  readonly offset: number;
  readonly length: number;
}

/**
 * One face of a TrueType, OpenType or collection file, read table by table: a face costs the memory of the tables
 * that are asked for, and outlines (nine tenths of a Chinese font) are read glyph by glyph.
 */
export class FontFile {
  readonly file: string;
  readonly postscriptName: string;
  /** CFF outlines; otherwise TrueType. */
  readonly isCff: boolean;
  readonly #places: ReadonlyMap<string, TablePlace>;
  readonly #tables = new Map<string, Buffer>();

  /** @throws ConversionError `font-file-unreadable`: no such file, not a font (WOFF among it), or a broken one. */
  constructor(source: FontSource) {
    this.file = source.file;
    this.#places = this.#reading((fd, size) => findFace(fd, size, source.postscriptName));
    this.postscriptName = readPostscriptName(this.table('name') ?? Buffer.alloc(0)) ?? 'Unnamed';
    this.isCff = this.#places.has('CFF ');
    const hasOutlines = this.isCff || (this.#places.has('glyf') && this.#places.has('loca'));
    const isShort = ([tag, bytes]: [string, number]): boolean => (this.#places.get(tag)?.length ?? 0) < bytes;
    if (!hasOutlines || Object.entries(REQUIRED_TABLES).some(isShort)) this.refuse();
  }

  /** A whole table, kept after the first call; undefined when the face has none. */
  table(tag: string): Buffer | undefined {
    const place = this.#places.get(tag);
    if (!place) return undefined;
    let bytes = this.#tables.get(tag);
    if (!bytes) {
      bytes = this.#reading((fd) => readAt(fd, place.offset, place.length));
      this.#tables.set(tag, bytes);
    }
    return bytes;
  }

  /** A table that every face has. */
  required(tag: keyof typeof REQUIRED_TABLES | 'loca' | 'glyf'): Buffer {
    return this.table(tag) ?? this.refuse();
  }

  /** Parts of one table, each `[start, end)`; the file is opened once for all of them and nothing is kept. */
  slices(tag: string, ranges: readonly (readonly [start: number, end: number])[]): Buffer[] {
    const place = this.#places.get(tag) ?? this.refuse();
    return this.#reading((fd) =>
      ranges.map(([start, end]) => {
        if (start < 0 || end < start || end > place.length) this.refuse();
        return readAt(fd, place.offset + start, end - start);
      }),
    );
  }

  /** The whole file, for libraries that want it so; not kept. */
  bytes(): Buffer {
    return this.#reading((fd, size) => readAt(fd, 0, size));
  }

  /** Does something with the font's data; whatever goes wrong is the font's fault. */
  guard<T>(read: () => T): T {
    try {
      return read();
    } catch (cause) {
      return this.refuse(cause);
    }
  }

  #reading<T>(read: (fd: number, size: number) => T): T {
    let fd: number;
    try {
      fd = openSync(this.file, 'r');
    } catch (cause) {
      return this.refuse(cause);
    }
    try {
      const { size } = fstatSync(fd);
      return size > MOST_BYTES ? this.refuse() : read(fd, size);
    } catch (cause) {
      return this.refuse(cause);
    } finally {
      closeSync(fd);
    }
  }

  /** @throws ConversionError `font-file-unreadable`, always. */
  refuse(cause?: unknown): never {
    if (cause instanceof ConversionError) throw cause;
    throw new ConversionError('font-file-unreadable', { file: this.file }, { cause });
  }
}

function findFace(fd: number, size: number, postscriptName: string | undefined): Map<string, TablePlace> {
  const head = readAt(fd, 0, 12);
  if (head.readUInt32BE(0) !== COLLECTION) return readDirectory(fd, size, 0);
  const count = head.readUInt32BE(8);
  const offsets = readAt(fd, 12, count * 4);
  for (let index = 0; index < count; index += 1) {
    const places = readDirectory(fd, size, offsets.readUInt32BE(index * 4));
    const name = places.get('name');
    if (postscriptName === undefined) return places;
    if (name && readPostscriptName(readAt(fd, name.offset, name.length)) === postscriptName) return places;
  }
  throw new RangeError(`no face ${postscriptName ?? ''} in the collection`);
}

function readDirectory(fd: number, size: number, offset: number): Map<string, TablePlace> {
  const head = readAt(fd, offset, 12);
  if (!SFNT_KINDS.includes(head.readUInt32BE(0))) throw new RangeError('not TrueType or OpenType');
  const count = head.readUInt16BE(4);
  const records = readAt(fd, offset + 12, count * 16);
  const places = new Map<string, TablePlace>();
  for (let at = 0; at < records.length; at += 16) {
    const place = { offset: records.readUInt32BE(at + 8), length: records.readUInt32BE(at + 12) };
    if (place.offset + place.length > size) throw new RangeError('a table lies outside the file');
    places.set(records.toString('latin1', at, at + 4), place);
  }
  return places;
}

/** @throws RangeError when the file ends before. */
function readAt(fd: number, offset: number, length: number): Buffer {
  if (length > MOST_BYTES) throw new RangeError('a part is larger than any font');
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const read = readSync(fd, bytes, done, length - done, offset + done);
    if (read === 0) throw new RangeError('the file ends too early');
    done += read;
  }
  return bytes;
}

function readPostscriptName(table: Buffer): string | undefined {
  if (table.length < 6) return undefined;
  const strings = table.readUInt16BE(4);
  const end = Math.min(6 + table.readUInt16BE(2) * 12, table.length - 11);
  for (let at = 6; at < end; at += 12) {
    if (table.readUInt16BE(at + 6) !== POSTSCRIPT_NAME) continue;
    const start = strings + table.readUInt16BE(at + 10);
    const raw = table.subarray(start, start + table.readUInt16BE(at + 8));
    // Macintosh names are one byte a character, all others UTF-16BE; both are ASCII by the specification.
    const name = raw.toString('latin1').replaceAll('\0', '');
    if (name !== '') return name;
  }
  return undefined;
}
