import type { ImageAsset, ImageMediaType } from '../model/index.js';
import { decodeBmp } from './decode-bmp.js';
import { kindOf, type PictureKind } from './kinds.js';
import { type FaultReason, MOST_UNPACKED_PIXELS, PictureFault } from './pixels.js';
import { rasterSize } from './raster-size.js';
import { drawingSize } from './svg/drawing-size.js';
import { writePng } from './write-png.js';

export type PresentImage = Extract<ImageAsset, { state: 'present' }>;

/** A picture that can be used, or why not. */
export type PictureReading =
  | PresentImage
  | { readonly fault: FaultReason /** The kind, or the limit. */; readonly detail: string };

const MIB = 1024 * 1024;
/** A scan of a page at 600 dpi is some 20 MB; far above that a file is a mistake or an attack. */
const MOST_BYTES = 64 * MIB;
/** Vector pictures are text that is parsed as a whole. */
const MOST_SVG_BYTES = 4 * MIB;
/** A JPEG is handed on as it is, and drawn by strips. */
const MOST_JPEG_PIXELS = 200_000_000;

const MEDIA_TYPES: Readonly<Record<PictureKind, ImageMediaType>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  // Turned into one: few readers of books and no PDF know bitmaps.
  bmp: 'image/png',
};

const isRead = (kind: string): kind is PictureKind => Object.hasOwn(MEDIA_TYPES, kind);

/** Knows a picture by its bytes, whatever its name says. Never throws. */
export function readPicture(bytes: Uint8Array): PictureReading {
  try {
    const kind = kindOf(bytes);
    if (!isRead(kind)) return { fault: 'kind', detail: kind };
    if (bytes.length > (kind === 'svg' ? MOST_SVG_BYTES : MOST_BYTES))
      return { fault: 'large', detail: `${(kind === 'svg' ? MOST_SVG_BYTES : MOST_BYTES) / MIB} MiB` };
    const { width, height } = sizeOf(kind, bytes);
    const mediaType = MEDIA_TYPES[kind];
    const kept = kind === 'bmp' ? writePng(decodeBmp(bytes)) : bytes;
    return { state: 'present', mediaType, bytes: kept, widthPx: width, heightPx: height };
  } catch (error) {
    if (error instanceof PictureFault) return { fault: error.reason, detail: error.detail };
    // Whatever else a broken file brings about, it is broken.
    return { fault: 'damaged', detail: '' };
  }
}

function sizeOf(kind: PictureKind, bytes: Uint8Array): { readonly width: number; readonly height: number } {
  if (kind === 'svg') {
    const size = drawingSize(bytes);
    if (!size) throw new PictureFault('damaged');
    return size;
  }
  const size = rasterSize(kind, bytes);
  if (!(size.width > 0 && size.height > 0)) throw new PictureFault('damaged');
  const most = kind === 'jpeg' ? MOST_JPEG_PIXELS : MOST_UNPACKED_PIXELS;
  if (size.width * size.height > most) throw new PictureFault('large', `${most / 1e6} megapixels`);
  return size;
}
