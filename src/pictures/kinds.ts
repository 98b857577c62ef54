/** Kinds of pictures that are read. */
export type PictureKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'svg' | 'bmp';

/** How files begin, or what stands at a place in them. */
const SIGNATURES: readonly (readonly [kind: string, begins: string, at?: number])[] = [
  ['png', '\x89PNG\r\n\x1A\n'],
  ['jpeg', '\xFF\xD8\xFF'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['webp', 'WEBP', 8],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['AVIF', 'ftypavif', 4],
  ['AVIF', 'ftypavis', 4],
  ['HEIC', 'ftyp', 4],
  ['JPEG XL', '\xFF\x0A'],
  ['JPEG XL', '\0\0\0\x0CJXL '],
  ['JPEG 2000', '\0\0\0\x0CjP  '],
  ['ICO', '\0\0\x01\0'],
  ['WMF', '\xD7\xCD\xC6\x9A'],
  ['WMF', '\x01\0\x09\0'],
  ['EMF', ' EMF', 40],
  ['PSD', '8BPS'],
  ['PDF', '%PDF-'],
  ['gzip', '\x1F\x8B'],
];

/** A drawing may begin with comments of the program that made it. */
const SVG_WINDOW = 4096;
const SVG_START = /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml|<!--|<!DOCTYPE\s+svg|<svg[\s>])/i;
const PAGE_START = /^(?:\xEF\xBB\xBF)?\s*<(?:!DOCTYPE\s+html|html|head|body)\b/i;

/**
 * What bytes are, whatever their name says: a kind that is read, the usual name of another, or an empty string for
 * what is no picture that we know.
 */
export function kindOf(bytes: Uint8Array): PictureKind | (string & {}) {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SVG_WINDOW)).toString(
    'latin1',
  );
  const found = SIGNATURES.find(([, begins, at = 0]) => start.startsWith(begins, at))?.[0];
  if (found !== undefined) return found;
  // Bytes 6 to 9 are reserved; text that begins with BM has letters there.
  if (/^BM.{4}\0\0\0\0/s.test(start)) return 'bmp';
  if (SVG_START.test(start) && start.includes('<svg')) return 'svg';
  return PAGE_START.test(start) ? 'HTML' : '';
}
