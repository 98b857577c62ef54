import { type DraftFigure, type Figure, pictureWords } from '../../model/index.js';

/**
 * A picture that stands alone. The title that its markup gives is its caption where nothing else is; beside another
 * caption it stays in the alternative text. What caption and alternative text both say is said once.
 */
export function toFigure({ imageId, alt, title = '', caption }: DraftFigure): Figure {
  if (caption) return { type: 'figure', imageId, alt: pictureWords({ alt, title }), caption };
  if (title === '') return { type: 'figure', imageId, alt };
  const words = { alt: alt.trim() === title ? '' : alt, caption: [{ type: 'text', text: title }] as const };
  return { type: 'figure', imageId, ...words };
}
