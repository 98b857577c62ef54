import { createRequire } from 'node:module';
import type { Font, FontCollection } from 'fontkit';
import type { FontFile } from './font-file.js';

const require = createRequire(import.meta.url);

/**
 * Opens a face with fontkit, which wants the whole file in memory. fontkit itself is loaded at the first call: it
 * inflates tables of all scripts at start, a fifth of a short run, and documents of TrueType faces never ask for it.
 */
export function openWithFontkit(file: FontFile): Font {
  const { create } = require('fontkit') as typeof import('fontkit');
  const opened: Font | FontCollection = create(file.bytes());
  if (!('fonts' in opened)) return opened;
  const face = opened.getFont(file.postscriptName);
  if (!face) throw new RangeError(`${file.file} has no face ${file.postscriptName}`);
  return face;
}
