import { imageSize } from 'image-size';
import type { Diagnostic } from '../../diagnostics.js';
import type { Article, ImageAsset, ImageMediaType } from '../../model/index.js';

/** A picture as the book stores it. */
export interface BookPicture {
  readonly id: string;
  /** Beside the package document. */
  readonly file: string;
  readonly mediaType: ImageMediaType;
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What a book may hold, by the type that the bytes show. */
const STORED: Readonly<Record<string, readonly [mediaType: ImageMediaType, ending: string]>> = {
  png: ['image/png', 'png'],
  jpg: ['image/jpeg', 'jpg'],
  gif: ['image/gif', 'gif'],
  webp: ['image/webp', 'webp'],
};

/**
 * Hands out the pictures that the text shows, each stored once under a name of our own; names of the source
 * never reach the book.
 */
export class PictureRegister {
  readonly #images: Article['images'];
  readonly #pictureByImageId = new Map<string, BookPicture | undefined>();
  readonly #diagnostics: Diagnostic[];
  #undescribed = false;

  constructor(images: Article['images'], diagnostics: Diagnostic[]) {
    this.#images = images;
    this.#diagnostics = diagnostics;
  }

  /**
   * The stored picture, or undefined when there is none to show. A picture shown without words for those who
   * cannot see it is remembered.
   */
  show(imageId: string, alt: string): BookPicture | undefined {
    if (!this.#pictureByImageId.has(imageId)) this.#pictureByImageId.set(imageId, this.#store(imageId));
    const picture = this.#pictureByImageId.get(imageId);
    if (picture && alt.trim() === '') this.#undescribed = true;
    return picture;
  }

  /** The pictures shown so far, in order of first showing. */
  get stored(): BookPicture[] {
    return [...this.#pictureByImageId.values()].filter((picture) => picture !== undefined);
  }

  /** Every picture shown so far has alternative text. */
  get allDescribed(): boolean {
    return !this.#undescribed;
  }

  #store(imageId: string): BookPicture | undefined {
    const asset = Object.hasOwn(this.#images, imageId) ? this.#images[imageId] : undefined;
    if (asset?.state !== 'present') return undefined;
    const seen = inspect(asset);
    if (!seen) {
      this.#diagnostics.push({
        code: 'epub-picture-refused',
        values: { image: imageId, type: asset.mediaType },
      });
      return undefined;
    }
    const [mediaType, ending] = seen;
    const id = `image-${String(this.stored.length + 1).padStart(3, '0')}`;
    const { bytes, widthPx, heightPx } = asset;
    return { id, file: `images/${id}.${ending}`, mediaType, bytes, widthPx, heightPx };
  }
}

/** Type and ending by the bytes, whatever the asset says; undefined for what no reader could show. */
function inspect({ bytes }: Extract<ImageAsset, { state: 'present' }>): (typeof STORED)[string] | undefined {
  try {
    const { type = '', width, height } = imageSize(bytes);
    return width > 0 && height > 0 && Object.hasOwn(STORED, type) ? STORED[type] : undefined;
  } catch {
    return undefined;
  }
}
