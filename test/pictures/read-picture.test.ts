import { describe, expect, test } from 'vitest';
import { readPicture } from '../../src/pictures/read-picture.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A PNG that says how large it is, and has no pixels; they are not looked at. */
function png(width: number, height: number): Uint8Array {
  const file = Buffer.alloc(33 + 14 + 12);
  Buffer.from('89504E470D0A1A0A0000000D49484452', 'hex').copy(file);
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  file.writeUInt32BE(2, 33);
  file.write('IDAT', 37);
  file.write('IEND', 51);
  return Uint8Array.from(file);
}

describe('a picture is known by its bytes', () => {
  test.each([
    ['image/png', png(3, 2), 3, 2],
    ['image/gif', Uint8Array.from([...bytes('GIF89a'), 5, 0, 4, 0, 0, 0, 0, 0x3b]), 5, 4],
    ['image/svg+xml', bytes('<svg width="2cm" viewBox="0 0 20 10"/>'), 76, 38],
    ['image/svg+xml', bytes('<svg width="60000" height="30000"/>'), 10_000, 5000],
    ['image/svg+xml', bytes('<!-- made by hand --><svg/>'), 300, 150],
    ['image/svg+xml', bytes('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>'), 20, 10],
    ['image/svg+xml', bytes('<?xml version="1.0"?>\n<svg viewBox="0 0 30 15"/>'), 30, 15],
  ])('%s', (mediaType, content, widthPx, heightPx) => {
    expect(readPicture(content)).toEqual({ state: 'present', mediaType, bytes: content, widthPx, heightPx });
  });
});

describe('what cannot be used has a reason and never throws', () => {
  test.each([
    ['nothing', new Uint8Array(), 'kind', ''],
    ['text', bytes('not a picture'), 'kind', ''],
    ['text that begins like a bitmap', bytes('BM stands for bitmap'), 'kind', ''],
    ['a page', bytes('<!DOCTYPE html><svg width="1" height="1"/>'), 'kind', 'HTML'],
    ['TIFF', bytes('II*\0\0\0\0\0'), 'kind', 'TIFF'],
    ['AVIF', bytes('\0\0\0\u0020ftypavif'), 'kind', 'AVIF'],
    ['an enhanced metafile', Uint8Array.from([...Buffer.alloc(40), ...bytes(' EMF')]), 'kind', 'EMF'],
    ['a PNG without its head', png(1, 1).subarray(0, 12), 'damaged', ''],
    ['a PNG without its end', png(1, 1).subarray(0, -12), 'damaged', ''],
    ['a PNG cut off in its pixels', png(1, 1).subarray(0, -14), 'damaged', ''],
    ['a JPEG cut off', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'damaged', ''],
    ['a PNG of no width', png(0, 5), 'damaged', ''],
    ['a PNG of 60,000 × 60,000', png(60_000, 60_000), 'large', '40 megapixels'],
    [
      'an SVG of five megabytes',
      bytes(`<svg width="1" height="1">${' '.repeat(5 * 1024 * 1024)}</svg>`),
      'large',
      '4 MiB',
    ],
    ['an SVG with entities', bytes('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>'), 'damaged', ''],
    [
      'a PNG of 64 MiB and more',
      Buffer.concat([png(1, 1), Buffer.alloc(64 * 1024 * 1024)]),
      'large',
      '64 MiB',
    ],
  ])('%s', (_name, content, fault, detail) => {
    expect(readPicture(content)).toEqual({ fault, detail });
  });
});
