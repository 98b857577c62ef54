import { type ClusterList, EMERGENCY, FORBIDDEN, NEVER } from './cluster-list.js';
import type { Elasticity } from './elasticity.js';
import { type BreakOptions, LineJudge } from './line-judge.js';

export interface Breaks {
  /** For each line the index after its last cluster; the last is the number of clusters. */
  readonly ends: readonly number[];
  /** Breaks at places that the rules forbid, made because nothing else was left. */
  readonly emergencies: readonly number[];
}

/** Gap between Han, in em, up to which a line counts as even; the next pass takes what is left. */
const PASS_GAPS_EM: readonly number[] = [0.1, Number.POSITIVE_INFINITY];

/**
 * Breaks a paragraph where the sum of all its lines' faults is least: looseness, deep squeezes, hyphens. The
 * first pass looks at lines without wide gaps only; where that finds no way, or none that leaves two characters on the
 * last line, the last one takes any line, and ends lines against the rules rather than let one stick out.
 *
 * A cluster wider than the measure gets a line of its own. No clusters give no lines.
 */
export function breakLines(clusters: ClusterList, elasticity: Elasticity, options: BreakOptions): Breaks {
  if (clusters.count === 0) return { ends: [], emergencies: [] };
  for (const gapEm of PASS_GAPS_EM) {
    const search = new Search(clusters, elasticity, options, gapEm);
    const ends = search.run();
    if (ends && !(search.endsAlone(ends) && Number.isFinite(gapEm))) {
      return { ends, emergencies: ends.filter((end) => isForced(clusters, end)) };
    }
  }
  throw new RangeError('the last pass always finds a way');
}

function isForced(clusters: ClusterList, end: number): boolean {
  return end < clusters.count && (clusters.penalty[end] as number) >= EMERGENCY;
}

class Search {
  readonly #clusters: ClusterList;
  readonly #judge: LineJudge;
  readonly #isLastPass: boolean;
  /** Least total of faults up to a break before each cluster, and the break before that. */
  readonly #totals: Float64Array;
  readonly #previous: Int32Array;
  /** Breaks from which a line may still reach the place at hand, in order: entries `#head` to `#tail`. */
  readonly #active: Int32Array;
  #head = 0;
  #tail = 1;

  constructor(clusters: ClusterList, elasticity: Elasticity, options: BreakOptions, gapEm: number) {
    this.#clusters = clusters;
    this.#judge = new LineJudge(clusters, elasticity, options, gapEm);
    this.#isLastPass = gapEm === Number.POSITIVE_INFINITY;
    this.#totals = new Float64Array(clusters.count + 1).fill(NEVER);
    this.#previous = new Int32Array(clusters.count + 1).fill(-1);
    this.#active = new Int32Array(clusters.count + 1);
    this.#totals[0] = 0;
  }

  /** The ends of all lines, or undefined when no way leads to the end of the paragraph. */
  run(): number[] | undefined {
    const { count, penalty } = this.#clusters;
    for (let end = 1; end <= count; end++) {
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
    const [active, totals, judge] = [this.#active, this.#totals, this.#judge];
    let best = NEVER;
    let bestStart = -1;
    for (let at = this.#head; at < this.#tail; at++) {
      const start = active[at] as number;
      const over = judge.overshoot(start, end);
      if (at === this.#head && judge.isOutOfReach(start, end, over)) this.#head++;
      const fault = judge.fault(start, end, over);
      // From later breaks the line would be looser still.
      if (fault === NEVER && over < 0) break;
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
    if (bestStart < 0) return;
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
