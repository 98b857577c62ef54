import type { SectionLabel } from '../model/index.js';

/** A heading with the number that it gets, or a scope of numbers: the article, a part, a heading without one. */
export interface Numbered {
  readonly label?: SectionLabel;
  /** Absent when the number is dropped. */
  readonly next?: SectionLabel;
  readonly parent?: Numbered;
  /** Its place in reading order, and the place of the last heading inside it. */
  readonly at: number;
  lastAt: number;
}

/** All headings of an article in reading order, found by what they are called. */
export class NumberedHeadings {
  readonly root: Numbered = { at: 0, lastAt: 0 };
  readonly #byName = new Map<string, Numbered[]>();
  #count = 0;

  /** Headings are added in reading order; what they hold is added before the next of them. */
  add(parent: Numbered, label?: SectionLabel, next?: SectionLabel): Numbered {
    const at = ++this.#count;
    const heading: Numbered = { ...(label && { label }), ...(next && { next }), parent, at, lastAt: at };
    for (const name of label ? namesOf(label) : []) {
      const named = this.#byName.get(name);
      if (named) named.push(heading);
      else this.#byName.set(name, [heading]);
    }
    for (let scope: Numbered | undefined = parent; scope; scope = scope.parent) scope.lastAt = at;
    return heading;
  }

  /** A place that is no heading and is called something else: a picture or table, by the number of its caption. */
  addPlace(parent: Numbered, name: string): Numbered {
    const place = this.add(parent);
    const named = this.#byName.get(name);
    if (named) named.push(place);
    else this.#byName.set(name, [place]);
    return place;
  }

  /**
   * The heading that a reference means: the only one of its name in the narrowest scope around the reference that
   * has one (第二节 inside 第三章 is the chapter's own).
   *
   * @param name {@link ordinalName} or {@link numeralName}.
   * @returns `none` when nothing in the article is so named, `several` when the narrowest scope does not decide.
   */
  find(name: string, from: Numbered): Numbered | 'none' | 'several' {
    const named = this.#byName.get(name) ?? [];
    for (let scope: Numbered | undefined = from; scope && named.length > 0; scope = scope.parent) {
      const first = firstFrom(named, scope.at);
      const found = named[first];
      if (!found || found.at > scope.lastAt) continue;
      const another = named[first + 1];
      return another && another.at <= scope.lastAt ? 'several' : found;
    }
    return 'none';
  }
}

export function ordinalName({ scheme, ordinal }: Pick<SectionLabel, 'scheme' | 'ordinal'>): string {
  return `${scheme} ${ordinal}`;
}

/** 1.2.3 is named by all its numbers. */
export function numeralName({ scheme, numeral }: Pick<SectionLabel, 'scheme' | 'numeral'>): string {
  return `${scheme} =${numeral}`;
}

function namesOf(label: SectionLabel): string[] {
  return label.scheme === 'decimal' ? [numeralName(label)] : [ordinalName(label)];
}

/** Index of the first heading that stands at a place or behind it. */
function firstFrom(headings: readonly Numbered[], at: number): number {
  let [low, high] = [0, headings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
