import type { Diagnostic } from '../../diagnostics.js';
import type { Article, ImageAsset, ImageMediaType } from '../../model/index.js';
import { readPicture, sanitiseSvg } from '../../pictures/index.js';
import { element, formatXml } from './xml.js';

/** A picture as the book stores it. */
export interface BookPicture {
  readonly id: string;
  /** Beside the package document. */
  readonly file: string;
  readonly mediaType: ImageMediaType;
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Another picture of the book, for readers that do not know this kind. */
  readonly fallbackId?: string;
}

const ENDINGS: Readonly<Record<ImageMediaType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};

/**
 * Hands out the pictures that the text shows, each stored once under a name of our own; names of the source
 * never reach the book.
 */
export class PictureRegister {
  readonly #images: Article['images'];
  readonly #pictureByImageId = new Map<string, BookPicture | undefined>();
  readonly #stored: BookPicture[] = [];
  #count = 0;
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
    if (!this.#pictureByImageId.has(imageId)) {
      this.#pictureByImageId.set(imageId, this.#store(imageId, alt));
    }
    const picture = this.#pictureByImageId.get(imageId);
    if (picture && alt.trim() === '') this.#undescribed = true;
    return picture;
  }

  /** The pictures shown so far, in order of first showing, and their fallbacks. */
  get stored(): readonly BookPicture[] {
    return this.#stored;
  }

  /** Every picture shown so far has alternative text. */
  get allDescribed(): boolean {
    return !this.#undescribed;
  }

  #store(imageId: string, alt: string): BookPicture | undefined {
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
    this.#count += 1;
    const id = `image-${String(this.#count).padStart(3, '0')}`;
    const { widthPx, heightPx } = asset;
    const picture = { id, file: `images/${id}.${seen.ending}`, ...seen.stored, widthPx, heightPx };
    if (picture.mediaType !== 'image/webp') {
      this.#stored.push(picture);
      return picture;
    }
    const frame = emptyFrame(picture, alt);
    const withFallback = { ...picture, fallbackId: frame.id };
    this.#stored.push(withFallback, frame);
    return withFallback;
  }
}

/** A WebP that we could not draw: those who can show it do, readers of before EPUB 3.3 a frame with its alternative text. */
function emptyFrame({ id, widthPx, heightPx }: BookPicture, alt: string): BookPicture {
  const [width, height] = [Math.max(1, Math.round(widthPx)), Math.max(1, Math.round(heightPx))];
  const svg = element('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}` }, [
    element('rect', { width: String(width), height: String(height), fill: 'none', stroke: '#777777' }),
    element('text', { x: '50%', y: '50%', 'text-anchor': 'middle', fill: '#777777' }, [alt || 'WebP']),
  ]);
  return {
    id: `${id}-frame`,
    file: `images/${id}-frame.svg`,
    mediaType: 'image/svg+xml',
    bytes: new TextEncoder().encode(formatXml(svg)),
    widthPx,
    heightPx,
  };
}

/** What is stored, by what the bytes show and not by what the asset says; undefined for what no reader could show. */
function inspect({
  bytes,
}: Extract<ImageAsset, { state: 'present' }>):
  | { readonly ending: string; readonly stored: Pick<BookPicture, 'mediaType' | 'bytes'> }
  | undefined {
  const seen = readPicture(bytes);
  if ('fault' in seen) return undefined;
  const { mediaType } = seen;
  const kept = mediaType === 'image/svg+xml' ? sanitiseSvg(bytes) : seen.bytes;
  return kept && { ending: ENDINGS[mediaType], stored: { mediaType, bytes: kept } };
}
