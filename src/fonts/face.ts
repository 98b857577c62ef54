import type { Font } from 'fontkit';
import type { ShapedWord } from '../composer/index.js';
import type { FontSource } from '../style/index.js';
import { CENTRED_MARKS, type Centring } from './centred-marks.js';
import { CharacterMap } from './character-map.js';
import { FontFile } from './font-file.js';
import { lookupsOf } from './layout-lookups.js';
import { openWithFontkit } from './open-with-fontkit.js';
import { WordShaper } from './shape-word.js';
import { singleSubstitutions } from './single-substitutions.js';
import { type InkBox, TrueTypeOutlines } from './true-type-outlines.js';

const MOST_WORDS = 20_000;

/** A mark no further than this from the middle stands in it. */
const OFF_MIDDLE_EM = 0.04;

const BLANK: InkBox = { left: 0, bottom: 0, right: 0, top: 0 };

/** Han characters that fill their square to its edges. */
const SQUARE_FILLERS = '\u56FD\u9F8D\u9B31\u98DE'; // 国龍鬱飞

/** The ideographic em box where a face has none of them: OpenType's usual 0.12 below the base line. */
export const USUAL_EM_BOX: readonly [number, number] = [-0.12, 0.88];
const USUAL_CAP_HEIGHT = 0.7;

/** IBM family classes of faces with serifs. @see OpenType 1.9, OS/2 sFamilyClass */
const SERIF_CLASSES: readonly number[] = [1, 2, 3, 4, 5, 7];

/** Lengths in em. */
export interface FaceDescription {
  /** Degrees; negative leans to the right. */
  readonly italicAngle: number;
  readonly fixedPitch: boolean;
  readonly serif: boolean;
  /** 400 is regular, 700 bold. */
  readonly weight: number;
  readonly ascentEm: number;
  /** Negative. */
  readonly descentEm: number;
  /** Left, bottom, right and top of all glyphs laid over one another. */
  readonly bounds: readonly number[];
}

/**
 * One face as the composer and the painter know it. Metrics come straight from the tables; fontkit is asked only
 * to shape words and to read CFF outlines. Nothing here depends on the document, so that a process can share faces.
 */
export class Face {
  readonly file: FontFile;
  readonly unitsPerEm: number;
  readonly #shaper: WordShaper;
  readonly #characters: CharacterMap;
  readonly #regional: ReadonlyMap<number, number>;
  /** Marks to be moved to the middle, by code point; and the glyphs that are, once one of them was asked for. */
  readonly #toCentre: ReadonlyMap<number, Centring> | undefined;
  #centred: ReadonlyMap<number, number> | undefined;
  #centredForms: ReadonlyMap<number, number> | undefined;
  readonly #language: string;
  #vertical: ReadonlyMap<number, number> | undefined;
  readonly #metrics: Buffer;
  readonly #advanceCount: number;
  readonly #boxes = new Map<number, InkBox>();
  readonly #words = new Map<string, ShapedWord>();
  #outlines: TrueTypeOutlines | undefined;
  #emBox: readonly [bottom: number, top: number] | undefined;
  #fontkit: Font | undefined;

  /**
   * @param language OpenType tag of the region whose forms are wanted (`ZHS `).
   * @throws ConversionError `font-file-unreadable`.
   */
  constructor(source: FontSource, language: string) {
    this.file = new FontFile(source);
    this.#shaper = new WordShaper(this, language);
    this.unitsPerEm = this.file.required('head').readUInt16BE(18) || 1000;
    this.#characters = this.file.guard(() => new CharacterMap(this.file.required('cmap')));
    this.#metrics = this.file.required('hmtx');
    this.#advanceCount = this.file.required('hhea').readUInt16BE(34);
    if (this.#advanceCount === 0 || this.#metrics.length < this.#advanceCount * 4) this.file.refuse();
    this.#regional = formsOf(this.file, 'locl', language);
    this.#language = language;
    // An outline that is no TrueType one cannot be moved by a few bytes; such a face keeps its marks where they are.
    this.#toCentre = this.file.isCff ? undefined : CENTRED_MARKS[language];
  }

  /** The glyph of a character in the region's form; 0 when the face has none. */
  glyph(codePoint: number): number {
    if (this.#toCentre?.has(codePoint)) return this.#centredGlyphs(this.#toCentre).get(codePoint) ?? 0;
    return this.#regionalGlyph(codePoint);
  }

  #regionalGlyph(codePoint: number): number {
    const glyph = this.#characters.glyph(codePoint);
    return this.#regional.get(glyph) ?? glyph;
  }

  /** All at once, so that their numbers do not depend on which document of a process asks first. */
  #centredGlyphs(marks: ReadonlyMap<number, Centring>): ReadonlyMap<number, number> {
    this.#centred ??= new Map(
      Array.from(marks, ([mark, centring]) => [mark, this.#centre(this.#regionalGlyph(mark), centring)]),
    );
    return this.#centred;
  }

  /** A glyph with its ink in the middle of the cell: itself, or one that this face makes of it. */
  #centre(glyph: number, centring: Centring): number {
    if (glyph === 0) return glyph;
    const { left, right, bottom, top } = this.ink(glyph);
    const [low, high] = this.emBox;
    const x = this.advanceEm(glyph) / 2 - (left + right) / 2;
    const y = centring === 'both' ? (low + high) / 2 - (bottom + top) / 2 : 0;
    if (Math.max(Math.abs(x), Math.abs(y)) < OFF_MIDDLE_EM) return glyph;
    return this.outlines.moved(glyph, Math.round(x * this.unitsPerEm), Math.round(y * this.unitsPerEm));
  }

  /** The form of a glyph for columns; undefined when the face has none. */
  verticalForm(glyph: number): number | undefined {
    this.#vertical ??= formsOf(this.file, 'vert', this.#language);
    if (this.#sourceOf(glyph) === glyph) return this.#vertical.get(glyph);
    this.#centredForms ??= this.#centreForms(this.#vertical);
    return this.#centredForms.get(glyph);
  }

  /** The forms for columns of the marks that were moved, moved as well. */
  #centreForms(forms: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
    const centred = new Map<number, number>();
    for (const glyph of this.#centred?.values() ?? []) {
      const form = forms.get(this.#sourceOf(glyph));
      if (form !== undefined) centred.set(glyph, this.#centre(form, 'both'));
    }
    return centred;
  }

  advanceEm(glyph: number): number {
    return this.advance(glyph) / this.unitsPerEm;
  }

  /** In font units. */
  advance(glyph: number): number {
    return this.#metrics.readUInt16BE(Math.min(this.#sourceOf(glyph), this.#advanceCount - 1) * 4);
  }

  /** The glyph of the file that a moved one is made of. */
  #sourceOf(glyph: number): number {
    return this.#outlines?.moveOf(glyph)?.source ?? glyph;
  }

  /** From the origin to the left edge of the ink, in font units; 0 where the table ends too early. */
  leftBearing(glyph: number): number {
    const move = this.#outlines?.moveOf(glyph);
    if (move) return this.leftBearing(move.source) + move.x;
    const after = glyph - this.#advanceCount;
    const at = after < 0 ? glyph * 4 + 2 : this.#advanceCount * 4 + after * 2;
    return at + 2 <= this.#metrics.length ? this.#metrics.readInt16BE(at) : 0;
  }

  /** Ink of a glyph in em, y up from the base line; all 0 for a blank. */
  ink(glyph: number): InkBox {
    let box = this.#boxes.get(glyph);
    if (!box) {
      box = this.#readInk(glyph);
      this.#boxes.set(glyph, box);
    }
    return box;
  }

  shapeWord(word: string): ShapedWord {
    let shaped = this.#words.get(word);
    if (!shaped) {
      // A process that serves documents for weeks must not keep the words of all of them.
      if (this.#words.size >= MOST_WORDS) this.#words.clear();
      shaped = this.#shaper.shape(word);
      this.#words.set(word, shaped);
    }
    return shaped;
  }

  get capHeightEm(): number {
    const glyph = this.glyph(0x48); // H
    return glyph === 0 ? USUAL_CAP_HEIGHT : this.ink(glyph).top;
  }

  /** Bottom and top of the square that Han fill; asked for with every run of a document. */
  get emBox(): readonly [bottom: number, top: number] {
    this.#emBox ??= this.#measureEmBox();
    return this.#emBox;
  }

  #measureEmBox(): readonly [bottom: number, top: number] {
    const boxes = [...SQUARE_FILLERS]
      .map((char) => this.glyph(char.codePointAt(0) ?? 0))
      .filter((glyph) => glyph !== 0)
      .map((glyph) => this.ink(glyph));
    if (boxes.length === 0) return USUAL_EM_BOX;
    return [Math.min(...boxes.map((box) => box.bottom)), Math.max(...boxes.map((box) => box.top))];
  }

  /** What a font descriptor says about the face beyond its glyphs. */
  get description(): FaceDescription {
    const [head, hhea] = [this.file.required('head'), this.file.required('hhea')];
    const os2 = this.file.table('OS/2');
    const post = this.file.table('post');
    const familyClass = os2 && os2.length >= 32 ? os2.readInt8(30) : 0;
    const em = this.unitsPerEm;
    return {
      italicAngle: post && post.length >= 8 ? post.readInt32BE(4) / 0x10000 : 0,
      fixedPitch: post !== undefined && post.length >= 16 && post.readUInt32BE(12) !== 0,
      serif: SERIF_CLASSES.includes(familyClass),
      weight: os2 && os2.length >= 6 ? os2.readUInt16BE(4) : 400,
      ascentEm: hhea.readInt16BE(4) / em,
      // FandolSong states it without the minus.
      descentEm: -Math.abs(hhea.readInt16BE(6)) / em,
      bounds: [36, 38, 40, 42].map((at) => head.readInt16BE(at) / em),
    };
  }

  /** The face as fontkit opens it, loaded at the first call. */
  get fontkit(): Font {
    this.#fontkit ??= this.file.guard(() => openWithFontkit(this.file));
    return this.#fontkit;
  }

  /** TrueType outlines by glyph; only for faces that are not CFF. */
  get outlines(): TrueTypeOutlines {
    this.#outlines ??= new TrueTypeOutlines(this.file);
    return this.#outlines;
  }

  #readInk(glyph: number): InkBox {
    const box = this.file.isCff ? this.file.guard(() => this.fontkit.getGlyph(glyph).bbox) : undefined;
    const { left, bottom, right, top } = box
      ? { left: box.minX, bottom: box.minY, right: box.maxX, top: box.maxY }
      : this.outlines.box(glyph);
    const em = this.unitsPerEm;
    if (!Number.isFinite(left + bottom + right + top)) return BLANK;
    return { left: left / em, bottom: bottom / em, right: right / em, top: top / em };
  }
}

/** What a feature puts in place of single glyphs. A broken table gives none. */
function formsOf(file: FontFile, feature: string, language: string): ReadonlyMap<number, number> {
  try {
    const request = { features: [feature], scripts: ['hani', 'DFLT'], language };
    return singleSubstitutions(lookupsOf(file.table('GSUB'), 'GSUB', request));
  } catch (error) {
    if (error instanceof RangeError) return new Map();
    throw error;
  }
}
