import { ConversionError, type Diagnostic } from '../diagnostics.js';
import type { DecodedText } from './encoding.js';
import { splitLines } from './lines.js';

/** One diagnostic for all places that could not be decoded, at the line of the first; none for intact text. */
export function damageIn({ text, encoding, damaged, wasMojibake }: DecodedText): Diagnostic[] {
  const mended: Diagnostic[] = wasMojibake ? [{ code: 'text-mojibake', values: {} }] : [];
  if (damaged === 0) return mended;
  const line = splitLines(text.slice(0, text.indexOf('\uFFFD') + 1)).length;
  return [...mended, { code: 'text-damaged', values: { count: damaged, encoding }, line }];
}

/** @throws ConversionError `input-empty` when a document has nothing in it. */
export function refuseEmpty(blocks: readonly unknown[]): void {
  if (blocks.length === 0) throw new ConversionError('input-empty');
}

/**
 * A novel without a line break has some two million characters. Far beyond it, searching in one piece of text
 * overflows the stack of the regular expressions and setting it overflows the memory.
 */
const LONGEST_LINE = 3_000_000;

/** @throws ConversionError `line-too-long` for a line or paragraph that no writer leaves. */
export function refuseGiantLine(length: number, line: number): void {
  if (length > LONGEST_LINE) {
    throw new ConversionError('line-too-long', { line, length, most: LONGEST_LINE });
  }
}

/** Sixty million Chinese characters: the longest serials have a third of it. Pictures inside are counted too. */
const MOST_BYTES = 192 * 1024 * 1024;

/** @throws ConversionError `input-too-large`, before the bytes are made a text that the engine cannot hold. */
export function refuseGiant(bytes: Uint8Array): void {
  if (bytes.length > MOST_BYTES) {
    const mib = (size: number): number => Math.ceil(size / 1024 / 1024);
    throw new ConversionError('input-too-large', { size: mib(bytes.length), most: mib(MOST_BYTES) });
  }
}
