import { imageSize } from 'image-size';
import type { ImageAsset, ImageMediaType } from '../model/index.js';

/** A picture that can be used, or why not. */
export type ImageReading = Extract<ImageAsset, { state: 'present' }> | { readonly fault: string };

/** A scan of a page at 600 dpi is some 20 MB and 35 megapixels; far above that a file is a mistake or an attack. */
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_PIXELS = 200_000_000;
/** Vector pictures are text that others parse as a whole. */
const MAX_SVG_BYTES = 4 * 1024 * 1024;

const MEDIA_TYPES: Readonly<Record<string, ImageMediaType>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** Knows a picture by its bytes, whatever its name says. Never throws: a broken file is a fault. */
export function readImage(bytes: Uint8Array): ImageReading {
  if (bytes.length > MAX_BYTES) return { fault: `over ${MAX_BYTES / 1024 / 1024} MiB` };
  const type = imageType(bytes);
  if (type === undefined) return { fault: 'not a known kind of picture' };
  if (type === 'svg' && bytes.length > MAX_SVG_BYTES)
    return { fault: `SVG over ${MAX_SVG_BYTES / 1024 / 1024} MiB` };
  const size = sizeOf(bytes);
  if (!size) return { fault: 'broken' };
  if (size.widthPx * size.heightPx > MAX_PIXELS) return { fault: `over ${MAX_PIXELS / 1e6} megapixels` };
  return { state: 'present', mediaType: MEDIA_TYPES[type] as ImageMediaType, bytes, ...size };
}

/** The kind by the first bytes. Checked here and not by image-size, which also takes kinds that no renderer draws. */
function imageType(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (start.startsWith('\x89PNG\r\n\x1A\n')) return 'png';
  if (start.startsWith('\xFF\xD8\xFF')) return 'jpg';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (/^RIFF.{4}WEBP/s.test(start)) return 'webp';
  return /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg[\s>])/i.test(start) && start.includes('<svg')
    ? 'svg'
    : undefined;
}

function sizeOf(bytes: Uint8Array): { widthPx: number; heightPx: number } | undefined {
  try {
    const { width, height, orientation } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return undefined;
    // Exif orientations 5 to 8 turn the picture by a quarter.
    const [widthPx, heightPx] = (orientation ?? 1) >= 5 ? [height, width] : [width, height];
    return { widthPx: Math.round(widthPx), heightPx: Math.round(heightPx) };
  } catch {
    return undefined;
  }
}
