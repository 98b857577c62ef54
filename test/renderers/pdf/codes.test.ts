import { beforeAll, expect, test } from 'vitest';
import type { Layout } from '../../../src/composer/index.js';
import { type DocumentFonts, openFonts } from '../../../src/fonts/index.js';
import { CODE_COUNT, frequentFirst, inTurn } from '../../../src/renderers/pdf/codes.js';
import { writePdf } from '../../../src/renderers/pdf/write-pdf.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { at, layoutOf, lineOf, pageOf, runOf } from './hand-made.js';
import { contents, type ReadPdf, readPdf, toUnicodeMaps } from './read-pdf.js';

let fonts: DocumentFonts;

beforeAll(async () => {
  fonts = await openFonts(makeStyleSheet());
});

async function write(layout: Layout): Promise<ReadPdf> {
  const metadata = { title: '题', authors: [], language: 'zh-Hans' };
  return readPdf((await writePdf({ layout, fonts, images: {}, metadata })).bytes);
}

const onePage = (...texts: string[]): Layout =>
  layoutOf([pageOf(texts.map((text, index) => at(lineOf([runOf(fonts, text)]), 20 + 20 * index)))]);

const allCodes = (codeOf: (number: number) => number): number[] =>
  Array.from({ length: CODE_COUNT }, (_, number) => codeOf(number));

test.each([
  ['frequent first', frequentFirst],
  ['in turn', inTurn],
])('codes %s: each once, that of no character first', (_, codeOf) => {
  const codes = allCodes(codeOf);
  expect(new Set(codes).size).toBe(CODE_COUNT);
  expect(codes[0]).toBe(0);
});

test('codes of frequent characters are readable, and none needs to be escaped', () => {
  const asText = allCodes(frequentFirst).map((code) => String.fromCharCode(code >> 8, code & 0xff));
  expect(asText.slice(1, 4)).toEqual(['00', '01', '02']);
  expect(asText.slice(1).filter((pair) => /[\0\r()\\]/.test(pair))).toEqual([]);
  // two full square sides of them
  expect(asText.slice(1, 63 * 63).every((pair) => /^[0-p]{2}$/.test(pair))).toBe(true);
});

/** So many different characters that codes by frequency pay. */
const MANY = Array.from({ length: 120 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');

test('the most frequent character of a long text has the first code', async () => {
  const pdf = await write(onePage(MANY, '天地玄黄', '宇玄宙玄', '洪荒地'));
  expect([...(toUnicodeMaps(pdf)[0] ?? [])].slice(0, 3)).toEqual([
    ['3030', '玄'],
    ['3031', '地'],
    ['3032', '一'],
  ]);
  expect(contents(pdf)[0]).toMatch(/\(.{2}0100.{2}\)Tj/);
});

test('the characters of a short text are counted up, the frequent first', async () => {
  const [map] = toUnicodeMaps(await write(onePage('天地玄地')));
  expect([...(map ?? [])]).toEqual([
    ['0001', '地'],
    ['0002', '天'],
    ['0003', '玄'],
  ]);
});

test('a character that is on no counted page gets the next code', async () => {
  const pages = Array.from({ length: 80 }, (_, index) =>
    pageOf([at(lineOf([runOf(fonts, index === 79 ? '末' : '天天地')]), 20)]),
  );
  const [map] = toUnicodeMaps(await write(layoutOf(pages)));
  expect([...(map?.values() ?? [])]).toEqual(['天', '地', '末']);
});

test.each(['', MANY])('a code leads to the outline of its character (beside %s)', async (others) => {
  const pdf = await write(onePage(others, '一龥\u2F00天a'));
  const face = fonts.faces[fonts.faceFor(0x4e00, 'song', 'regular')];
  const streams = [...pdf.objects.values()];
  const program = Buffer.from(
    streams.find(({ dictionary }) => dictionary.includes('/Length1'))?.stream ?? '',
    'latin1',
  );
  const descendant = streams.find(({ dictionary }) => dictionary.includes('/CIDToGIDMap'))?.dictionary ?? '';
  const id = Number(/\/CIDToGIDMap (\d+) 0 R/.exec(descendant)?.[1]);
  const map = Buffer.from(pdf.objects.get(id)?.stream ?? '', 'latin1');
  const codes = [...(toUnicodeMaps(pdf)[0] ?? [])];
  expect(codes.length).toBeGreaterThanOrEqual(5);
  for (const [code, char] of codes) {
    const drawn = outline(program, map.readUInt16BE(2 * Number.parseInt(code, 16)));
    const [own] = face?.outlines.read([face.glyph(char.codePointAt(0) ?? 0)]) ?? [];
    expect(drawn.subarray(0, own?.length).equals(own ?? Buffer.alloc(1)), char).toBe(true);
  }
});

/** Of a glyph of a font program, with what fills it up. */
function outline(program: Buffer, glyph: number): Buffer {
  const table = (tag: string): Buffer => {
    const at = program.indexOf(tag, 12, 'latin1');
    const start = program.readUInt32BE(at + 8);
    return program.subarray(start, start + program.readUInt32BE(at + 12));
  };
  const place = (index: number): number => table('loca').readUInt32BE(index * 4);
  return table('glyf').subarray(place(glyph), place(glyph + 1));
}
