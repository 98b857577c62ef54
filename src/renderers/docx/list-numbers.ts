import type { List, ListItem, SectionLabel } from '../../model/index.js';
import { formatLabel } from '../../numbering/index.js';
import { type ListLevel, uniformKey } from './list-book.js';
import type { Manuscript } from './manuscript.js';
import { labelShape, shapeKey, typedLabel } from './number-formats.js';

/** What stands before an item: a number or sign of Word's own list, or text. */
export type ItemNumber =
  | { readonly by: 'list'; readonly listId: number }
  | { readonly by: 'text'; readonly text: string };

/** Where labels stand, as each level of a list says it. */
export interface LabelPlace {
  /** Differs from that of any other place. */
  readonly key: string;
  readonly at: (depth: number) => Pick<ListLevel, 'indent' | 'tab' | 'endsAtIndent'>;
}

/** Word has nine levels; deeper lists share the last. */
export const LAST_LEVEL = 8;

/** Signs before items without a number, by depth. */
const BULLETS = ['•', '◦', '▪'] as const;

const TASK_SIGNS = { done: '☑', open: '☐' } as const;

/** So many times the numbers of a list may jump; each takes a list of its own, of which Word has 2,047. */
const MOST_JUMPS = 20;

/** The label of an item as the PDF prints it: its own, or in an ordered list its place. */
export function labelOf({ label }: ListItem, { ordered }: List, index: number): SectionLabel | undefined {
  return label ?? (ordered ? formatLabel('arabic', index + 1) : undefined);
}

/** The box of a task, where its item has one; text, since programs that read Word files know no bullet from another. */
export function taskSign({ checked }: ListItem): string | undefined {
  if (checked === undefined) return undefined;
  return checked ? TASK_SIGNS.done : TASK_SIGNS.open;
}

/**
 * The numbers of the items of one list. Word counts them; where the author's jump or repeat, a list begins with the
 * author's number, as Word's own “set numbering value” does it.
 */
export function itemNumbers(
  manuscript: Manuscript,
  list: List,
  level: number,
  place: LabelPlace,
): ItemNumber[] {
  const { lists } = manuscript;
  let series: { readonly key: string; readonly listId: number; count: number } | undefined;
  let jumps = 0;
  return list.items.map((item, index): ItemNumber => {
    const label = labelOf(item, list, index);
    if (!label) {
      const sign = taskSign(item);
      return sign === undefined
        ? { by: 'list', listId: bullets(manuscript, place) }
        : { by: 'text', text: sign };
    }
    const shape = manuscript.typesNumbers ? undefined : labelShape(label);
    if (!shape || shape.levelsAbove > 0) return { by: 'text', text: typedLabel(label) };
    const key = shapeKey(shape);
    if (series?.key !== key || label.ordinal !== series.count + 1) {
      if (series) jumps += 1;
      if (jumps > MOST_JUMPS) return { by: 'text', text: typedLabel(label) };
      const definitionId = lists.defineOnce(uniformKey(place.key, shape), () =>
        levels(place, () => ({ shape })),
      );
      series = { key, listId: lists.add(definitionId, new Map([[level, label.ordinal]])), count: 0 };
    }
    series.count = label.ordinal;
    return { by: 'list', listId: series.listId };
  });
}

/** The list of all items that have bullets in a place. */
function bullets({ lists }: Manuscript, place: LabelPlace): number {
  return lists.addOnce(`${place.key} bullets`, () =>
    levels(place, (depth) => ({ bullet: BULLETS[depth % BULLETS.length] ?? BULLETS[0] })),
  );
}

/** Nine levels that print alike. */
function levels(
  place: LabelPlace,
  label: (depth: number) => Pick<ListLevel, 'shape' | 'bullet'>,
): ListLevel[] {
  return Array.from({ length: LAST_LEVEL + 1 }, (_, depth) => ({ ...label(depth), ...place.at(depth) }));
}
