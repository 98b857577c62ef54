import { type OutlineEntry, plainText } from '../../model/index.js';
import { HeadingCounter, type HeadingNumber, type Numbered, typed } from './heading-counter.js';
import type { ListBook, ListLevel } from './list-book.js';
import { type LabelShape, labelShape, shapeKey } from './number-formats.js';
import type { LinkedLists } from './styles.js';
import { HEADING_LEVELS, headingId } from './word-styles.js';
import type { XmlElement } from './xml.js';

export interface HeadingPlan {
  /** One for each entry of the outline, in its order. */
  readonly numbers: readonly HeadingNumber[];
  readonly linked?: LinkedLists;
}

/** Every label as text. */
export function typedHeadings(entries: readonly OutlineEntry[]): HeadingPlan {
  return { numbers: entries.map(typed) };
}

/**
 * Decides for every heading whether Word can count it. A label is left to Word when it is the next of its series,
 * or the first under its parent (which may start at any number); every other stays as its author typed it, so that
 * no heading is ever renumbered.
 *
 * @param indent The `w:ind` of headings of a level (from 0), which the list levels must repeat.
 */
export function planHeadingNumbers(
  entries: readonly OutlineEntry[],
  lists: ListBook,
  indent: (level: number) => XmlElement,
): HeadingPlan {
  const headings = withParents(entries);
  const mainShapes = commonShapes(headings);
  const lowest = mainShapes.findLastIndex((shape) => shape !== undefined);
  if (lowest < 0) return typedHeadings(entries);
  const starts = chainStarts(headings, mainShapes).filter((start) => start <= lowest);
  const counters = starts.map((start, index) => {
    const end = (starts[index + 1] ?? lowest + 1) - 1;
    return newCounter(mainShapes, start, end, lists, indent);
  });
  const counterOf = (level: number): number => starts.findLastIndex((start) => start <= level);
  return {
    numbers: headings.map(
      (heading) => counters[counterOf(heading.level)]?.next(heading) ?? typed(heading.entry),
    ),
    linked: new Map(
      Array.from({ length: lowest + 1 }, (_, level) => [level, counters[counterOf(level)]?.linkedId ?? 0]),
    ),
  };
}

/**
 * Levels that begin a list of their own: the first, and each that counts on through the whole document (第一条 …).
 * Inside the list of the levels above it would be set back by them; `w:lvlRestart` says otherwise, but LibreOffice
 * does not read it.
 */
function chainStarts(headings: readonly Numbered[], shapes: readonly (LabelShape | undefined)[]): number[] {
  const reachesAbove = (level: number): boolean =>
    shapes.some((shape, below) => below > level && shape !== undefined && below - shape.levelsAbove < level);
  return shapes.flatMap((shape, level) =>
    level === 0 || (continues(headings, level, shape) && !reachesAbove(level)) ? [level] : [],
  );
}

/** The counter of the levels from `start` to `end`, with a definition and a list that their styles are linked to. */
function newCounter(
  shapes: readonly (LabelShape | undefined)[],
  start: number,
  end: number,
  lists: ListBook,
  indent: (level: number) => XmlElement,
): HeadingCounter {
  const levels = shapes.map((shape, level): ListLevel => {
    const isOwn = level >= start && level <= end;
    return {
      ...(isOwn && shape && { shape }),
      indent: indent(level),
      tab: false,
      ...(isOwn && { style: headingId(level + 1) }),
    };
  });
  const definitionId = lists.define(levels);
  const linkedId = lists.add(definitionId);
  return new HeadingCounter({ levels, lowest: end, lists, definitionId, linkedId, indent });
}

function withParents(entries: readonly OutlineEntry[]): Numbered[] {
  const open: number[] = [];
  return entries.map((entry, index) => {
    open.length = Math.min(open.length, entry.level - 1);
    const parent = open.at(-1) ?? -1;
    for (let depth = open.length; depth < entry.level; depth += 1) open.push(index);
    const shape = hasText(entry) && entry.label ? labelShape(entry.label) : undefined;
    return {
      entry,
      level: Math.min(entry.level, HEADING_LEVELS) - 1,
      parent,
      ...(shape && { shape }),
    };
  });
}

/** A heading that is nothing but a number keeps it as text: Word leaves empty headings out of contents and navigation. */
function hasText({ heading }: OutlineEntry): boolean {
  return plainText(heading).trim() !== '';
}

/** For each level the shape that most of its headings have. */
function commonShapes(headings: readonly Numbered[]): (LabelShape | undefined)[] {
  return Array.from({ length: HEADING_LEVELS }, (_, level) => {
    const counts = new Map<string, { shape: LabelShape; count: number }>();
    for (const heading of headings) {
      if (heading.level !== level || !heading.shape || heading.shape.levelsAbove > level) continue;
      const key = shapeKey(heading.shape);
      const row = counts.get(key) ?? { shape: heading.shape, count: 0 };
      counts.set(key, { ...row, count: row.count + 1 });
    }
    const rows = [...counts.values()];
    const most = Math.max(0, ...rows.map((row) => row.count));
    return rows.find((row) => row.count === most)?.shape;
  });
}

/** Whether the headings of a level count on from parent to parent: 第一章 has 第一条 to 第五条, 第二章 goes on with 第六条. */
function continues(headings: readonly Numbered[], level: number, shape: LabelShape | undefined): boolean {
  if (!shape || shape.levelsAbove > 0) return false;
  let last: { ordinal: number; parent: number } | undefined;
  let goesOn = 0;
  for (const heading of headings) {
    if (heading.level !== level || !heading.shape || shapeKey(heading.shape) !== shapeKey(shape)) continue;
    const ordinal = heading.entry.label?.ordinal ?? 0;
    if (last && heading.parent !== last.parent) {
      if (ordinal !== last.ordinal + 1) return false;
      goesOn += 1;
    }
    last = { ordinal, parent: heading.parent };
  }
  return goesOn > 0;
}
