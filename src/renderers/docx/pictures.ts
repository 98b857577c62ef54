import type { IImageOptions } from 'docx';
import type { ImageMediaType } from '../../model/index.js';
import type { Manuscript } from './manuscript.js';
import { cleanText } from './xml.js';

/** What every version of Word shows, and LibreOffice and WPS too. Others are drawn as PNG before. */
const WORD_TYPES: Readonly<Partial<Record<ImageMediaType, 'png' | 'jpg' | 'gif'>>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
};

export const WORD_MEDIA_TYPES: readonly ImageMediaType[] = Object.keys(WORD_TYPES) as ImageMediaType[];

/** CSS pixels, at which sources state sizes: 96 to the inch. */
const POINTS_PER_PIXEL = 0.75;

/** A picture as text or a figure shows it. */
export interface ShownPicture {
  readonly imageId: string;
  readonly alt: string;
  /** What stands under it; it describes the picture where the source has no alternative text. */
  readonly caption?: string;
}

/** The options of a picture, or the words that stand in its place. */
export function imageOptions(
  manuscript: Manuscript,
  { imageId, alt, caption }: ShownPicture,
  widthPt: number,
): IImageOptions | string {
  const { article, sheet, diagnostics } = manuscript;
  const asset = Object.hasOwn(article.images, imageId) ? article.images[imageId] : undefined;
  const placeholder = `〔图片\uFF1A${cleanText(alt) || '无说明'}〕`;
  if (asset?.state !== 'present') {
    const source = cleanText(asset?.source ?? imageId);
    diagnostics.push({ code: 'image-missing', values: { source } });
    return placeholder;
  }
  const type = WORD_TYPES[asset.mediaType];
  // Whoever could not draw it has said so.
  if (!type || asset.bytes.length === 0) return placeholder;
  const id = manuscript.nextPictureId();
  const room: [number, number] = [widthPt, sheet.page.linePitchPt * (sheet.page.linesPerPage - 2)];
  // A picture stands upright also where lines run down the page.
  if (sheet.direction === 'vertical') room.reverse();
  const [width, height] = fitted(asset.widthPx, asset.heightPx, ...room);
  return {
    type,
    data: asset.bytes,
    transformation: { width, height },
    ...described(`图片 ${id}`, id, cleanText(alt).trim() || wordsOf(caption)),
  };
}

/** A screen reader reads the caption too: the word in front says what it is told twice for. */
const wordsOf = (caption: string | undefined): string =>
  caption === undefined || caption.trim() === '' ? '' : `图片\uFF1A${cleanText(caption).trim()}`;

/** A picture of which nothing is said is passed over by screen readers, rather than called by a number. */
function described(
  name: string,
  id: number,
  description: string,
): Pick<IImageOptions, 'altText' | 'decorative'> {
  const isDecorative = description === '';
  return { altText: { id: String(id), name, description }, ...(isDecorative && { decorative: true }) };
}

/** Pixels within the room given in points, at least one each way. */
function fitted(widthPx: number, heightPx: number, widthPt: number, heightPt: number): [number, number] {
  const [width, height] = [Math.max(1, widthPx || 1), Math.max(1, heightPx || 1)];
  const scale = Math.min(1, widthPt / POINTS_PER_PIXEL / width, heightPt / POINTS_PER_PIXEL / height);
  return [Math.max(1, width * scale), Math.max(1, height * scale)];
}
