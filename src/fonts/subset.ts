import type { Face } from './face.js';
import { subsetTrueType } from './subset-true-type.js';

/** A font program for embedding in which glyph number n is the n-th of those asked for. */
export interface FontProgram {
  readonly kind: 'true-type' | 'cff';
  readonly bytes: Uint8Array;
}

/**
 * The outlines of some glyphs, numbered anew in the order given.
 *
 * @param glyphs Numbers in the face; the first is 0, `.notdef`. A glyph may stand there twice, to be drawn under
 *   two numbers.
 * @throws ConversionError `font-file-unreadable` when the outlines are broken.
 */
export function subsetFace(face: Face, glyphs: readonly number[]): FontProgram {
  if (!face.file.isCff) return { kind: 'true-type', bytes: subsetTrueType(face, glyphs) };
  return face.file.guard(() => ({ kind: 'cff', bytes: subsetCff(face, glyphs) }));
}

function subsetCff(face: Face, glyphs: readonly number[]): Uint8Array {
  const subset = face.fontkit.createSubset() as unknown as FontkitSubset;
  // `includeGlyph` would give a glyph one number only.
  subset.glyphs.length = 0;
  subset.glyphs.push(...glyphs);
  return subset.encode();
}

/** What fontkit's CFF subset has beyond its types. */
interface FontkitSubset {
  readonly glyphs: number[];
  encode(): Uint8Array;
}
