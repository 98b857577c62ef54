import type { ClusterList } from './cluster-list.js';
import {
  GAP_KIND_COUNT,
  type GapKind,
  type GapRange,
  OPENING_KINDS,
  SHARING_KINDS,
  SHRINK_STEPS,
  STRETCH_STEPS,
} from './spacing.js';

/**
 * What a line's gaps get or give, alike for all of one kind: `inEm` times the gap's em, and `inPt` points. It holds until
 * the next line is justified.
 */
export interface GapChange {
  readonly inEm: Float64Array;
  readonly inPt: Float64Array;
}

/** Up to here only gaps without ink-side blanks open; beyond, word spaces and Han–Latin gaps join them. */
const SHARED_GAP_EM = 0.1;
/** No line holds that many points; stands for no change. */
const NEGLIGIBLE_PT = 1e-9;

/** No change at all. */
export const UNCHANGED: GapChange = {
  inEm: new Float64Array(GAP_KIND_COUNT),
  inPt: new Float64Array(GAP_KIND_COUNT),
};

/** Used again for every line. */
const CHANGE: GapChange = {
  inEm: new Float64Array(GAP_KIND_COUNT),
  inPt: new Float64Array(GAP_KIND_COUNT),
};

/** Totals over the gaps inside one line, by kind. */
interface GapTotals {
  readonly count: Float64Array;
  readonly em: Float64Array;
  readonly width: Float64Array;
}

/**
 * Distributes what a line lacks over its gaps, or takes what is too much from them: step by step, and within a
 * step alike.
 *
 * @param need Points to add; negative to take away. What the steps cannot give is left.
 * @see SHRINK_STEPS, STRETCH_STEPS
 */
export function justify(
  clusters: ClusterList,
  [start, end]: readonly [number, number],
  need: number,
  ranges: readonly GapRange[],
  emPt: number,
): GapChange {
  if (Math.abs(need) < NEGLIGIBLE_PT) return UNCHANGED;
  const totals = totalGaps(clusters, start, end);
  CHANGE.inEm.fill(0);
  CHANGE.inPt.fill(0);
  if (need < 0) squeeze(totals, -need, ranges);
  else stretch(totals, need, ranges, emPt);
  return CHANGE;
}

/** Used again for every line. */
const TOTALS: GapTotals = {
  count: new Float64Array(GAP_KIND_COUNT),
  em: new Float64Array(GAP_KIND_COUNT),
  width: new Float64Array(GAP_KIND_COUNT),
};

function totalGaps({ kind, em, gap }: ClusterList, start: number, end: number): GapTotals {
  const totals = TOTALS;
  totals.count.fill(0);
  totals.em.fill(0);
  totals.width.fill(0);
  for (let index = start + 1; index < end; index++) {
    const kindHere = kind[index] as number;
    totals.count[kindHere] = (totals.count[kindHere] as number) + 1;
    totals.em[kindHere] = (totals.em[kindHere] as number) + (em[index] as number);
    totals.width[kindHere] = (totals.width[kindHere] as number) + (gap[index] as number);
  }
  return totals;
}

function squeeze(totals: GapTotals, need: number, ranges: readonly GapRange[]): void {
  const { inEm } = CHANGE;
  let rest = need;
  for (const { kind, downToEm } of SHRINK_STEPS) {
    const em = totals.em[kind] as number;
    if (em === 0 || rest <= NEGLIGIBLE_PT) continue;
    const { least } = ranges[kind] as GapRange;
    const floor = downToEm === 'least' ? least : Math.max(least, downToEm);
    const now = (totals.width[kind] as number) / em + (inEm[kind] as number);
    const given = Math.min(rest, Math.max(0, now - floor) * em);
    inEm[kind] = (inEm[kind] as number) - given / em;
    rest -= given;
  }
}

function stretch(totals: GapTotals, need: number, ranges: readonly GapRange[], emPt: number): void {
  const { inEm, inPt } = CHANGE;
  let rest = need;
  for (const kind of STRETCH_STEPS) {
    const em = totals.em[kind] as number;
    if (em === 0 || rest <= NEGLIGIBLE_PT) continue;
    const room = Math.max(0, (ranges[kind] as GapRange).most - (totals.width[kind] as number) / em);
    const taken = Math.min(rest, room * em);
    inEm[kind] = taken / em;
    rest -= taken;
  }
  if (rest <= NEGLIGIBLE_PT) return;
  rest = openAlike(totals, OPENING_KINDS, rest, SHARED_GAP_EM * emPt, inPt);
  openAlike(totals, ALL_OPENING, rest, Number.POSITIVE_INFINITY, inPt);
}

const ALL_OPENING: readonly GapKind[] = [...OPENING_KINDS, ...SHARING_KINDS];

/** Opens every gap of some kinds by the same number of points. @returns What is left. */
function openAlike(
  totals: GapTotals,
  kinds: readonly GapKind[],
  need: number,
  mostPt: number,
  inPt: Float64Array,
): number {
  let count = 0;
  for (const kind of kinds) count += totals.count[kind] as number;
  if (count === 0 || need <= 0) return need;
  const each = Math.min(need / count, mostPt);
  for (const kind of kinds) inPt[kind] = (inPt[kind] as number) + each;
  return need - each * count;
}
