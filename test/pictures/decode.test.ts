import { describe, expect, test } from 'vitest';
import { decodeBmp } from '../../src/pictures/decode-bmp.js';
import { decodeGif } from '../../src/pictures/decode-gif.js';
import { decodeWebp } from '../../src/pictures/decode-webp.js';
import type { Pixels } from '../../src/pictures/pixels.js';

const bytes = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));

/** One letter a pixel: `r g b w k` for the pure colours, `.` for none, `?` for any other. */
function drawn({ width, height, rgba }: Pixels): string[] {
  const names: Readonly<Record<string, string>> = {
    '255,0,0': 'r',
    '0,255,0': 'g',
    '0,0,255': 'b',
    '255,255,255': 'w',
    '0,0,0': 'k',
  };
  const letters = Array.from({ length: width * height }, (_, index) => {
    const [red, green, blue, alpha] = rgba.subarray(index * 4, index * 4 + 4);
    return alpha === 0 ? '.' : (names[`${red},${green},${blue}`] ?? '?');
  });
  return Array.from({ length: height }, (_, row) => letters.slice(row * width, (row + 1) * width).join(''));
}

describe('GIF', () => {
  /** Two frames of 5 × 4: the first is 3 × 2 at (1, 1), with a colour that is not drawn; the second is all blue. */
  const animated = bytes(
    'R0lGODlhBQAEAIEAAP8AAAD/AAAA/////yH/C05FVFNDQVBFMi4wAwEAAAAh+QQBAAADACwBAAEAAwACAAACBEQkMQUALAAAAAAFAAQAAAIElI+ZBQA7',
  );

  test('the first frame stands at its place on the canvas', () => {
    expect(drawn(decodeGif(animated))).toEqual(['.....', '.rgb.', '.bg..', '.....']);
  });

  test('what is cut off in its pixels shows what is there', () => {
    expect(drawn(decodeGif(animated.subarray(0, 65)))).toHaveLength(4);
  });

  test.each([
    ['no frame', animated.subarray(0, 40)],
    [
      'a canvas of 60,000 × 60,000',
      Uint8Array.from([...animated.subarray(0, 6), 0x60, 0xea, 0x60, 0xea, ...animated.subarray(10)]),
    ],
    ['nothing', new Uint8Array()],
  ])('%s is a fault', (_what, content) => {
    expect(() => decodeGif(content)).toThrow();
  });
});

describe('WebP', () => {
  /** 4 × 4: the upper half reddish, its first pixel clear. */
  test.each([
    [
      'lossless',
      'UklGRjwAAABXRUJQVlA4TC8AAAAvA8AAECcwKAKBJIj9KQYUCBBKxAjXJiAo8n+0mDMDokGQbRubwhR+lUX0P94SAQA=',
    ],
    [
      'lossy with alpha',
      'UklGRogAAABXRUJQVlA4WAoAAAAQAAAAAwAAAwAAQUxQSA0AAAABDzD/ERHiDg8R/Q8HAFZQOCBUAAAA8AEAnQEqBAAEAAFAJiWoAnRMgAHVrcJcAP75WYxoDppku+qPx1F86/6/cL+Z39FwVkYuhvYH/NEX5nf0D+4b+lzlruj9Dfot/UPKi1/ob+DfZYAA',
    ],
  ])('%s', async (_kind, base64) => {
    const { width, height, rgba } = await decodeWebp(bytes(base64));
    expect([width, height]).toEqual([4, 4]);
    expect([rgba[3], rgba[7], rgba[63]]).toEqual([0, 255, 255]);
    expect([rgba[4], rgba[60]].map((red) => (red ?? 0) > 100)).toEqual([true, false]);
  });

  test('of an animation the first frame', async () => {
    const still = Buffer.from(
      'UklGRjwAAABXRUJQVlA4TC8AAAAvA8AAECcwKAKBJIj9KQYUCBBKxAjXJiAo8n+0mDMDokGQbRubwhR+lUX0P94SAQA=',
      'base64',
    );
    const chunk = (name: string, data: Buffer): Buffer => {
      const head = Buffer.alloc(8, name, 'latin1');
      head.writeUInt32LE(data.length, 4);
      return Buffer.concat([head, data]);
    };
    const frame = Buffer.concat([Buffer.alloc(16), still.subarray(12)]);
    const head = Buffer.from([2, 0, 0, 0, 3, 0, 0, 3, 0, 0]);
    const file = Buffer.concat([
      Buffer.from('WEBP'),
      chunk('VP8X', head),
      chunk('ANMF', frame),
      chunk('ANMF', frame),
    ]);
    const { width, rgba } = await decodeWebp(chunk('RIFF', file));
    expect([width, rgba[3], rgba[7]]).toEqual([4, 0, 255]);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['pixels of 16,384 × 16,384', bytes('UklGRhYAAABXRUJQVlA4TAoAAAAv////DwAAAAAA')],
    ['noise', Uint8Array.from({ length: 200 }, (_, index) => (index * 73) & 255)],
  ])('%s is a fault', async (_what, content) => {
    await expect(decodeWebp(content)).rejects.toThrow();
  });
});

describe('BMP', () => {
  interface Bitmap {
    readonly bits: number;
    readonly packing?: number;
    readonly height?: number;
    readonly palette?: readonly number[];
    readonly masks?: readonly number[];
    readonly data: readonly number[];
  }

  /** Two pixels wide, two high. Colours are written blue first. */
  function bitmap({ bits, packing = 0, height = 2, palette = [], masks = [], data }: Bitmap): Uint8Array {
    const head = Buffer.alloc(54);
    head.write('BM', 'latin1');
    const extra = Buffer.from([
      ...masks.flatMap((mask) => [...Buffer.from(Uint32Array.of(mask).buffer)]),
      ...palette,
    ]);
    head.writeUInt32LE(54 + extra.length, 10);
    head.writeUInt32LE(40, 14);
    head.writeInt32LE(2, 18);
    head.writeInt32LE(height, 22);
    head.writeUInt16LE(1, 26);
    head.writeUInt16LE(bits, 28);
    head.writeUInt32LE(packing, 30);
    return Uint8Array.from([...head, ...extra, ...data]);
  }

  const [RED, GREEN, BLUE, WHITE] = [
    [0, 0, 255],
    [0, 255, 0],
    [255, 0, 0],
    [255, 255, 255],
  ];
  const palette = [RED, GREEN, BLUE, WHITE].flatMap((color) => [...color, 0]);

  test.each<[string, Bitmap]>([
    ['24 bits', { bits: 24, data: [...BLUE, ...WHITE, 0, 0, ...RED, ...GREEN, 0, 0] }],
    [
      '24 bits from the top',
      { bits: 24, height: -2, data: [...RED, ...GREEN, 0, 0, ...BLUE, ...WHITE, 0, 0] },
    ],
    ['24 bits without the last padding', { bits: 24, data: [...BLUE, ...WHITE, 0, 0, ...RED, ...GREEN] }],
    ['32 bits without alpha', { bits: 32, data: [...BLUE, 0, ...WHITE, 0, ...RED, 0, ...GREEN, 0] }],
    ['8 bits', { bits: 8, palette, data: [2, 3, 0, 0, 0, 1, 0, 0] }],
    ['4 bits', { bits: 4, palette, data: [0x23, 0, 0, 0, 0x01, 0, 0, 0] }],
    ['16 bits', { bits: 16, data: [0x1f, 0x00, 0xff, 0x7f, 0x00, 0x7c, 0xe0, 0x03] }],
    [
      '16 bits with masks',
      {
        bits: 16,
        packing: 3,
        masks: [0xf800, 0x07e0, 0x001f, 0],
        data: [0x1f, 0x00, 0xff, 0xff, 0x00, 0xf8, 0xe0, 0x07],
      },
    ],
    ['runs of bytes', { bits: 8, packing: 1, palette, data: [1, 2, 1, 3, 0, 0, 1, 0, 1, 1, 0, 1] }],
    ['runs of nibbles', { bits: 4, packing: 2, palette, data: [2, 0x23, 0, 0, 2, 0x01, 0, 1] }],
    // Three bytes as they are, of which the row takes two, and a byte that makes their number even.
    ['bytes as they are', { bits: 8, packing: 1, palette, data: [0, 3, 2, 3, 3, 0, 0, 0, 1, 0, 1, 1, 0, 1] }],
  ])('%s', (_name, file) => {
    expect(drawn(decodeBmp(bitmap(file)))).toEqual(['rg', 'bw']);
  });

  test('one bit', () => {
    const black = [0, 0, 0, 0, 255, 255, 255, 0];
    expect(
      drawn(decodeBmp(bitmap({ bits: 1, palette: black, data: [0x40, 0, 0, 0, 0x80, 0, 0, 0] }))),
    ).toEqual(['wk', 'kw']);
  });

  test.each<[string, Bitmap]>([
    ['cut off', { bits: 24, data: [...BLUE, ...WHITE] }],
    ['a packing of another number of bits', { bits: 24, packing: 1, data: [] }],
    ['5 bits', { bits: 5, data: [] }],
  ])('%s is a fault', (_what, file) => {
    expect(() => decodeBmp(bitmap(file))).toThrow();
  });

  test('60,000 × 60,000 is a fault before room is made', () => {
    const large = bitmap({ bits: 1, data: [0, 0, 0, 0] });
    new DataView(large.buffer).setInt32(18, 60_000, true);
    new DataView(large.buffer).setInt32(22, 60_000, true);
    expect(() => decodeBmp(large)).toThrow('megapixels');
  });
});
