import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture in shades of grey: a byte a pixel, 0 is black. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Reads a binary PGM, as pdftoppm writes it. */
export function readPgm(bytes: Buffer): GrayPicture {
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 64)) ?? [];
  if (head === undefined) throw new RangeError('no PGM');
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(head.length) };
}

/** Every row as the difference from the one above, which packs text well. @see PNG, 9.2 */
const UP = 2;
const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

export function writePng({ width, height, pixels }: GrayPicture): Buffer {
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    rows[y * (width + 1)] = UP;
    for (let x = 0; x < width; x += 1) {
      const above = y === 0 ? 0 : (pixels[(y - 1) * width + x] ?? 0);
      rows[y * (width + 1) + 1 + x] = (pixels[y * width + x] ?? 0) - above;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const chunks = [
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

/** Reads what {@link writePng} wrote, and no other PNG. */
export function readOwnPng(bytes: Buffer): GrayPicture {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const at = SIGNATURE.length + 25;
  const rows = inflateSync(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    if (rows[y * (width + 1)] !== UP) throw new RangeError('a PNG from elsewhere; renew the pictures');
    for (let x = 0; x < width; x += 1) {
      const above = y === 0 ? 0 : (pixels[(y - 1) * width + x] ?? 0);
      pixels[y * width + x] = (rows[y * (width + 1) + 1 + x] ?? 0) + above;
    }
  }
  return { width, height, pixels };
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** So many steps of grey are the same to the eye. */
const TOLERANCE = 80;

/**
 * Where two pictures of one size differ: black pixels on white. A pixel is the same when the other picture has its like
 * next to it, so that another version of the renderer, which puts an edge half a pixel elsewhere, does not matter; a line
 * that has moved does.
 */
export function difference(a: GrayPicture, b: GrayPicture): GrayPicture {
  const pixels = new Uint8Array(a.pixels.length).fill(255);
  for (let at = 0; at < pixels.length; at += 1) {
    if (!hasLike(a, b, at) || !hasLike(b, a, at)) pixels[at] = 0;
  }
  return { ...a, pixels };
}

function hasLike({ pixels }: GrayPicture, other: GrayPicture, at: number): boolean {
  const wanted = pixels[at] ?? 0;
  const [x, y] = [at % other.width, Math.floor(at / other.width)];
  for (let row = Math.max(0, y - 1); row <= Math.min(other.height - 1, y + 1); row += 1) {
    for (let column = Math.max(0, x - 1); column <= Math.min(other.width - 1, x + 1); column += 1) {
      if (Math.abs((other.pixels[row * other.width + column] ?? 0) - wanted) <= TOLERANCE) return true;
    }
  }
  return false;
}

/** Pictures side by side, for a look at what went wrong. */
export function sideBySide(pictures: readonly GrayPicture[]): GrayPicture {
  const width = pictures.reduce((sum, picture) => sum + picture.width, 0);
  const height = Math.max(...pictures.map((picture) => picture.height));
  const pixels = new Uint8Array(width * height).fill(128);
  let left = 0;
  for (const picture of pictures) {
    for (let y = 0; y < picture.height; y += 1) {
      pixels.set(picture.pixels.subarray(y * picture.width, (y + 1) * picture.width), y * width + left);
    }
    left += picture.width;
  }
  return { width, height, pixels };
}
