import type { Code } from '../../model/index.js';
import type { ParagraphStyle } from '../../style/index.js';
import type { GlyphRun, Line } from '../line.js';
import type { RuleItem } from '../page.js';
import type { FlowBlock } from './flow-block.js';
import { type FlowContext, type FlowDocument, insideStyle, styleOf } from './flow-context.js';
import { sliceLines, styledBlock } from './set-lines.js';

/** Light enough to print, dark enough to see; room around the text in em of the code's size. */
const GROUND = { color: '#f4f4f4', paddingEm: 0.6 };
/** What does not fit a line goes on in the next, so far further in, but not past this share of the measure. */
const TURN_OVER_EM = 1;
const MOST_INDENT_SHARE = 1 / 3;
/** A line that turns over ends after a blank when at least this share of it is filled then. */
const LEAST_FILL = 0.5;
/** Distance of tab stops in columns; a column is half an em. */
const TAB_COLUMNS = 4;
const COLUMN_EM = 0.5;

/** Code, character by character: every blank kept, long lines cut after a blank near the measure's end, nothing added. */
export function setCode(code: Code, context: FlowContext): FlowBlock {
  const { document } = context;
  const style = styleOf(context, 'code');
  const look =
    context.container === undefined ? style : { ...style, family: document.sheet.styles.code.family };
  const inner = insideStyle(context, document.sheet.styles.code);
  const paddingPt = look.sizePt * GROUND.paddingEm;
  const text: FlowContext = {
    ...inner,
    xPt: inner.xPt + paddingPt,
    measurePt: Math.max(look.sizePt, inner.measurePt - 2 * paddingPt),
  };
  const lines = code.text.split('\n').flatMap((line) => setCodeLine(line, look, text.measurePt, document));
  const node = document.tree.add('Code', context.node);
  return styledBlock(sliceLines(lines, text, look, node), look, document, {
    onGrid: false,
    paddingPt,
    frame: (heightPt): RuleItem[] => [
      {
        type: 'rule',
        xPt: inner.xPt,
        yPt: 0,
        widthPt: inner.measurePt,
        heightPt,
        color: GROUND.color,
      },
    ],
  });
}

/** One source line on as many lines as it needs; an empty one keeps its place. */
function setCodeLine(text: string, style: ParagraphStyle, measurePt: number, document: FlowDocument): Line[] {
  const chars = [...text];
  const ownPt = leadingColumns(text) * COLUMN_EM * style.sizePt;
  const turnPt = Math.min(ownPt + TURN_OVER_EM * style.sizePt, measurePt * MOST_INDENT_SHARE);
  const lines: Line[] = [];
  let offset = 0;
  let from = 0;
  do {
    const begin = (): CodeLine => new CodeLine(style, document, from === 0 ? 0 : turnPt, offset);
    const to = lineEnd(chars, from, begin(), measurePt);
    const line = begin();
    for (; from < to; from++) {
      const char = chars[from] as string;
      if (!line.add(char)) document.missing.add(char.codePointAt(0) ?? 0, text, offset);
      offset += char.length;
    }
    lines.push(line.finish(offset));
  } while (from < chars.length);
  return lines;
}

function leadingColumns(text: string): number {
  const blanks = /^[ \t]*/.exec(text)?.[0] ?? '';
  return [...blanks].reduce((sum, blank) => sum + (blank === '\t' ? TAB_COLUMNS : 1), 0);
}

/** Index after the last character of a line that begins at `from`; `probe` is a line to try it out on. */
function lineEnd(chars: readonly string[], from: number, probe: CodeLine, measurePt: number): number {
  let afterBlank = from;
  for (let at = from; at < chars.length; at++) {
    const char = chars[at] as string;
    if (at > from && !probe.fits(char, measurePt))
      return char === ' ' || afterBlank === from ? at : afterBlank;
    probe.add(char);
    if (char === ' ' && probe.widthPt >= measurePt * LEAST_FILL) afterBlank = at + 1;
  }
  return chars.length;
}

/** A line of code under construction: runs of one face, each character in whole columns. */
class CodeLine {
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

  fits(char: string, measurePt: number): boolean {
    return this.xPt + this.cell(char).advancePt <= measurePt + 1e-6;
  }

  /** Adds a character; false when no face has it. */
  add(char: string): boolean {
    const { face, glyph, advancePt } = this.cell(char);
    const last = this.runs.at(-1) as MutableRun | undefined;
    if (last?.face === face) {
      last.starts.push(last.text.length);
      last.text += char;
      last.glyphs.push(glyph);
      last.advancesPt.push(advancePt);
    } else {
      const { sizePt, color } = this.style;
      const run: MutableRun = {
        face,
        sizePt,
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

  finish(end: number): Line {
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
      rules: [],
      noteIds: [],
    };
  }

  /** Whole columns, so that what stands below each other in the source does so on the page. */
  private cell(char: string): { face: number; glyph: number; advancePt: number } {
    const { metrics } = this.document;
    const { family, weight, sizePt } = this.style;
    const codePoint = char === '\t' ? 0x20 : (char.codePointAt(0) ?? 0x20);
    const face = metrics.faceFor(codePoint, family, weight);
    const columnPt = COLUMN_EM * sizePt;
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
