import { formatNumber, isBullet } from './number-formats.js';
import type { List, ListLevel } from './numbering.js';

/** The number that Word prints before a paragraph. */
export interface PrintedNumber {
  /** Empty for a bullet, or where the list prints nothing. */
  readonly text: string;
  readonly value: number;
  readonly level: ListLevel;
}

/** How far each level of one definition has counted; undefined: not begun. */
type Counts = (number | undefined)[];

/** Counts the paragraphs of all lists of a document, in their order, as Word does. */
export class NumberCounter {
  readonly #counts = new Map<string, Counts>();
  readonly #begun = new Set<number>();

  /** The number of the next paragraph of a list. */
  next(numId: number, list: List, at: number): PrintedNumber {
    const counts = this.#countsOf(list);
    this.#begin(numId, list, counts);
    const level = list.levels[at] as ListLevel;
    const value = (counts[at] ?? startOf(list, at) - 1) + 1;
    counts[at] = value;
    // a paragraph of this level starts the levels below anew
    for (let below = at + 1; below < list.levels.length; below++) {
      const after = list.levels[below]?.restartAfter ?? below;
      if (after > at) counts[below] = undefined;
    }
    return { text: isBullet(level.format) ? '' : print(list, level, counts), value, level };
  }

  #countsOf(list: List): Counts {
    const known = this.#counts.get(list.definition);
    if (known) return known;
    const counts: Counts = [];
    this.#counts.set(list.definition, counts);
    return counts;
  }

  /** A list that says where to start does so when its first paragraph comes. */
  #begin(numId: number, list: List, counts: Counts): void {
    if (this.#begun.has(numId)) return;
    this.#begun.add(numId);
    for (const level of list.restarts.keys()) counts[level] = undefined;
  }
}

function startOf(list: List, at: number): number {
  return list.restarts.get(at) ?? list.levels[at]?.start ?? 1;
}

/** `%2` is the number of the second level; one that has not begun shows where it will start. */
function print(list: List, level: ListLevel, counts: Counts): string {
  return level.text.slice(0, 100).replace(/%([1-9])/g, (_whole, digit: string) => {
    const at = Number(digit) - 1;
    const value = counts[at] ?? startOf(list, at);
    const format = level.isLegal ? 'decimal' : (list.levels[at]?.format ?? 'decimal');
    return formatNumber(format, value);
  });
}
