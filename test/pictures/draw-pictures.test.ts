import { expect, test } from 'vitest';
import { drawingFonts } from '../../src/fonts/index.js';
import type { ImageAsset, ImageMediaType } from '../../src/model/index.js';
import { drawPictures, type PictureNeeds } from '../../src/pictures/index.js';
import { readJpegHead } from '../../src/pictures/jpeg-head.js';
import { readPicture } from '../../src/pictures/read-picture.js';
import { PaintingBudget } from '../../src/pictures/svg/draw-svg.js';
import { readPng } from '../../src/renderers/pdf/png.js';

const noFonts = async (): Promise<readonly Uint8Array[]> => [];
const needs = (fonts = noFonts): PictureNeeds => ({
  takes: ['image/png', 'image/jpeg'],
  upright: false,
  fonts,
});

function asset(mediaType: ImageMediaType, bytes: Uint8Array, widthPx: number, heightPx: number): ImageAsset {
  return { state: 'present', mediaType, bytes, widthPx, heightPx };
}

const svg = (content: string, widthPx = 20, heightPx = 10, head = ''): ImageAsset => {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" ${head}>${content}</svg>`;
  return asset('image/svg+xml', new TextEncoder().encode(text), widthPx, heightPx);
};

/** What became of one picture, and the size of its pixels. */
async function drawn(image: ImageAsset, given: PictureNeeds = needs()) {
  const { images, diagnostics } = await drawPictures({ a: image }, given);
  const { a } = images;
  const bytes = a?.state === 'present' ? a.bytes : new Uint8Array();
  const seen = readPicture(bytes);
  return { image: a, bytes, seen, diagnostics };
}

const GIF = Buffer.from(
  'R0lGODlhBQAEAIEAAP8AAAD/AAAA/////yH/C05FVFNDQVBFMi4wAwEAAAAh+QQBAAADACwBAAEAAwACAAACBEQkMQUALAAAAAAFAAQAAAIElI+ZBQA7',
  'base64',
);

/** Eight by eight, of four inks, all at half (Adobe's kind of CMYK). */
const INKS = Buffer.from(
  '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB/8AAFAgACAAIBAERAAIRAAMRAAQRAP/EABQAAQAAAAAAAAAAAAAAAAAAAAD/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIAAwAEAAA/AAD/2Q==',
  'base64',
);

test('a JPEG of inks is made one of light where asked, and only there', async () => {
  const image = asset('image/jpeg', INKS, 8, 8);
  expect((await drawn(image)).image).toBe(image);
  const { bytes, diagnostics } = await drawn(image, { ...needs(), screenColors: true });
  expect(diagnostics).toEqual([]);
  expect(readJpegHead(Buffer.from(bytes))).toMatchObject({ width: 8, height: 8, components: 3 });
});

test('what the format holds stays as it is', async () => {
  const image = asset('image/gif', GIF, 5, 4);
  const { image: kept } = await drawn(image, { ...needs(), takes: ['image/gif'] });
  expect(kept).toBe(image);
});

test('a GIF becomes a PNG of its size, with alpha where nothing is drawn', async () => {
  const { image, bytes } = await drawn(asset('image/gif', GIF, 5, 4));
  expect(image).toMatchObject({ mediaType: 'image/png', widthPx: 5, heightPx: 4 });
  expect(readPng(bytes)).toMatchObject({ width: 5, height: 4, colors: 3, alpha: expect.anything() });
});

test('a drawing has three pixels for each of CSS, and keeps its size', async () => {
  const { image, seen } = await drawn(svg('<rect width="20" height="10" fill="red"/>'));
  expect(image).toMatchObject({ mediaType: 'image/png', widthPx: 20, heightPx: 10 });
  expect(seen).toMatchObject({ widthPx: 60, heightPx: 30 });
});

test.each([
  ['of 10,000 pixels', svg('<path d="M0 0h9v9"/>', 10_000, 5000)],
  [
    'that says it is larger than it was read to be',
    svg('<path d="M0 0h9v9"/>', 20, 10, 'width="1e9" height="1e9"'),
  ],
  ['that is a line', svg('<path d="M0 0h9v9"/>', 10_000, 1, 'width="10000" height="0.0001"')],
])('a drawing %s has no more pixels than are drawn in a moment', async (_what, image) => {
  const { seen } = await drawn(image);
  expect(seen).toMatchObject({ state: 'present' });
  const { widthPx, heightPx } = seen as Extract<ImageAsset, { state: 'present' }>;
  expect(widthPx * heightPx).toBeLessThanOrEqual(8_100_000);
});

test('words of a drawing are drawn with the fonts that ship, which are asked for only then', async () => {
  let asked = 0;
  const fonts = (): Promise<readonly Uint8Array[]> => {
    asked += 1;
    return drawingFonts();
  };
  const plain = await drawn(svg('<rect width="3" height="3"/>'), needs(fonts));
  expect([plain.diagnostics, asked]).toEqual([[], 0]);
  const words = await drawn(svg('<text y="9" font-size="9" font-family="SimSun">文</text>'), needs(fonts));
  expect(asked).toBe(1);
  const none = await drawn(svg('<text y="9" font-size="9" font-family="SimSun">文</text>'));
  expect(readPng(words.bytes).alpha?.length).toBeGreaterThan(readPng(none.bytes).alpha?.length ?? 0);
});

test('the same picture gives the same bytes', async () => {
  const image = (): ImageAsset => svg('<circle cx="5" cy="5" r="4" fill="#369" opacity=".5"/>');
  const [first, second] = [await drawn(image()), await drawn(image())];
  expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
});

test.each([
  ['a GIF', asset('image/gif', GIF.subarray(0, 20), 5, 4), 'gif'],
  ['a WebP', asset('image/webp', new Uint8Array(40), 5, 4), 'webp'],
  [
    'a drawing with entities',
    asset('image/svg+xml', Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'), 5, 4),
    'svg',
  ],
  ['a drawing that calls itself', svg('<g id="a"><use href="#a"/></g>'), 'svg'],
])('%s that is broken stays and is said', async (_what, image, kind) => {
  const { image: kept, diagnostics } = await drawn(image);
  expect(kept).toBe(image);
  expect(diagnostics).toEqual([{ code: 'image-not-drawn', values: { image: 'a', kind } }]);
});

test('a photo that says it lies on its side is said when it cannot be turned', async () => {
  const exif = Buffer.from(
    'ffd8ffe100224578696600004d4d002a00000008000101120003000000010006000000000000',
    'hex',
  );
  const frame = Buffer.from('ffc0000b080010002001011100ffda0008010100003f00', 'hex');
  const image = asset('image/jpeg', Buffer.concat([exif, frame]), 16, 32);
  const { diagnostics } = await drawn(image, { ...needs(), upright: true });
  expect(diagnostics).toEqual([{ code: 'image-not-turned', values: { image: 'a', kind: 'jpeg' } }]);
  expect((await drawn(image)).image).toBe(image);
});

test('layers over layers are drawn coarser, and not without end', async () => {
  const nested = `${'<g opacity=".5">'.repeat(90)}<path d="M0 0H20V10H0z"/>${'</g>'.repeat(90)}`;
  const { seen } = await drawn(svg(nested, 2000, 1000));
  const { widthPx, heightPx } = seen as Extract<ImageAsset, { state: 'present' }>;
  expect(widthPx * heightPx).toBeLessThan(600_000);
  expect((await drawn(svg('<g opacity=".5"><path/></g>'.repeat(6000)))).diagnostics).toMatchObject([
    { code: 'image-not-drawn' },
  ]);
});

test('the drawings of one article share a budget', () => {
  const budget = new PaintingBudget();
  for (let drawing = 0; drawing < 5; drawing += 1) budget.spend(6e9);
  expect(() => budget.spend(6e9)).toThrow('all drawings together');
});
