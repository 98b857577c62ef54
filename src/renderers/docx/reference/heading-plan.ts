import type { OutlineEntry } from '../../../model/index.js';
import { type HeadingNumber, typed } from '../heading-counter.js';
import { formatNumber, labelShape } from '../number-formats.js';
import { HEADING_LEVELS } from '../word-styles.js';
import { bareMark, type TemplateLevel } from './template-numbers.js';

/** Whose numbers the headings bear where the template's heading styles number themselves. */
export interface TemplatePlan {
  /** `template`: its numbers stand; `typed`: ours do, as text, and its own are switched off. */
  readonly by: 'template' | 'typed';
  /** One for each entry of the outline, in its order. */
  readonly numbers: readonly HeadingNumber[];
}

/**
 * Decides between the numbers of the template and those of the author. The template's stand when the article has no
 * numbers at all, or when most that it has on the levels that the template numbers are of its scheme and in its order;
 * a heading that does not fit keeps its own as text. Otherwise all are typed.
 */
export function planByTemplate(
  entries: readonly OutlineEntry[],
  levels: ReadonlyMap<number, TemplateLevel>,
): TemplatePlan {
  const counter = new TemplateCounter(entries, levels);
  const numbers = entries.map((entry) => counter.next(entry));
  const labelled = entries.filter((entry) => entry.label && levels.has(levelOf(entry))).length;
  if (labelled === 0 || counter.agreeing * 2 > labelled) return { by: 'template', numbers };
  return { by: 'typed', numbers: entries.map(typed) };
}

const levelOf = ({ level }: OutlineEntry): number => Math.min(level, HEADING_LEVELS) - 1;

/** Counts as Word will. */
class TemplateCounter {
  /** Labels that the template prints. */
  agreeing = 0;
  readonly #levels: ReadonlyMap<number, TemplateLevel>;
  /** Levels of headings on which the author numbers. */
  readonly #labelled: ReadonlySet<number>;
  readonly #counts = new Map<number, number>();

  constructor(entries: readonly OutlineEntry[], levels: ReadonlyMap<number, TemplateLevel>) {
    this.#levels = levels;
    this.#labelled = new Set(entries.filter((entry) => entry.label).map(levelOf));
  }

  next(entry: OutlineEntry): HeadingNumber {
    const heading = levelOf(entry);
    const level = this.#levels.get(heading);
    if (!level) return typed(entry);
    if (!entry.label) {
      // 引言 among numbered headings has no number; where nobody numbers, the template does
      return this.#labelled.has(heading) ? typed(entry) : this.#count(heading, level);
    }
    if (!this.#fits(entry.label, heading, level)) return typed(entry);
    this.agreeing += 1;
    return this.#count(heading, level);
  }

  #fits(label: NonNullable<OutlineEntry['label']>, heading: number, level: TemplateLevel): boolean {
    const shape = labelShape(label);
    if (!shape || level.levelsAbove === undefined || shape.levelsAbove !== level.levelsAbove) return false;
    const isAlike =
      shape.format === level.format &&
      bareMark(shape.before) === level.before &&
      bareMark(shape.after) === level.after;
    if (!isAlike || label.ordinal !== this.#expected(heading, level)) return false;
    const above = label.numeral.split('.').slice(0, -1);
    return above.every((number, index) => {
      const at = heading - above.length + index;
      const isDigits = level.isLegal || this.#levels.get(at)?.format === 'decimal';
      return isDigits && Number(number) === this.#counts.get(at);
    });
  }

  #expected(heading: number, level: TemplateLevel): number {
    return (this.#counts.get(heading) ?? level.start - 1) + 1;
  }

  #count(heading: number, level: TemplateLevel): HeadingNumber {
    this.#counts.set(heading, this.#expected(heading, level));
    for (const [below, { listId, level: at }] of this.#levels) {
      if (below > heading && listId === level.listId && at > level.level) this.#counts.delete(below);
    }
    return { by: 'style', printed: this.#printed(level) };
  }

  /** The number as Word shows it, for the contents. */
  #printed({ listId, text, gap, isLegal }: TemplateLevel): string {
    const numbers = text.replace(/%([1-9])/g, (_, digit: string) => {
      const [at, level] = this.#levelAt(listId, Number(digit) - 1) ?? [];
      if (at === undefined || !level) return '1';
      const ordinal = this.#counts.get(at) ?? level.start;
      return formatNumber(isLegal ? 'decimal' : level.format, ordinal) ?? String(ordinal);
    });
    return numbers + gap;
  }

  #levelAt(listId: number, at: number): [heading: number, level: TemplateLevel] | undefined {
    return [...this.#levels].find(([, each]) => each.listId === listId && each.level === at);
  }
}
