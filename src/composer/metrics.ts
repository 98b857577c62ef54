/**
 * What the composer asks of fonts. `fonts/` implements it over font files; tests implement it on a grid.
 * A face is named by a small number that stays the same for one document.
 */
export interface FontMetrics {
  /**
   * The face that draws a character when `family` in `weight` is asked for: the family itself or the first of its
   * fallback chain that has a glyph. -1 when no face has one; the composer then reports it and sets a run of face -1.
   *
   * @param forColumn Faces that also have its form for columns come first.
   */
  faceFor(codePoint: number, family: string, weight: FontWeight, forColumn?: boolean): number;
  /** The glyph of a character in a face, the region's form where the face knows it (—— joined under ZHS). */
  glyphFor(face: number, codePoint: number): number;
  /** Advance of a glyph in em. */
  advanceEm(face: number, glyph: number): number;
  /** Left and right edge of a glyph's ink in em from its origin; both 0 for a blank. */
  inkEm(face: number, glyph: number): readonly [left: number, right: number];
  /** Lowest and highest ink of a glyph in em from the base line; both 0 for a blank. */
  inkHeightEm(face: number, glyph: number): readonly [bottom: number, top: number];
  /** The glyph that stands for another one in a column (OpenType `vert`); undefined when the face has none. */
  verticalForm(face: number, glyph: number): number | undefined;
  /** A Latin word or number shaped as one: kerning and ligatures applied. Cached by the implementation. */
  shapeWord(face: number, word: string): ShapedWord;
  /** Whether a face is the bold one of its family; one that is not is drawn thicker where bold is asked of it. */
  isBold(face: number): boolean;
  /** Height of the ink of capital letters above the base line, in em. */
  capHeightEm(face: number): number;
  /** The lowest and highest ink of Han characters: about -0.12 and 0.88 em; these for face -1. */
  emBox(face: number): readonly [bottom: number, top: number];
}

export type FontWeight = 'regular' | 'bold';

/** Parallel arrays, one entry a glyph. */
export interface ShapedWord {
  readonly glyphs: readonly number[];
  readonly advancesEm: readonly number[];
  /** UTF-16 index in the word at which each glyph's characters begin; rising, first is 0. */
  readonly starts: readonly number[];
  /** How far right of its place a glyph stands; absent when all stand at their places. */
  readonly offsetsEm?: readonly number[];
}
