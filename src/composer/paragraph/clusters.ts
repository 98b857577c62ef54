import type { ParagraphSettings } from '../inline.js';
import type { FontMetrics, ShapedWord } from '../metrics.js';
import { CharClass, isLatin, isSqueezable } from './characters.js';
import { ClusterDesk, type MissingGlyph } from './cluster-desk.js';
import { type ClusterList, NO_GLYPH } from './cluster-list.js';
import type { Characters } from './gather.js';
import { MarkClusters } from './mark-clusters.js';
import { Stance } from './orientation.js';
import { WordClusters } from './word-clusters.js';

const C = CharClass;

export interface ClusteredText {
  readonly clusters: ClusterList;
  readonly missing: readonly MissingGlyph[];
}

/** Cuts characters into clusters and measures them. Classes must be resolved. */
export function makeClusters(
  characters: Characters,
  settings: ParagraphSettings,
  metrics: FontMetrics,
): ClusteredText {
  return new ClusterMaker(new ClusterDesk(characters, settings, metrics)).make();
}

class ClusterMaker {
  readonly #desk: ClusterDesk;
  readonly #words: WordClusters;
  readonly #marks: MarkClusters;

  constructor(desk: ClusterDesk) {
    this.#desk = desk;
    this.#words = new WordClusters(desk);
    this.#marks = new MarkClusters(desk);
  }

  make(): ClusteredText {
    const { classes, itemIndexes } = this.#desk.characters;
    for (let char = 0; char < classes.length; ) {
      if (itemIndexes[char] !== this.#desk.itemIndex) this.#desk.enter(itemIndexes[char] as number);
      char = this.#addKnown(char);
      if (char >= classes.length || itemIndexes[char] !== this.#desk.itemIndex) continue;
      char = this.#addNew(char, classes[char] as number);
    }
    this.#desk.clusters.close();
    return { clusters: this.#desk.clusters, missing: this.#desk.missing };
  }

  /** Adds the clusters of characters that came before. @returns The index of the first one that did not, or ends the item. */
  #addKnown(from: number): number {
    const { clusters, table, cells, itemIndex, characters } = this.#desk;
    const { codePoints, classes, itemIndexes } = characters;
    const { charStart, width, shift, face, glyph, first, last, stance } = clusters;
    const { slots, faces, glyphs, stances } = table;
    const { madeOf, charClass: classOf, width: widthOf, shift: shiftOf } = cells;
    let char = from;
    let count = clusters.count;
    for (; char < classes.length && itemIndexes[char] === itemIndex; char++, count++) {
      const slot = slots[codePoints[char] as number] as number;
      if (madeOf[slot] !== (classes[char] as number) + 1) break;
      charStart[count] = count === 0 ? 0 : char;
      width[count] = widthOf[slot] as number;
      shift[count] = shiftOf[slot] as number;
      face[count] = faces[slot] as number;
      glyph[count] = glyphs[slot] as number;
      first[count] = classOf[slot] as number;
      last[count] = classOf[slot] as number;
      stance[count] = stances[slot] as number;
    }
    clusters.count = count;
    return char;
  }

  #addNew(char: number, charClass: number): number {
    const { clusters, table, cells, characters } = this.#desk;
    const before = clusters.count;
    const next = this.#addAt(char, charClass);
    const last = before;
    const isAlone = next === char + 1 && clusters.count === before + 1;
    if (isAlone && (clusters.glyph[last] as number) >= 0 && (clusters.face[last] as number) >= 0) {
      const slot = table.slots[characters.codePoints[char] as number] ?? 0;
      if (slot > 0) cells.keep(slot, charClass, clusters, table.faces.length);
    }
    return next;
  }

  /** Adds the cluster that begins at a character. @returns The index after its last character. */
  #addAt(char: number, charClass: number): number {
    if (charClass === C.Han) return this.#addCell(char, charClass);
    if (isSqueezable(charClass as CharClass)) return this.#marks.add(char, charClass);
    if (isLatin(charClass as CharClass) || charClass === C.NoteMark) return this.#words.add(char);
    switch (charClass) {
      case C.Dash:
      case C.Dots:
        return this.#addRow(char, charClass);
      case C.Connector:
        return this.#addCentred(char, charClass, this.#desk.cell);
      case C.HalfConnector:
        return this.#addCentred(char, charClass, this.#desk.cell / 2);
      case C.Dot:
      case C.Slash:
        return this.#addCentred(
          char,
          charClass,
          this.#desk.settings.region === 'zh-Hans' ? this.#desk.cell / 2 : this.#desk.cell,
        );
      case C.Prefix:
      case C.Postfix:
        return this.#words.isInWord(char) ? this.#words.add(char) : this.#addCell(char, charClass);
      case C.Space:
      case C.NoBreakSpace:
      case C.WideSpace:
        return this.#addSpace(char, charClass);
      case C.Box:
        return this.#addBox(char);
      case C.Extend:
      case C.SoftHyphen:
      case C.BreakHere:
      case C.NoBreakHere:
        // Belongs to the cluster before it, whose text reaches to the next one's start.
        if (this.#desk.clusters.count === 0) this.#desk.clusters.add(char, C.NoBreakHere, 0, 0, -1, NO_GLYPH);
        return char + 1;
      default:
        return this.#addCell(char, charClass);
    }
  }

  /** A character in the middle of its cell; a glyph that fits none (pictures, half-width kana) keeps its width. */
  #addCell(char: number, charClass: number): number {
    const slot = this.#desk.slotOrMissing(char, charClass, this.#desk.cell);
    if (slot < 0) return char + 1;
    const advance = (this.#desk.table.advancesEm[slot] as number) * this.#desk.look.sizePt;
    const width =
      Math.abs(advance - this.#desk.look.sizePt) < 0.06 * this.#desk.look.sizePt ? this.#desk.cell : advance;
    this.#desk.add(char, charClass, width, (width - advance) / 2, slot);
    return char + 1;
  }

  /** A sign whose ink stands in the middle of a box of fixed width, whatever the font's advance. */
  #addCentred(char: number, charClass: number, width: number): number {
    const slot = this.#desk.slotOrMissing(char, charClass, width);
    if (slot < 0) return char + 1;
    const [left, right] = this.#desk.table.ink(slot);
    this.#desk.add(char, charClass, width, width / 2 - ((left + right) / 2) * this.#desk.look.sizePt, slot);
    return char + 1;
  }

  /** —— and ……: one box of two cells. @see GB/T 15834-2011, 5.1.4 and 5.1.5 */
  #addRow(char: number, charClass: number): number {
    const { classes, codePoints, itemIndexes } = this.#desk.characters;
    const isPair =
      classes[char + 1] === charClass &&
      itemIndexes[char + 1] === this.#desk.itemIndex &&
      codePoints[char] !== TWO_EM_DASH &&
      codePoints[char + 1] !== TWO_EM_DASH;
    const cells = isPair || codePoints[char] === TWO_EM_DASH ? 2 : 1;
    if (!isPair) return this.#addCentred(char, charClass, cells * this.#desk.cell);
    const slot = this.#desk.slotOrMissing(char, charClass, 2 * this.#desk.cell);
    if (slot < 0) return char + 2;
    const areEmDashes = codePoints[char] === EM_DASH && codePoints[char + 1] === EM_DASH;
    const joined = areEmDashes ? this.#desk.table.joinedDashes(slot) : undefined;
    const drawn =
      joined === undefined ? this.#twoGlyphs(char, slot, charClass) : this.#oneGlyph(joined, slot);
    const { table, cell, clusters, characters } = this.#desk;
    const start = characters.offsets[char] as number;
    const word = drawn.word;
    clusters.addPiece(char, [charClass, charClass], 2 * cell, table.faces[slot] as number, {
      word,
      from: 0,
      to: word.glyphs.length,
      start,
    });
    const [left, right] = table.ink(slot);
    const middleEm = (left + right) / 2 + drawn.beyondEm;
    clusters.shift[clusters.count - 1] = cell - middleEm * this.#desk.look.sizePt;
    this.#desk.stand(table.stances[slot] as Stance);
    return char + 2;
  }

  /** @returns `beyondEm`: how far the middle of the pair lies beyond that of its first glyph. */
  #oneGlyph(glyph: number, slot: number): { word: ShapedWord; beyondEm: number } {
    // Down a column the glyph hangs half an em out of its cell on either side, so its middle is that of one.
    const beyondEm = this.#desk.table.stances[slot] === Stance.Upright ? 0 : 0.5;
    return { word: { glyphs: [glyph], advancesEm: [2], starts: [0] }, beyondEm };
  }

  /** Dots a cell apart; dashes so that their ink touches, which leaves a face's short dashes shorter than two cells. */
  #twoGlyphs(char: number, slot: number, charClass: number): { word: ShapedWord; beyondEm: number } {
    const { table, cell, look, characters } = this.#desk;
    const second = table.glyphs[table.slot(characters.codePoints[char + 1] as number)] as number;
    const [left, right] = table.ink(slot);
    const pitchEm = charClass === C.Dash ? Math.min(1, right - left) : cell / look.sizePt;
    const word = {
      glyphs: [table.glyphs[slot] as number, second],
      advancesEm: [pitchEm, pitchEm],
      starts: [0, 1],
    };
    return { word, beyondEm: pitchEm / 2 };
  }

  /** A space has no width of its own: it is the gap before the next cluster. */
  #addSpace(char: number, charClass: number): number {
    const slot = this.#desk.table.slot(this.#desk.characters.codePoints[char] as number);
    const plain = (this.#desk.table.faces[slot] as number) >= 0 ? slot : this.#desk.table.slot(0x20);
    if ((this.#desk.table.faces[plain] as number) >= 0) this.#desk.add(char, charClass, 0, 0, plain);
    else this.#desk.clusters.add(char, charClass, 0, 0, -1, NO_GLYPH);
    return char + 1;
  }

  #addBox(char: number): number {
    const item = this.#desk.characters.items[this.#desk.itemIndex];
    this.#desk.clusters.add(char, C.Box, item?.type === 'box' ? item.widthPt : 0, 0, -1, NO_GLYPH);
    return char + 1;
  }
}

const EM_DASH = 0x2014;
const TWO_EM_DASH = 0x2e3a;
