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
    cells.reserve(table.faces.length);
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
    const isAlone = next === char + 1 && clusters.count === before + 1;
    if (isAlone && (clusters.glyph[before] as number) >= 0 && (clusters.face[before] as number) >= 0) {
      const slot = table.slots[characters.codePoints[char] as number] ?? 0;
      cells.reserve(table.faces.length);
      if (slot > 0) cells.keep(slot, charClass, clusters);
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

  /** —— and ……: one box of two cells, and a longer row of dashes one box too. @see GB/T 15834-2011, 5.1.4 and 5.1.5 */
  #addRow(char: number, charClass: number): number {
    const { table, cell, clusters, characters, look } = this.#desk;
    if (!this.#isPair(char, charClass)) {
      const cells = characters.codePoints[char] === TWO_EM_DASH ? 2 : 1;
      return this.#addCentred(char, charClass, cells * cell);
    }
    const slot = this.#desk.slotOrMissing(char, charClass, 2 * cell);
    if (slot < 0) return char + 2;
    const pairs = charClass === C.Dash ? this.#pairsFrom(char) : 1;
    const areEmDashes =
      characters.codePoints[char] === EM_DASH && characters.codePoints[char + 1] === EM_DASH;
    const joined = areEmDashes ? table.joinedDashes(slot) : undefined;
    const drawn =
      joined === undefined
        ? this.#singleGlyphs(char, slot, charClass, pairs)
        : this.#joinedGlyphs(joined, slot, pairs);
    const { word } = drawn;
    // a bar that its face's dashes leave shorter than their cells has no wider blanks beside it than a pair
    const width = 2 * cell + 2 * (drawn.beyondEm - drawn.pairEm) * look.sizePt;
    clusters.addPiece(char, [charClass, charClass], width, table.faces[slot] as number, {
      word,
      from: 0,
      to: word.glyphs.length,
      start: characters.offsets[char] as number,
    });
    const [left, right] = table.ink(slot);
    const middleEm = (left + right) / 2 + drawn.beyondEm;
    clusters.shift[clusters.count - 1] = width / 2 - middleEm * look.sizePt;
    this.#desk.stand(table.stances[slot] as Stance);
    return char + 2 * pairs;
  }

  #isPair(char: number, charClass: number): boolean {
    const { classes, codePoints, itemIndexes } = this.#desk.characters;
    return (
      classes[char] === charClass &&
      classes[char + 1] === charClass &&
      itemIndexes[char + 1] === itemIndexes[char] &&
      codePoints[char] !== TWO_EM_DASH &&
      codePoints[char + 1] !== TWO_EM_DASH
    );
  }

  /** How many pairs of em dashes make one bar; a row that a line may have to part stays pairs. */
  #pairsFrom(char: number): number {
    const { codePoints, itemIndexes } = this.#desk.characters;
    const isDash = (at: number): boolean =>
      codePoints[at] === EM_DASH && itemIndexes[at] === this.#desk.itemIndex;
    const most = Math.min(MOST_PAIRS, this.#desk.narrowestPt / (2 * this.#desk.cell));
    let pairs = 0;
    while (isDash(char + 2 * pairs) && isDash(char + 2 * pairs + 1)) {
      pairs++;
      if (pairs > most) return 1;
    }
    return Math.max(1, pairs);
  }

  /**
   * Glyphs of two cells, so that their ink touches.
   *
   * @returns How far the middle of the row, and of a pair, lies beyond that of a single dash at its start.
   */
  #joinedGlyphs(
    glyph: number,
    slot: number,
    pairs: number,
  ): { word: ShapedWord; beyondEm: number; pairEm: number } {
    const { table } = this.#desk;
    // Down a column the glyph hangs half an em out of its cell on either side, so its middle is that of one.
    const firstEm = table.stances[slot] === Stance.Upright ? 0 : 0.5;
    const pitchEm = pairs === 1 ? 2 : Math.min(2, table.inkLength(slot, glyph));
    const at = Array.from({ length: pairs }, (_, index) => index);
    const word = {
      glyphs: at.map(() => glyph),
      advancesEm: at.map(() => pitchEm),
      starts: at.map((index) => 2 * index),
    };
    return { word, beyondEm: firstEm + ((pairs - 1) * pitchEm) / 2, pairEm: firstEm };
  }

  /** Dots a cell apart; dashes so that their ink touches, which leaves a face's short dashes shorter than their cells. */
  #singleGlyphs(
    char: number,
    slot: number,
    charClass: number,
    pairs: number,
  ): { word: ShapedWord; beyondEm: number; pairEm: number } {
    const { table, cell, look, characters } = this.#desk;
    const [left, right] = table.ink(slot);
    const pitchEm = charClass === C.Dash ? Math.min(1, right - left) : cell / look.sizePt;
    const at = Array.from({ length: 2 * pairs }, (_, index) => index);
    const word = {
      glyphs: at.map(
        (index) => table.glyphs[table.slot(characters.codePoints[char + index] as number)] as number,
      ),
      advancesEm: at.map(() => pitchEm),
      starts: at,
    };
    return { word, beyondEm: ((2 * pairs - 1) * pitchEm) / 2, pairEm: pitchEm / 2 };
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
/** A bar of more is a rule between parts of the text, which a line may part. */
const MOST_PAIRS = 8;
const TWO_EM_DASH = 0x2e3a;
