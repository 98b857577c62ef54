import type { FontMetrics, FontWeight, ShapedWord } from '../metrics.js';

const UNSEEN = -2;
const MISSING = -1;
const BMP = 0x10000;
/** Words kept per family; a text with more different ones is shaped again. */
const MAX_WORDS = 20_000;

/**
 * What a family and weight draw, remembered by code point: the composer asks for every character of a book, and
 * a look into flat arrays costs less than any call. Ask for a {@link slot} first, then read the arrays at it.
 */
export class GlyphTable {
  /** Face by slot; below 0 when no face has the character. */
  faces: Int16Array = new Int16Array(BMP).fill(UNSEEN);
  glyphs: Int32Array = new Int32Array(BMP);
  advancesEm: Float64Array = new Float64Array(BMP);
  readonly #metrics: FontMetrics;
  readonly #family: string;
  readonly #weight: FontWeight;
  readonly #astral = new Map<number, number>();
  readonly #inks = new Map<number, readonly [number, number]>();
  readonly #words = new Map<string, ShapedWord>();

  constructor(metrics: FontMetrics, family: string, weight: FontWeight) {
    this.#metrics = metrics;
    this.#family = family;
    this.#weight = weight;
  }

  /** Where the arrays hold a code point; its entry is filled on first request. */
  slot(codePoint: number): number {
    const slot = codePoint < BMP ? codePoint : this.#astralSlot(codePoint);
    if (this.faces[slot] === UNSEEN) this.#fill(slot, codePoint);
    return slot;
  }

  /** Ink of the glyph at a slot, in em from its origin. */
  ink(slot: number): readonly [left: number, right: number] {
    let ink = this.#inks.get(slot);
    if (!ink) {
      ink = this.#metrics.inkEm(this.faces[slot] as number, this.glyphs[slot] as number);
      this.#inks.set(slot, ink);
    }
    return ink;
  }

  /** A word in one face, shaped once. */
  word(face: number, word: string): ShapedWord {
    const key = `${face} ${word}`;
    const known = this.#words.get(key);
    if (known) return known;
    if (this.#words.size >= MAX_WORDS) this.#words.clear();
    const shaped = this.#metrics.shapeWord(face, word);
    this.#words.set(key, shaped);
    return shaped;
  }

  #fill(slot: number, codePoint: number): void {
    const face = this.#metrics.faceFor(codePoint, this.#family, this.#weight);
    this.faces[slot] = face < 0 ? MISSING : face;
    if (face < 0) return;
    const glyph = this.#metrics.glyphFor(face, codePoint);
    this.glyphs[slot] = glyph;
    this.advancesEm[slot] = this.#metrics.advanceEm(face, glyph);
  }

  #astralSlot(codePoint: number): number {
    const known = this.#astral.get(codePoint);
    if (known !== undefined) return known;
    const slot = BMP + this.#astral.size;
    if (slot >= this.faces.length) this.#grow();
    this.#astral.set(codePoint, slot);
    return slot;
  }

  #grow(): void {
    const room = this.faces.length + 0x1000;
    const faces = new Int16Array(room).fill(UNSEEN);
    faces.set(this.faces);
    this.faces = faces;
    this.glyphs = copyInto(new Int32Array(room), this.glyphs);
    this.advancesEm = copyInto(new Float64Array(room), this.advancesEm);
  }
}

function copyInto<Numbers extends Int32Array | Float64Array>(target: Numbers, source: Numbers): Numbers {
  target.set(source);
  return target;
}

const tablesByMetrics = new WeakMap<FontMetrics, Map<string, GlyphTable>>();

/** The table of a family and weight; it lives as long as the metrics do. */
export function glyphTable(metrics: FontMetrics, family: string, weight: FontWeight): GlyphTable {
  let tables = tablesByMetrics.get(metrics);
  if (!tables) {
    tables = new Map();
    tablesByMetrics.set(metrics, tables);
  }
  const key = `${weight} ${family}`;
  let table = tables.get(key);
  if (!table) {
    table = new GlyphTable(metrics, family, weight);
    tables.set(key, table);
  }
  return table;
}
