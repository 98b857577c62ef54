import { PictureFault } from './pixels.js';

export interface JpegHead {
  /** As stored, before it is turned. */
  readonly width: number;
  readonly height: number;
  /** 1 to 8. @see Exif 2.32, tag 274 */
  readonly orientation: number;
  /** Of colour: 1 grey, 3 light, 4 inks. */
  readonly components: number;
}

/** Markers. @see ITU-T T.81, table B.1 */
const [START_OF_SCAN, EXIF] = [0xda, 0xe1];
/** SOF0 to SOF15 without the three of their row that are something else. */
const isFrameHead = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/**
 * What a JPEG says of itself before its pixels.
 *
 * @throws PictureFault for a file that ends before them.
 */
export function readJpegHead(file: Buffer): JpegHead {
  let [at, orientation] = [2, 1];
  let size: Omit<JpegHead, 'orientation'> | undefined;
  while (at + 4 <= file.length) {
    if (file[at] !== 0xff) throw new PictureFault('damaged');
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // filling before a marker
      continue;
    }
    if (marker === START_OF_SCAN && size) return { ...size, orientation };
    const length = file.readUInt16BE(at + 2);
    if (length < 2) throw new PictureFault('damaged');
    const body = file.subarray(at + 4, at + 2 + length);
    if (isFrameHead(marker) && body.length >= 6) {
      size = { height: body.readUInt16BE(1), width: body.readUInt16BE(3), components: body[5] ?? 0 };
    } else if (marker === EXIF) {
      orientation = orientationIn(body) ?? orientation;
    }
    at += 2 + length;
  }
  throw new PictureFault('damaged');
}

/** Tag 274 of the first directory. @see Exif 2.32, 4.6; TIFF 6.0, section 2 */
function orientationIn(body: Buffer): number | undefined {
  if (body.length < 14 || body.toString('latin1', 0, 4) !== 'Exif') return undefined;
  const tiff = body.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = Math.min(short(start), 1000);
  for (let index = 0; index < count; index += 1) {
    const entry = start + 2 + index * 12;
    if (short(entry) !== 274) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
