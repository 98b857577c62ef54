import type { ClusterList } from './cluster-list.js';
import type { PlaceRules } from './place-rules.js';
import { Scratch } from './scratch.js';
import { GAP_KIND_COUNT, GapKind, OPENING_KINDS, SHARING_KINDS, STRETCH_STEPS } from './spacing.js';

/**
 * How wide any stretch of a paragraph is and how far it gives, as running sums: what lies between two indexes is
 * the difference of two entries. Entry `i` sums up all before cluster `i`, so a line from `a` to `end` is
 * `natural[end] - natural[a] - gap[a]` wide, and its gaps are those counted from `a + 1`. They hold until the next
 * paragraph is measured.
 */
export interface Elasticity {
  readonly natural: Float64Array;
  /** Points that the gaps can give, by how much that is noticed: see `ShrinkStep.depth`. */
  readonly slight: Float64Array;
  readonly deep: Float64Array;
  readonly deepest: Float64Array;
  /** Points that word spaces and Han–Latin gaps can take. */
  readonly stretch: Float64Array;
  /** How many gaps open when those are at their end. */
  readonly opening: Float64Array;
  /** How many word spaces and Han–Latin gaps there are. */
  readonly others: Float64Array;
}

const OPENS: Uint8Array = kindFlags(OPENING_KINDS);
const STRETCHES: Uint8Array = kindFlags(STRETCH_STEPS);
const SHARES: Uint8Array = kindFlags(SHARING_KINDS);

function kindFlags(kinds: readonly GapKind[]): Uint8Array {
  const flags = new Uint8Array(GAP_KIND_COUNT);
  for (const kind of kinds) flags[kind] = 1;
  return flags;
}

/** Sums up what the places between clusters give and take. */
export function measureElasticity(clusters: ClusterList, { leastEm, mostEm, gives }: PlaceRules): Elasticity {
  const { count, gap, width, kind, em } = clusters;
  const sums = emptySums(count + 1);
  const { natural, slight, deep, deepest, stretch, opening, others } = sums;
  const [slightEm, deepEm, deepestEm] = gives;
  for (let index = 0; index < count; index++) {
    const next = index + 1;
    const kindHere = kind[index] as number;
    const gapHere = index === 0 ? 0 : (gap[index] as number);
    natural[next] = (natural[index] as number) + gapHere + (width[index] as number);
    opening[next] = (opening[index] as number) + (OPENS[kindHere] as number);
    if (kindHere <= GapKind.Text) {
      // neither gives nor takes
      slight[next] = slight[index] as number;
      deep[next] = deep[index] as number;
      deepest[next] = deepest[index] as number;
      stretch[next] = stretch[index] as number;
      others[next] = others[index] as number;
      continue;
    }
    const unit = index === 0 ? 0 : (em[index] as number);
    // A word space's wish is its font's, so what it gives and takes is counted from its own width.
    const given =
      kindHere === GapKind.WordSpace
        ? Math.max(0, gapHere - (leastEm[kindHere] as number) * unit)
        : (slightEm[kindHere] as number) * unit;
    const taken = STRETCHES[kindHere] === 1 ? Math.max(0, (mostEm[kindHere] as number) * unit - gapHere) : 0;
    slight[next] = (slight[index] as number) + given;
    deep[next] = (deep[index] as number) + (deepEm[kindHere] as number) * unit;
    deepest[next] = (deepest[index] as number) + (deepestEm[kindHere] as number) * unit;
    stretch[next] = (stretch[index] as number) + taken;
    others[next] = (others[index] as number) + (SHARES[kindHere] as number);
  }
  return sums;
}

const SUMS: readonly Scratch<Float64Array>[] = Array.from({ length: 7 }, () => new Scratch(Float64Array));

/** Sums that begin with 0. */
function emptySums(room: number): Elasticity {
  const sums = (index: number): Float64Array => {
    const own = (SUMS[index] as Scratch<Float64Array>).take(room);
    own[0] = 0;
    return own;
  };
  return {
    natural: sums(0),
    slight: sums(1),
    deep: sums(2),
    deepest: sums(3),
    stretch: sums(4),
    opening: sums(5),
    others: sums(6),
  };
}
