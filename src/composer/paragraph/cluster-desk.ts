import type { ParagraphSettings, TextLook } from '../inline.js';
import type { FontMetrics, ShapedWord } from '../metrics.js';
import type { CellTable } from './cell-table.js';
import { ClusterList, MISSING_FACE } from './cluster-list.js';
import type { Characters } from './gather.js';
import { type GlyphTable, glyphTable } from './glyph-table.js';
import type { Stance } from './orientation.js';
import { plainLetters } from './plain-letter.js';
import { tabularFigures } from './tabular-figures.js';

/** A character that no face draws. */
export interface MissingGlyph {
  readonly codePoint: number;
  /** UTF-16 index in the paragraph's text. */
  readonly at: number;
}

/** What all that makes clusters of a paragraph's characters works on: the list itself, and the item at hand. */
export class ClusterDesk {
  readonly characters: Characters;
  readonly settings: ParagraphSettings;
  readonly clusters: ClusterList;
  readonly missing: MissingGlyph[] = [];
  /** Width of the narrowest line. */
  readonly narrowestPt: number;
  // Of the item at hand.
  itemIndex = -1;
  look: TextLook;
  table: GlyphTable;
  /** What stands along the line; the same table but in columns, and where Latin has a family of its own. */
  wordTable: GlyphTable;
  /** One cell of its size, in points. */
  cell = 0;
  /** What its characters became before. */
  cells: CellTable;
  readonly #metrics: FontMetrics;

  constructor(characters: Characters, settings: ParagraphSettings, metrics: FontMetrics) {
    this.characters = characters;
    this.settings = settings;
    this.#metrics = metrics;
    this.clusters = new ClusterList(characters);
    this.narrowestPt = settings.measurePt - Math.max(settings.firstLineIndentPt, settings.hangingIndentPt);
    this.look = characters.looks[0] as TextLook;
    this.wordTable = glyphTable(metrics, this.look.family, this.look.weight);
    this.table = this.wordTable;
    this.cells = this.table.cells(0, 0, settings.region);
  }

  /** Takes up the item of the next characters. */
  enter(itemIndex: number): void {
    this.itemIndex = itemIndex;
    this.look = this.characters.looks[itemIndex] as TextLook;
    const { family, latinFamily = family, weight } = this.look;
    this.wordTable = glyphTable(this.#metrics, latinFamily, weight);
    const { vertical = false } = this.settings;
    this.table =
      vertical || latinFamily !== family
        ? glyphTable(this.#metrics, family, weight, vertical)
        : this.wordTable;
    this.cell = (this.look.sizePt * this.settings.cellPt) / this.settings.sizePt;
    this.cells = this.table.cells(this.look.sizePt, this.cell, this.settings.region);
  }

  /** A word shaped in a face, as the item at hand wants its figures. */
  word(face: number, text: string): ShapedWord {
    const word = this.wordTable.word(face, this.look.plainLetters ? plainLetters(text) : text);
    return this.look.tabular ? tabularFigures(word, text, face, this.#metrics) : word;
  }

  /** The slot of a character's glyph, or -1 when there is none; then its cell has been added without a face. */
  slotOrMissing(char: number, charClass: number, width: number, table: GlyphTable = this.table): number {
    const codePoint = this.characters.codePoints[char] as number;
    const slot = table.slot(codePoint);
    if ((table.faces[slot] as number) >= 0) return slot;
    this.missing.push({ codePoint, at: this.characters.offsets[char] as number });
    // Glyph 0 of no face: whoever paints it shows a mark in its place.
    this.clusters.add(char, charClass, width, 0, MISSING_FACE, 0);
    return -1;
  }

  /** Adds a cluster of the glyph at a slot, `shift` from the left edge of its box to its origin. */
  add(char: number, charClass: number, width: number, shift: number, slot: number): void {
    const face = this.table.faces[slot] as number;
    this.clusters.add(char, charClass, width, shift, face, this.table.glyphs[slot] as number);
    this.stand(this.table.stances[slot] as Stance);
  }

  /** Says how the latest cluster stands. */
  stand(stance: Stance): void {
    this.clusters.stance[this.clusters.count - 1] = stance;
  }
}
