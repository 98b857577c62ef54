import type { LinkTarget } from './inline.js';

/**
 * One set line. Horizontal positions are in points from the left edge of the paragraph's measure, vertical ones
 * in points from the base line, up positive. Everything is decided here; the painter only draws.
 */
export interface Line {
  readonly runs: readonly GlyphRun[];
  /** Right edge of the last ink box (trailing blank trimmed). */
  readonly widthPt: number;
  /** How far the line reaches above and below its base line. */
  readonly ascentPt: number;
  readonly descentPt: number;
  /** UTF-16 range of the paragraph's text covered, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly boxes: readonly LineBox[];
  readonly links: readonly LineLink[];
  /** Strokes: underlines, strikes. */
  readonly rules: readonly LineRule[];
  /** Notes whose marks stand on this line, in order. */
  readonly noteIds: readonly string[];
  /** Places that the text on it names. */
  readonly places?: readonly string[];
}

/** Glyphs of one face, size and colour in a row. */
export interface GlyphRun {
  /** -1 for characters that no face has: the painter draws a mark in the place of each. */
  readonly face: number;
  readonly sizePt: number;
  readonly color: string;
  readonly xPt: number;
  /** Base line of the run above that of the line. */
  readonly raisePt: number;
  readonly glyphs: readonly number[];
  /** From each glyph's origin to the next one's; squeezes, gaps and boxing are already in it. */
  readonly advancesPt: readonly number[];
  /** The characters that the run stands for: what a copy out of the PDF gives back. */
  readonly text: string;
  /** UTF-16 index in `text` at which each glyph's characters begin. */
  readonly starts: readonly number[];
  /**
   * How it stands in a column; absent for what is turned with its line, and on horizontal lines. `upright`: glyphs below
   * each other, `xPt` and the advances counting from the top of each cell. `across`: side by side, the advances running
   * as `raisePt` does (to the right on paper) and `xPt` being their base line.
   */
  readonly stance?: 'upright' | 'across';
  /** Width of the glyphs over their natural one, already in the advances; 1 when absent. */
  readonly stretch?: number;
  /** Leans to the right, for want of an italic face. */
  readonly leans?: true;
  /** Width of the stroke around the glyphs of a face that has no bold; the advances are those of the plain face. */
  readonly strokePt?: number;
  /** Not text: emphasis dots, a hyphen that the breaker added. Left out of extraction. */
  readonly artifact?: true;
}

export interface LineBox {
  readonly xPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly imageId: string;
  readonly alt: string;
}

export interface LineLink {
  readonly xPt: number;
  readonly widthPt: number;
  readonly target: LinkTarget;
}

export interface LineRule {
  readonly xPt: number;
  readonly yPt: number;
  readonly widthPt: number;
  readonly thicknessPt: number;
  readonly color: string;
  /** A wave around the middle of the thickness, from there up and down by `heightPt`. */
  readonly wave?: { readonly lengthPt: number; readonly heightPt: number };
}
