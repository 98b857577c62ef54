import type { Mark, Run } from '../html/runs.js';
import type { RunLook } from './run-look.js';

type Combined = NonNullable<RunLook['combined']>;

/** 双行合一: runs that Word sets in two rows together, and the brackets that it draws around them. */
export class CombinedText {
  readonly #marks = new Map<string, Mark>();
  readonly #brackets = new Map<Mark, string>();

  /** One mark for all runs of a number: they are one remark. */
  markOf({ id, brackets }: Combined): Mark {
    const known = this.#marks.get(id);
    if (known && (this.#brackets.get(known) ?? '') === brackets) return known;
    const mark: Mark = { type: 'warichu' };
    this.#marks.set(id, mark);
    if (brackets !== '') this.#brackets.set(mark, brackets);
    return mark;
  }

  /** Runs with the brackets of each remark as text before and after it. */
  bracket(runs: readonly Run[]): readonly Run[] {
    if (this.#brackets.size === 0) return runs;
    const bracketed: Run[] = [];
    let inside: Run | undefined;
    const close = (): void => {
      if (inside) bracketed.push(this.#bracketOf(inside, 1));
      inside = undefined;
    };
    for (const run of runs) {
      const isSame = inside !== undefined && this.#markOn(run) === this.#markOn(inside);
      if (!isSame) close();
      if (!isSame && this.#markOn(run)) bracketed.push(this.#bracketOf(run, 0));
      bracketed.push(run);
      inside = this.#markOn(run) ? run : undefined;
    }
    close();
    return bracketed;
  }

  #markOn({ marks }: Run): Mark | undefined {
    return marks.find((mark) => this.#brackets.has(mark));
  }

  #bracketOf(run: Run, side: 0 | 1): Run {
    const mark = this.#markOn(run) as Mark;
    const text = this.#brackets.get(mark)?.charAt(side) ?? '';
    return { ...run, leaf: { type: 'text', text }, marks: run.marks.slice(0, run.marks.indexOf(mark)) };
  }
}
