import { create, type Font, type FontCollection } from 'fontkit';
import type { FontFile } from './font-file.js';

/** Opens a face with fontkit, which wants the whole file in memory. */
export function openWithFontkit(file: FontFile): Font {
  const opened: Font | FontCollection = create(file.bytes());
  if (!('fonts' in opened)) return opened;
  const face = opened.getFont(file.postscriptName);
  if (!face) throw new RangeError(`${file.file} has no face ${file.postscriptName}`);
  return face;
}
