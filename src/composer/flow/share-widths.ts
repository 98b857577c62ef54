import type { ColumnNeed } from './table-columns.js';

/** No column is narrower than one character. */
const LEAST_EM = 1;
/** What the end of a line that turns over leaves empty, by and large. */
const RAGGED_EM = 1;
/** A column that lacks so much less than the next gets all of it, though that be more than its equal part. */
const FAR_LESS = 2;

/**
 * Widths of the columns' text in points, together `roomPt`: what each wishes and a part of the rest; or what makes
 * the fewest lines, short cells whole before long ones gain; or, when the widest words are too much, less in proportion.
 */
export function shareWidths(needs: readonly ColumnNeed[], emPt: number, roomPt: number): number[] {
  const wished = needs.map(({ wishedEm }) => wishedEm * emPt);
  const even = needs.map(({ evenEm }) => evenEm * emPt);
  const least = needs.map(({ leastEm }) => leastEm * emPt);
  if (sum(wished) <= roomPt) return withRoom(wished, roomPt - sum(wished));
  if (sum(even) <= roomPt) {
    return cheapestFirst(inFewestLines(even, wished, emPt, roomPt), wished, roomPt);
  }
  if (sum(least) <= roomPt) return cheapestFirst(least, even, roomPt);
  // Long words break; a column still keeps one character.
  const floorPt = Math.min(LEAST_EM * emPt, roomPt / needs.length);
  const floor = needs.map(() => floorPt);
  return cheapestFirst(
    floor,
    least.map((width) => Math.max(floorPt, width)),
    roomPt,
  );
}

/**
 * Room that nobody needs goes to all, to wide columns more, but not in proportion: a head of five characters must not take
 * half of a table of small numbers, nor a column of ordinals as much as one of sentences.
 */
function withRoom(wished: readonly number[], restPt: number): number[] {
  const parts = wished.map(Math.sqrt);
  const whole = sum(parts);
  return wished.map((width, index) => width + (restPt * (parts[index] ?? 0)) / whole);
}

/** Widths for the least number of lines with which all columns fit, the widest line of each being `wished`. */
function inFewestLines(
  even: readonly number[],
  wished: readonly number[],
  emPt: number,
  roomPt: number,
): number[] {
  const widthsFor = (lines: number): number[] =>
    wished.map((width, index) => {
      const turnedPt = width / lines + RAGGED_EM * emPt;
      return Math.max(even[index] ?? 0, Math.min(width, turnedPt));
    });
  let [tooFew, enough] = [1, 2];
  while (sum(widthsFor(enough)) > roomPt && enough < Number.MAX_SAFE_INTEGER / 2) enough *= 2;
  while (enough - tooFew > 1) {
    const lines = Math.floor((tooFew + enough) / 2);
    if (sum(widthsFor(lines)) > roomPt) tooFew = lines;
    else enough = lines;
  }
  const widths = widthsFor(enough);
  return sum(widths) <= roomPt ? widths : [...even];
}

/**
 * Widths that are together `roomPt`: columns that lack little for their wide one get it; when no further one can, those
 * that are left gain the same part of what they lack.
 */
function cheapestFirst(narrow: readonly number[], wide: readonly number[], roomPt: number): number[] {
  const lacks = narrow
    .map((width, index) => ({ index, pt: Math.max(0, (wide[index] ?? width) - width) }))
    .sort((a, b) => a.pt - b.pt);
  const widths = [...narrow];
  let leftPt = roomPt - sum(narrow);
  let lackPt = sum(lacks.map(({ pt }) => pt));
  lacks.forEach(({ index, pt }, at) => {
    const next = lacks[at + 1]?.pt ?? 0;
    const isCheap = pt <= leftPt / (lacks.length - at) || (pt <= leftPt && FAR_LESS * pt <= next);
    const gain = isCheap && next > 0 ? pt : (pt * leftPt) / Math.max(1e-9, lackPt);
    widths[index] = (widths[index] ?? 0) + gain;
    leftPt -= gain;
    lackPt -= pt;
  });
  return widths;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
