import { CharClass } from './characters.js';
import type { ClusterList } from './cluster-list.js';

const C = CharClass;

/** Classes whose clusters depend on nothing beside the character and how it is set: no word, no neighbour. */
const ALONE: readonly number[] = [
  ...[C.Han, C.Open, C.Close, C.Comma, C.Stop, C.Query, C.FullOpen, C.FullMark],
  ...[C.Connector, C.HalfConnector, C.Dot, C.Slash, C.Iteration, C.SmallKana],
];

/** How characters are set, besides the face that draws them. */
export interface CellSetting {
  readonly sizePt: number;
  /** One cell of it, in points. */
  readonly cellPt: number;
  readonly region: string;
}

/**
 * The clusters that characters of a family and weight became when they came first, by the slot of its `GlyphTable`: a
 * book has a million, and some thousands that differ.
 */
export class CellTable {
  readonly setting: CellSetting;
  /** Class that the entry at a slot was made of, plus one; 0 where there is none. */
  madeOf: Uint8Array = new Uint8Array(0);
  /** Class of the cluster. */
  charClass: Uint8Array = new Uint8Array(0);
  width: Float64Array = new Float64Array(0);
  shift: Float64Array = new Float64Array(0);

  constructor(setting: CellSetting) {
    this.setting = setting;
  }

  /** Whether this is the table of a size, a cell and a region. */
  isOf(sizePt: number, cellPt: number, region: string): boolean {
    const own = this.setting;
    return own.sizePt === sizePt && own.cellPt === cellPt && own.region === region;
  }

  /** Remembers the last cluster of a list, made of the one character at a slot. */
  keep(slot: number, charClass: number, { count, first, width, shift }: ClusterList): void {
    if (!ALONE.includes(charClass)) return;
    const last = count - 1;
    this.madeOf[slot] = charClass + 1;
    this.charClass[slot] = first[last] as number;
    this.width[slot] = width[last] as number;
    this.shift[slot] = shift[last] as number;
  }

  /** Makes room for so many slots. */
  reserve(room: number): void {
    if (room <= this.madeOf.length) return;
    const { madeOf, charClass, width, shift } = this;
    this.madeOf = new Uint8Array(room);
    this.charClass = new Uint8Array(room);
    this.width = new Float64Array(room);
    this.shift = new Float64Array(room);
    this.madeOf.set(madeOf);
    this.charClass.set(charClass);
    this.width.set(width);
    this.shift.set(shift);
  }
}
