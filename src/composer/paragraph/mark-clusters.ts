import type { ParagraphSettings } from '../inline.js';
import { CharClass } from './characters.js';
import type { ClusterDesk } from './cluster-desk.js';

const C = CharClass;

const FULL_COLON = 0xff1a;
const FULL_SEMICOLON = 0xff1b;
/**
 * Whether a mark that is no bracket has a whole cell, in whose middle its ink belongs: in Taiwan and Hong Kong all of
 * 。，、：；？！ have, in Japan ：；？！, in columns these four everywhere. Others are half a cell beside their blank.
 * @see CLREQ, table of punctuation marks; JLREQ, 3.1.2 and appendix A.4 and A.5
 */
function keepsCell(charClass: number, codePoint: number, { region, vertical }: ParagraphSettings): boolean {
  if (region.startsWith('zh-Hant')) return true;
  const isTall = charClass === C.Query || codePoint === FULL_COLON || codePoint === FULL_SEMICOLON;
  return isTall && (region === 'ja' || vertical === true);
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
    const [left, right] = table.ink(slot);
    if (!isBracket && keepsCell(charClass, characters.codePoints[char] as number, settings)) {
      this.#addWhole(char, slot);
    } else if (!isBracket && left > 0.2 && right > 0.55 && right < 0.8) {
      // The face centres it: a blank taken from one side only would cut into it.
      this.#addMiddle(char, charClass, cell / 2, slot);
    } else this.#addHalf(char, charClass, slot);
    return char + 1;
  }

  /** Along a line the face says where in its cell a mark stands, and `fonts` has it say what the region wants. */
  #addWhole(char: number, slot: number): void {
    const { cell, table, look, settings } = this.#desk;
    if (settings.vertical) this.#addMiddle(char, C.FullMark, cell, slot);
    else {
      const advance = (table.advancesEm[slot] as number) * look.sizePt;
      this.#desk.add(char, C.FullMark, cell, (cell - advance) / 2, slot);
    }
  }

  #addMiddle(char: number, charClass: number, width: number, slot: number): void {
    const [left, right] = this.#desk.table.ink(slot);
    const middle = ((left + right) / 2) * this.#desk.look.sizePt;
    this.#desk.add(char, charClass, width, width / 2 - middle, slot);
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
