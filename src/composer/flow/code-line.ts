import type { ParagraphStyle } from '../../style/index.js';
import type { GlyphRun, Line, LineRule } from '../line.js';
import type { FlowDocument } from './flow-context.js';

/** How a stretch of code looks; all of a block has one size. */
export type CodeLook = Pick<ParagraphStyle, 'family' | 'weight' | 'color'>;

export interface CodePiece {
  readonly text: string;
  readonly look: CodeLook;
}

/** Distance of tab stops in columns; a column is half an em. */
export const TAB_COLUMNS = 4;
export const COLUMN_EM = 0.5;

/** The hook before a line that goes on, in em of the code's size: drawn, so that nobody copies it. */
const TURN_MARK = { color: '#8c8c8c', leftEm: 0.25, topEm: 0.5, footEm: 0.2, widthEm: 0.35, strokeEm: 0.06 };

/** A line of code under construction: runs of one face and colour, each character in whole columns. */
export class CodeLine {
  private readonly runs: GlyphRun[] = [];
  private readonly indentPt: number;
  private xPt: number;
  private readonly style: ParagraphStyle;
  private readonly document: FlowDocument;
  private readonly start: number;

  constructor(style: ParagraphStyle, document: FlowDocument, indentPt: number, start: number) {
    this.style = style;
    this.document = document;
    this.indentPt = indentPt;
    this.xPt = indentPt;
    this.start = start;
  }

  get widthPt(): number {
    return this.xPt;
  }

  fits(char: string, look: CodeLook, measurePt: number): boolean {
    return this.xPt + this.cell(char, look).advancePt <= measurePt + 1e-6;
  }

  /** Adds a character; false when no face has it. */
  add(char: string, look: CodeLook): boolean {
    const { face, glyph, advancePt } = this.cell(char, look);
    const { color } = look;
    const last = this.runs.at(-1) as MutableRun | undefined;
    if (last?.face === face && last.color === color) {
      last.starts.push(last.text.length);
      last.text += char;
      last.glyphs.push(glyph);
      last.advancesPt.push(advancePt);
    } else {
      const run: MutableRun = {
        face,
        sizePt: this.style.sizePt,
        color,
        xPt: this.xPt,
        raisePt: 0,
        glyphs: [glyph],
        advancesPt: [advancePt],
        text: char,
        starts: [0],
      };
      this.runs.push(run);
    }
    this.xPt += advancePt;
    return face >= 0;
  }

  finish(end: number, isTurned: boolean): Line {
    const { sizePt } = this.style;
    const ascentPt = (sizePt * this.document.grid.ascentPt) / this.document.grid.sizePt;
    return {
      runs: this.runs,
      widthPt: this.xPt,
      ascentPt,
      descentPt: sizePt - ascentPt,
      start: this.start,
      end,
      boxes: [],
      links: [],
      rules: isTurned ? this.turnMark() : [],
      noteIds: [],
    };
  }

  private turnMark(): LineRule[] {
    const { sizePt } = this.style;
    const { color, leftEm, topEm, footEm, widthEm, strokeEm } = TURN_MARK;
    const xPt = Math.max(0, this.indentPt - (1 - leftEm) * sizePt);
    const yPt = footEm * sizePt;
    const strokePt = strokeEm * sizePt;
    return [
      { xPt, yPt, widthPt: strokePt, thicknessPt: (topEm - footEm) * sizePt, color },
      { xPt, yPt, widthPt: widthEm * sizePt, thicknessPt: strokePt, color },
    ];
  }

  /** Whole columns, so that what stands below each other in the source does so on the page. */
  private cell(char: string, look: CodeLook): { face: number; glyph: number; advancePt: number } {
    const { metrics } = this.document;
    const codePoint = char === '\t' ? 0x20 : (char.codePointAt(0) ?? 0x20);
    const face = metrics.faceFor(codePoint, look.family, look.weight);
    const columnPt = COLUMN_EM * this.style.sizePt;
    if (face < 0) return { face, glyph: 0, advancePt: 2 * columnPt };
    const glyph = metrics.glyphFor(face, codePoint);
    const columns =
      char === '\t'
        ? TAB_COLUMNS - (Math.round((this.xPt - this.indentPt) / columnPt) % TAB_COLUMNS)
        : Math.ceil(metrics.advanceEm(face, glyph) / COLUMN_EM - 0.1);
    return { face, glyph, advancePt: columns * columnPt };
  }
}

type MutableRun = {
  -readonly [Key in keyof GlyphRun]: GlyphRun[Key] extends readonly (infer Item)[] ? Item[] : GlyphRun[Key];
};
