import type { ShapedWord } from '../metrics.js';
import type { Characters } from './gather.js';
import { type Numbers, Scratch } from './scratch.js';
import type { Remark } from './warichu.js';

/** Part of a shaped word: glyphs `from` to `to`, end exclusive. */
export interface WordPiece {
  readonly word: ShapedWord;
  readonly from: number;
  readonly to: number;
  /** UTF-16 index in the paragraph at which the whole word begins. */
  readonly start: number;
}

/** A cluster without ink of its own: spaces that stand for a gap, images. */
export const NO_GLYPH = -1;
/** The face of a character that no face has; its glyph is 0. */
export const MISSING_FACE = -1;
/** Glyph numbers from here down name a piece: see {@link ClusterList.pieceOf}. */
const FIRST_PIECE = -2;

/** Penalty of a place between two letters of a word that no line can hold. */
export const EMERGENCY = 1e5;
/** Penalty of a place where a line may end only when nothing else is left. */
export const FORBIDDEN = 1e6;
/** Penalty of a place where a line never ends: before a space. */
export const NEVER: number = Number.POSITIVE_INFINITY;

// Of the paragraph at hand.
const FLOATS: readonly Scratch<Float64Array>[] = Array.from({ length: 5 }, () => new Scratch(Float64Array));
const BYTES: readonly Scratch<Uint8Array>[] = Array.from({ length: 5 }, () => new Scratch(Uint8Array));
const CHAR_START: Scratch<Uint32Array> = new Scratch(Uint32Array);
const GLYPH: Scratch<Int32Array> = new Scratch(Int32Array);
const FACE: Scratch<Int16Array> = new Scratch(Int16Array);

/** Room for a number a cluster, of any value. */
const roomOf = <Kind extends Numbers>(all: readonly Scratch<Kind>[], index: number, room: number): Kind =>
  (all[index] as Scratch<Kind>).take(room);

/** Room for a number a cluster, all of them 0. */
const zeros = <Kind extends Numbers>(all: readonly Scratch<Kind>[], index: number, room: number): Kind => {
  const own = roomOf(all, index, room);
  own.fill(0, 0, room);
  return own;
};

/**
 * The clusters of a paragraph, which lines cannot divide, as parallel arrays in points. `gap`, `kind`, `em` and
 * `penalty` at an index speak of the place before that cluster. They hold until the next paragraph's are made: keep none.
 */
export class ClusterList {
  readonly characters: Characters;
  count = 0;
  /** Index of the first code point; one entry more than there are clusters. */
  readonly charStart: Uint32Array;
  /** Ink box without the blank of marks. */
  readonly width: Float64Array;
  /** From the left edge of the box to the origin of the glyph. */
  readonly shift: Float64Array;
  readonly face: Int16Array;
  readonly glyph: Int32Array;
  /** `CharClass` of the first and the last character. */
  readonly first: Uint8Array;
  readonly last: Uint8Array;
  /** Wished width of the gap before. */
  readonly gap: Float64Array;
  /** Its `GapKind`. */
  readonly kind: Uint8Array;
  /** The em that its range counts in. */
  readonly em: Float64Array;
  /** What it costs to end a line before this cluster. */
  readonly penalty: Float64Array;
  /** 1 where that line shows a hyphen. */
  readonly hyphen: Uint8Array;
  /** Its `Stance`; 0 in horizontal text. */
  readonly stance: Uint8Array;
  /** 割注, in order. */
  readonly remarks: Remark[] = [];
  /** Some line may end inside an address or a long name, without a hyphen. */
  partsNames = false;
  readonly #pieces: WordPiece[] = [];

  constructor(characters: Characters) {
    const room = characters.codePoints.length + 1;
    this.characters = characters;
    this.width = roomOf(FLOATS, 0, room);
    this.shift = roomOf(FLOATS, 1, room);
    this.gap = zeros(FLOATS, 2, room);
    this.em = zeros(FLOATS, 3, room);
    this.penalty = zeros(FLOATS, 4, room);
    this.charStart = CHAR_START.take(room);
    this.glyph = GLYPH.take(room);
    this.face = FACE.take(room);
    this.first = roomOf(BYTES, 0, room);
    this.last = roomOf(BYTES, 1, room);
    this.kind = zeros(BYTES, 2, room);
    this.hyphen = zeros(BYTES, 3, room);
    this.stance = zeros(BYTES, 4, room);
  }

  /** Adds a cluster of one glyph, or none. The first also takes in what stands before it. */
  add(char: number, charClass: number, width: number, shift: number, face: number, glyph: number): void {
    const index = this.count++;
    this.charStart[index] = index === 0 ? 0 : char;
    this.width[index] = width;
    this.shift[index] = shift;
    this.face[index] = face;
    this.glyph[index] = glyph;
    this.first[index] = charClass;
    this.last[index] = charClass;
  }

  /** Adds a piece of a word. */
  addPiece(
    char: number,
    [first, last]: readonly [number, number],
    width: number,
    face: number,
    piece: WordPiece,
  ): void {
    this.add(char, first, width, 0, face, FIRST_PIECE - this.#pieces.length);
    this.last[this.count - 1] = last;
    this.#pieces.push(piece);
  }

  /** Ends the list; characters after the last cluster belong to it. */
  close(): void {
    this.charStart[this.count] = this.characters.codePoints.length;
  }

  pieceOf(index: number): WordPiece | undefined {
    const glyph = this.glyph[index] as number;
    return glyph > FIRST_PIECE ? undefined : this.#pieces[FIRST_PIECE - glyph];
  }

  /** UTF-16 index in the paragraph at which a cluster begins; of `count`, where the text ends. */
  textStart(index: number): number {
    return this.characters.offsets[this.charStart[index] as number] as number;
  }

  /** Index of the item that a cluster came from. */
  itemIndex(index: number): number {
    return this.characters.itemIndexes[this.charStart[index] as number] as number;
  }
}
