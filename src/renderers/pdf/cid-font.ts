import { createHash } from 'node:crypto';
import { topOfCell } from '../../composer/index.js';
import { type Face, subsetFace } from '../../fonts/index.js';
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

/**
 * One face as a font of the document. A code stands for a glyph *and* the text that it shows, so that two characters
 * drawn by one glyph (U+2F00 and U+4E00, blank and no-break space) are each copied as what they are.
 */
export class CidFont {
  readonly face: Face;
  /** Name in the resources of pages. */
  readonly name: string;
  /** By code. */
  readonly #glyphs: number[] = [0];
  readonly #texts: string[] = [''];
  readonly #widths: number[];
  /** By UTF-16 unit, the first code that shows it alone: nearly always the one that is asked for. */
  readonly #firstOfUnit = new Uint16Array(0x10000);
  /** Further codes of glyphs that show one unit, by `glyph * 0x10000 + unit`; others by glyph and text. */
  readonly #byUnit = new Map<number, number>();
  readonly #byText = new Map<string, number>();
  readonly #references: Partial<Record<Writing, PdfReference>> = {};

  constructor(face: Face, name: string) {
    this.face = face;
    this.name = name;
    this.#widths = [roundWidth(face, 0)];
  }

  /** The code that draws a glyph and is copied as the part of `text` between two indexes, which may be empty. */
  codeOf(glyph: number, text: string, from: number, to: number): number {
    if (to - from !== 1) return this.code(glyph, text.slice(from, to));
    const code = this.#firstOfUnit[text.charCodeAt(from)] as number;
    return code > 0 && this.#glyphs[code] === glyph ? code : this.code(glyph, text.charAt(from));
  }

  /** The code that draws a glyph and is copied as `text`; text may be empty. */
  code(glyph: number, text: string): number {
    if (text.length === 1) {
      const unit = text.charCodeAt(0);
      const key = glyph * 0x10000 + unit;
      let code = this.#byUnit.get(key);
      if (code === undefined) {
        code = this.#add(glyph, text);
        this.#byUnit.set(key, code);
        if (this.#firstOfUnit[unit] === 0) this.#firstOfUnit[unit] = code;
      }
      return code;
    }
    const key = `${glyph} ${text}`;
    let code = this.#byText.get(key);
    if (code === undefined) {
      code = this.#add(glyph, text);
      this.#byText.set(key, code);
    }
    return code;
  }

  /** Advance in thousandths of an em, as the file states it. */
  width(code: number): number {
    return this.#widths[code] ?? DEFAULT_WIDTH;
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
    const program = subsetFace(this.face, this.#glyphs);
    const isCff = program.kind === 'cff';
    const name = `${this.#tag()}+${this.face.file.postscriptName.replace(/[^\x21-\x7e]|[()<>[\]{}/%#]/g, '_')}`;
    const file = document.ref(isCff ? { Subtype: 'CIDFontType0C' } : { Length1: program.bytes.length });
    file.end(program.bytes);
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
      W: widthRows(this.#widths),
      ...(this.#references.column && {
        DW2: [Math.round(topOfCell(this.face.emBox) * 1000), COLUMN_ADVANCE],
      }),
      ...(!isCff && { CIDToGIDMap: 'Identity' }),
    });
    descendant.end();
    const toUnicode = document.ref();
    toUnicode.end(toUnicodeMap(this.#texts));
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

  #add(glyph: number, text: string): number {
    const code = this.#glyphs.push(glyph) - 1;
    // 65,535 pairs of glyph and text in one face cannot come from a document that a person wrote.
    if (code > 0xffff) throw new RangeError('a font of the document has more than 65,535 characters');
    this.#texts.push(text);
    this.#widths.push(roundWidth(this.face, glyph));
    return code;
  }

  /** Six letters that tell subsets of one face apart, made from what is in them. */
  #tag(): string {
    const hash = createHash('sha256')
      .update(JSON.stringify([this.#glyphs, this.#texts]))
      .digest();
    return Array.from(hash.subarray(0, 6), (byte) => String.fromCharCode(0x41 + (byte % 26))).join('');
  }
}

function roundWidth(face: Face, glyph: number): number {
  return Math.round(face.advanceEm(glyph) * 1e5) / 100;
}

/** Rows `first [w w w]` for runs of codes that are not one em wide. */
function widthRows(widths: readonly number[]): PdfValue[] {
  const rows: PdfValue[] = [];
  let run: number[] = [];
  for (const [code, width] of widths.entries()) {
    if (width === DEFAULT_WIDTH) {
      run = [];
      continue;
    }
    if (run.length === 0) rows.push(code, run);
    run.push(width);
  }
  return rows;
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
