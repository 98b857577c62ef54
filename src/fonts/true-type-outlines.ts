import type { FontFile } from './font-file.js';

/** Edges of a glyph's ink, y up. */
export interface InkBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A few thousand glyphs: what is kept of a face for the next document. */
const MOST_KNOWN_BYTES = 4 * 1024 * 1024;

const NO_INK: InkBox = { left: 0, bottom: 0, right: 0, top: 0 };
/** Contour count and four edges. */
const HEADER_BYTES = 10;

/** A composite outline of one component: header, flags, glyph, two offsets. @see OpenType 1.9, glyf */
const COMPOSITE_BYTES = 18;
const COMPONENT_AT = 12;
/** ARG_1_AND_2_ARE_WORDS, ARGS_ARE_XY_VALUES */
const ARGUMENTS_ARE_OFFSETS = 0x0003;

/** A glyph that is another one, elsewhere in its cell. */
interface Move {
  readonly source: number;
  readonly x: number;
  readonly y: number;
  readonly outline: Buffer;
}

function edgesOf(header: Buffer): InkBox {
  const [left = 0, bottom = 0, right = 0, top = 0] = [2, 4, 6, 8].map((at) => header.readInt16BE(at));
  return { left, bottom, right, top };
}

/** The glyf table of a face, read glyph by glyph. */
export class TrueTypeOutlines {
  readonly #file: FontFile;
  readonly #locations: Buffer;
  readonly #isLong: boolean;
  /** Outlines of documents before: nearly every text has the same frequent ones. */
  readonly #known = new Map<number, Buffer>();
  #knownBytes = 0;
  readonly #moves: Move[] = [];
  readonly glyphCount: number;

  constructor(file: FontFile) {
    this.#file = file;
    this.#locations = file.required('loca');
    this.#isLong = file.required('head').readInt16BE(50) === 1;
    const room = this.#locations.length / (this.#isLong ? 4 : 2) - 1;
    this.glyphCount = Math.min(file.required('maxp').readUInt16BE(4), Math.floor(room));
  }

  /**
   * A glyph that is another one of the face moved by some font units. It has a number behind those of the file, and an
   * outline of one component.
   */
  moved(source: number, x: number, y: number): number {
    const known = this.#moves.findIndex((move) => move.source === source && move.x === x && move.y === y);
    if (known >= 0) return this.glyphCount + known;
    const { left, bottom, right, top } = this.box(source);
    const outline = Buffer.alloc(COMPOSITE_BYTES);
    const fields = [-1, left + x, bottom + y, right + x, top + y, ARGUMENTS_ARE_OFFSETS, 0, x, y];
    for (const [index, field] of fields.entries()) outline.writeInt16BE(field, index * 2);
    outline.writeUInt16BE(source, COMPONENT_AT);
    this.#moves.push({ source, x, y, outline });
    return this.glyphCount + this.#moves.length - 1;
  }

  moveOf(glyph: number): Move | undefined {
    return glyph < this.glyphCount ? undefined : this.#moves[glyph - this.glyphCount];
  }

  /** In font units. */
  box(glyph: number): InkBox {
    const move = this.moveOf(glyph);
    if (move) return edgesOf(move.outline);
    const [start, end] = this.#range(glyph);
    if (end - start < HEADER_BYTES) return NO_INK;
    const [header] = this.#file.slices('glyf', [[start, start + HEADER_BYTES]]);
    if (!header) return NO_INK;
    return edgesOf(header);
  }

  /** The outline of each glyph as it stands in the file, to be copied before it is changed; empty for a blank. */
  read(glyphs: readonly number[]): Buffer[] {
    const wanted = glyphs.filter((glyph) => !this.#known.has(glyph) && !this.moveOf(glyph));
    const ranges = wanted.map((glyph) => this.#range(glyph));
    const outlines = wanted.length === 0 ? [] : this.#file.slices('glyf', ranges);
    const read = new Map(wanted.map((glyph, index) => [glyph, outlines[index] as Buffer]));
    const found = glyphs.map(
      (glyph) => this.moveOf(glyph)?.outline ?? this.#known.get(glyph) ?? (read.get(glyph) as Buffer),
    );
    for (const [glyph, outline] of read) this.#keep(glyph, outline);
    return found;
  }

  #keep(glyph: number, outline: Buffer): void {
    if (this.#knownBytes + outline.length > MOST_KNOWN_BYTES) return;
    this.#knownBytes += outline.length;
    this.#known.set(glyph, outline);
  }

  #range(glyph: number): readonly [start: number, end: number] {
    if (glyph < 0 || glyph >= this.glyphCount) return [0, 0];
    return this.#isLong
      ? [this.#locations.readUInt32BE(glyph * 4), this.#locations.readUInt32BE(glyph * 4 + 4)]
      : [this.#locations.readUInt16BE(glyph * 2) * 2, this.#locations.readUInt16BE(glyph * 2 + 2) * 2];
  }
}
