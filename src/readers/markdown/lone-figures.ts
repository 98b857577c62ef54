import type { DraftBlock, DraftLine, Inline } from '../../model/index.js';
import { toFigures } from '../lone-images.js';

/** What a line of the draft says beside its text. */
export type LineFacts = Omit<DraftLine, 'type' | 'unit' | 'inlines' | 'bold'>;

/** A paragraph as a line of the draft; as figures when it holds pictures alone; as nothing when it is empty. */
export function toLineOrFigures(inlines: readonly Inline[], facts: LineFacts): DraftBlock[] {
  if (inlines.length === 0) return [];
  const figures = facts.headingLevel === undefined ? toFigures(inlines, facts.line) : undefined;
  if (figures) return figures;
  const [only] = inlines;
  const isBold = inlines.length === 1 && only?.type === 'strong';
  return [{ type: 'line', unit: 'paragraph', inlines, ...facts, ...(isBold && { bold: true }) }];
}
