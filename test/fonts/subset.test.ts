import { expect, test } from 'vitest';
import { type Face, openFonts, subsetFace } from '../../src/fonts/index.js';
import { makeStyleSheet } from '../../src/style/index.js';

async function faceOf(family: string): Promise<Face> {
  const fonts = await openFonts(makeStyleSheet());
  const face = fonts.faces[fonts.faceFor(0x41, family, 'regular')];
  if (!face) throw new Error(`no face for ${family}`);
  return face;
}

const glyphsOf = (face: Face, text: string): number[] => [
  0,
  ...[...text].map((char) => face.glyph(char.codePointAt(0) ?? 0)),
];

/** The face keeps outlines for the next document, and a composite one is renumbered in each. */
test.each(['song', 'hei', 'kai', 'mono'])(
  'a subset of %s does not depend on those before it',
  async (family) => {
    const face = await faceOf(family);
    const texts = ['\u00C5\u00E9\u00F1 ABC', 'B\u00E9\u00C5\u01DC', '\u00E9'];
    const first = texts.map((text) => subsetFace(face, glyphsOf(face, text)).bytes);
    const again = texts.toReversed().map((text) => subsetFace(face, glyphsOf(face, text)).bytes);
    expect(again.reverse()).toEqual(first);
  },
);

test('a composite glyph is drawn with its parts', async () => {
  const face = await faceOf('mono');
  const composite = face.outlines.read(glyphsOf(face, '\u00E9')).filter((outline) => outline.length > 10);
  expect(composite.some((outline) => outline.readInt16BE(0) < 0)).toBe(true);
});

/** @see OpenType 1.9, head: the sum over the whole file is 0xB1B0AFBA */
test('the file sums up as its head says', async () => {
  const face = await faceOf('song');
  const file = Buffer.from(subsetFace(face, glyphsOf(face, '排版')).bytes);
  let sum = 0;
  for (let at = 0; at < file.length; at += 4) sum = (sum + file.readUInt32BE(at)) >>> 0;
  expect(sum.toString(16)).toBe('b1b0afba');
});
