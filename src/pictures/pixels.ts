/** A picture unpacked. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel, a byte each, from the top left, row by row; alpha not multiplied in. */
  readonly rgba: Uint8Array;
}

/** A picture whose bytes cannot be used, and why. */
export class PictureFault extends Error {
  readonly reason: FaultReason;
  /** What the reason is about: a kind of file, a limit. */
  readonly detail: string;

  constructor(reason: FaultReason, detail: string = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.name = 'PictureFault';
    this.reason = reason;
    this.detail = detail;
  }
}

/** `kind`: no picture, or a kind that is not read; `large`: over a limit; `damaged`: cut off, or contradicts itself. */
export type FaultReason = 'kind' | 'large' | 'damaged';

/**
 * Pictures of more pixels are not unpacked: four bytes each, and as much again for the copy that is packed. A page of
 * A4 scanned at 600 dpi has 35 million.
 */
export const MOST_UNPACKED_PIXELS = 40_000_000;

/**
 * Room for a picture.
 *
 * @throws PictureFault for a size that is none, or over {@link MOST_UNPACKED_PIXELS}.
 */
export function blankPixels(width: number, height: number): Pixels {
  checkSize(width, height);
  return { width, height, rgba: new Uint8Array(width * height * 4) };
}

/** @throws PictureFault for a size that is none, or too large to unpack. */
export function checkSize(width: number, height: number): void {
  if (!(width > 0 && height > 0)) throw new PictureFault('damaged');
  if (width * height > MOST_UNPACKED_PIXELS)
    throw new PictureFault('large', `${MOST_UNPACKED_PIXELS / 1e6} megapixels`);
}
