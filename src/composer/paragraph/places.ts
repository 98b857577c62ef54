import type { InlineItem, PlaceItem } from '../inline.js';
import type { Line } from '../line.js';
import { itemText } from './gather.js';

/** A named place in the text of a paragraph. */
interface TextPlace {
  readonly name: string;
  /** UTF-16 index of the character that follows it. */
  readonly at: number;
}

/** A paragraph without its places, which must not be seen in how it is set, and the places. */
export interface LiftedItems {
  readonly set: readonly InlineItem[];
  readonly places: readonly TextPlace[];
}

const isPlace = (item: InlineItem): item is PlaceItem => item.type === 'place';

export function liftPlaces(items: readonly InlineItem[]): LiftedItems {
  if (!items.some(isPlace)) return { set: items, places: [] };
  const places: TextPlace[] = [];
  let at = 0;
  for (const item of items) {
    if (isPlace(item)) places.push({ name: item.name, at });
    else at += itemText(item).length;
  }
  return { set: items.filter((item) => !isPlace(item)), places };
}

/** The lines, each with the places whose next character stands on it; what the text ends with is on the last. */
export function namePlaces(lines: readonly Line[], places: readonly TextPlace[]): readonly Line[] {
  if (places.length === 0) return lines;
  let next = 0;
  return lines.map((line, index) => {
    const from = next;
    const isLast = index === lines.length - 1;
    while (next < places.length && (isLast || (places[next] as TextPlace).at < line.end)) next++;
    return next === from ? line : { ...line, places: places.slice(from, next).map(({ name }) => name) };
  });
}
