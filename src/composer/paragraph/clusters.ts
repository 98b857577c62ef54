import type { ParagraphSettings, TextLook } from '../inline.js';
import type { FontMetrics, ShapedWord } from '../metrics.js';
import { CharClass, isLatin, isSqueezable } from './characters.js';
import { ClusterList, EMERGENCY, FORBIDDEN, MISSING_FACE, NO_GLYPH } from './cluster-list.js';
import type { Characters } from './gather.js';
import { type GlyphTable, glyphTable } from './glyph-table.js';
import { Stance, stanceOfWord } from './orientation.js';
import { GapKind } from './spacing.js';
import { type WordBreak, wordBreaks } from './word-breaks.js';

const C = CharClass;

/** A character that no face draws. */
export interface MissingGlyph {
  readonly codePoint: number;
  /** UTF-16 index in the paragraph's text. */
  readonly at: number;
}

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
  const maker = new ClusterMaker(characters, settings, metrics);
  return maker.make();
}

class ClusterMaker {
  readonly #characters: Characters;
  readonly #settings: ParagraphSettings;
  readonly #metrics: FontMetrics;
  readonly #clusters: ClusterList;
  readonly #missing: MissingGlyph[] = [];
  readonly #traditional: boolean;
  /** Width of the narrowest line. */
  readonly #narrowest: number;
  // Of the item at hand.
  #itemIndex = -1;
  #look: TextLook;
  #table: GlyphTable;
  /** What stands along the line; the same table but in columns. */
  #wordTable: GlyphTable;
  #cell = 0;

  constructor(characters: Characters, settings: ParagraphSettings, metrics: FontMetrics) {
    this.#characters = characters;
    this.#settings = settings;
    this.#metrics = metrics;
    this.#clusters = new ClusterList(characters);
    this.#traditional = settings.region.startsWith('zh-Hant');
    this.#narrowest = settings.measurePt - Math.max(settings.firstLineIndentPt, settings.hangingIndentPt);
    this.#look = characters.looks[0] as TextLook;
    this.#wordTable = glyphTable(metrics, this.#look.family, this.#look.weight);
    this.#table = this.#wordTable;
  }

  make(): ClusteredText {
    const { classes, itemIndexes } = this.#characters;
    for (let char = 0; char < classes.length; ) {
      if (itemIndexes[char] !== this.#itemIndex) this.#enter(itemIndexes[char] as number);
      char = this.#addAt(char, classes[char] as number);
    }
    this.#clusters.close();
    return { clusters: this.#clusters, missing: this.#missing };
  }

  #enter(itemIndex: number): void {
    this.#itemIndex = itemIndex;
    this.#look = this.#characters.looks[itemIndex] as TextLook;
    const { family, weight } = this.#look;
    this.#wordTable = glyphTable(this.#metrics, family, weight);
    this.#table = this.#settings.vertical ? glyphTable(this.#metrics, family, weight, true) : this.#wordTable;
    this.#cell = (this.#look.sizePt * this.#settings.cellPt) / this.#settings.sizePt;
  }

  /** Adds the cluster that begins at a character. @returns The index after its last character. */
  #addAt(char: number, charClass: number): number {
    if (charClass === C.Han) return this.#addCell(char, charClass);
    if (isSqueezable(charClass as CharClass)) return this.#addMark(char, charClass);
    if (isLatin(charClass as CharClass) || charClass === C.NoteMark) return this.#addWord(char);
    switch (charClass) {
      case C.Dash:
      case C.Dots:
        return this.#addRow(char, charClass);
      case C.Connector:
        return this.#addCentred(char, charClass, this.#cell);
      case C.HalfConnector:
        return this.#addCentred(char, charClass, this.#cell / 2);
      case C.Dot:
      case C.Slash:
        return this.#addCentred(
          char,
          charClass,
          this.#settings.region === 'zh-Hans' ? this.#cell / 2 : this.#cell,
        );
      case C.Prefix:
      case C.Postfix:
        return this.#isInWord(char) ? this.#addWord(char) : this.#addCell(char, charClass);
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
        if (this.#clusters.count === 0) this.#clusters.add(char, C.NoBreakHere, 0, 0, -1, NO_GLYPH);
        return char + 1;
      default:
        return this.#addCell(char, charClass);
    }
  }

  /** The slot of a character's glyph, or -1 when there is none; then its cell has been added without a face. */
  #slotOrMissing(char: number, charClass: number, width: number, table: GlyphTable = this.#table): number {
    const codePoint = this.#characters.codePoints[char] as number;
    const slot = table.slot(codePoint);
    if ((table.faces[slot] as number) >= 0) return slot;
    this.#missing.push({ codePoint, at: this.#characters.offsets[char] as number });
    // Glyph 0 of no face: whoever paints it shows a mark in its place.
    this.#clusters.add(char, charClass, width, 0, MISSING_FACE, 0);
    return -1;
  }

  #add(char: number, charClass: number, width: number, shift: number, slot: number): void {
    const face = this.#table.faces[slot] as number;
    this.#clusters.add(char, charClass, width, shift, face, this.#table.glyphs[slot] as number);
    this.#stand(this.#table.stances[slot] as Stance);
  }

  /** Says how the latest cluster stands. */
  #stand(stance: Stance): void {
    this.#clusters.stance[this.#clusters.count - 1] = stance;
  }

  /** A character in the middle of its cell; a glyph that fits none (pictures, half-width kana) keeps its width. */
  #addCell(char: number, charClass: number): number {
    const slot = this.#slotOrMissing(char, charClass, this.#cell);
    if (slot < 0) return char + 1;
    const advance = (this.#table.advancesEm[slot] as number) * this.#look.sizePt;
    const width = Math.abs(advance - this.#look.sizePt) < 0.06 * this.#look.sizePt ? this.#cell : advance;
    this.#add(char, charClass, width, (width - advance) / 2, slot);
    return char + 1;
  }

  /**
   * A full-width mark: half a cell that holds the ink, its blank half being a gap. Where the font centres it,
   * Chinese of Taiwan and Hong Kong keeps the cell whole.
   * @see CLREQ, punctuation adjustment space
   */
  #addMark(char: number, charClass: number): number {
    const half = this.#cell / 2;
    const slot = this.#slotOrMissing(char, charClass, half);
    if (slot < 0) return char + 1;
    const size = this.#look.sizePt;
    const advance = (this.#table.advancesEm[slot] as number) * size;
    const [left, right] = this.#table.ink(slot);
    const isBracket = charClass === C.Open || charClass === C.Close;
    const isCentred = left > 0.2 && right > 0.55 && right < 0.8;
    if (this.#settings.vertical && this.#keepsCellInColumn(char, charClass)) {
      this.#add(char, C.FullMark, this.#cell, this.#cell / 2 - ((left + right) / 2) * size, slot);
    } else if (
      !isBracket &&
      this.#settings.region !== 'zh-Hans' &&
      (isCentred || this.#traditionalQuery(charClass))
    ) {
      this.#add(char, C.FullMark, this.#cell, (this.#cell - advance) / 2, slot);
    } else if (isCentred && !isBracket) {
      this.#add(char, charClass, half, half / 2 - ((left + right) / 2) * size, slot);
    } else if (advance < 0.75 * size) {
      // A proportional quote: padded to its half cell, on the outer side.
      const width = Math.max(half, advance);
      this.#add(char, charClass, width, charClass === C.Open ? width - advance : 0, slot);
    } else {
      const margin = (this.#cell - advance) / 2;
      this.#add(char, charClass, half, charClass === C.Open ? margin - half : margin, slot);
    }
    return char + 1;
  }

  /** In a column ？！：； stand in the middle of a whole cell. @see CLREQ, punctuation adjustment space */
  #keepsCellInColumn(char: number, charClass: number): boolean {
    const codePoint = this.#characters.codePoints[char];
    return charClass === C.Query || codePoint === 0xff1a || codePoint === 0xff1b;
  }

  #traditionalQuery(charClass: number): boolean {
    return this.#traditional && charClass === C.Query;
  }

  /** A sign whose ink stands in the middle of a box of fixed width, whatever the font's advance. */
  #addCentred(char: number, charClass: number, width: number): number {
    const slot = this.#slotOrMissing(char, charClass, width);
    if (slot < 0) return char + 1;
    const [left, right] = this.#table.ink(slot);
    this.#add(char, charClass, width, width / 2 - ((left + right) / 2) * this.#look.sizePt, slot);
    return char + 1;
  }

  /** —— and ……: one box of two cells; the bar of a dash stays unbroken because its glyphs stand one em apart. */
  #addRow(char: number, charClass: number): number {
    const { classes, codePoints, itemIndexes } = this.#characters;
    const isPair =
      classes[char + 1] === charClass &&
      itemIndexes[char + 1] === this.#itemIndex &&
      codePoints[char] !== TWO_EM_DASH &&
      codePoints[char + 1] !== TWO_EM_DASH;
    const cells = isPair || codePoints[char] === TWO_EM_DASH ? 2 : 1;
    if (!isPair) return this.#addCentred(char, charClass, cells * this.#cell);
    const slot = this.#slotOrMissing(char, charClass, 2 * this.#cell);
    if (slot < 0) return char + 2;
    const glyph = this.#table.glyphs[slot] as number;
    const second = this.#table.glyphs[this.#table.slot(codePoints[char + 1] as number)] as number;
    const pitch = charClass === C.Dash ? this.#look.sizePt : this.#cell;
    const [left, right] = this.#table.ink(slot);
    const word: ShapedWord = {
      glyphs: [glyph, second],
      advancesEm: [pitch / this.#look.sizePt, pitch / this.#look.sizePt],
      starts: [0, 1],
    };
    const start = this.#characters.offsets[char] as number;
    const face = this.#table.faces[slot] as number;
    this.#clusters.addPiece(char, [charClass, charClass], 2 * this.#cell, face, {
      word,
      from: 0,
      to: 2,
      start,
    });
    this.#clusters.shift[this.#clusters.count - 1] =
      this.#cell - pitch / 2 - ((left + right) / 2) * this.#look.sizePt;
    this.#stand(this.#table.stances[slot] as Stance);
    return char + 2;
  }

  /** A space has no width of its own: it is the gap before the next cluster. */
  #addSpace(char: number, charClass: number): number {
    const slot = this.#table.slot(this.#characters.codePoints[char] as number);
    const plain = (this.#table.faces[slot] as number) >= 0 ? slot : this.#table.slot(0x20);
    if ((this.#table.faces[plain] as number) >= 0) this.#add(char, charClass, 0, 0, plain);
    else this.#clusters.add(char, charClass, 0, 0, -1, NO_GLYPH);
    return char + 1;
  }

  #addBox(char: number): number {
    const item = this.#characters.items[this.#itemIndex];
    this.#clusters.add(char, C.Box, item?.type === 'box' ? item.widthPt : 0, 0, -1, NO_GLYPH);
    return char + 1;
  }

  /** Whether a sign belongs to a Latin word or number rather than to a cell: $ and % do, ￥ and ℃ do not. */
  #isInWord(char: number): boolean {
    return (this.#characters.codePoints[char] as number) < FIRST_WIDE_SIGN;
  }

  /** Everything up to the next space, Han or change of face, shaped as one and cut where a line may end. */
  #addWord(from: number): number {
    const { classes, codePoints, itemIndexes, offsets, text } = this.#characters;
    const table = this.#wordTable;
    const firstSlot = this.#slotOrMissing(from, classes[from] as number, this.#cell / 2, table);
    if (firstSlot < 0) return from + 1;
    const face = table.faces[firstSlot] as number;
    if (this.#isWideQuote(from, firstSlot)) return this.#addNarrowed(from, firstSlot);
    let end = from + 1;
    while (end < classes.length && itemIndexes[end] === this.#itemIndex) {
      const charClass = classes[end] as number;
      if (charClass !== C.Extend) {
        if (!this.#goesOn(end, charClass)) break;
        const slot = table.slot(codePoints[end] as number);
        if (table.faces[slot] !== face || this.#isWideQuote(end, slot)) break;
      }
      end++;
    }
    const word = text.slice(offsets[from], offsets[end]);
    if (!this.#settings.vertical || !this.#addInCells(from, end, face, word)) {
      this.#addPieces(from, end, face, word);
    }
    return end;
  }

  #goesOn(char: number, charClass: number): boolean {
    if (isLatin(charClass as CharClass) || charClass === C.NoteMark) return true;
    return (charClass === C.Prefix || charClass === C.Postfix) && this.#isInWord(char);
  }

  /** A short word that a column sets in cells, like Han. @returns False for one that lies along the column. */
  #addInCells(from: number, end: number, face: number, text: string): boolean {
    const isMark = this.#characters.classes[from] === C.NoteMark;
    const stance = isMark ? Stance.Across : this.#look.verbatim ? Stance.Along : stanceOfWord(text);
    if (stance === Stance.Along) return false;
    const word = this.#wordTable.word(face, text);
    const start = this.#characters.offsets[from] as number;
    if (stance === Stance.Across || word.glyphs.length !== end - from) {
      const edge: [number, number] = isMark ? [C.NoteMark, C.NoteMark] : [C.Han, C.Han];
      this.#clusters.addPiece(from, edge, this.#cell, face, { word, from: 0, to: word.glyphs.length, start });
      this.#stand(Stance.Across);
      return true;
    }
    for (let at = 0; at < word.glyphs.length; at++) {
      this.#clusters.add(from + at, C.Han, this.#cell, 0, face, word.glyphs[at] as number);
      this.#clusters.shift[this.#clusters.count - 1] = (this.#cell - this.#look.sizePt) / 2;
      this.#stand(Stance.Upright);
      if (at > 0) this.#clusters.penalty[this.#clusters.count - 1] = FORBIDDEN;
    }
    return true;
  }

  #addPieces(from: number, end: number, face: number, text: string): void {
    const { classes, offsets } = this.#characters;
    const word = this.#wordTable.word(face, text);
    const start = offsets[from] as number;
    const isText = classes[from] !== C.NoteMark;
    const breaks = isText ? this.#breaksIn(text, word) : [];
    const lastClass = lastClassOf(classes, from, end);
    let char = from;
    let glyph = 0;
    for (let piece = 0; piece <= breaks.length; piece++) {
      const stop = breaks[piece];
      const glyphEnd = stop ? word.starts.indexOf(stop.at, glyph) : word.glyphs.length;
      if (glyphEnd < 0) continue; // inside a ligature
      let width = 0;
      for (let at = glyph; at < glyphEnd; at++) width += word.advancesEm[at] as number;
      const edge: [number, number] = [classes[char] as number, stop ? C.Letter : lastClass];
      this.#clusters.addPiece(char, edge, width * this.#look.sizePt, face, {
        word,
        from: glyph,
        to: glyphEnd,
        start,
      });
      if (!stop) break;
      glyph = glyphEnd;
      while ((offsets[char] as number) < start + stop.at) char++;
      this.#clusters.penalty[this.#clusters.count] = stop.penalty;
      this.#clusters.hyphen[this.#clusters.count] = stop.hyphen ? 1 : 0;
      if (stop.opens) this.#clusters.kind[this.#clusters.count] = GapKind.Address;
    }
  }

  /** Breaks by sense, and for a word that no line could hold also between all of its glyphs. */
  #breaksIn(text: string, word: ShapedWord): readonly WordBreak[] {
    const wished = this.#settings.hyphenate ? 'hyphenate' : 'plain';
    const breaks = wordBreaks(text, this.#look.verbatim ? 'code' : wished);
    const width = word.advancesEm.reduce((sum, advance) => sum + advance, 0) * this.#look.sizePt;
    if (width <= this.#narrowest) return breaks;
    const sensible = new Map(breaks.map((one) => [one.at, one]));
    return word.starts
      .slice(1)
      .map((at) => sensible.get(at) ?? { at, penalty: EMERGENCY, hyphen: false, opens: true });
  }

  /** A quote of Latin text in a Chinese face: full-width there, so it is cut down to its ink. */
  #isWideQuote(char: number, slot: number): boolean {
    const codePoint = this.#characters.codePoints[char] as number;
    const isCurly =
      codePoint === 0x2018 || codePoint === 0x2019 || codePoint === 0x201c || codePoint === 0x201d;
    return isCurly && (this.#wordTable.advancesEm[slot] as number) > 0.75;
  }

  #addNarrowed(char: number, slot: number): number {
    const table = this.#wordTable;
    const [left, right] = table.ink(slot);
    const size = this.#look.sizePt;
    const width = (right - left + 2 * QUOTE_MARGIN_EM) * size;
    const [face, glyph] = [table.faces[slot] as number, table.glyphs[slot] as number];
    const charClass = this.#characters.classes[char] as number;
    this.#clusters.add(char, charClass, width, (QUOTE_MARGIN_EM - left) * size, face, glyph);
    return char + 1;
  }
}

const TWO_EM_DASH = 0x2e3a;
/** From the letterlike symbols on (℃, №), signs beside numbers fill a cell. */
const FIRST_WIDE_SIGN = 0x2100;
/** Side bearing of a Latin quote cut out of a full-width one, about that of Latin text faces. */
const QUOTE_MARGIN_EM = 0.05;

function lastClassOf(classes: Uint8Array, from: number, end: number): number {
  let last = end - 1;
  while (last > from && classes[last] === C.Extend) last--;
  return classes[last] as number;
}
