import type { FontMetrics, FontWeight, ShapedWord } from '../metrics.js';
import { CellTable } from './cell-table.js';
import { isUpright, needsVerticalForm, Stance } from './orientation.js';

const MISSING = -1;
const BMP = 0x10000;
const TWO_DASHES = '\u2014\u2014';
/** Slots that a table begins with; those of a book are some thousands. */
const FIRST_ROOM = 512;

/**
 * What a family and weight draw, remembered by code point: the composer asks for every character of a book, and
 * a look into flat arrays costs less than any call. Ask for a {@link slot} first, then read the arrays at it.
 */
export class GlyphTable {
  /** Face by slot; below 0 when no face has the character. */
  faces: Int16Array = new Int16Array(FIRST_ROOM);
  glyphs: Int32Array = new Int32Array(FIRST_ROOM);
  /** Along the line; one em for what stands upright in a column. */
  advancesEm: Float64Array = new Float64Array(FIRST_ROOM);
  /** `Stance.Upright` or `Stance.Along` by slot; nothing is upright in a table of horizontal text. */
  stances: Uint8Array = new Uint8Array(FIRST_ROOM);
  /** Slot by code point below U+10000; 0 for what was not asked for yet. */
  readonly slots: Uint16Array = new Uint16Array(BMP);
  #used = 1;
  readonly #vertical: boolean;
  readonly #metrics: FontMetrics;
  readonly #family: string;
  readonly #weight: FontWeight;
  /** Slots of code points above the BMP, and of those whose slot is. */
  readonly #further = new Map<number, number>();
  readonly #inks = new Map<number, readonly [number, number]>();
  readonly #cells: CellTable[] = [];

  constructor(metrics: FontMetrics, family: string, weight: FontWeight, vertical: boolean) {
    this.#metrics = metrics;
    this.#family = family;
    this.#weight = weight;
    this.#vertical = vertical;
  }

  /** Where the arrays hold a code point; its entry is filled on first request, which may replace the arrays. */
  slot(codePoint: number): number {
    const slot = codePoint < BMP ? (this.slots[codePoint] as number) : 0;
    return slot > 0 ? slot : (this.#further.get(codePoint) ?? this.#newSlot(codePoint));
  }

  /** What its characters became at a size. */
  cells(sizePt: number, cellPt: number, region: string): CellTable {
    const known = this.#cells.find((table) => table.isOf(sizePt, cellPt, region));
    if (known) return known;
    const made = new CellTable({ sizePt, cellPt, region });
    this.#cells.push(made);
    return made;
  }

  /** Ink of the glyph at a slot along the line, in em from its origin; of an upright one from the top of its cell. */
  ink(slot: number): readonly [left: number, right: number] {
    let ink = this.#inks.get(slot);
    if (!ink) {
      ink = this.#measureInk(this.faces[slot] as number, this.glyphs[slot] as number, slot);
      this.#inks.set(slot, ink);
    }
    return ink;
  }

  /** One glyph that draws two dashes without a hole, in its form for columns there; undefined when the face has none. */
  joinedDashes(slot: number): number | undefined {
    const { glyphs } = this.word(this.faces[slot] as number, TWO_DASHES);
    const [glyph] = glyphs;
    if (glyphs.length !== 1 || glyph === undefined) return undefined;
    if (this.stances[slot] !== Stance.Upright) return glyph;
    return this.#metrics.verticalForm(this.faces[slot] as number, glyph);
  }

  /** Ink of a glyph in the direction of the text, standing as the character in a slot does. */
  inkLength(slot: number, glyph: number): number {
    const face = this.faces[slot] as number;
    const [from, to] =
      this.stances[slot] === Stance.Upright
        ? this.#metrics.inkHeightEm(face, glyph)
        : this.#metrics.inkEm(face, glyph);
    return to - from;
  }

  /** A word in one face; the metrics remember it. */
  word(face: number, word: string): ShapedWord {
    return this.#metrics.shapeWord(face, word);
  }

  #measureInk(face: number, glyph: number, slot: number): readonly [left: number, right: number] {
    if (this.stances[slot] !== Stance.Upright) return this.#metrics.inkEm(face, glyph);
    const [bottom, top] = this.#metrics.inkHeightEm(face, glyph);
    const cellTop = topOfCell(this.#metrics.emBox(face));
    return [cellTop - top, cellTop - bottom];
  }

  #fill(slot: number, codePoint: number): void {
    const metrics = this.#metrics;
    const mustTurn = this.#vertical && needsVerticalForm(codePoint);
    const face = metrics.faceFor(codePoint, this.#family, this.#weight, mustTurn);
    this.faces[slot] = face < 0 ? MISSING : face;
    if (face < 0) return;
    const glyph = metrics.glyphFor(face, codePoint);
    const form = this.#vertical ? metrics.verticalForm(face, glyph) : undefined;
    const stands = form !== undefined || (this.#vertical && isUpright(codePoint));
    this.glyphs[slot] = form ?? glyph;
    this.stances[slot] = stands ? Stance.Upright : Stance.Along;
    this.advancesEm[slot] = stands ? 1 : metrics.advanceEm(face, glyph);
  }

  #newSlot(codePoint: number): number {
    const slot = this.#used++;
    if (slot >= this.faces.length) this.#grow();
    if (codePoint < BMP && slot < BMP) this.slots[codePoint] = slot;
    else this.#further.set(codePoint, slot);
    this.#fill(slot, codePoint);
    return slot;
  }

  #grow(): void {
    const room = this.faces.length * 2;
    this.faces = copyInto(new Int16Array(room), this.faces);
    this.glyphs = copyInto(new Int32Array(room), this.glyphs);
    this.advancesEm = copyInto(new Float64Array(room), this.advancesEm);
    this.stances = copyInto(new Uint8Array(room), this.stances);
  }
}

function copyInto<Numbers extends Int16Array | Int32Array | Float64Array | Uint8Array>(
  target: Numbers,
  source: Numbers,
): Numbers {
  target.set(source);
  return target;
}

/** Where the cell of an upright glyph begins above its base line, in em: half an em above the middle of the em box. */
export function topOfCell([bottom, top]: readonly [bottom: number, top: number]): number {
  return (bottom + top) / 2 + 0.5;
}

/** By family, one a weight and direction. */
type Tables = Map<string, (GlyphTable | undefined)[]>;

const tablesByMetrics = new WeakMap<FontMetrics, Tables>();

/** The table of a family and weight, for lines or for columns; it lives as long as the metrics do. */
export function glyphTable(
  metrics: FontMetrics,
  family: string,
  weight: FontWeight,
  vertical: boolean = false,
): GlyphTable {
  const index = (weight === 'bold' ? 1 : 0) + (vertical ? 2 : 0);
  const known = tablesByMetrics.get(metrics)?.get(family)?.[index];
  if (known) return known;
  const tables: Tables = tablesByMetrics.get(metrics) ?? new Map();
  tablesByMetrics.set(metrics, tables);
  const ofFamily = tables.get(family) ?? [undefined, undefined, undefined, undefined];
  tables.set(family, ofFamily);
  const made = new GlyphTable(metrics, family, weight, vertical);
  ofFamily[index] = made;
  return made;
}
