import type { Diagnostic } from '../../diagnostics.js';
import type { ImageAsset } from '../../model/index.js';
import type { PackedDocument } from './packed-document.js';
import type { PdfReference } from './pdfkit-internals.js';
import { readPng } from './png.js';

/** A picture in the file, ready to be drawn on any page. */
export interface EmbeddedImage {
  readonly name: string;
  readonly reference: PdfReference;
  /** Exif orientation: how the unit square is to be turned. */
  readonly orientation: number;
}

/** The pictures of an article, each put into the file when it is first drawn. */
export class ImageShelf {
  readonly #document: PackedDocument;
  readonly #assets: Readonly<Record<string, ImageAsset>>;
  readonly #embedded = new Map<string, EmbeddedImage | undefined>();
  readonly diagnostics: Diagnostic[] = [];

  constructor(document: PackedDocument, assets: Readonly<Record<string, ImageAsset>>) {
    this.#document = document;
    this.#assets = assets;
  }

  /** Undefined for a picture that cannot be drawn; why is then in {@link diagnostics}, once. */
  embed(imageId: string): EmbeddedImage | undefined {
    if (!this.#embedded.has(imageId)) this.#embedded.set(imageId, this.#embedFirst(imageId));
    return this.#embedded.get(imageId);
  }

  #embedFirst(imageId: string): EmbeddedImage | undefined {
    const asset = Object.hasOwn(this.#assets, imageId) ? this.#assets[imageId] : undefined;
    // Whoever could not read a picture has said so already.
    if (asset?.state !== 'present') return undefined;
    const name = `I${this.#embedded.size + 1}`;
    try {
      switch (asset.mediaType) {
        case 'image/png':
          return { name, reference: embedPng(this.#document, asset.bytes), orientation: 1 };
        case 'image/jpeg':
          return { name, ...embedJpeg(this.#document, asset.bytes) };
        default:
          // Other kinds were drawn as PNG before; one that could not be was named there.
          return undefined;
      }
    } catch {
      this.diagnostics.push({ code: 'image-broken', values: { image: imageId } });
    }
    return undefined;
  }
}

function embedPng(document: PackedDocument, bytes: Uint8Array): PdfReference {
  const { width, height, bits, colors, pixels, isFiltered, palette, alpha } = readPng(bytes);
  const common = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, Filter: 'FlateDecode' };
  const mask = alpha && document.ref({ ...common, BitsPerComponent: 8, ColorSpace: 'DeviceGray' });
  mask?.end(alpha);
  // A stream, not a string: pdfkit does not encrypt strings of bytes.
  const colorTable = palette && document.ref();
  colorTable?.end(palette);
  const device = colors === 3 ? 'DeviceRGB' : 'DeviceGray';
  const image = document.ref({
    ...common,
    BitsPerComponent: bits,
    ColorSpace: palette ? ['Indexed', 'DeviceRGB', Math.floor(palette.length / 3) - 1, colorTable] : device,
    ...(isFiltered && {
      DecodeParms: { Predictor: 15, Colors: colors, BitsPerComponent: bits, Columns: width },
    }),
    ...(mask && { SMask: mask }),
  });
  image.end(pixels);
  return image;
}

function embedJpeg(
  document: PackedDocument,
  bytes: Uint8Array,
): { reference: PdfReference; orientation: number } {
  const jpeg = document.openImage(bytes);
  if (!jpeg.colorSpace || !(jpeg.width > 0 && jpeg.height > 0)) throw new RangeError('an odd JPEG');
  jpeg.embed(document);
  return { reference: jpeg.obj, orientation: jpeg.orientation };
}

/** Matrices that turn the unit square as Exif orientation 1 to 8 asks. @see Exif 2.32, tag 274 */
const TURNS: readonly (readonly [number, number, number, number, number, number])[] = [
  [1, 0, 0, 1, 0, 0],
  [-1, 0, 0, 1, 1, 0],
  [-1, 0, 0, -1, 1, 1],
  [1, 0, 0, -1, 0, 1],
  [0, -1, -1, 0, 1, 1],
  [0, -1, 1, 0, 0, 1],
  [0, 1, 1, 0, 0, 0],
  [0, 1, -1, 0, 1, 0],
];

/**
 * The matrix that puts a picture's unit square, turned upright, onto a rectangle.
 *
 * @param box In points, y up, by its lower left corner.
 */
export function imageMatrix(
  orientation: number,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): readonly number[] {
  const [a, b, c, d, e, f] = TURNS[orientation - 1] ?? [1, 0, 0, 1, 0, 0];
  const { x, y, width, height } = box;
  return [a * width, b * height, c * width, d * height, e * width + x, f * height + y];
}
