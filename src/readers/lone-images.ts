import type { DraftFigure, Inline, InlineImage } from '../model/index.js';

/** A line that has nothing but pictures, white space and links or marks around them, as figures. */
export function toFigures(inlines: readonly Inline[], line: number): DraftFigure[] | undefined {
  return loneImages(inlines)?.map(({ type: _, ...picture }) => ({ type: 'figure', ...picture, line }));
}

/** The pictures of a line that has nothing else but white space, line breaks and marks around them. */
function loneImages(inlines: readonly Inline[]): InlineImage[] | undefined {
  const images: InlineImage[] = [];
  for (const inline of inlines) {
    if (inline.type === 'image') images.push(inline);
    else if ('children' in inline) {
      const inside = loneImages(inline.children);
      if (!inside) return undefined;
      images.push(...inside);
    } else if (inline.type !== 'lineBreak' && (inline.type !== 'text' || inline.text.trim() !== ''))
      return undefined;
  }
  return images.length > 0 ? images : undefined;
}
