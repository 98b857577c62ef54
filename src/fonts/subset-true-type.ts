import { endianness } from 'node:os';
import type { Face } from './face.js';

/** Flags of a composite glyph's component record. */
const ARGUMENTS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

/** Tables of instructions that outlines may call; taken over whole. */
const INSTRUCTION_TABLES = ['cvt ', 'fpgm', 'prep'] as const;

const CHECKSUM_MAGIC = 0xb1b0afba;

/**
 * A TrueType file that holds only some glyphs of a face.
 *
 * @param glyphs What each new glyph is in the face, from new glyph 0 (`.notdef`) on. A glyph may stand there twice.
 *   Parts of composite glyphs that are not among them come after them.
 */
export function subsetTrueType(face: Face, glyphs: readonly number[]): Buffer {
  return toSfnt(trueTypeTables(face, glyphs));
}

export type FontTable = readonly [tag: string, bytes: Buffer];

/** The tables of {@link subsetTrueType}. */
export function trueTypeTables(face: Face, glyphs: readonly number[]): FontTable[] {
  const { glyphs: all, outlines } = withComponents(face, glyphs);
  const { loca, glyf } = joinOutlines(outlines);
  const count = all.length;
  const tables: FontTable[] = [
    ['glyf', glyf],
    ['head', patched(face.file.required('head'), [50, 1])],
    ['hhea', patched(face.file.required('hhea'), [34, count])],
    ['hmtx', metricsOf(face, all)],
    ['loca', loca],
    ['maxp', profileOf(face, all)],
  ];
  for (const tag of INSTRUCTION_TABLES) {
    const table = face.file.table(tag);
    if (table) tables.push([tag, table]);
  }
  return tables;
}

/** Outlines in the new order, with the glyphs that composites are made of behind, numbers rewritten. */
function withComponents(face: Face, wanted: readonly number[]): { glyphs: number[]; outlines: Buffer[] } {
  const glyphs = [...wanted];
  const outlines = face.outlines.read(wanted);
  let places: Map<number, number> | undefined;
  for (let index = 0; index < outlines.length; index += 1) {
    const original = outlines[index];
    if (!original || !isComposite(original)) continue;
    places ??= new Map(wanted.map((glyph, place) => [glyph, place]));
    const outline = Buffer.from(original);
    outlines[index] = outline;
    for (const at of componentPlaces(outline)) {
      const part = outline.readUInt16BE(at);
      let number = places.get(part);
      if (number === undefined) {
        number = glyphs.push(part) - 1;
        places.set(part, number);
        outlines.push(...face.outlines.read([part]));
      }
      outline.writeUInt16BE(number, at);
    }
  }
  return { glyphs, outlines };
}

/** By the sign of its number of contours. */
function isComposite(outline: Buffer): boolean {
  return outline.length >= 10 && (outline[0] as number) > 0x7f;
}

/** Where in a composite outline the numbers of its parts stand. */
function componentPlaces(outline: Buffer): number[] {
  const places: number[] = [];
  let at = 10;
  let flags = MORE_COMPONENTS;
  while (flags & MORE_COMPONENTS && at + 4 <= outline.length) {
    flags = outline.readUInt16BE(at);
    places.push(at + 2);
    at += flags & ARGUMENTS_ARE_WORDS ? 8 : 6;
    if (flags & HAS_SCALE) at += 2;
    else if (flags & HAS_TWO_SCALES) at += 4;
    else if (flags & HAS_MATRIX) at += 8;
  }
  return places;
}

function joinOutlines(outlines: readonly Buffer[]): { loca: Buffer; glyf: Buffer } {
  const loca = Buffer.alloc((outlines.length + 1) * 4);
  let length = 0;
  for (const [index, outline] of outlines.entries()) {
    length += wholeWords(outline.length);
    loca.writeUInt32BE(length, (index + 1) * 4);
  }
  const glyf = Buffer.alloc(length);
  let at = 0;
  for (const outline of outlines) {
    glyf.set(outline, at);
    at += wholeWords(outline.length);
  }
  return { loca, glyf };
}

function wholeWords(length: number): number {
  return (length + 3) & ~3;
}

function metricsOf(face: Face, glyphs: readonly number[]): Buffer {
  const table = Buffer.alloc(glyphs.length * 4);
  for (const [index, glyph] of glyphs.entries()) {
    table.writeUInt16BE(face.advance(glyph), index * 4);
    table.writeInt16BE(face.leftBearing(glyph), index * 4 + 2);
  }
  return table;
}

/** Where `maxp` says how much a rasterizer must hold for simple outlines, and for composite ones. */
const SIMPLE_POINTS = 6;
const COMPOSITE_POINTS = 10;
const COMPONENTS = 28;
const COMPONENT_DEPTH = 30;

/** A moved glyph may be the first composite one of its face. @see OpenType 1.9, maxp */
function profileOf(face: Face, glyphs: readonly number[]): Buffer {
  const table = patched(face.file.required('maxp'), [4, glyphs.length]);
  if (table.length < COMPONENT_DEPTH + 2 || !glyphs.some((glyph) => face.outlines.moveOf(glyph)))
    return table;
  const raise = (at: number, least: number): void => {
    table.writeUInt16BE(Math.max(table.readUInt16BE(at), least), at);
  };
  for (const offset of [0, 2]) raise(COMPOSITE_POINTS + offset, table.readUInt16BE(SIMPLE_POINTS + offset));
  raise(COMPONENTS, 1);
  raise(COMPONENT_DEPTH, 1);
  return table;
}

function patched(table: Buffer, [at, value]: readonly [number, number]): Buffer {
  const copy = Buffer.from(table);
  copy.writeUInt16BE(value, at);
  return copy;
}

/** Table directory and tables with their checksums. @see OpenType 1.9, organization of an OpenType font */
export function toSfnt(tables: readonly FontTable[]): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const log = Math.floor(Math.log2(sorted.length));
  const directory = Buffer.alloc(12 + sorted.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  for (const [index, value] of [sorted.length, 16 << log, log, (sorted.length - (1 << log)) * 16].entries()) {
    directory.writeUInt16BE(value, 4 + index * 2);
  }
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  let headOffset = 0;
  let sum = 0;
  for (const [index, [tag, bytes]] of sorted.entries()) {
    if (tag === 'head') {
      headOffset = offset;
      bytes.writeUInt32BE(0, 8);
    }
    const at = 12 + index * 16;
    directory.write(tag, at, 'latin1');
    const own = checksum(bytes);
    sum += own;
    directory.writeUInt32BE(own, at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(bytes.length, at + 12);
    const padding = -bytes.length & 3;
    parts.push(bytes, Buffer.alloc(padding));
    offset += bytes.length + padding;
  }
  const file = Buffer.concat(parts);
  // every table fills whole words, so the sum over the file is that over its parts
  file.writeUInt32BE((CHECKSUM_MAGIC - checksum(directory) - sum) >>> 0, headOffset + 8);
  return file;
}

/**
 * Sum of big-endian 32-bit words, the last one filled up with zeros. The words are turned all at once, so that a loop
 * that runs before it is compiled has one step a word.
 */
function checksum(bytes: Buffer): number {
  const turned = Buffer.alloc(bytes.length + (-bytes.length & 3));
  bytes.copy(turned);
  if (IS_LITTLE_ENDIAN) turned.swap32();
  const words = new Uint32Array(turned.buffer, turned.byteOffset, turned.length / 4);
  let sum = 0;
  for (let index = 0; index < words.length; index++) sum = (sum + (words[index] as number)) | 0;
  return sum >>> 0;
}

const IS_LITTLE_ENDIAN = endianness() === 'LE';
