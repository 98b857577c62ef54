import { readFileSync } from 'node:fs';
import type { FontWeight } from '../composer/index.js';
import { packagePath } from '../package-root.js';

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

/** The faces that ship, read from `fonts/manifest.json`. */
export function bundledFaces(): BundledFace[] {
  const manifest = JSON.parse(readFileSync(packagePath('fonts/manifest.json'), 'utf8')) as {
    faces: BundledFace[];
  };
  const absolute = (file: string): string => packagePath(`fonts/${file}`);
  return manifest.faces.map((face) => ({
    ...face,
    file: absolute(face.file),
    licenseFile: absolute(face.licenseFile),
  }));
}
