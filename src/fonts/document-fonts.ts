import { statSync } from 'node:fs';
import type { FontMetrics, FontWeight, ShapedWord } from '../composer/index.js';
import { ConversionError } from '../diagnostics.js';
import type { FontFamily, FontSource, Region, StyleSheet } from '../style/index.js';
import { Face, USUAL_EM_BOX } from './face.js';

/** The fonts of one document: the composer's metrics, and the faces that the painter embeds. */
export interface DocumentFonts extends FontMetrics {
  /** Faces opened so far; a face's number is its index. */
  readonly faces: readonly Face[];
  /** What is drawn where no face has a glyph: a mark that no reader overlooks. */
  replacement(): { readonly face: number; readonly glyph: number };
}

/** OpenType language tags, with their trailing blank. */
const LANGUAGE: Readonly<Record<Region, string>> = {
  'zh-Hans': 'ZHS ',
  'zh-Hant-TW': 'ZHT ',
  'zh-Hant-HK': 'ZHH ',
  ja: 'JAN ',
};

/** Geta mark, white square, replacement character, question mark: the first that a face has. */
const REPLACEMENTS: readonly number[] = [0x3013, 0x25a1, 0xfffd, 0x3f];

/** How many parsed faces a process keeps: the bundled ones and a few of the user's. */
const MOST_FACES = 24;
const parsed = new Map<string, Face>();

/**
 * Fonts for a style sheet. A face is read when the first character asks for it; all files are only looked for now.
 *
 * @throws ConversionError `font-file-unreadable` for a file that is not there.
 */
export async function openFonts(sheet: StyleSheet): Promise<DocumentFonts> {
  return new SheetFonts(sheet);
}

/** One face of a chain, opened when it is asked. */
interface Link {
  readonly source: FontSource;
  readonly isBold: boolean;
  number: number;
  face: Face | undefined;
}

type Chain = readonly Link[];

class SheetFonts implements DocumentFonts {
  readonly faces: Face[] = [];
  readonly #boldFaces = new Set<Face>();
  readonly #language: string;
  readonly #links = new Map<string, Link>();
  readonly #chains: ReadonlyMap<string, Readonly<Record<FontWeight, Chain>>>;
  #replacement: { face: number; glyph: number } | undefined;

  constructor(sheet: StyleSheet) {
    this.#language = LANGUAGE[sheet.region];
    this.#chains = new Map(
      Object.entries(sheet.families).map(([name, family]) => [
        name,
        { regular: this.#chain(family, 'regular', sheet), bold: this.#chain(family, 'bold', sheet) },
      ]),
    );
  }

  faceFor(codePoint: number, family: string, weight: FontWeight, forColumn: boolean = false): number {
    const chain = this.#chains.get(family)?.[weight];
    if (!chain) throw new RangeError(`the style sheet has no font family ${family}`);
    let found = -1;
    for (const link of chain) {
      const face = link.face ?? this.#open(link);
      const glyph = face.glyph(codePoint);
      if (glyph === 0) continue;
      if (!forColumn || face.verticalForm(glyph) !== undefined) return link.number;
      if (found < 0) found = link.number;
    }
    return found;
  }

  glyphFor(face: number, codePoint: number): number {
    return this.#face(face).glyph(codePoint);
  }

  advanceEm(face: number, glyph: number): number {
    return this.#face(face).advanceEm(glyph);
  }

  inkEm(face: number, glyph: number): readonly [left: number, right: number] {
    const { left, right } = this.#face(face).ink(glyph);
    return [left, right];
  }

  inkHeightEm(face: number, glyph: number): readonly [bottom: number, top: number] {
    const { bottom, top } = this.#face(face).ink(glyph);
    return [bottom, top];
  }

  verticalForm(face: number, glyph: number): number | undefined {
    return this.#face(face).verticalForm(glyph);
  }

  shapeWord(face: number, word: string): ShapedWord {
    return this.#face(face).shapeWord(word);
  }

  isBold(face: number): boolean {
    return this.#boldFaces.has(this.#face(face));
  }

  capHeightEm(face: number): number {
    return this.#face(face).capHeightEm;
  }

  emBox(face: number): readonly [bottom: number, top: number] {
    return face === -1 ? USUAL_EM_BOX : this.#face(face).emBox;
  }

  replacement(): { face: number; glyph: number } {
    this.#replacement ??= this.#findReplacement();
    return this.#replacement;
  }

  #findReplacement(): { face: number; glyph: number } {
    for (const family of this.#chains.keys()) {
      for (const mark of REPLACEMENTS) {
        const face = this.faceFor(mark, family, 'regular');
        if (face !== -1) return { face, glyph: this.glyphFor(face, mark) };
      }
    }
    throw new ConversionError('glyph-missing', { char: '?', hex: '3F', count: 1, place: '?' });
  }

  #face(number: number): Face {
    const face = this.faces[number];
    if (!face) throw new RangeError(`no face has the number ${number}`);
    return face;
  }

  /** The family's own face, then those of its fallback families, bold ones for bold where there are any. */
  #chain(family: FontFamily, weight: FontWeight, sheet: StyleSheet): Chain {
    const families = [family, ...family.fallback.flatMap((name) => sheet.families[name] ?? [])];
    const links = families.map((each) =>
      weight === 'bold' && each.bold ? this.#link(each.bold, true) : this.#link(each.regular, false),
    );
    return [...new Set(links)];
  }

  #link(source: FontSource, isBold: boolean): Link {
    const key = `${source.file}\0${source.postscriptName ?? ''}`;
    let link = this.#links.get(key);
    if (!link) {
      if (!statSync(source.file, { throwIfNoEntry: false })?.isFile()) {
        throw new ConversionError('font-file-unreadable', { file: source.file });
      }
      link = { source, isBold, number: -1, face: undefined };
      this.#links.set(key, link);
    }
    return link;
  }

  #open(link: Link): Face {
    const face = parsedFace(link.source, this.#language);
    link.face = face;
    link.number = this.faces.push(face) - 1;
    if (link.isBold) this.#boldFaces.add(face);
    return face;
  }
}

/** A face of the process, parsed anew when its file has changed. */
function parsedFace(source: FontSource, language: string): Face {
  const stat = statSync(source.file, { throwIfNoEntry: false });
  const key = [source.file, source.postscriptName, language, stat?.mtimeMs, stat?.size].join('\0');
  const face = parsed.get(key) ?? new Face(source, language);
  // Deleting and setting moves it to the end: the first is always the one not used for longest.
  parsed.delete(key);
  parsed.set(key, face);
  const [oldest] = parsed.keys();
  if (parsed.size > MOST_FACES && oldest !== undefined) parsed.delete(oldest);
  return face;
}
