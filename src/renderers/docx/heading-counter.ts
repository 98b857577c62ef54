import type { OutlineEntry } from '../../model/index.js';
import { type ListBook, type ListLevel, uniformKey } from './list-book.js';
import { type LabelShape, shapeKey, typedLabel } from './number-formats.js';
import { HEADING_LEVELS } from './word-styles.js';
import type { XmlElement } from './xml.js';

/** Where the number of one heading comes from. */
export type HeadingNumber =
  /** From its style: the list that is linked to the headings. */
  | {
      readonly by: 'style' /** What it prints, where that is not the author's label. */;
      readonly printed?: string;
    }
  /** From a list named in the paragraph: one that begins again, or another way of numbering. */
  | { readonly by: 'list'; readonly listId: number; readonly level: number }
  /** The author's own label as text, perhaps none; the style's number is switched off. */
  | { readonly by: 'text'; readonly label: string };

/** A heading with what the plan asks of it. */
export interface Numbered {
  readonly entry: OutlineEntry;
  /** From 0, as Word counts the levels of a list. */
  readonly level: number;
  /** Index of the heading above it; headings with the same one are siblings. */
  readonly parent: number;
  readonly shape?: LabelShape;
}

/** The label as its author wrote it. */
export const typed = (entry: OutlineEntry): HeadingNumber => ({ by: 'text', label: typedLabel(entry.label) });

/** A list that is linked to the headings of some levels in a row. */
export interface HeadingList {
  readonly levels: readonly ListLevel[];
  /** The lowest level that is numbered; those above it belong to the list even when they print nothing. */
  readonly lowest: number;
  readonly lists: ListBook;
  readonly definitionId: number;
  readonly linkedId: number;
  readonly indent: (level: number) => XmlElement;
}

/** Counts as Word will, and starts a new list wherever Word would count otherwise than the author. */
export class HeadingCounter {
  private readonly counts: number[] = new Array<number>(HEADING_LEVELS).fill(0);
  /** Parents whose children have begun to be counted, by level and shape. */
  private readonly begun = new Set<string>();
  private readonly others = new Map<string, { listId: number; count: number }>();
  private readonly list: HeadingList;
  private currentId: number;
  /** Where the levels of the current list were told to start, and which of them have. */
  private starts: ReadonlyMap<number, number> = new Map();
  private readonly started = new Set<number>();

  constructor(list: HeadingList) {
    this.list = list;
    this.currentId = list.linkedId;
  }

  /** The list that the styles are linked to. */
  get linkedId(): number {
    return this.list.linkedId;
  }

  next(heading: Numbered): HeadingNumber {
    const { level, shape, entry } = heading;
    const main = this.list.levels[level]?.shape;
    if (!main && !entry.label && level <= this.list.lowest) return this.count(level, 0);
    if (!shape || !entry.label) return typed(entry);
    if (!main || shapeKey(main) !== shapeKey(shape)) return this.nextOfOther(heading, shape);
    return this.nextOfMain(heading, shape, entry.label.ordinal);
  }

  private nextOfMain(heading: Numbered, shape: LabelShape, ordinal: number): HeadingNumber {
    const { level, entry } = heading;
    if (!this.agreesAbove(entry.label?.numeral ?? '', level, shape)) return typed(entry);
    const key = `${heading.parent}:${level}`;
    const isFirst = !this.begun.has(key);
    if (ordinal !== this.expected(level)) {
      if (!isFirst || shape.levelsAbove > 0) return typed(entry);
      this.beginAgain(level, ordinal);
    }
    this.begun.add(key);
    return this.count(level, ordinal);
  }

  /**
   * The number that Word gives the next heading of a level. Undefined when a level that was told to start at another
   * number than one begins again: the standard says there, programs say at one.
   */
  private expected(level: number): number | undefined {
    const count = this.counts[level] ?? 0;
    const start = this.starts.get(level);
    if (start !== undefined && !this.started.has(level)) return start;
    return count === 0 && start !== undefined && start !== 1 ? undefined : count + 1;
  }

  /** Of 1.2 the 1 must be what Word prints for the level above. */
  private agreesAbove(numeral: string, level: number, shape: LabelShape): boolean {
    const above = numeral.split('.').slice(0, -1);
    return above.every((number, index) => Number(number) === this.counts[level - shape.levelsAbove + index]);
  }

  /** A new list that takes over the counts of the levels above and starts the level with the author's number. */
  private beginAgain(level: number, ordinal: number): void {
    const starts = new Map<number, number>();
    for (let above = 0; above < level; above += 1) {
      if (this.list.levels[above]?.shape) starts.set(above, (this.counts[above] ?? 0) + 1);
    }
    starts.set(level, ordinal);
    this.currentId = this.list.lists.add(this.list.definitionId, starts);
    this.starts = starts;
    this.started.clear();
  }

  private count(level: number, ordinal: number): HeadingNumber {
    this.counts[level] = ordinal;
    this.started.add(level);
    for (let below = level + 1; below < HEADING_LEVELS; below += 1) {
      this.counts[below] = 0;
    }
    return this.currentId === this.list.linkedId
      ? { by: 'style' }
      : { by: 'list', listId: this.currentId, level };
  }

  /** Siblings numbered in another way than most headings of their level have a list of their own. */
  private nextOfOther(heading: Numbered, shape: LabelShape): HeadingNumber {
    const { level, entry } = heading;
    const ordinal = entry.label?.ordinal ?? 0;
    if (shape.levelsAbove > 0) return typed(entry);
    const key = `${heading.parent}:${level}:${shapeKey(shape)}`;
    const series = this.others.get(key);
    if (series && ordinal !== series.count + 1) return typed(entry);
    const listId = series?.listId ?? this.addOther(level, shape, ordinal);
    this.others.set(key, { listId, count: ordinal });
    return { by: 'list', listId, level: 0 };
  }

  private addOther(level: number, shape: LabelShape, start: number): number {
    const definitionId = this.list.lists.defineOnce(uniformKey(`heading-${level}`, shape), () => [
      { shape, indent: this.list.indent(level), tab: false },
    ]);
    return this.list.lists.add(definitionId, new Map([[0, start]]));
  }
}
