import { CharClass } from './characters.js';
import { type ClusterList, EMERGENCY, FORBIDDEN, NEVER } from './cluster-list.js';
import type { Elasticity } from './elasticity.js';
import { lineFault, raggedFault, TOLERANCE } from './faults.js';

/** The widths that a paragraph is set to. */
export interface LineWidths {
  readonly first: number;
  readonly others: number;
}

export interface BreakOptions {
  readonly widths: LineWidths;
  /** `justify`: lines give and take. `ragged`: gaps stay as wished. `balance`: and lines are equally long. */
  readonly manner: 'justify' | 'ragged' | 'balance';
  /** How far a mark may stand outside the measure at the end of a line, by cluster before the break. */
  readonly hangs: Float64Array | undefined;
  /** Width of the hyphen that a break shows, in points. */
  readonly hyphenPt: number;
  readonly emPt: number;
}

export interface Breaks {
  /** For each line the index after its last cluster; the last is the number of clusters. */
  readonly ends: readonly number[];
  /** Breaks at places that the rules forbid, made because nothing else was left. */
  readonly emergencies: readonly number[];
}

/** Two hyphens below each other. */
const HYPHEN_LADDER = 80;
/** A last line of one character (孤字). @see CLREQ, adjustments of orphans and widows */
const LONE_LAST = 3000;
/** Gap between Han, in em, up to which a line counts as even; the next pass takes what is left. */
const PASS_GAPS_EM: readonly number[] = [0.06, Number.POSITIVE_INFINITY];

/**
 * Breaks a paragraph where the sum of all its lines' faults is least: looseness, deep squeezes, hyphens. The
 * first pass looks at even lines only; where that finds no way, the last one takes any line, and ends lines
 * against the rules rather than let one stick out.
 *
 * A cluster wider than the measure gets a line of its own. No clusters give no lines.
 */
export function breakLines(clusters: ClusterList, elasticity: Elasticity, options: BreakOptions): Breaks {
  if (clusters.count === 0) return { ends: [], emergencies: [] };
  for (const gapEm of PASS_GAPS_EM) {
    const search = new Search(clusters, elasticity, options, gapEm);
    const ends = search.run();
    if (ends) return { ends, emergencies: ends.filter((end) => isForced(clusters, end)) };
  }
  throw new RangeError('the last pass always finds a way');
}

function isForced(clusters: ClusterList, end: number): boolean {
  return end < clusters.count && (clusters.penalty[end] as number) >= EMERGENCY;
}

class Search {
  readonly #clusters: ClusterList;
  readonly #elastic: Elasticity;
  readonly #options: BreakOptions;
  readonly #mostGap: number;
  readonly #isLastPass: boolean;
  /** From this cluster on, the rest of the paragraph is a single character. */
  readonly #loneFrom: number;
  /** Least total of faults up to a break before each cluster, and the break before that. */
  readonly #totals: Float64Array;
  readonly #previous: Int32Array;
  /** Breaks from which a line may still reach the place at hand, in order: entries `#head` to `#tail`. */
  readonly #active: Int32Array;
  #head = 0;
  #tail = 1;

  constructor(clusters: ClusterList, elasticity: Elasticity, options: BreakOptions, gapEm: number) {
    this.#clusters = clusters;
    this.#elastic = elasticity;
    this.#options = options;
    this.#mostGap = gapEm;
    this.#isLastPass = gapEm === Number.POSITIVE_INFINITY;
    this.#loneFrom = loneFrom(clusters);
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

  /** Finds the best line that ends before cluster `end`, and forgets the breaks that are out of reach now. */
  #reach(end: number, price: number): void {
    const [active, totals] = [this.#active, this.#totals];
    let best = NEVER;
    let bestStart = -1;
    for (let at = this.#head; at < this.#tail; at++) {
      const start = active[at] as number;
      const over = this.#overshoot(start, end);
      if (at === this.#head && over - this.#options.emPt > this.#give(start, end)) this.#head++;
      const fault = this.#fault(start, end, over);
      // From later breaks the line would be looser still.
      if (fault === NEVER && over < 0) break;
      const total = (totals[start] as number) + fault + this.#context(start, end);
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

  /** How much wider than its measure a line is with all gaps as wished. */
  #overshoot(start: number, end: number): number {
    const { natural } = this.#elastic;
    const { widths, hangs, hyphenPt } = this.#options;
    const width = (natural[end] as number) - (natural[start] as number) - this.#leadingGap(start);
    const tail = this.#clusters.hyphen[end] === 1 ? hyphenPt : -(hangs?.[end] ?? 0);
    return width + tail - (start === 0 ? widths.first : widths.others);
  }

  #leadingGap(start: number): number {
    return start === 0 ? 0 : (this.#clusters.gap[start] as number);
  }

  #give(start: number, end: number): number {
    if (this.#options.manner !== 'justify') return 0;
    const { slight, deep, deepest } = this.#elastic;
    return sumOver(slight, start, end) + sumOver(deep, start, end) + sumOver(deepest, start, end);
  }

  /** The fault of a line in itself; infinite for one that does not fit or is not even enough for this pass. */
  #fault(start: number, end: number, over: number): number {
    const isLast = end === this.#clusters.count;
    const { manner, emPt } = this.#options;
    if (manner !== 'justify') return raggedFault(over, emPt, isLast && manner === 'ragged');
    if (isLast && over <= TOLERANCE) return 0;
    return lineFault(this.#elastic, start, end, { over, emPt, mostGapEm: this.#mostGap });
  }

  /** What speaks against a line because of its neighbours. */
  #context(start: number, end: number): number {
    const { hyphen, count } = this.#clusters;
    if (end === count) return start > 0 && start >= this.#loneFrom ? LONE_LAST : 0;
    return hyphen[start] === 1 && hyphen[end] === 1 ? HYPHEN_LADDER : 0;
  }

  #trace(): number[] {
    const ends: number[] = [];
    for (let end = this.#clusters.count; end > 0; end = this.#previous[end] as number) ends.push(end);
    return ends.reverse();
  }
}

const sumOver = (sums: Float64Array, start: number, end: number): number =>
  (sums[end] as number) - (sums[start + 1] as number);

/** The first cluster from which on at most one character follows that is no mark. */
function loneFrom({ characters, charStart, count }: ClusterList): number {
  const { classes } = characters;
  let seen = 0;
  let char = classes.length - 1;
  while (char >= 0 && seen < 2) {
    if (isReadable(classes[char] as number)) seen++;
    char--;
  }
  if (seen < 2) return 0;
  let index = count;
  while (index > 0 && (charStart[index - 1] as number) > char + 1) index--;
  return index;
}

/** Han, kana, letters, digits and images: what makes a last line look inhabited. */
const isReadable = (charClass: number): boolean =>
  charClass === CharClass.Han ||
  charClass === CharClass.SmallKana ||
  charClass === CharClass.Letter ||
  charClass === CharClass.Digit ||
  charClass === CharClass.Box;
