import type { GlyphRun } from '../../composer/index.js';
import type { DocumentFonts } from '../../fonts/index.js';
import type { CidFont } from './cid-font.js';
import { formatColor, formatNumber } from './numbers.js';

/** Differences of advances below this share of an em are not corrected at once but carried on. */
const TOLERANCE_EM = 0.0005;

/** What a missing glyph is replaced with, and all fonts of the document. */
export interface TextFonts {
  readonly metrics: DocumentFonts;
  /** The embedded font of a face. */
  fontOf(face: number): CidFont;
}

/**
 * Writes runs of glyphs of one page as text operators. Keeps the text state, so that an operator is written only
 * when it changes something.
 *
 * @see ISO 32000-1, 9.4
 */
export class TextWriter {
  readonly #fonts: TextFonts;
  readonly #used: Map<string, CidFont>;
  #out: string[] = [];
  #font = '';
  #color = '0 g';
  #spacing = '0';
  /** Where the line matrix stands, as written; the next move is relative to it. */
  #x = 0;
  #y = 0;

  /** @param used Receives each font that the page names, by its name. */
  constructor(fonts: TextFonts, used: Map<string, CidFont>) {
    this.#fonts = fonts;
    this.#used = used;
  }

  /** `BT`: the line matrix starts at the origin again; font, colour and spacing stay. */
  begin(): string {
    this.#x = 0;
    this.#y = 0;
    return 'BT\n';
  }

  /** Colour is part of the graphics state, which rules and images change too. */
  forgetColor(): void {
    this.#color = '';
  }

  /**
   * @param xPt Position of the run's first origin on the page, y up.
   */
  run(run: GlyphRun, xPt: number, yPt: number): string {
    if (run.glyphs.length === 0) return '';
    const drawn = run.face === -1 ? this.#replaced(run) : run;
    const font = this.#fonts.fontOf(drawn.face);
    this.#used.set(font.name, font);
    this.#out = [];
    this.#select(font, drawn);
    this.#moveTo(xPt, yPt);
    const codes = drawn.glyphs.map((glyph, index) => font.code(glyph, textOf(drawn, index)));
    this.#show(font, codes, drawn);
    return this.#out.join('');
  }

  /** Characters that no face has: a mark for each, made smaller where its place is narrow. */
  #replaced(run: GlyphRun): GlyphRun {
    const { metrics } = this.#fonts;
    const { face, glyph } = metrics.replacement();
    const narrowest = Math.min(...run.advancesPt);
    const sizePt = Math.min(run.sizePt, narrowest / metrics.advanceEm(face, glyph));
    return { ...run, face, sizePt: Math.max(sizePt, 1), glyphs: run.glyphs.map(() => glyph) };
  }

  #select(font: CidFont, run: GlyphRun): void {
    const selection = `/${font.name} ${formatNumber(run.sizePt, 3)} Tf\n`;
    if (selection !== this.#font) {
      this.#font = selection;
      this.#out.push(selection);
    }
    const color = formatColor(run.color);
    if (color !== this.#color) {
      this.#color = color;
      this.#out.push(`${color}\n`);
    }
  }

  #moveTo(xPt: number, yPt: number): void {
    const dx = formatNumber(xPt - this.#x, 3);
    const dy = formatNumber(yPt - this.#y, 3);
    this.#x += Number(dx);
    this.#y += Number(dy);
    this.#out.push(`${dx} ${dy} Td\n`);
  }

  /** The commonest difference goes into `Tc`, what deviates from it into `TJ`; rounding is carried on, never added up. */
  #show(font: CidFont, codes: readonly number[], run: GlyphRun): void {
    const scale = run.sizePt / 1000;
    const gaps = codes.map((code, index) => (run.advancesPt[index] ?? 0) - font.width(code) * scale);
    const spacing = formatNumber(commonest(gaps), 4);
    if (spacing !== this.#spacing) {
      this.#spacing = spacing;
      this.#out.push(`${spacing} Tc\n`);
    }
    const tolerance = TOLERANCE_EM * run.sizePt;
    const pieces: string[] = [];
    let literal = '';
    let owed = 0;
    for (const [index, code] of codes.entries()) {
      literal += font.literal(code);
      owed += (gaps[index] ?? 0) - Number(spacing);
      if (Math.abs(owed) <= tolerance || index === codes.length - 1) continue;
      const shift = formatNumber(-owed / scale, 1);
      if (shift === '0') continue;
      pieces.push(`(${literal})${shift}`);
      literal = '';
      owed += Number(shift) * scale;
    }
    this.#out.push(pieces.length === 0 ? `(${literal})Tj\n` : `[${pieces.join('')}(${literal})]TJ\n`);
  }
}

function textOf(run: GlyphRun, index: number): string {
  return run.text.slice(run.starts[index] ?? 0, run.starts[index + 1] ?? run.text.length);
}

/** The value that occurs most often, to a ten-thousandth; the last one does not count, since nothing follows it. */
function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = 0;
  let most = 0;
  for (let index = 0; index < Math.max(1, values.length - 1); index += 1) {
    const value = Math.round((values[index] ?? 0) * 1e4);
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > most) {
      most = count;
      best = value;
    }
  }
  return best / 1e4;
}
