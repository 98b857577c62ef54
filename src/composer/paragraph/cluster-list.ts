import type { ShapedWord } from '../metrics.js';
import type { Characters } from './gather.js';
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

/** Five floats, two long integers, a short one and five bytes. */
const BYTES_A_CLUSTER = 5 * 8 + 2 * 4 + 2 + 5;

/**
 * The clusters of a paragraph, which lines cannot divide, as parallel arrays in points. `gap`, `kind`, `em` and
 * `penalty` at an index speak of the place before that cluster.
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
  readonly #pieces: WordPiece[] = [];

  constructor(characters: Characters) {
    const room = characters.codePoints.length + 1;
    this.characters = characters;
    // All arrays in one allocation, the widest numbers first so that each is aligned.
    const buffer = new ArrayBuffer(room * BYTES_A_CLUSTER);
    let at = 0;
    const place = (bytes: number): number => {
      const start = at;
      at += bytes * room;
      return start;
    };
    this.width = new Float64Array(buffer, place(8), room);
    this.shift = new Float64Array(buffer, place(8), room);
    this.gap = new Float64Array(buffer, place(8), room);
    this.em = new Float64Array(buffer, place(8), room);
    this.penalty = new Float64Array(buffer, place(8), room);
    this.charStart = new Uint32Array(buffer, place(4), room);
    this.glyph = new Int32Array(buffer, place(4), room);
    this.face = new Int16Array(buffer, place(2), room);
    this.first = new Uint8Array(buffer, place(1), room);
    this.last = new Uint8Array(buffer, place(1), room);
    this.kind = new Uint8Array(buffer, place(1), room);
    this.hyphen = new Uint8Array(buffer, place(1), room);
    this.stance = new Uint8Array(buffer, place(1), room);
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
    return this.#pieces[FIRST_PIECE - (this.glyph[index] as number)];
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
