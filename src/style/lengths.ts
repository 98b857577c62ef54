import { mmToPt, SIZE_NAMES } from './units.js';

/**
 * Points of a length as templates write it: `12pt`, `25.4mm`, `2em`, `小四`.
 *
 * @param emPt What one em is here, in points.
 * @throws RangeError for anything else; the template's schema lets nothing else through.
 */
export function toPoints(length: string, emPt: number): number {
  const named = SIZE_NAMES[length];
  if (named !== undefined) return named;
  const [, number, unit] = /^([0-9.]+)(pt|mm|em)$/.exec(length) ?? [];
  const value = Number(number);
  switch (unit) {
    case 'pt':
      return value;
    case 'mm':
      return mmToPt(value);
    case 'em':
      return value * emPt;
    default:
      throw new RangeError(`not a length: ${length}`);
  }
}

/** The number of `0.25em`. */
export const toEms = (length: string): number => Number(length.replace(/em$/, ''));
