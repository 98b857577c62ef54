import { describe, expect, test } from 'vitest';
import { type DocumentFonts, openFonts } from '../../src/fonts/index.js';
import { subsetFace } from '../../src/fonts/subset.js';
import { makeStyleSheet, type Region } from '../../src/style/index.js';

const open = (region: Region): Promise<DocumentFonts> => openFonts(makeStyleSheet({ changes: { region } }));

/** Middle of a mark's ink in em from its origin and from the middle of the em box. */
function middleOf(fonts: DocumentFonts, mark: string, family: string): [x: number, y: number] {
  const codePoint = mark.codePointAt(0) ?? 0;
  const face = fonts.faceFor(codePoint, family, 'regular');
  const glyph = fonts.glyphFor(face, codePoint);
  const [left, right] = fonts.inkEm(face, glyph);
  const [low, high] = fonts.inkHeightEm(face, glyph);
  const [bottom, top] = fonts.emBox(face);
  return [(left + right) / 2, (low + high) / 2 - (bottom + top) / 2];
}

function tableOf(bytes: Uint8Array, tag: string): Buffer {
  const file = Buffer.from(bytes);
  const at = file.indexOf(tag, 12, 'latin1');
  return file.subarray(file.readUInt32BE(at + 8));
}

const LOW = [...'\u3001\u3002\uFF0C'];
const TALL = [...'\uFF1A\uFF1B\uFF1F\uFF01'];

describe.each(['song', 'hei', 'kai'])('%s', (family) => {
  test.each(LOW)(
    '%s is in the middle of its cell in Taiwan, low and left on the mainland and in Japan',
    async (mark) => {
      const [x, y] = middleOf(await open('zh-Hant-TW'), mark, family);
      expect(x).toBeCloseTo(0.5, 1);
      expect(y).toBeCloseTo(0, 1);
      for (const region of ['zh-Hans', 'ja'] as const) {
        const [left, low] = middleOf(await open(region), mark, family);
        expect(left).toBeLessThan(0.35);
        expect(low).toBeLessThan(-0.2);
      }
    },
  );
  test.each(TALL)('%s is in the middle along the line in Taiwan and Japan', async (mark) => {
    for (const region of ['zh-Hant-HK', 'ja'] as const) {
      expect(middleOf(await open(region), mark, family)[0]).toBeCloseTo(0.5, 1);
    }
    expect(middleOf(await open('zh-Hans'), mark, family)[0]).toBeLessThan(0.35);
  });
});

test('a moved mark is as wide as it was, has the moved ink in columns too, and is embedded', async () => {
  const fonts = await open('zh-Hant-TW');
  const face = fonts.faceFor(0x3002, 'song', 'regular');
  const glyph = fonts.glyphFor(face, 0x3002);
  expect(fonts.glyphFor(face, 0x3002)).toBe(glyph);
  expect(fonts.advanceEm(face, glyph)).toBe(1);
  const form = fonts.verticalForm(face, glyph) ?? 0;
  const [left, right] = fonts.inkEm(face, form);
  expect((left + right) / 2).toBeCloseTo(0.5, 1);
  const own = fonts.faces[face];
  if (!own) throw new RangeError('no face');
  const maxp = tableOf(subsetFace(own, [0, 1, glyph]).bytes, 'maxp');
  expect([maxp.readUInt16BE(28), maxp.readUInt16BE(30)]).toEqual([1, 1]);
  const alone = subsetFace(own, [0, 1]).bytes.length;
  expect(subsetFace(own, [0, 1, glyph]).bytes.length).toBeGreaterThan(alone + 18);
});
