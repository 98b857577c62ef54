import type { Cleaned } from './removal.js';
import type { FactReason, RemovedText } from './report.js';
import type { Row } from './row.js';

/** Keeps account of every line taken out of the text; with `keepAll` nothing is. */
export class Ledger {
  readonly #keepAll: boolean;
  readonly #removed: RemovedText[] = [];
  readonly #facts: FactReason[] = [];
  #kept: ReadonlySet<number> = new Set();

  constructor(keepAll: boolean) {
    this.#keepAll = keepAll;
  }

  /** What the pass left, or, when all is to be kept, what it was given. Its facts count either way. */
  take(cleaned: Omit<Cleaned, 'facts'> & Partial<Cleaned>, before: readonly Row[]): readonly Row[] {
    for (const fact of cleaned.facts ?? []) this.#facts.push(fact);
    if (this.#keepAll) return before;
    // one by one: there may be more of them than the arguments of one call may be
    for (const text of cleaned.removed) if (!this.#kept.has(text.line)) this.#removed.push(text);
    return this.#kept.size === 0 ? cleaned.rows : this.#withKept(cleaned.rows, before);
  }

  /** From now on no pass may take these lines: the user's rules want them. */
  keep(lines: ReadonlySet<number>): void {
    this.#kept = lines;
  }

  /** The rows with the kept ones that a pass took, or took a piece of, back in their places. */
  #withKept(rows: readonly Row[], before: readonly Row[]): Row[] {
    const wanted = before.filter(({ line }) => this.#kept.has(line));
    const others = rows.filter(({ line }) => !this.#kept.has(line));
    const all: Row[] = [];
    let next = 0;
    for (const row of others) {
      for (let kept = wanted[next]; kept && kept.line < row.line; kept = wanted[++next]) all.push(kept);
      all.push(row);
    }
    return [...all, ...wanted.slice(next)];
  }

  /** In order of the source. */
  get removed(): readonly RemovedText[] {
    return this.#removed.toSorted((one, other) => one.line - other.line);
  }

  /** Lines from which the rule took text. */
  linesOf(rule: string): number[] {
    return this.#removed.filter((removed) => removed.rule === rule).map(({ line }) => line);
  }

  get facts(): readonly FactReason[] {
    return this.#facts;
  }
}
