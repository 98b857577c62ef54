import { expect, test } from 'vitest';
import type { Face } from '../../src/fonts/index.js';
import { formatOutline, glyphOutline, openFonts } from '../../src/fonts/index.js';
import { makeStyleSheet } from '../../src/style/index.js';

const pathOf = (face: Face, glyph: number): string => formatOutline(glyphOutline(face, glyph));

/** Where a path goes, whatever letters it uses for it: its end points. */
function stops(path: string): string[] {
  return [...path.matchAll(/([MLQ])([^MLQZ]*)/g)].map(([, , numbers = '']) =>
    numbers
      .trim()
      .split(/[\s,]+/)
      .slice(-2)
      .map((value) => Math.round(Number(value)))
      .join(' '),
  );
}

test.each([...'排国一Qi。\u00E9'])('the outline of %s is the one that fontkit reads', async (char) => {
  const fonts = await openFonts(makeStyleSheet());
  const number = fonts.faceFor(char.codePointAt(0) ?? 0, 'song', 'regular');
  const face = fonts.faces[number];
  expect(face).toBeDefined();
  if (!face) return;
  const glyph = face.glyph(char.codePointAt(0) ?? 0);
  const theirs = stops(face.fontkit.getGlyph(glyph).path.toSVG());
  const ours = stops(pathOf(face, glyph));
  expect(new Set(ours)).toEqual(new Set(theirs));
  expect(ours.length).toBeGreaterThan(3);
});

test('a blank has no outline, and a face of the other kind has its own', async () => {
  const fonts = await openFonts(makeStyleSheet());
  const song = fonts.faces[fonts.faceFor(0x20, 'song', 'regular')];
  expect(song && pathOf(song, song.glyph(0x20))).toBe('');
  const fang = fonts.faces[fonts.faceFor(0x6392, 'fang', 'regular')];
  expect(fang?.file.isCff).toBe(true);
  expect(fang && pathOf(fang, fang.glyph(0x6392))).toMatch(/^M.*C.*Z$/);
});
