import { type ClusterList, EMERGENCY } from './cluster-list.js';
import type { Elasticity } from './elasticity.js';
import { type BreakOptions, LineJudge } from './line-judge.js';

/** Gap between Han, in em, that lines may have which give or take for the sake of the page. */
export const MOST_GAP_EM = 0.0195;
/** A line may squeeze its commas to half their width, as the squeezing of marks is meant to be used, but no stop. */
const MOST_FAULT = 50;
/** Longer paragraphs are left as they are: they are cut by pages anyway, and the search grows with the square. */
const MOST_LINES = 60;

/**
 * Breaks a paragraph into exactly `count` lines, every one even to the eye, where the sum of their faults is least
 * (what TeX calls looseness). Used to make a page full, so no line pays for it: nothing is squeezed deeply, no rule
 * is broken, no word cut in two that was whole.
 *
 * @returns The ends of the lines, or undefined when no such way is there.
 */
export function breakToCount(
  clusters: ClusterList,
  elasticity: Elasticity,
  options: BreakOptions,
  count: number,
): readonly number[] | undefined {
  if (count < 1 || count > MOST_LINES || clusters.count === 0) return undefined;
  return new CountedSearch(clusters, new LineJudge(clusters, elasticity, options, MOST_GAP_EM), count).run();
}

class CountedSearch {
  readonly #clusters: ClusterList;
  readonly #judge: LineJudge;
  readonly #lines: number;
  /** Least total of faults by break and by lines before it, at `break * (lines + 1) + line`, and the break before. */
  readonly #totals: Float64Array;
  readonly #previous: Int32Array;
  readonly #active: number[] = [0];
  #head = 0;

  constructor(clusters: ClusterList, judge: LineJudge, lines: number) {
    this.#clusters = clusters;
    this.#judge = judge;
    this.#lines = lines;
    const room = (clusters.count + 1) * (lines + 1);
    this.#totals = new Float64Array(room).fill(Number.POSITIVE_INFINITY);
    this.#previous = new Int32Array(room).fill(-1);
    this.#totals[0] = 0;
  }

  run(): readonly number[] | undefined {
    const { count, penalty, hyphen } = this.#clusters;
    for (let end = 1; end <= count; end++) {
      const isLast = end === count;
      if (!isLast && ((penalty[end] as number) >= EMERGENCY || hyphen[end] === 1)) continue;
      const isReached = this.#reach(end, isLast ? 0 : (penalty[end] as number));
      if (isReached) this.#active.push(end);
      if (this.#head === this.#active.length) return undefined;
    }
    return this.#trace();
  }

  /** Whether a line may end before cluster `end`; the totals say after how many lines. */
  #reach(end: number, price: number): boolean {
    const judge = this.#judge;
    const totals = this.#totals;
    const width = this.#lines + 1;
    let isReached = false;
    for (let at = this.#head; at < this.#active.length; at++) {
      const start = this.#active[at] as number;
      const over = judge.overshoot(start, end);
      if (at === this.#head && judge.isOutOfReach(start, end, over)) this.#head++;
      const fault = judge.fault(start, end, over) + judge.context(start, end);
      if (fault === Number.POSITIVE_INFINITY && over < 0) break;
      if (fault > MOST_FAULT) continue;
      for (let line = 0; line < this.#lines; line++) {
        const total = (totals[start * width + line] as number) + fault + price;
        const place = end * width + line + 1;
        if (total >= (totals[place] as number)) continue;
        totals[place] = total;
        this.#previous[place] = start;
        isReached = true;
      }
    }
    return isReached;
  }

  #trace(): readonly number[] | undefined {
    const width = this.#lines + 1;
    let [end, line] = [this.#clusters.count, this.#lines];
    if (this.#totals[end * width + line] === Number.POSITIVE_INFINITY) return undefined;
    const ends: number[] = [];
    for (; end > 0; line--) {
      ends.push(end);
      end = this.#previous[end * width + line] as number;
    }
    return ends.reverse();
  }
}
