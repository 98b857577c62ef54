import type { Elasticity } from './elasticity.js';

/** Float sums of some hundred widths are this exact, in points. */
export const TOLERANCE = 1e-6;

/** How far a line is from its measure. */
export interface LineStrain {
  /** Points by which it is too wide, gaps as wished; negative when it is too narrow. */
  readonly over: number;
  readonly emPt: number;
  /** Looser lines are no candidates. */
  readonly mostGapEm: number;
}

/** Every gap of the slight steps at its end, or Han at {@link EVEN_GAP_EM}: hardly seen. */
const SLIGHT = 10;
/** Up to here a gap between Han is not noticed. */
export const EVEN_GAP_EM = 0.0195;
/** A line over it is worse than one with its commas squeezed, and about as bad as one hyphen. */
export const UNEVEN = 120;
const DEEP = 40;
const DEEPEST = 40;
/** A line of nothing but an address or a name stays short, at the price of the em that it lacks, squared. */
const SHORT = 150;
/** A line that lacks more is a candidate in the last pass only. */
export const MOST_SHORT_EM = 2.5;
/** What lacks more soon costs as much as any other hole. */
const SHORT_EM = 2;
/** Where gaps between Han have had enough and word spaces open again with them. */
const SHARED_GAP_EM = 0.1;

/**
 * The fault of a justified line, 0 for one that fits by itself and infinite for one that cannot be made to fit.
 * The scale is such that a line even to the eye has at most 10, and one that shows its gaps more than 70.
 */
export function lineFault(elastic: Elasticity, start: number, end: number, strain: LineStrain): number {
  if (strain.over > TOLERANCE) return shrinkFault(elastic, start, end, strain.over);
  if (strain.over >= -TOLERANCE) return 0;
  return stretchFault(elastic, start, end, strain);
}

function shrinkFault(
  { slight, deep, deepest }: Elasticity,
  start: number,
  end: number,
  over: number,
): number {
  const first = (slight[end] as number) - (slight[start + 1] as number);
  if (over <= first) return SLIGHT * (over / first) ** 2;
  let rest = over - first;
  const second = (deep[end] as number) - (deep[start + 1] as number);
  if (rest <= second) return SLIGHT + DEEP * (rest / second);
  rest -= second;
  const third = (deepest[end] as number) - (deepest[start + 1] as number);
  if (rest > third + TOLERANCE) return Number.POSITIVE_INFINITY;
  return SLIGHT + DEEP + DEEPEST * (rest / Math.max(third, rest));
}

function stretchFault(elastic: Elasticity, start: number, end: number, strain: LineStrain): number {
  const need = -strain.over;
  const taken = (elastic.stretch[end] as number) - (elastic.stretch[start + 1] as number);
  if (need <= taken) return SLIGHT * (need / taken) ** 2;
  const opening = (elastic.opening[end] as number) - (elastic.opening[start + 1] as number);
  const others = (elastic.others[end] as number) - (elastic.others[start + 1] as number);
  if (opening + others === 0 && taken > 0) {
    const lackEm = (need - taken) / strain.emPt;
    if (lackEm > MOST_SHORT_EM && strain.mostGapEm < lackEm) return Number.POSITIVE_INFINITY;
    return SLIGHT + SHORT * lackEm ** 2 * (1 + (lackEm / SHORT_EM) ** 4);
  }
  let gap = (need - taken) / (opening * strain.emPt);
  if (gap > SHARED_GAP_EM) {
    if (strain.mostGapEm < gap) return Number.POSITIVE_INFINITY;
    const shared = need - taken - SHARED_GAP_EM * opening * strain.emPt;
    // Where nothing can open, the line stays short: as bad as one gap that takes it all.
    gap = SHARED_GAP_EM + shared / (Math.max(1, opening + others) * strain.emPt);
  }
  if (gap > strain.mostGapEm) return Number.POSITIVE_INFINITY;
  const uneven = gap > EVEN_GAP_EM ? UNEVEN : 0;
  return (taken > 0 ? SLIGHT : 0) + SLIGHT * (gap / EVEN_GAP_EM) ** 2 + uneven;
}

/** The fault of a line whose gaps stay as wished: what it lacks, squared; infinite when it is too wide. */
export function raggedFault(over: number, emPt: number, isLast: boolean): number {
  if (over > TOLERANCE) return Number.POSITIVE_INFINITY;
  return isLast ? 0 : (over / emPt) ** 2;
}
