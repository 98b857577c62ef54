import { ConversionError, type Diagnostic } from '../diagnostics.js';
import type { DecodedText } from './encoding.js';
import { splitLines } from './lines.js';

/** One diagnostic for all places that could not be decoded, at the line of the first; none for intact text. */
export function damageIn({ text, encoding, damaged }: DecodedText): Diagnostic[] {
  if (damaged === 0) return [];
  const line = splitLines(text.slice(0, text.indexOf('\uFFFD') + 1)).length;
  return [{ code: 'text-damaged', values: { count: damaged, encoding }, line }];
}

/** @throws ConversionError `input-empty` when a document has nothing in it. */
export function refuseEmpty(blocks: readonly unknown[]): void {
  if (blocks.length === 0) throw new ConversionError('input-empty');
}
