import type { InlineItem, TextLook } from '../inline.js';
import { CharClass, classify } from './characters.js';
import { plainLetter } from './plain-letter.js';
import { Scratch } from './scratch.js';

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
  /** Bit `c` is set where a character had the class `c` before `resolveClasses`, for those below 32. */
  readonly occurring: number;
  /** Whether some character takes two units of the text. */
  readonly isAstral: boolean;
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

// Of the paragraph at hand.
const CODE_POINTS: Scratch<Uint32Array> = new Scratch(Uint32Array);
const CLASSES: Scratch<Uint8Array> = new Scratch(Uint8Array);
const OFFSETS: Scratch<Uint32Array> = new Scratch(Uint32Array);
const ITEM_INDEXES: Scratch<Uint32Array> = new Scratch(Uint32Array);

/** Lays out the items' characters side by side, until the next paragraph's are. @param items Without breaks. */
export function gatherCharacters(items: readonly InlineItem[]): Characters {
  const only = items.length === 1 ? items[0] : undefined;
  const text = only ? itemText(only) : items.map(itemText).join('');
  const room = text.length + items.length;
  const codePoints = CODE_POINTS.take(room);
  const classes = CLASSES.take(room);
  const offsets = OFFSETS.take(room + 1);
  const itemIndexes = ITEM_INDEXES.take(room);
  let count = 0;
  let offset = 0;
  let owner = 0;
  let occurring = 0;
  let isAstral = false;
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as InlineItem;
    // Text in pieces of one look is one text: how a reader cut it must not be seen.
    const before = items[owner];
    if (!(before?.type === 'text' && item.type === 'text' && before.look === item.look)) owner = index;
    const first = count;
    if (item.type === 'box') {
      codePoints[count] = OBJECT_REPLACEMENT;
      classes[count] = CharClass.Box;
      offsets[count++] = offset;
    }
    const end = only ? text.length : offset + itemText(item).length;
    const isPlain = item.type === 'text' && item.look.plainLetters === true;
    while (offset < end) {
      const unit = text.charCodeAt(offset);
      const written = (unit & 0xfc00) === 0xd800 ? (text.codePointAt(offset) as number) : unit;
      const codePoint = isPlain ? plainLetter(written) : written;
      const charClass = item.type === 'noteMark' ? CharClass.NoteMark : classify(codePoint);
      codePoints[count] = codePoint;
      classes[count] = charClass;
      offsets[count++] = offset;
      occurring |= 1 << charClass;
      if (written > 0xffff) isAstral = true;
      offset += written > 0xffff ? 2 : 1;
    }
    itemIndexes.fill(owner, first, count);
  }
  offsets[count] = offset;
  return {
    text,
    codePoints: codePoints.subarray(0, count),
    classes: classes.subarray(0, count),
    offsets: offsets.subarray(0, count + 1),
    itemIndexes: itemIndexes.subarray(0, count),
    items,
    looks: looksOf(items),
    occurring,
    isAstral,
  };
}

function looksOf(items: readonly InlineItem[]): TextLook[] {
  let last = items.find((item) => 'look' in item)?.look ?? NO_LOOK;
  return items.map((item) => {
    if ('look' in item) last = item.look;
    return last;
  });
}
