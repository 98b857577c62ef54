import { describe, expect, test } from 'vitest';
import { readImage } from '../../src/readers/image.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The head of a PNG that says how large it is; no more of a picture is looked at. */
function png(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(33);
  Buffer.from('89504E470D0A1A0A0000000D49484452', 'hex').copy(head);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return Uint8Array.from(head);
}

describe('a picture is known by its bytes', () => {
  test.each([
    ['image/png', png(3, 2), 3, 2],
    ['image/gif', Uint8Array.from([...bytes('GIF89a'), 5, 0, 4, 0, 0, 0, 0]), 5, 4],
    ['image/svg+xml', bytes('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>'), 20, 10],
    ['image/svg+xml', bytes('<?xml version="1.0"?>\n<svg viewBox="0 0 30 15"/>'), 30, 15],
  ])('%s', (mediaType, content, widthPx, heightPx) => {
    expect(readImage(content)).toEqual({ state: 'present', mediaType, bytes: content, widthPx, heightPx });
  });
});

describe('what cannot be used has a reason and never throws', () => {
  test.each([
    ['nothing', new Uint8Array(), 'not a known kind'],
    ['text', bytes('not a picture'), 'not a known kind'],
    ['BMP', bytes('BM0000\0\0\0\0'), 'not a known kind'],
    ['HTML that mentions svg', bytes('<html><svg width="1" height="1"/></html>'), 'not a known kind'],
    ['a PNG without its head', png(1, 1).subarray(0, 12), 'broken'],
    ['a JPEG cut off', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'broken'],
    ['a PNG of no width', png(0, 5), 'broken'],
    ['a PNG of ten gigapixels', png(100_000, 100_000), 'megapixels'],
    [
      'an SVG of five megabytes',
      bytes(`<svg width="1" height="1">${' '.repeat(5 * 1024 * 1024)}</svg>`),
      'SVG over',
    ],
  ])('%s', (_name, content, reason) => {
    expect(readImage(content)).toEqual({ fault: expect.stringContaining(reason) });
  });
});
