import type { InlineItem, TextLook } from '../inline.js';
import { CharClass, classify } from './characters.js';
import { plainLetter } from './plain-letter.js';

/** A stretch of a paragraph without obligatory line ends, as parallel arrays with one entry a code point. */
export interface Characters {
  /** What the runs of its lines must add up to. */
  readonly text: string;
  readonly codePoints: Uint32Array;
  /** A `CharClass` each; `resolveClasses` settles those that depend on neighbours. */
  readonly classes: Uint8Array;
  /** UTF-16 index in `text` of each code point; one entry more than there are code points. */
  readonly offsets: Uint32Array;
  /** Index into `items` of what each came from; for texts of one look in a row, of the first. */
  readonly itemIndexes: Uint32Array;
  readonly items: readonly InlineItem[];
  /** Look of each item; a box has that of its neighbour. */
  readonly looks: readonly TextLook[];
}

/** Stands for an image among the code points; it has no length in the text. */
export const OBJECT_REPLACEMENT = 0xfffc;

const NO_LOOK: TextLook = { family: '', weight: 'regular', sizePt: 0, color: '#000000' };

/** The characters of an item that belong to the paragraph's text: readings, images and line ends do not. */
export function itemText(item: InlineItem): string {
  switch (item.type) {
    case 'text':
    case 'noteMark':
      return item.text;
    case 'ruby':
      return item.base;
    default:
      return '';
  }
}

/** Lays out the items' characters side by side. @param items Without breaks. */
export function gatherCharacters(items: readonly InlineItem[]): Characters {
  const texts = items.map(itemText);
  const text = texts.length === 1 ? (texts[0] as string) : texts.join('');
  const boxes = items.reduce((count, item) => count + (item.type === 'box' ? 1 : 0), 0);
  const room = text.length + boxes;
  const codePoints = new Uint32Array(room);
  const offsets = new Uint32Array(room + 1);
  const itemIndexes = new Uint32Array(room);
  let count = 0;
  let offset = 0;
  let owner = 0;
  items.forEach((item, itemIndex) => {
    // Text in pieces of one look is one text: how a reader cut it must not be seen.
    const before = items[owner];
    if (!(before?.type === 'text' && item.type === 'text' && before.look === item.look)) owner = itemIndex;
    if (item.type === 'box') {
      codePoints[count] = OBJECT_REPLACEMENT;
      itemIndexes[count] = itemIndex;
      offsets[count++] = offset;
    }
    const isPlain = item.type === 'text' && item.look.plainLetters === true;
    for (const end = offset + (texts[itemIndex] as string).length; offset < end; ) {
      const codePoint = text.codePointAt(offset) as number;
      codePoints[count] = isPlain ? plainLetter(codePoint) : codePoint;
      itemIndexes[count] = owner;
      offsets[count++] = offset;
      offset += codePoint > 0xffff ? 2 : 1;
    }
  });
  offsets[count] = offset;
  return {
    text,
    codePoints: codePoints.subarray(0, count),
    classes: classifyAll(codePoints, itemIndexes, items, count),
    offsets: offsets.subarray(0, count + 1),
    itemIndexes,
    items,
    looks: looksOf(items),
  };
}

function classifyAll(
  codePoints: Uint32Array,
  itemIndexes: Uint32Array,
  items: readonly InlineItem[],
  count: number,
): Uint8Array {
  const classes = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    const item = items[itemIndexes[index] as number];
    if (item?.type === 'box') classes[index] = CharClass.Box;
    else if (item?.type === 'noteMark') classes[index] = CharClass.NoteMark;
    else classes[index] = classify(codePoints[index] as number);
  }
  return classes;
}

function looksOf(items: readonly InlineItem[]): TextLook[] {
  let last = items.find((item) => 'look' in item)?.look ?? NO_LOOK;
  return items.map((item) => {
    if ('look' in item) last = item.look;
    return last;
  });
}
