import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { openFonts, webFont } from '../../src/fonts/index.js';
import { makeStyleSheet } from '../../src/style/index.js';

const faceOf = async (family: string) => {
  const fonts = await openFonts(makeStyleSheet());
  return fonts.faces[fonts.faceFor(0x6392, family, 'regular')];
};

test('another program finds the characters asked for in the file, and no others', async () => {
  const face = await faceOf('song');
  if (!face) throw new RangeError('no face');
  const font = create(Buffer.from(webFont(face, '排版Qi\u{10FFFD}排', 'Paiban test') ?? []));
  if ('fonts' in font) throw new RangeError('a collection');
  expect(font.characterSet.toSorted((one, other) => one - other)).toEqual(
    [...'Qi排版'].map((char) => char.codePointAt(0)).toSorted((one = 0, other = 0) => one - other),
  );
  expect(font.familyName).toBe('Paiban test');
  expect(font.numGlyphs).toBeLessThan(10);
  const glyph = font.glyphForCodePoint(0x6392);
  expect(glyph.advanceWidth).toBe(face.advance(face.glyph(0x6392)));
  expect(glyph.path.toSVG()).toBe(face.fontkit.glyphForCodePoint(0x6392).path.toSVG());
});

test('a face with CFF outlines, or without the characters, gives no file', async () => {
  const [fang, song] = [await faceOf('fang'), await faceOf('song')];
  expect(fang && webFont(fang, '排', 'x')).toBeUndefined();
  expect(song && webFont(song, '\u{10FFFD}', 'x')).toBeUndefined();
});
