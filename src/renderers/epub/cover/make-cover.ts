import { ConversionError } from '../../../diagnostics.js';
import { drawingFonts } from '../../../fonts/index.js';
import type { Article, ImageMediaType } from '../../../model/index.js';
import { drawPictures, readPicture } from '../../../pictures/index.js';
import type { StyleSheet } from '../../../style/index.js';
import type { BookWords } from '../words.js';
import { drawCover } from './draw-cover.js';
import { formatCover } from './format-cover.js';
import { paintCover } from './paint-cover.js';

/** The pictures of a cover. */
export interface BookCover {
  /** What shops and shelves show: pixels, since many of them take nothing else. */
  readonly image: CoverFile;
  /** The same as a drawing, which the book's own first page shows; absent where the user gave a picture. */
  readonly drawing?: CoverFile;
}

export interface CoverFile {
  readonly file: string;
  readonly mediaType: ImageMediaType;
  readonly bytes: Uint8Array;
}

export interface CoverSource {
  readonly article: Article;
  readonly sheet: StyleSheet;
  readonly language: string;
  readonly words: BookWords;
}

/**
 * The user's picture as a cover, or one drawn from the title, the authors and the template.
 *
 * @throws ConversionError `cover-unreadable` for what is no picture.
 */
export async function makeCover(source: CoverSource, picture?: Uint8Array): Promise<BookCover> {
  if (picture) return { image: await coverPicture(picture) };
  const drawn = await drawCover(source);
  const svg = new TextEncoder().encode(formatCover(drawn, source.language));
  return {
    image: { file: 'cover.png', mediaType: 'image/png', bytes: paintCover(drawn) },
    drawing: { file: 'cover.svg', mediaType: 'image/svg+xml', bytes: svg },
  };
}

const ENDINGS: Readonly<Partial<Record<ImageMediaType, string>>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/**
 * A picture in a kind that every shop takes.
 *
 * @throws ConversionError `cover-unreadable`.
 */
export async function coverPicture(bytes: Uint8Array): Promise<CoverFile> {
  const read = readPicture(bytes);
  const needs = { takes: ['image/png', 'image/jpeg'], upright: true, fonts: drawingFonts } as const;
  const { images } = await drawPictures('state' in read ? { cover: read } : {}, needs);
  const drawn = images.cover;
  const ending = drawn?.state === 'present' ? ENDINGS[drawn.mediaType] : undefined;
  if (drawn?.state !== 'present' || !ending) throw new ConversionError('cover-unreadable');
  return { file: `cover.${ending}`, mediaType: drawn.mediaType, bytes: drawn.bytes };
}
