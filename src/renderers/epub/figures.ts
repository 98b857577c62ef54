import { type Figure, type InlineImage, pictureWords } from '../../model/index.js';
import type { WritingContext } from './context.js';
import type { BookPicture } from './pictures.js';
import { element, type XmlElement, type XmlNode } from './xml.js';

/**
 * A picture that stands alone, or a visible word where it is missing. `caption` is its written caption; without one
 * the alternative text is shown, as in print, but not read aloud a second time.
 */
export function writeFigure(
  figure: Figure,
  caption: readonly XmlNode[],
  context: WritingContext,
): XmlElement {
  const { imageId, alt } = figure;
  const picture = context.record.pictures.show(imageId, alt);
  const shown = picture
    ? pictureElement(picture, alt, 'picture')
    : element('p', { class: 'missing-picture' }, [missingText(imageId, alt, context)]);
  const isUncaptioned = picture !== undefined && caption.length === 0 && alt.trim() !== '';
  return element('figure', { ...context.record.references.place(figure, context.file) }, [
    shown,
    ...(caption.length > 0 ? [element('figcaption', { class: 'caption' }, caption)] : []),
    ...(isUncaptioned ? [element('figcaption', { class: 'caption', 'aria-hidden': 'true' }, [alt])] : []),
  ]);
}

/** A picture among the words of a line. */
export function inlinePicture(image: InlineImage, context: WritingContext): XmlElement {
  const { imageId, alt, title } = image;
  const picture = context.record.pictures.show(imageId, alt);
  if (picture) return pictureElement(picture, alt, 'inline-picture', title);
  return element('span', { class: 'missing-picture' }, [missingText(imageId, pictureWords(image), context)]);
}

function pictureElement(picture: BookPicture, alt: string, className: string, title?: string): XmlElement {
  const size = (px: number): string | undefined => (px >= 1 ? String(Math.round(px)) : undefined);
  return element('img', {
    class: className,
    src: picture.file,
    alt,
    title,
    width: size(picture.widthPx),
    height: size(picture.heightPx),
  });
}

/** 〔图片缺失：alt，address〕 */
function missingText(imageId: string, alt: string, { article, words }: WritingContext): string {
  const asset = Object.hasOwn(article.images, imageId) ? article.images[imageId] : undefined;
  const source = asset?.state === 'missing' ? asset.source : '';
  const known = [alt, source].filter((text) => text.trim() !== '').join(' ');
  return `〔${words.missingPicture}${known === '' ? '' : `\uFF1A${known}`}〕`;
}
