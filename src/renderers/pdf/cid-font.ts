import { createHash } from 'node:crypto';
import { topOfCell } from '../../composer/index.js';
import { type Face, subsetFace } from '../../fonts/index.js';
import { CODE_COUNT, frequentFirst, inTurn } from './codes.js';
import { deflate, OUTLINE_LEVEL } from './deflate.js';
import type { PackedDocument } from './packed-document.js';
import { type PdfReference, type PdfValue, pdfText } from './pdfkit-internals.js';
import { toUnicodeMap } from './to-unicode.js';

/** Width of a character that needs no row in the width table: one em. */
const DEFAULT_WIDTH = 1000;

/** Lines along the paper, or columns down it. */
export type Writing = 'level' | 'column';

/** Advance down a column, in thousandths of an em; the composer's own advances differ from it where they must. */
const COLUMN_ADVANCE = -1000;

/** Flags of a font descriptor. @see ISO 32000-1, table 123 */
const FIXED_PITCH = 1 << 0;
const SERIF = 1 << 1;
const SYMBOLIC = 1 << 2;
const ITALIC = 1 << 6;

/** From how many frequent characters on codes by frequency save more than their map weighs. */
const WORTH_A_GRID = 100;

/** What a code stands for. */
interface CodeRow {
  readonly code: number;
  readonly glyph: number;
  readonly text: string;
  readonly width: number;
}

/**
 * One face as a font of the document. Its characters are pairs of a glyph *and* the text that it shows, so that two
 * drawn by one glyph (U+2F00 and U+4E00, blank and no-break space) are each copied as what they are. They have numbers
 * in the order in which they were first asked for, the frequent ones before all others, and codes by their numbers.
 */
export class CidFont {
  readonly face: Face;
  /** Name in the resources of pages. */
  readonly name: string;
  #codeOf: (number: number) => number = inTurn;
  /** By number, the codes that are written. */
  readonly #codes: number[] = [0];
  /** By number, while characters are counted. */
  readonly #counts: number[] = [];
  /** By number. */
  readonly #glyphs: number[] = [0];
  readonly #texts: string[] = [''];
  readonly #widths: number[];
  /** By UTF-16 unit, the first character that shows it alone: nearly always the one that is asked for. */
  readonly #firstOfUnit = new Uint16Array(0x10000);
  /** Characters that show one unit, by `glyph * 0x10000 + unit`; others by glyph and text. */
  readonly #byUnit = new Map<number, number>();
  readonly #byText = new Map<string, number>();
  readonly #references: Partial<Record<Writing, PdfReference>> = {};

  constructor(face: Face, name: string) {
    this.face = face;
    this.name = name;
    this.#widths = [roundWidth(face, 0)];
  }

  /** By number, the codes that are written. */
  get codes(): readonly number[] {
    return this.#codes;
  }

  /** Counts a UTF-16 unit, and the glyph that first shows it, before {@link putFrequentFirst}. */
  count(glyph: number, unit: number): void {
    const number = this.#firstOfUnit[unit] || this.number(glyph, String.fromCharCode(unit));
    this.#counts[number] = (this.#counts[number] ?? 0) + 1;
  }

  /**
   * Numbers the characters that have been counted anew, the most frequent first, and gives them codes that compress; call
   * before any text is written.
   */
  putFrequentFirst(): void {
    const counted = this.#glyphs.length - 1;
    // A CFF program draws code n with its n-th glyph; TrueType has a map in between, which must pay.
    if (!this.face.file.isCff && counted >= WORTH_A_GRID) this.#codeOf = frequentFirst;
    const counts = this.#counts;
    const order = Array.from({ length: counted }, (_, index) => index + 1);
    order.sort((a, b) => (counts[b] as number) - (counts[a] as number));
    const [glyphs, texts] = [this.#glyphs.slice(), this.#texts.slice()];
    for (const list of [this.#glyphs, this.#texts, this.#widths, this.#codes]) list.length = 1;
    for (const number of order) {
      const text = texts[number] as string;
      this.#firstOfUnit[text.charCodeAt(0)] = 0;
      this.#addUnit(glyphs[number] as number, text);
    }
  }

  /** The character that is drawn by a glyph and copied as the part of `text` between two indexes, which may be empty. */
  numberOf(glyph: number, text: string, from: number, to: number): number {
    if (to - from !== 1) return this.number(glyph, text.slice(from, to));
    const known = this.#firstOfUnit[text.charCodeAt(from)] as number;
    return known > 0 && this.#glyphs[known] === glyph ? known : this.number(glyph, text.charAt(from));
  }

  /** The character that is drawn by a glyph and copied as `text`; text may be empty. */
  number(glyph: number, text: string): number {
    if (text.length === 1) {
      return this.#byUnit.get(glyph * 0x10000 + text.charCodeAt(0)) ?? this.#addUnit(glyph, text);
    }
    const key = `${glyph} ${text}`;
    let number = this.#byText.get(key);
    if (number === undefined) {
      number = this.#add(glyph, text);
      this.#byText.set(key, number);
    }
    return number;
  }

  /** Advance of a character in thousandths of an em, as the file states it. */
  width(number: number): number {
    return this.#widths[number] ?? DEFAULT_WIDTH;
  }

  /** Its name in the resources of pages, by the direction in which it writes. */
  nameFor(writing: Writing): string {
    return writing === 'column' ? `${this.name}V` : this.name;
  }

  reference(document: PackedDocument, writing: Writing = 'level'): PdfReference {
    const reference = this.#references[writing] ?? document.ref();
    this.#references[writing] = reference;
    return reference;
  }

  /** Writes the font with all codes asked for; call once, when the last page is painted. */
  write(document: PackedDocument): void {
    const rows = this.#rows();
    const { isCff } = this.face.file;
    const glyphs = isCff ? this.#glyphs : sortedGlyphs(this.#glyphs);
    const program = subsetFace(this.face, glyphs);
    const name = `${this.#tag()}+${this.face.file.postscriptName.replace(/[^\x21-\x7e]|[()<>[\]{}/%#]/g, '_')}`;
    const kind = isCff ? { Subtype: 'CIDFontType0C' } : { Length1: program.bytes.length };
    const file = document.ref({ ...kind, Filter: 'FlateDecode' });
    file.end(deflate(program.bytes, OUTLINE_LEVEL));
    const descriptor = document.ref({
      ...describe(this.face),
      FontName: name,
      [isCff ? 'FontFile3' : 'FontFile2']: file,
    });
    descriptor.end();
    const descendant = document.ref({
      Type: 'Font',
      Subtype: isCff ? 'CIDFontType0' : 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: pdfText('Adobe'), Ordering: pdfText('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: DEFAULT_WIDTH,
      W: widthRows(rows),
      ...(this.#references.column && {
        DW2: [Math.round(topOfCell(this.face.emBox) * 1000), COLUMN_ADVANCE],
      }),
      ...(!isCff && { CIDToGIDMap: this.#glyphMap(document, rows, glyphs) }),
    });
    descendant.end();
    const toUnicode = document.ref();
    toUnicode.end(Buffer.from(toUnicodeMap(rows), 'latin1'));
    for (const [writing, font] of Object.entries(this.#references)) {
      Object.assign(font.data, {
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: writing === 'column' ? 'Identity-V' : 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: toUnicode,
      });
      font.end();
    }
  }

  #addUnit(glyph: number, text: string): number {
    const number = this.#add(glyph, text);
    const unit = text.charCodeAt(0);
    this.#byUnit.set(glyph * 0x10000 + unit, number);
    if (this.#firstOfUnit[unit] === 0) this.#firstOfUnit[unit] = number;
    return number;
  }

  #add(glyph: number, text: string): number {
    const number = this.#glyphs.push(glyph) - 1;
    // So many pairs of glyph and text in one face cannot come from a document that a person wrote.
    if (number >= CODE_COUNT)
      throw new RangeError(`a font of the document has more than ${CODE_COUNT} characters`);
    this.#codes.push(this.#codeOf(number));
    this.#texts.push(text);
    this.#widths.push(roundWidth(this.face, glyph));
    return number;
  }

  /** In the order of codes. */
  #rows(): CodeRow[] {
    const rows = this.#glyphs.map((glyph, number) => ({
      code: this.#codes[number] as number,
      glyph,
      text: this.#texts[number] as string,
      width: this.#widths[number] as number,
    }));
    return rows.sort((a, b) => a.code - b.code);
  }

  /** By code, two bytes each: where its glyph stands in the program. @see ISO 32000-1, table 117 */
  #glyphMap(document: PackedDocument, rows: readonly CodeRow[], glyphs: readonly number[]): PdfReference {
    for (let place = 0; place < glyphs.length; place++) PLACES[glyphs[place] as number] = place;
    const bytes = Buffer.alloc(2 * ((rows.at(-1)?.code ?? 0) + 1));
    for (const { code, glyph } of rows) bytes.writeUInt16BE(PLACES[glyph] as number, 2 * code);
    const map = document.ref();
    map.end(bytes);
    return map;
  }

  /** Six letters that tell subsets of one face apart, made from what is in them. */
  #tag(): string {
    const hash = createHash('sha256')
      .update(Uint32Array.from(this.#glyphs))
      .update(this.#texts.join('\0'))
      .digest();
    return Array.from(hash.subarray(0, 6), (byte) => String.fromCharCode(0x41 + (byte % 26))).join('');
  }
}

/** Where glyphs stand in the program being written, by their numbers; those of moved ones lie behind 65,535. */
const PLACES = new Uint16Array(0x20000);

function roundWidth(face: Face, glyph: number): number {
  return Math.round(face.advanceEm(glyph) * 1e5) / 100;
}

/**
 * Each glyph once, in the order of the face: its neighbours there are drawn from the same radicals, so that outlines
 * compress the better.
 */
function sortedGlyphs(glyphs: readonly number[]): number[] {
  return Array.from(Uint32Array.from(new Set(glyphs)).sort());
}

/** Rows `first [w w w]` for runs of codes that are not one em wide. */
function widthRows(rows: readonly CodeRow[]): PdfValue[] {
  const written: PdfValue[] = [];
  let run: number[] = [];
  let next = -1;
  for (const { code, width } of rows) {
    if (width === DEFAULT_WIDTH) continue;
    if (code !== next) {
      run = [];
      written.push(code, run);
    }
    run.push(width);
    next = code + 1;
  }
  return written;
}

function describe(face: Face): Record<string, PdfValue> {
  const { italicAngle, fixedPitch, serif, ascentEm, descentEm, weight, bounds } = face.description;
  const thousandths = (em: number): number => Math.round(em * 1000);
  return {
    Type: 'FontDescriptor',
    Flags: SYMBOLIC | (fixedPitch ? FIXED_PITCH : 0) | (serif ? SERIF : 0) | (italicAngle !== 0 ? ITALIC : 0),
    FontBBox: bounds.map(thousandths),
    ItalicAngle: italicAngle,
    Ascent: thousandths(ascentEm),
    Descent: thousandths(descentEm),
    CapHeight: thousandths(face.capHeightEm),
    // No font file states it; the usual rule of thumb from the weight class.
    StemV: Math.round(50 + (weight / 65) ** 2),
  };
}
