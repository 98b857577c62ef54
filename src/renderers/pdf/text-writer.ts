import type { GlyphRun } from '../../composer/index.js';
import type { DocumentFonts } from '../../fonts/index.js';
import type { CidFont, Writing } from './cid-font.js';
import { LiteralBytes } from './literal-bytes.js';
import { formatColor, formatNumber } from './numbers.js';
import { commonest, RunMeasure } from './run-measure.js';

/** Tangent of the angle by which letters lean for want of an italic, about that of italic faces. */
const LEAN = 0.2;
/** Thousandths of an em in one. */
const EM = 1000;
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
  #out: string[] = [];
  #font = '';
  #color = '0 g';
  /** The latest colour asked for, and its operator. */
  #runColor = '';
  #operator = '';
  #spacing = '0';
  #stretch = 1;
  #stroke = '0 Tr\n';
  /** Where the line matrix stands, as written; the next move is relative to it. */
  #x = 0;
  #y = 0;
  #turned = false;
  #leans = false;

  /** @param used Receives each font that the page names, by its name. */
  constructor(fonts: TextFonts, used: Map<string, FontUse>) {
    this.#fonts = fonts;
    this.#used = used;
  }

  /** `BT`: the line matrix starts at the origin again; font, colour and spacing stay. */
  begin(): string {
    this.#x = 0;
    this.#y = 0;
    this.#turned = false;
    this.#leans = false;
    return 'BT\n';
  }

  /** Colour is part of the graphics state, which rules and images change too. */
  forgetColor(): void {
    this.#color = '';
  }

  run(run: GlyphRun, place: RunPlace): string {
    if (run.glyphs.length === 0) return '';
    const drawn = run.face === -1 ? this.#replaced(run) : run;
    const font = this.#fonts.fontOf(drawn.face);
    const writing: Writing = drawn.stance === 'upright' ? 'column' : 'level';
    const name = font.nameFor(writing);
    if (!this.#used.has(name)) this.#used.set(name, { font, writing });
    this.#out = [];
    this.#select(name, drawn);
    this.#moveTo(place, drawn.leans === true);
    this.#show(font, drawn);
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

  #select(fontName: string, run: GlyphRun): void {
    const selection = `/${fontName} ${formatNumber(run.sizePt, 3)} Tf\n`;
    if (selection !== this.#font) {
      this.#font = selection;
      this.#out.push(selection);
    }
    if (run.color !== this.#runColor) {
      this.#runColor = run.color;
      this.#operator = formatColor(run.color);
    }
    const color = this.#operator;
    if (color !== this.#color) {
      this.#color = color;
      this.#out.push(`${color}\n`);
    }
    this.#selectStroke(run);
    const { stretch = 1 } = run;
    if (stretch !== this.#stretch) {
      this.#stretch = stretch;
      this.#out.push(`${formatNumber(stretch * 100, 2)} Tz\n`);
    }
  }

  /** Bold of a face that has none: filled and stroked, with round corners that no sharp stroke end breaks out of. */
  #selectStroke({ strokePt, color }: GlyphRun): void {
    const stroke = strokePt
      ? `${formatNumber(strokePt, 3)} w 1 j ${formatColor(color, 'stroke')} 2 Tr\n`
      : '0 Tr\n';
    if (stroke === this.#stroke) return;
    this.#stroke = stroke;
    this.#out.push(stroke);
  }

  /** `Td` counts in the text's own directions, which `Tm` turns; letters that lean have a `Tm` of their own. */
  #moveTo({ xPt, yPt, turned }: RunPlace, leans: boolean): void {
    if (turned !== this.#turned || leans || this.#leans) {
      const [x, y] = [formatNumber(xPt, 3), formatNumber(yPt, 3)];
      this.#turned = turned;
      this.#leans = leans;
      this.#x = Number(x);
      this.#y = Number(y);
      this.#out.push(`${matrixOf(turned, leans)} ${x} ${y} Tm\n`);
      return;
    }
    const dx = formatNumber(xPt - this.#x, 3);
    const dy = formatNumber(yPt - this.#y, 3);
    this.#x += Number(dx);
    this.#y += Number(dy);
    this.#out.push(turned ? `${formatNumber(-Number(dy), 3)} ${dx} Td\n` : `${dx} ${dy} Td\n`);
  }

  /**
   * The commonest difference goes into `Tc`, what deviates from it into `TJ`; rounding is carried on, never added up.
   * Down a column both count the other way: more is lower.
   */
  #show(font: CidFont, run: GlyphRun): void {
    const { count, numbers, gapsPt } = MEASURE.take(run, font);
    const scale = run.sizePt / EM;
    const spacing = formatNumber(commonest(gapsPt, count), 4);
    if (spacing !== this.#spacing) {
      this.#spacing = spacing;
      this.#out.push(`${spacing} Tc\n`);
    }
    const tolerance = TOLERANCE_EM * run.sizePt;
    const usual = Number(spacing);
    let owed = 0;
    const { codes } = font;
    BYTES.begin();
    for (let index = 0; index < count; index++) {
      BYTES.code(codes[numbers[index] as number] as number);
      owed += (gapsPt[index] as number) - usual;
      if (Math.abs(owed) <= tolerance || index === count - 1) continue;
      const shift = formatNumber(-owed / scale, 0);
      if (shift === '0') continue;
      BYTES.shift(shift);
      owed += Number(shift) * scale;
    }
    this.#out.push(BYTES.end());
  }
}

/** Used again for every run. */
const BYTES = new LiteralBytes();
const MEASURE = new RunMeasure();

/** The first four numbers of a text matrix. */
function matrixOf(turned: boolean, leans: boolean): string {
  if (turned) return leans ? `0 -1 1 ${-LEAN}` : '0 -1 1 0';
  return leans ? `1 0 ${LEAN} 1` : '1 0 0 1';
}
