import { create, type Font, type FontCollection } from 'fontkit';
import type { ShapedWord } from '../composer/index.js';
import type { FontFile } from './font-file.js';

const HAN_SCRIPT = 'hani';

/** Dashes and dots that a face joins only under its Han script: two of U+2014 become one stroke of two em. */
const HAN_MARKS = /^[\u2014\u2015\u2025\u2026\u22EF\u2E3A\u2E3B]+$/;

/**
 * Shapes one word with the ligatures and kerning that fontkit applies of itself.
 *
 * @param language OpenType tag for the marks that Han and Latin share.
 * @returns Advances in em. Broken shaping tables give the word's plain glyphs.
 */
export function shapeWord(font: Font, word: string, language: string): ShapedWord | undefined {
  // fontkit keeps the characters by which a glyph was reached first, in this word or any before it; without them
  // the word's clusters are what this word says.
  Reflect.set(font, '_glyphs', {});
  try {
    const run = HAN_MARKS.test(word) ? font.layout(word, undefined, HAN_SCRIPT, language) : font.layout(word);
    return toShapedWord(run, font.unitsPerEm, word);
  } catch {
    return undefined;
  }
}

function toShapedWord(
  run: ReturnType<Font['layout']>,
  unitsPerEm: number,
  word: string,
): ShapedWord | undefined {
  const glyphs: number[] = [];
  const advancesEm: number[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const [index, glyph] of run.glyphs.entries()) {
    glyphs.push(glyph.id);
    advancesEm.push((run.positions[index]?.xAdvance ?? 0) / unitsPerEm);
    starts.push(at);
    at += String.fromCodePoint(...glyph.codePoints).length;
  }
  return at === word.length ? { glyphs, advancesEm, starts } : undefined;
}

/** Opens a face with fontkit, which wants the whole file in memory. */
export function openWithFontkit(file: FontFile): Font {
  const opened: Font | FontCollection = create(file.bytes());
  if (!('fonts' in opened)) return opened;
  const face = opened.getFont(file.postscriptName);
  if (!face) throw new RangeError(`${file.file} has no face ${file.postscriptName}`);
  return face;
}
