import type { RepairCount } from '../model/index.js';

/** Counts repairs by rule while a document is read. */
export class RepairTally {
  readonly #counts = new Map<string, number>();

  add(rule: string, count = 1): void {
    if (count > 0) this.#counts.set(rule, (this.#counts.get(rule) ?? 0) + count);
  }

  /** Rules in order of their names, so that the same document reports the same. */
  list(): RepairCount[] {
    return [...this.#counts]
      .map(([rule, count]) => ({ rule, count }))
      .sort((a, b) => (a.rule < b.rule ? -1 : 1));
  }
}
