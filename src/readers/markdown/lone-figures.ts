import type { DraftBlock, DraftLine, Inline, InlineImage } from '../../model/index.js';
import { plainText } from '../../model/index.js';

/** What a line of the draft says beside its text. */
export type LineFacts = Omit<DraftLine, 'type' | 'unit' | 'inlines' | 'bold'>;

/** A paragraph as a line of the draft; as figures when it holds pictures alone; as nothing when it is empty. */
export function toLineOrFigures(inlines: readonly Inline[], facts: LineFacts): DraftBlock[] {
  if (inlines.length === 0) return [];
  const images = loneImages(inlines);
  if (images && facts.headingLevel === undefined) {
    return images.map(({ imageId, alt }) => ({ type: 'figure', imageId, alt, line: facts.line }));
  }
  const [only] = inlines;
  const isBold = inlines.length === 1 && only?.type === 'strong';
  return [{ type: 'line', unit: 'paragraph', inlines, ...facts, ...(isBold && { bold: true }) }];
}

/** The pictures of a paragraph that has nothing else but white space, links around them or line breaks. */
function loneImages(inlines: readonly Inline[]): InlineImage[] | undefined {
  const images: InlineImage[] = [];
  for (const inline of inlines) {
    if (inline.type === 'image') images.push(inline);
    else if (inline.type === 'link') {
      const inside = loneImages(inline.children);
      if (!inside) return undefined;
      images.push(...inside);
    } else if (inline.type !== 'lineBreak' && (inline.type !== 'text' || plainText([inline]).trim() !== '')) {
      return undefined;
    }
  }
  return images.length > 0 ? images : undefined;
}
