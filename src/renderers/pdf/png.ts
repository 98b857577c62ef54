import { deflateSync, inflateSync } from 'node:zlib';

/** A PNG as PDF takes it: pixels deflated, alpha apart. */
export interface PngPixels {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly colors: 1 | 3;
  /** Deflated; PNG rows with their filter bytes when `isFiltered`. */
  readonly pixels: Buffer;
  readonly isFiltered: boolean;
  /** RGB triples. */
  readonly palette?: Buffer;
  /** Deflated, 8 bits a pixel. */
  readonly alpha?: Buffer;
}

/** More pixels than an A0 sheet at 150 dpi; unpacked they would fill the memory. */
const MOST_PIXELS = 40_000_000;

const SIGNATURE = 0x89504e47;
const [GREY, COLOR, INDEXED, GREY_ALPHA, COLOR_ALPHA] = [0, 2, 3, 4, 6];
/** Samples a pixel by colour type. */
const CHANNELS: Readonly<Record<number, number>> = {
  [GREY]: 1,
  [COLOR]: 3,
  [INDEXED]: 1,
  [GREY_ALPHA]: 2,
  [COLOR_ALPHA]: 4,
};

/** Adam7: start and step of the columns and rows of each pass. @see PNG specification, 8.2 */
const PASSES: readonly (readonly [x: number, y: number, dx: number, dy: number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

interface Png {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly type: number;
  readonly channels: number;
  readonly isInterlaced: boolean;
  readonly data: Buffer;
  readonly palette: Buffer | undefined;
  readonly transparency: Buffer | undefined;
}

/**
 * Takes a PNG apart for embedding. Without alpha and interlacing its data goes into a PDF as it is.
 *
 * @throws RangeError, or an error of zlib, for a file that is broken, cut off or too large to unpack.
 */
export function readPng(bytes: Uint8Array): PngPixels {
  const png = parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { width, height, bits, type } = png;
  const rowBytes = Math.ceil((width * png.channels * bits) / 8);
  const raw = inflateSync(png.data, { maxOutputLength: (rowBytes + 1) * height + height * 8 + 64 });
  const common = { width, height, ...(type === INDEXED && png.palette && { palette: png.palette }) };
  const colors = type === COLOR || type === COLOR_ALPHA ? 3 : 1;
  const hasAlpha = type === GREY_ALPHA || type === COLOR_ALPHA || png.transparency !== undefined;
  if (!hasAlpha && !png.isInterlaced) {
    if (raw.length < (rowBytes + 1) * height) throw new RangeError('the PNG ends too early');
    return { ...common, bits, colors, pixels: png.data, isFiltered: true };
  }
  const samples = png.isInterlaced
    ? readPasses(png, raw)
    : toSamples(png, width, unfilter(png, raw, 0, width, height).rows);
  return { ...common, bits: 8, colors, isFiltered: false, ...split(png, samples, colors) };
}

function parse(bytes: Buffer): Png {
  if (bytes.length < 33 || bytes.readUInt32BE(0) !== SIGNATURE) throw new RangeError('not a PNG');
  const chunks = new Map<string, Buffer[]>();
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    chunks.set(name, [...(chunks.get(name) ?? []), bytes.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  const [head] = chunks.get('IHDR') ?? [];
  const data = chunks.get('IDAT');
  if (!head || !data) throw new RangeError('the PNG has no pixels');
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [bits = 0, type = 0, , , interlace = 0] = head.subarray(8);
  const channels = CHANNELS[type] ?? 0;
  const palette = chunks.get('PLTE')?.[0];
  const isSound = channels > 0 && [1, 2, 4, 8, 16].includes(bits) && (type !== INDEXED || palette);
  if (!isSound || width * height === 0 || width * height > MOST_PIXELS) throw new RangeError('an odd PNG');
  return {
    ...{ width, height, bits, type, channels, palette },
    isInterlaced: interlace === 1,
    data: Buffer.concat(data),
    transparency: chunks.get('tRNS')?.[0],
  };
}

/** Undoes the row filters. @see PNG specification, 9.2 */
function unfilter(
  png: Png,
  raw: Buffer,
  start: number,
  width: number,
  height: number,
): { rows: Buffer; end: number } {
  const step = Math.max(1, (png.channels * png.bits) >> 3);
  const rowBytes = Math.ceil((width * png.channels * png.bits) / 8);
  const end = start + (rowBytes + 1) * height;
  if (end > raw.length) throw new RangeError('the PNG ends too early');
  const rows = Buffer.alloc(rowBytes * height);
  for (let row = 0; row < height; row += 1) {
    const from = start + row * (rowBytes + 1);
    const filter = raw[from] ?? 0;
    for (let column = 0; column < rowBytes; column += 1) {
      const at = row * rowBytes + column;
      const left = column >= step ? (rows[at - step] ?? 0) : 0;
      const up = row > 0 ? (rows[at - rowBytes] ?? 0) : 0;
      const corner = column >= step && row > 0 ? (rows[at - rowBytes - step] ?? 0) : 0;
      rows[at] = (raw[from + 1 + column] ?? 0) + predict(filter, left, up, corner);
    }
  }
  return { rows, end };
}

function predict(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      throw new RangeError('the PNG has an unknown filter');
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [guess - left, guess - up, guess - corner].map(Math.abs) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** One byte a sample: 16 bits lose their lower half, fewer than 8 are spread, palette entries stay numbers. */
function toSamples(png: Png, width: number, rows: Buffer): Buffer {
  const { bits, channels, type } = png;
  if (bits === 8) return rows;
  if (bits === 16) return Buffer.from(rows.filter((_, index) => index % 2 === 0));
  const rowBytes = Math.ceil((width * channels * bits) / 8);
  const height = rows.length / rowBytes;
  const mask = (1 << bits) - 1;
  const spread = type === INDEXED ? 1 : 255 / mask;
  const samples = Buffer.alloc(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const bit = column * bits;
      const byte = rows[row * rowBytes + (bit >> 3)] ?? 0;
      samples[row * width + column] = ((byte >> (8 - bits - (bit & 7))) & mask) * spread;
    }
  }
  return samples;
}

function readPasses(png: Png, raw: Buffer): Buffer {
  const { width, height, channels } = png;
  const samples = Buffer.alloc(width * height * channels);
  let start = 0;
  for (const [x, y, dx, dy] of PASSES) {
    const [columns, rows] = [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)];
    if (columns <= 0 || rows <= 0) continue;
    const pass = unfilter(png, raw, start, columns, rows);
    start = pass.end;
    const pixels = toSamples(png, columns, pass.rows);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const from = (row * columns + column) * channels;
        const to = ((y + row * dy) * width + x + column * dx) * channels;
        pixels.copy(samples, to, from, from + channels);
      }
    }
  }
  return samples;
}

/** Parts colour from alpha; a `tRNS` chunk names the alpha of palette entries or the one colour without ink. */
function split(png: Png, samples: Buffer, colors: 1 | 3): { pixels: Buffer; alpha?: Buffer } {
  const { channels, transparency } = png;
  const count = png.width * png.height;
  if (channels === colors && !transparency) return { pixels: deflateSync(samples) };
  const pixels = Buffer.alloc(count * colors);
  const alpha = Buffer.alloc(count);
  const clear = transparency && png.type !== INDEXED ? clearColor(png, transparency) : undefined;
  for (let index = 0; index < count; index += 1) {
    const pixel = samples.subarray(index * channels, (index + 1) * channels);
    pixel.copy(pixels, index * colors, 0, colors);
    if (channels > colors) alpha[index] = pixel[colors] ?? 255;
    else if (clear) alpha[index] = pixel.equals(clear) ? 0 : 255;
    else alpha[index] = transparency?.[pixel[0] ?? 0] ?? 255;
  }
  return { pixels: deflateSync(pixels), alpha: deflateSync(alpha) };
}

function clearColor(png: Png, transparency: Buffer): Buffer {
  const spread = png.bits < 8 ? 255 / ((1 << png.bits) - 1) : 1;
  const samples = Array.from({ length: transparency.length >> 1 }, (_, index) => {
    const value = transparency.readUInt16BE(index * 2);
    return png.bits === 16 ? value >> 8 : value * spread;
  });
  return Buffer.from(samples);
}
