import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FontWeight } from '../composer/index.js';

/** One face of the `fonts/` folder, as its manifest describes it. */
export interface BundledFace {
  /** The family under which templates ask for it. */
  readonly family: string;
  readonly weight: FontWeight;
  /** Absolute path. */
  readonly file: string;
  readonly name: string;
  readonly version: string;
  /** Package and version that it was taken from, unmodified. */
  readonly origin: string;
  /** SPDX expression. */
  readonly license: string;
  /** Absolute path. */
  readonly licenseFile: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The same path from `src/fonts` and from `dist/fonts`. */
const FONTS = new URL('../../fonts/', import.meta.url);

/** The faces that ship, read from `fonts/manifest.json`. */
export function bundledFaces(): BundledFace[] {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', FONTS), 'utf8')) as {
    faces: BundledFace[];
  };
  const absolute = (file: string): string => fileURLToPath(new URL(file, FONTS));
  return manifest.faces.map((face) => ({
    ...face,
    file: absolute(face.file),
    licenseFile: absolute(face.licenseFile),
  }));
}
