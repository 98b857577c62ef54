import { parseXml } from './parse-xml.js';
import type { XmlElement } from './xml.js';

/** CSS pixels of a unit. @see CSS Values and Units 4, “Absolute lengths” */
const PIXELS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  em: 16,
  ex: 8,
};

/** What a drawing has that states no size. @see CSS 2, 10.3.2 */
const USUAL = { width: 300, height: 150 };

/** A drawing has no resolution: larger ones are the same drawing, smaller. */
const LARGEST = 10_000;

/** The size of a drawing in CSS pixels, at least 1 each way; undefined for what is no drawing at all. */
export function drawingSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | undefined {
  const root = parseXml(new TextDecoder().decode(bytes));
  if (root?.name !== 'svg') return undefined;
  const { width, height } = statedSize(root);
  const scale = Math.min(1, LARGEST / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** As the root states it, or its box; in CSS pixels. */
export function statedSize({ attributes }: XmlElement): { width: number; height: number } {
  const [, , boxWidth = 0, boxHeight = 0] = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const box = boxWidth > 0 && boxHeight > 0 ? { width: boxWidth, height: boxHeight } : undefined;
  const [width, height] = [length(attributes.width), length(attributes.height)];
  if (width !== undefined && height !== undefined) return { width, height };
  const { width: fullWidth, height: fullHeight } = box ?? USUAL;
  if (width !== undefined) return { width, height: (width * fullHeight) / fullWidth };
  if (height !== undefined) return { width: (height * fullWidth) / fullHeight, height };
  return { width: fullWidth, height: fullHeight };
}

/** A length in CSS pixels; undefined for one that depends on what is around, and for none. */
function length(written: string | undefined): number | undefined {
  const [, number = '', unit = ''] =
    /^\s*\+?(\d{0,9}\.?\d{0,9}(?:e\+?\d)?)\s*([a-z]{0,2})\s*$/i.exec(written ?? '') ?? [];
  const pixels = Number(number || Number.NaN) * (PIXELS[unit.toLowerCase()] ?? Number.NaN);
  return pixels > 0 && Number.isFinite(pixels) ? pixels : undefined;
}
