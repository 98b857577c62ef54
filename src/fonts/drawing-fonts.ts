import { readFile } from 'node:fs/promises';
import { bundledFaces } from './catalogue.js';

/** Families for the words of drawings: sans, serif and mono. The others would cost more time than they show. */
const FAMILIES: readonly string[] = ['hei', 'song', 'mono'];

/** Font files for the words of drawings; those that ship, so that a drawing looks the same everywhere. */
export function drawingFonts(): Promise<readonly Uint8Array[]> {
  loading ??= Promise.all(
    bundledFaces()
      .filter(({ family }) => FAMILIES.includes(family))
      .map(({ file }) => readFile(file)),
  );
  return loading;
}

let loading: Promise<readonly Uint8Array[]> | undefined;
