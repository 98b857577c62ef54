import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DocumentFonts, openFonts } from '../../src/fonts/index.js';
import { makeStyleSheet } from '../../src/style/index.js';

const code = (char: string): number => char.codePointAt(0) ?? 0;

let fonts: DocumentFonts;
let folder: string;

beforeAll(async () => {
  fonts = await openFonts(makeStyleSheet());
  folder = mkdtempSync(join(tmpdir(), 'paiban-fonts-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const nameOf = (face: number): string | undefined => fonts.faces[face]?.file.postscriptName;

test('no face is open before a character asks for it', async () => {
  const fresh = await openFonts(makeStyleSheet());
  expect(fresh.faces).toEqual([]);
  fresh.faceFor(code('永'), 'song', 'regular');
  expect(fresh.faces.map((face) => face.file.postscriptName)).toEqual(['NotoSerifSC-Regular']);
});

test.each([
  ['song', 'regular', 'NotoSerifSC-Regular'],
  ['song', 'bold', 'NotoSerifSC-Bold'],
  ['hei', 'regular', 'NotoSansSC-Regular'],
  ['kai', 'regular', 'LXGWWenKai-Regular'],
  ['fang', 'bold', 'FandolFang-Regular'],
  ['mono', 'regular', 'NotoSansSC-Regular'],
] as const)('%s %s sets Han in %s', (family, weight, name) => {
  expect(nameOf(fonts.faceFor(code('永'), family, weight))).toBe(name);
});

test('only the bold file of a family is bold: 楷 and 仿宋 have none', () => {
  const isBold = (family: string): boolean => fonts.isBold(fonts.faceFor(code('永'), family, 'bold'));
  expect(['song', 'hei', 'kai', 'fang'].map(isBold)).toEqual([true, true, false, false]);
});

test('code is set in the mono face, half an em a character', () => {
  const face = fonts.faceFor(code('m'), 'mono', 'regular');
  expect(nameOf(face)).toBe('Inconsolata-Regular');
  expect(fonts.advanceEm(face, fonts.glyphFor(face, code('m')))).toBe(0.5);
});

test('a character of the standard list that 仿宋 lacks comes from 宋', () => {
  // U+9FCF is in the table of 8,105 characters, but not in GB2312.
  expect(nameOf(fonts.faceFor(0x9fcf, 'fang', 'regular'))).toBe('NotoSerifSC-Regular');
});

test('a character that no face has is -1, and its replacement can be seen', () => {
  expect(fonts.faceFor(0x2a6d5, 'song', 'regular')).toBe(-1);
  const { face, glyph } = fonts.replacement();
  expect(glyph).not.toBe(0);
  expect(fonts.advanceEm(face, glyph)).toBe(1);
});

test('Han is one em wide in every family', () => {
  for (const family of ['song', 'hei', 'kai', 'fang']) {
    const face = fonts.faceFor(code('永'), family, 'regular');
    expect(fonts.advanceEm(face, fonts.glyphFor(face, code('永')))).toBe(1);
  }
});

test('the dash is one em also in a region that the face does not know', async () => {
  const taiwan = await openFonts(makeStyleSheet({ changes: { region: 'zh-Hant-TW' } }));
  const dash = taiwan.faceFor(0x2014, 'song', 'regular');
  expect(taiwan.advanceEm(dash, taiwan.glyphFor(dash, 0x2014))).toBe(1);
});

test('the dash is one em under ZHS, 0.89 without', () => {
  const face = fonts.faceFor(0x2014, 'song', 'regular');
  expect(fonts.advanceEm(face, fonts.glyphFor(face, 0x2014))).toBe(1);
});

test('the double dash is one glyph of two em in 宋', () => {
  const face = fonts.faceFor(0x2014, 'song', 'regular');
  const { glyphs, advancesEm, starts } = fonts.shapeWord(face, '\u2014\u2014');
  expect([glyphs.length, advancesEm, starts]).toEqual([1, [2], [0]]);
});

test('a comma has its ink in the left half, an opening bracket in the right', () => {
  for (const family of ['song', 'hei', 'kai', 'fang']) {
    const face = fonts.faceFor(0xff0c, family, 'regular');
    const [, commaRight] = fonts.inkEm(face, fonts.glyphFor(face, 0xff0c));
    const [bracketLeft] = fonts.inkEm(face, fonts.glyphFor(face, 0x300a));
    expect(commaRight).toBeLessThan(0.5);
    expect(bracketLeft).toBeGreaterThan(0.45);
  }
});

test('a blank has no ink', () => {
  const face = fonts.faceFor(0x3000, 'song', 'regular');
  expect(fonts.inkEm(face, fonts.glyphFor(face, 0x3000))).toEqual([0, 0]);
});

test('words are kerned, ligatures know their characters', () => {
  const face = fonts.faceFor(code('T'), 'song', 'regular');
  const typed = fonts.shapeWord(face, 'Type');
  expect(typed.advancesEm[0]).toBeLessThan(fonts.advanceEm(face, typed.glyphs[0] ?? 0));
  expect(fonts.shapeWord(face, 'office').starts).toEqual([0, 1, 4, 5]);
});

test('a ligature that was reached by its own code point still counts its letters', () => {
  const face = fonts.faceFor(0xfb01, 'song', 'regular');
  expect(fonts.shapeWord(face, '\uFB01').starts).toEqual([0]);
  expect(fonts.shapeWord(face, 'fit').starts).toEqual([0, 2]);
});

test('Han ink reaches about from -0.1 to 0.85 em', () => {
  const [bottom, top] = fonts.emBox(fonts.faceFor(code('永'), 'song', 'regular'));
  expect(bottom).toBeCloseTo(-0.1, 1);
  expect(top).toBeCloseTo(0.85, 1);
});

test('capital letters are about 0.7 em high', () => {
  expect(fonts.capHeightEm(fonts.faceFor(code('H'), 'song', 'regular'))).toBeCloseTo(0.7, 1);
});

test.each([
  ['a WOFF', Buffer.from('wOFF\0\x01\0\0', 'latin1')],
  ['a WOFF2', Buffer.from('wOF2\0\x01\0\0', 'latin1')],
  ['an empty file', Buffer.alloc(0)],
  ['a text', Buffer.from('Not a font at all, but long enough for a header.')],
  [
    'a directory that points outside',
    Buffer.from('\0\x01\0\0\0\x01\0\0\0\0\0\0cmap\0\0\0\0\x7f\0\0\0\x7f\0\0\0', 'latin1'),
  ],
])('%s is refused as a font', async (name, bytes) => {
  const file = join(folder, `${name}.ttf`);
  writeFileSync(file, bytes);
  const opened = await openFonts(makeStyleSheet({ families: { song: file } }));
  expect(() => opened.faceFor(code('永'), 'song', 'regular')).toThrowError(
    expect.objectContaining({ code: 'font-file-unreadable' }),
  );
});

test('a font that is not there is named at once', async () => {
  const sheet = makeStyleSheet();
  const song = { ...sheet.families.song, regular: { file: '/nowhere/song.ttf' } };
  await expect(
    openFonts({ ...sheet, families: { ...sheet.families, song } as typeof sheet.families }),
  ).rejects.toMatchObject({ code: 'font-file-unreadable', values: { file: '/nowhere/song.ttf' } });
});
