import { type ClusterList, EMERGENCY, FORBIDDEN, NEVER } from './cluster-list.js';
import type { Elasticity } from './elasticity.js';
import { EVEN_GAP_EM, UNEVEN } from './faults.js';
import { type BreakOptions, LineJudge } from './line-judge.js';
import { Scratch } from './scratch.js';

export interface Breaks {
  /** For each line the index after its last cluster; the last is the number of clusters. */
  readonly ends: readonly number[];
  /** Breaks at places that the rules forbid, made because nothing else was left. */
  readonly emergencies: readonly number[];
}

/** What a pass looks at. */
export interface Pass {
  /** Gap between Han, in em, up to which a line is a candidate. */
  readonly gapEm: number;
  /** What is worse in sum is given up on the way. */
  readonly most: number;
}

/**
 * The first pass finds the same way as the second wherever it finds one: a line with wider gaps would cost more than
 * all that it looks at. That is nine paragraphs of ten, for a tenth of the work.
 */
export const PASSES: readonly Pass[] = [
  { gapEm: EVEN_GAP_EM, most: UNEVEN },
  { gapEm: 0.1, most: Number.POSITIVE_INFINITY },
  { gapEm: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY },
];

/**
 * Breaks a paragraph where the sum of all its lines' faults is least: looseness, deep squeezes, hyphens. The
 * first passes look at lines without wide gaps only; where that finds no way, or none that leaves two characters on the
 * last line, the last one takes any line, and ends lines against the rules rather than let one stick out.
 *
 * A cluster wider than the measure gets a line of its own. No clusters give no lines.
 */
export function breakLines(
  clusters: ClusterList,
  elasticity: Elasticity,
  options: BreakOptions,
  passes: readonly Pass[] = PASSES,
): Breaks {
  if (clusters.count === 0) return { ends: [], emergencies: [] };
  for (const pass of passes) {
    const search = new Search(clusters, elasticity, options, pass);
    const ends = search.run();
    if (ends && !(search.endsAlone(ends) && Number.isFinite(pass.gapEm))) {
      return { ends, emergencies: ends.filter((end) => isForced(clusters, end)) };
    }
  }
  throw new RangeError('the last pass always finds a way');
}

function isForced(clusters: ClusterList, end: number): boolean {
  return end < clusters.count && (clusters.penalty[end] as number) >= EMERGENCY;
}

// Of the search at hand.
const TOTALS: Scratch<Float64Array> = new Scratch(Float64Array);
const PREVIOUS: Scratch<Int32Array> = new Scratch(Int32Array);
const ACTIVE: Scratch<Int32Array> = new Scratch(Int32Array);

class Search {
  readonly #clusters: ClusterList;
  readonly #judge: LineJudge;
  readonly #isLastPass: boolean;
  readonly #most: number;
  /** Least total of faults up to a break before each cluster, and the break before that. */
  readonly #totals: Float64Array;
  readonly #previous: Int32Array;
  /** Breaks from which a line may still reach the place at hand, in order: entries `#head` to `#tail`. */
  readonly #active: Int32Array;
  #head = 0;
  #tail = 1;

  constructor(clusters: ClusterList, elasticity: Elasticity, options: BreakOptions, { gapEm, most }: Pass) {
    this.#clusters = clusters;
    this.#judge = new LineJudge(clusters, elasticity, options, gapEm);
    this.#isLastPass = gapEm === Number.POSITIVE_INFINITY;
    this.#most = most;
    const room = clusters.count + 1;
    this.#totals = TOTALS.take(room);
    this.#previous = PREVIOUS.take(room);
    this.#active = ACTIVE.take(room);
    this.#totals[0] = 0;
    this.#totals[clusters.count] = NEVER;
    this.#active[0] = 0;
  }

  /** The ends of all lines, or undefined when no way leads to the end of the paragraph. */
  run(): number[] | undefined {
    const { count, penalty } = this.#clusters;
    for (let end = 1; end <= count; end++) {
      end = this.#judge.nearest(this.#active[this.#head] as number, end);
      const price = end === count ? 0 : (penalty[end] as number);
      if (price >= EMERGENCY && (!this.#isLastPass || price === NEVER)) continue;
      this.#reach(end, price);
      if (this.#head === this.#tail) return undefined;
    }
    return this.#totals[count] === NEVER ? undefined : this.#trace();
  }

  /** Whether the last line is a single character. */
  endsAlone(ends: readonly number[]): boolean {
    return this.#judge.context(ends.at(-2) ?? 0, this.#clusters.count) > 0;
  }

  /** Finds the best line that ends before cluster `end`, and forgets the breaks that are out of reach now. */
  #reach(end: number, price: number): void {
    const active = this.#active;
    const totals = this.#totals;
    const judge = this.#judge;
    let best = NEVER;
    let bestStart = -1;
    for (let at = this.#head; at < this.#tail; at++) {
      const start = active[at] as number;
      const over = judge.overshoot(start, end);
      if (at === this.#head && judge.isOutOfReach(start, end, over)) this.#head++;
      if ((totals[start] as number) >= best) continue;
      const fault = judge.fault(start, end, over);
      // From later breaks the line would be looser still; but one of an address alone may stay short.
      if (fault === NEVER && over < 0 && !this.#clusters.partsNames) break;
      const total = (totals[start] as number) + fault + judge.context(start, end);
      if (total < best) {
        best = total;
        bestStart = start;
      }
    }
    if (bestStart < 0 && this.#isLastPass) {
      // One cluster wider than the measure: every place is a candidate in this pass, and none is near enough.
      bestStart = active[this.#tail - 1] as number;
      best = (totals[bestStart] as number) + FORBIDDEN;
    }
    if (bestStart < 0 || best + price > this.#most) return;
    totals[end] = best + price;
    this.#previous[end] = bestStart;
    active[this.#tail++] = end;
  }

  #trace(): number[] {
    const ends: number[] = [];
    for (let end = this.#clusters.count; end > 0; end = this.#previous[end] as number) ends.push(end);
    return ends.reverse();
  }
}
