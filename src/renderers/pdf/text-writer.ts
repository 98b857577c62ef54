import type { GlyphRun } from '../../composer/index.js';
import type { DocumentFonts } from '../../fonts/index.js';
import type { CidFont, Writing } from './cid-font.js';
import { formatColor, formatNumber } from './numbers.js';
import type { Operators } from './operators.js';
import { RunMeasure } from './run-measure.js';

/** Tangent of the angle by which letters lean for want of an italic, about that of italic faces. */
const LEAN = 0.2;
/** Thousandths of an em in one. */
const EM = 1000;
/** Places and sizes are written to a thousandth of a point, spacing to a tenth of that, stretch to a hundredth of a percent. */
const [PLACE, SPACING, PERCENT] = [1e3, 1e4, 1e2];
/** Differences of advances below this share of an em are not corrected at once but carried on. */
const TOLERANCE_EM = 0.0005;

/** Where a run's first origin is on the page, y up, and whether it is turned by a quarter clockwise. */
export interface RunPlace {
  readonly xPt: number;
  readonly yPt: number;
  readonly turned: boolean;
}

/** A font as a page uses it. */
export interface FontUse {
  readonly font: CidFont;
  readonly writing: Writing;
}

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
  readonly #used: Map<string, FontUse>;
  readonly #out: Operators;
  #font = '';
  #size = 0;
  #color = '0 g';
  /** The latest colour asked for, and its operator. */
  #runColor = '';
  #operator = '';
  #spacing = 0;
  #stretch = 1;
  #stroke = '0 Tr';
  /** Where the line matrix stands, as written; the next move is relative to it. */
  #x = 0;
  #y = 0;
  #turned = false;
  #leans = false;

  /**
   * @param used Receives each font that the page names, by its name.
   * @param out Receives the operators.
   */
  constructor(fonts: TextFonts, used: Map<string, FontUse>, out: Operators) {
    this.#fonts = fonts;
    this.#used = used;
    this.#out = out;
  }

  /** `BT`: the line matrix starts at the origin again; font, colour and spacing stay. */
  begin(): void {
    this.#x = 0;
    this.#y = 0;
    this.#turned = false;
    this.#leans = false;
    this.#out.operator('BT');
  }

  /** Colour is part of the graphics state, which rules and images change too. */
  forgetColor(): void {
    this.#color = '';
  }

  run(run: GlyphRun, place: RunPlace): void {
    if (run.glyphs.length === 0) return;
    const drawn = run.face === -1 ? this.#replaced(run) : run;
    const font = this.#fonts.fontOf(drawn.face);
    this.#select(font, drawn);
    this.#moveTo(place, drawn.leans === true);
    this.#show(font, drawn);
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
    this.#selectFont(font, run);
    if (run.color !== this.#runColor) {
      this.#runColor = run.color;
      this.#operator = formatColor(run.color);
    }
    const color = this.#operator;
    if (color !== this.#color) {
      this.#color = color;
      this.#out.operator(color);
    }
    this.#selectStroke(run);
    const { stretch = 1 } = run;
    if (stretch !== this.#stretch) {
      this.#stretch = stretch;
      this.#out.number(stretch * 100, PERCENT);
      this.#out.operator('Tz');
    }
  }

  #selectFont(font: CidFont, { stance, sizePt }: GlyphRun): void {
    const writing: Writing = stance === 'upright' ? 'column' : 'level';
    const name = font.nameFor(writing);
    const size = Math.round(sizePt * PLACE);
    if (name === this.#font && size === this.#size) return;
    this.#font = name;
    this.#size = size;
    if (!this.#used.has(name)) this.#used.set(name, { font, writing });
    this.#out.text(`/${name} `);
    this.#out.number(sizePt, PLACE);
    this.#out.operator('Tf');
  }

  /** Bold of a face that has none: filled and stroked, with round corners that no sharp stroke end breaks out of. */
  #selectStroke({ strokePt, color }: GlyphRun): void {
    const stroke = strokePt
      ? `${formatNumber(strokePt, 3)} w 1 j ${formatColor(color, 'stroke')} 2 Tr`
      : '0 Tr';
    if (stroke === this.#stroke) return;
    this.#stroke = stroke;
    this.#out.operator(stroke);
  }

  /** `Td` counts in the text's own directions, which `Tm` turns; letters that lean have a `Tm` of their own. */
  #moveTo({ xPt, yPt, turned }: RunPlace, leans: boolean): void {
    const out = this.#out;
    if (turned !== this.#turned || leans || this.#leans) {
      this.#turned = turned;
      this.#leans = leans;
      out.text(matrixOf(turned, leans));
      this.#x = out.number(xPt, PLACE);
      this.#y = out.number(yPt, PLACE);
      out.operator('Tm');
      return;
    }
    const dx = Math.round((xPt - this.#x) * PLACE) / PLACE;
    const dy = Math.round((yPt - this.#y) * PLACE) / PLACE;
    this.#x += dx;
    this.#y += dy;
    out.number(turned ? -dy : dx, PLACE);
    out.number(turned ? dx : dy, PLACE);
    out.operator('Td');
  }

  /**
   * The commonest difference goes into `Tc`, what deviates from it into `TJ`; rounding is carried on, never added up.
   * Down a column both count the other way: more is lower.
   */
  #show(font: CidFont, run: GlyphRun): void {
    const out = this.#out;
    const { count, numbers, gapsPt, usualPt: usual } = MEASURE.take(run, font);
    const scale = run.sizePt / EM;
    if (usual !== this.#spacing) {
      this.#spacing = usual;
      out.number(usual, SPACING);
      out.operator('Tc');
    }
    const tolerance = TOLERANCE_EM * run.sizePt;
    let owed = 0;
    const { codes } = font;
    out.beginString(count);
    for (let index = 0; index < count; index++) {
      out.code(codes[numbers[index] as number] as number);
      owed += (gapsPt[index] as number) - usual;
      if (Math.abs(owed) <= tolerance || index === count - 1) continue;
      const shift = Math.round(-owed / scale);
      if (shift === 0) continue;
      out.shift(shift);
      owed += shift * scale;
    }
    out.show();
  }
}

/** Used again for every run. */
const MEASURE = new RunMeasure();

/** The first four numbers of a text matrix. */
function matrixOf(turned: boolean, leans: boolean): string {
  if (turned) return leans ? `0 -1 1 ${-LEAN} ` : '0 -1 1 0 ';
  return leans ? `1 0 ${LEAN} 1 ` : '1 0 0 1 ';
}
