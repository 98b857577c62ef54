import { type JpegHead, readJpegHead } from './jpeg-head.js';
import type { Pixels } from './pixels.js';

/** Unpacking takes some thirty bytes a pixel; phones that turn their pictures take 12 million by default. */
const MOST_TURNED_PIXELS = 16_000_000;
/** Above the quality at which cameras store, so that nothing is seen of the second time. */
const QUALITY = 93;
const MEMORY_MB = 700;

/** Exif orientation of a JPEG; 1 for one that stands as it is stored, or is broken. */
export function orientationOf(bytes: Uint8Array): number {
  return headOf(bytes)?.orientation ?? 1;
}

/** Whether a JPEG is made of inks (CMYK or YCCK) and not of light; false for one that is broken. */
export function isOfInks(bytes: Uint8Array): boolean {
  return headOf(bytes)?.components === 4;
}

function headOf(bytes: Uint8Array): JpegHead | undefined {
  try {
    return readJpegHead(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    return undefined;
  }
}

/**
 * A JPEG of light that stands upright by its pixels and not by what it says of itself, which Word, LibreOffice and older
 * readers of books do not look at. Metadata go, places and names of cameras among them.
 *
 * @throws RangeError for one too large to unpack; an error of the decoder for one that is broken.
 */
export async function turnUpright(bytes: Uint8Array): Promise<Uint8Array> {
  const { width, height, orientation } = readJpegHead(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  );
  if (width * height > MOST_TURNED_PIXELS) throw new RangeError('too large to turn');
  // Pure JavaScript, loaded when the first such picture comes.
  const jpeg = (await import('jpeg-js')).default;
  const stored = jpeg.decode(bytes, { useTArray: true, maxMemoryUsageInMB: MEMORY_MB });
  const turned = turn({ width: stored.width, height: stored.height, rgba: stored.data }, orientation);
  return jpeg.encode({ width: turned.width, height: turned.height, data: turned.rgba }, QUALITY).data;
}

/** Where the upright picture's pixel at `x`, `y` is stored; `w` and `h` are the last column and row as stored. */
type Place = (x: number, y: number, w: number, h: number) => readonly [column: number, row: number];

/** @see Exif 2.32, tag 274: which corner the first stored pixel is, from orientation 1 on */
const PLACES: readonly Place[] = [
  (x, y) => [x, y],
  (x, y, w) => [w - x, y],
  (x, y, w, h) => [w - x, h - y],
  (x, y, _w, h) => [x, h - y],
  (x, y) => [y, x],
  (x, y, _w, h) => [y, h - x],
  (x, y, w, h) => [w - y, h - x],
  (x, y, w) => [w - y, x],
];

/** @param orientation 1 to 8. */
export function turn(stored: Pixels, orientation: number): Pixels {
  const isQuarter = orientation >= 5;
  const [width, height] = isQuarter ? [stored.height, stored.width] : [stored.width, stored.height];
  const place = PLACES[orientation - 1] as Place;
  const from = new Uint32Array(stored.rgba.buffer, stored.rgba.byteOffset, stored.width * stored.height);
  const to = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [column, row] = place(x, y, stored.width - 1, stored.height - 1);
      to[y * width + x] = from[row * stored.width + column] as number;
    }
  }
  return { width, height, rgba: new Uint8Array(to.buffer) };
}
