import { bmpSize } from './decode-bmp.js';
import { readJpegHead } from './jpeg-head.js';
import { PictureFault } from './pixels.js';

export interface RasterSize {
  /** As it stands upright. */
  readonly width: number;
  readonly height: number;
}

/**
 * The size of a picture by its head, without unpacking it.
 *
 * @throws PictureFault for a file that ends before its pixels, or contradicts itself.
 */
export function rasterSize(kind: 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp', bytes: Uint8Array): RasterSize {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (kind) {
    case 'png':
      return pngSize(file);
    case 'jpeg':
      return uprightSize(file);
    case 'gif':
      if (file.length < 14) throw new PictureFault('damaged');
      return { width: file.readUInt16LE(6), height: file.readUInt16LE(8) };
    case 'webp':
      return webpSize(file);
    case 'bmp':
      return bmpSize(file);
  }
}

/** Exif orientations 5 to 8 turn a picture by a quarter. */
function uprightSize(file: Buffer): RasterSize {
  const { width, height, orientation } = readJpegHead(file);
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** A PNG that is cut off is refused: some programs show it, others nothing. */
function pngSize(file: Buffer): RasterSize {
  if (file.length < 33 || file.toString('latin1', 12, 16) !== 'IHDR') throw new PictureFault('damaged');
  let [at, hasPixels] = [8, false];
  for (let name = ''; name !== 'IEND'; ) {
    if (at + 12 > file.length) throw new PictureFault('damaged');
    name = file.toString('latin1', at + 4, at + 8);
    hasPixels ||= name === 'IDAT';
    at += 12 + file.readUInt32BE(at);
    // Some writers leave the last checksum out.
    if (name !== 'IEND' && at > file.length) throw new PictureFault('damaged');
  }
  if (!hasPixels) throw new PictureFault('damaged');
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** The canvas. @see WebP container specification, “Extended file format”; RFC 6386, 9.1; RFC 9649, 3.4 */
function webpSize(file: Buffer): RasterSize {
  if (file.length < 30) throw new PictureFault('damaged');
  switch (file.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = file.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
    default:
      throw new PictureFault('damaged');
  }
}
