import { CharClass } from './characters.js';
import type { ClusterList } from './cluster-list.js';
import type { Elasticity } from './elasticity.js';
import { lineFault, MOST_SHORT_EM, raggedFault, TOLERANCE } from './faults.js';

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

/** Two hyphens below each other. */
const HYPHEN_LADDER = 80;
/** A last line of one character (孤字). @see CLREQ, adjustments of orphans and widows */
const LONE_LAST = 20_000;

/** Judges the lines that a paragraph could be broken into, each from the cluster that begins it to the one after its end. */
export class LineJudge {
  readonly #clusters: ClusterList;
  readonly #elastic: Elasticity;
  readonly #options: BreakOptions;
  readonly #mostGap: number;
  /** From this cluster on, the rest of the paragraph is a single character. */
  readonly #loneFrom: number;

  /** @param mostGapEm Lines whose gaps between Han are wider are no candidates. */
  constructor(clusters: ClusterList, elasticity: Elasticity, options: BreakOptions, mostGapEm: number) {
    this.#clusters = clusters;
    this.#elastic = elasticity;
    this.#options = options;
    this.#mostGap = mostGapEm;
    this.#loneFrom = loneFrom(clusters);
  }

  /** How much wider than its measure a line is with all gaps as wished. */
  overshoot(start: number, end: number): number {
    const { natural } = this.#elastic;
    const { widths, hangs, hyphenPt } = this.#options;
    const width = (natural[end] as number) - (natural[start] as number) - this.#leadingGap(start);
    const tail = this.#clusters.hyphen[end] === 1 ? hyphenPt : -(hangs?.[end] ?? 0);
    return width + tail - (start === 0 ? widths.first : widths.others);
  }

  #leadingGap(start: number): number {
    return start === 0 ? 0 : (this.#clusters.gap[start] as number);
  }

  /** The first place from `from` on, up to the end, that a line from `start` may come near: before it all are too loose. */
  nearest(start: number, from: number): number {
    const { manner, widths, hyphenPt, emPt } = this.#options;
    const { count } = this.#clusters;
    if (manner !== 'justify' || this.#mostGap === Number.POSITIVE_INFINITY) return from;
    const { natural, stretch, opening } = this.#elastic;
    const widthPt =
      (start === 0 ? widths.first : widths.others) +
      this.#leadingGap(start) -
      hyphenPt -
      TOLERANCE -
      (this.#clusters.partsNames ? MOST_SHORT_EM * emPt : 0);
    const before = natural[start] as number;
    const taken = stretch[start + 1] as number;
    const opened = opening[start + 1] as number;
    const gapPt = this.#mostGap * emPt;
    let end = from;
    while (
      end < count &&
      widthPt - ((natural[end] as number) - before) >
        (stretch[end] as number) - taken + ((opening[end] as number) - opened) * gapPt
    ) {
      end++;
    }
    return end;
  }

  /** Whether not even a line with all its gaps squeezed and one cell less would reach this far. */
  isOutOfReach(start: number, end: number, over: number): boolean {
    return over - this.#options.emPt > this.#give(start, end);
  }

  #give(start: number, end: number): number {
    if (this.#options.manner !== 'justify') return 0;
    const { slight, deep, deepest } = this.#elastic;
    const from = start + 1;
    return (
      (slight[end] as number) -
      (slight[from] as number) +
      ((deep[end] as number) - (deep[from] as number)) +
      ((deepest[end] as number) - (deepest[from] as number))
    );
  }

  /** The fault of a line in itself; infinite for one that does not fit or is not even enough for this pass. */
  fault(start: number, end: number, over: number): number {
    const isLast = end === this.#clusters.count;
    const { manner, emPt } = this.#options;
    if (manner !== 'justify') return raggedFault(over, emPt, isLast && manner === 'ragged');
    if (isLast && over <= TOLERANCE) return 0;
    return lineFault(this.#elastic, start, end, { over, emPt, mostGapEm: this.#mostGap });
  }

  /** What speaks against a line because of its neighbours. */
  context(start: number, end: number): number {
    const { hyphen, count } = this.#clusters;
    if (end === count) return start > 0 && start >= this.#loneFrom ? LONE_LAST : 0;
    return hyphen[start] === 1 && hyphen[end] === 1 ? HYPHEN_LADDER : 0;
  }
}

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
