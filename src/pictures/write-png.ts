import { crc32, deflateSync } from 'node:zlib';
import type { Pixels } from './pixels.js';

const SIGNATURE = Buffer.from('89504E470D0A1A0A', 'hex');
/** Colour types of the PNG specification, 11.2.1. */
const [COLOR, INDEXED, COLOR_ALPHA] = [2, 3, 6];
/** Row filters of the PNG specification, 9.2. */
const [SUB, UP] = [1, 2];

/** The same picture as a PNG; without an alpha channel when nothing shines through. */
export function writePng({ width, height, rgba }: Pixels): Uint8Array {
  const channels = isOpaque(rgba) ? 3 : 4;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, channels === 3 ? COLOR : COLOR_ALPHA], 8);
  const rows = filterRows(channels === 3 ? withoutAlpha(rgba) : rgba, width * channels, channels);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A picture of few colours. */
export interface IndexedPixels {
  readonly width: number;
  readonly height: number;
  /** For each pixel, row by row, the number of its colour. */
  readonly indexes: Uint8Array;
  /** `#rrggbb`, 256 at most. */
  readonly colors: readonly string[];
}

/** Flat colours deflate well as they are: no filter, and a byte a pixel. @see PNG specification, 11.2.3, 12.8 */
export function writeIndexedPng({ width, height, indexes, colors }: IndexedPixels): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, INDEXED], 8);
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++)
    rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colors.map((color) => color.slice(1)).join(''), 'hex')),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function isOpaque(rgba: Uint8Array): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false;
  return true;
}

function withoutAlpha(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] as number;
    rgb[to + 1] = rgba[from + 1] as number;
    rgb[to + 2] = rgba[from + 2] as number;
  }
  return rgb;
}

/** Each row by the difference to its left or upper neighbour, whichever is smaller in sum. */
function filterRows(samples: Uint8Array, rowBytes: number, channels: number): Uint8Array {
  const height = samples.length / rowBytes;
  const out = new Uint8Array(height * (rowBytes + 1));
  const above = new Uint8Array(rowBytes);
  const row = new Uint8Array(rowBytes);
  for (let y = 0; y < height; y += 1) {
    row.set(samples.subarray(y * rowBytes, (y + 1) * rowBytes));
    let [bySub, byUp] = [0, 0];
    for (let x = 0; x < rowBytes; x += 1) {
      bySub += size(row[x] as number, x < channels ? 0 : (row[x - channels] as number));
      byUp += size(row[x] as number, above[x] as number);
    }
    const to = y * (rowBytes + 1);
    out[to] = byUp <= bySub ? UP : SUB;
    for (let x = 0; x < rowBytes; x += 1) {
      const neighbour = byUp <= bySub ? above[x] : x < channels ? 0 : row[x - channels];
      out[to + 1 + x] = (row[x] as number) - (neighbour as number);
    }
    above.set(row);
  }
  return out;
}

/** Of a difference taken modulo 256. */
function size(value: number, neighbour: number): number {
  const difference = (value - neighbour) & 255;
  return difference < 128 ? difference : 256 - difference;
}

function chunk(name: string, data: Uint8Array): Buffer {
  const [head, tail] = [Buffer.alloc(8), Buffer.alloc(4)];
  head.writeUInt32BE(data.length, 0);
  head.write(name, 4, 'latin1');
  tail.writeUInt32BE(crc32(data, crc32(head.subarray(4))));
  return Buffer.concat([head, data, tail]);
}
