import type { ParagraphSettings } from '../inline.js';
import { CharClass } from './characters.js';
import type { ClusterDesk } from './cluster-desk.js';

const C = CharClass;

const FULL_COLON = 0xff1a;
const FULL_SEMICOLON = 0xff1b;
/** A mark further than this from the middle of its cell is moved there, where it belongs there. */
const OFF_MIDDLE_EM = 0.04;

/** Where a mark that is no bracket stands in a region: in half a cell beside its blank, or in the middle of a whole one. */
type Standing = 'half' | 'middle' | 'middle and lifted';

/**
 * Taiwan and Hong Kong set all of 。，、：；？！ in the middle of the cell; Japan ：；？！ and all columns these four.
 * @see CLREQ, table of punctuation marks; JLREQ, 3.1.2 and appendix A.4 and A.5
 */
function standingOf(charClass: number, codePoint: number, settings: ParagraphSettings): Standing {
  const isTall = charClass === C.Query || codePoint === FULL_COLON || codePoint === FULL_SEMICOLON;
  if (settings.region.startsWith('zh-Hant')) return isTall ? 'middle' : 'middle and lifted';
  return isTall && (settings.region === 'ja' || settings.vertical) ? 'middle' : 'half';
}

/** Makes clusters of full-width marks: half a cell that holds the ink, its blank half being a gap, or a whole cell. */
export class MarkClusters {
  readonly #desk: ClusterDesk;

  constructor(desk: ClusterDesk) {
    this.#desk = desk;
  }

  /** @returns The index after the mark. */
  add(char: number, charClass: number): number {
    const { cell, table, settings, characters } = this.#desk;
    const slot = this.#desk.slotOrMissing(char, charClass, cell / 2);
    if (slot < 0) return char + 1;
    const isBracket = charClass === C.Open || charClass === C.Close;
    const standing = isBracket
      ? 'half'
      : standingOf(charClass, characters.codePoints[char] as number, settings);
    const [left, right] = table.ink(slot);
    if (standing !== 'half') {
      this.#addMiddle(char, C.FullMark, cell, slot);
      if (standing === 'middle and lifted') this.#lift(slot);
    } else if (!isBracket && left > 0.2 && right > 0.55 && right < 0.8) {
      // The face centres it: a blank taken from one side only would cut into it.
      this.#addMiddle(char, charClass, cell / 2, slot);
    } else this.#addHalf(char, charClass, slot);
    return char + 1;
  }

  #addMiddle(char: number, charClass: number, width: number, slot: number): void {
    const [left, right] = this.#desk.table.ink(slot);
    const middle = ((left + right) / 2) * this.#desk.look.sizePt;
    this.#desk.add(char, charClass, width, width / 2 - middle, slot);
  }

  /** A face of the mainland has its stops low and left: lifted, they stand as the region wants them. */
  #lift(slot: number): void {
    const above = this.#desk.table.aboveMiddleEm(slot);
    if (Math.abs(above) > OFF_MIDDLE_EM) this.#desk.clusters.lift(-above * this.#desk.look.sizePt);
  }

  #addHalf(char: number, charClass: number, slot: number): void {
    const { cell, table, look } = this.#desk;
    const half = cell / 2;
    const advance = (table.advancesEm[slot] as number) * look.sizePt;
    if (advance < 0.75 * look.sizePt) {
      // A proportional quote: padded to its half cell, on the outer side.
      const width = Math.max(half, advance);
      this.#desk.add(char, charClass, width, charClass === C.Open ? width - advance : 0, slot);
      return;
    }
    const margin = (cell - advance) / 2;
    this.#desk.add(char, charClass, half, charClass === C.Open ? margin - half : margin, slot);
  }
}
