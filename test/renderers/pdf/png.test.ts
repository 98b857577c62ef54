import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPng } from '../../../src/renderers/pdf/png.js';

/** A PNG without checksums, which are not looked at. */
function png(
  [width, height]: readonly [number, number],
  [bits, type, interlace]: readonly [number, number, number],
  rows: readonly (readonly number[])[],
  extra: readonly (readonly [name: string, bytes: readonly number[]])[] = [],
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, type, 0, 0, interlace], 8);
  const chunk = (name: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...extra.map(([name, bytes]) => chunk(name, Buffer.from(bytes))),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const pixels = (data: Buffer | undefined): number[] => [...inflateSync(data ?? Buffer.alloc(0))];

test('grey without alpha goes in as it is', () => {
  const image = readPng(png([2, 1], [8, 0, 0], [[1, 10, 20]]));
  expect([image.isFiltered, image.colors, image.alpha, ...pixels(image.pixels)]).toEqual([
    true,
    1,
    undefined,
    1,
    10,
    20,
  ]);
});

test('colour and alpha are parted, filters undone', () => {
  const image = readPng(png([2, 1], [8, 6, 0], [[1, 1, 2, 3, 100, 1, 1, 1, 10]]));
  expect(pixels(image.pixels)).toEqual([1, 2, 3, 2, 3, 4]);
  expect(pixels(image.alpha)).toEqual([100, 110]);
});

test('a palette keeps its numbers, its alpha becomes a mask', () => {
  const extra = [
    ['PLTE', [0, 0, 0, 255, 255, 255]],
    ['tRNS', [0]],
  ] as const;
  const image = readPng(png([3, 1], [1, 3, 0], [[0, 0b01000000]], extra));
  expect(pixels(image.pixels)).toEqual([0, 1, 0]);
  expect(pixels(image.alpha)).toEqual([0, 255, 0]);
});

test('interlaced rows come back in order', () => {
  // A 2 × 2 picture has pixels in passes 1, 6 and 7 only.
  const image = readPng(
    png(
      [2, 2],
      [8, 0, 1],
      [
        [0, 1],
        [0, 2],
        [0, 3, 4],
      ],
    ),
  );
  expect(pixels(image.pixels)).toEqual([1, 2, 3, 4]);
});

test('a picture of a hundred thousand pixels a side is refused before it is unpacked', () => {
  expect(() => readPng(png([100_000, 100_000], [8, 2, 0], [[0]]))).toThrow(RangeError);
});

test('pixels that are fewer than promised are refused', () => {
  expect(() => readPng(png([9, 9], [8, 0, 0], [[0, 1]]))).toThrow(RangeError);
});

test('changed bytes give a picture or an error, in no time', () => {
  const good = png([4, 4], [8, 6, 1], [Array.from({ length: 90 }, () => 0)]);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 }))), (changes) => {
      const bytes = Buffer.from(good);
      for (const [at, byte] of changes) bytes[at] = byte;
      try {
        const image = readPng(bytes);
        expect(image.width * image.height).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }),
  );
});
