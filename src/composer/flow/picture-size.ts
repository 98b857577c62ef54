import type { ImageAsset } from '../../model/index.js';
import type { StyleSheet } from '../../style/index.js';

/** CSS pixels: 96 to the inch. */
const POINTS_PER_PIXEL = 0.75;

/** How far a picture reaches along the line and across it: it stands upright on the paper where lines run down. */
export function pictureSize(
  { widthPx, heightPx }: Extract<ImageAsset, { state: 'present' }>,
  direction: StyleSheet['direction'],
): readonly [alongPt: number, acrossPt: number] {
  const [along, across] = direction === 'vertical' ? [heightPx, widthPx] : [widthPx, heightPx];
  return [along * POINTS_PER_PIXEL, across * POINTS_PER_PIXEL];
}
