import {
  type ComposedParagraph,
  composeParagraph,
  type FontMetrics,
  type InlineItem,
  type Line,
  type ParagraphSettings,
  type TextLook,
} from '../../src/composer/index.js';
import { gridMetrics } from './grid-metrics.js';

/** Size of everything set on the grid, so that points are tenths of an em. */
export const EM = 10;

export const LOOK: TextLook = { family: 'song', weight: 'regular', sizePt: EM, color: '#000000' };

/** Settings of a plain Chinese paragraph without indent, `perLine` characters a line. */
export function gridSettings(perLine: number, changes: Partial<ParagraphSettings> = {}): ParagraphSettings {
  return {
    measurePt: perLine * EM,
    sizePt: EM,
    cellPt: EM,
    firstLineIndentPt: 0,
    hangingIndentPt: 0,
    align: 'justify',
    language: 'zh-Hans',
    region: 'zh-Hans',
    prohibition: 'gb',
    punctuation: 'full',
    hanging: false,
    hanLatinGapEm: [0.125, 0.25, 0.5],
    hyphenate: true,
    ...changes,
  };
}

/** Composes text or items on the grid. */
export function compose(
  content: string | readonly InlineItem[],
  perLine: number,
  changes: Partial<ParagraphSettings> = {},
  metrics: FontMetrics = gridMetrics(),
): ComposedParagraph {
  const items: readonly InlineItem[] =
    typeof content === 'string' ? [{ type: 'text', text: content, look: LOOK }] : content;
  return composeParagraph(items, gridSettings(perLine, changes), metrics);
}

/** The text of each line as it was broken, added hyphens shown. */
export function setOnGrid(
  content: string | readonly InlineItem[],
  perLine: number,
  changes: Partial<ParagraphSettings> = {},
  metrics?: FontMetrics,
): string[] {
  return compose(content, perLine, changes, metrics).lines.map(lineText);
}

/** A line as a reader sees it. */
export function lineText(line: Line): string {
  return line.runs
    .filter((run) => !run.artifact || run.text === '-')
    .map((run) => run.text)
    .join('');
}

/** One glyph and where its origin is, in em from the left edge of the measure. */
export interface PlacedGlyph {
  readonly char: string;
  readonly x: number;
}

/** The glyphs of a line in order; artifacts are left out. */
export function placedGlyphs(line: Line): PlacedGlyph[] {
  return line.runs
    .filter((run) => !run.artifact)
    .flatMap((run) => {
      let pen = run.xPt;
      return run.glyphs.map((glyph, index) => {
        const placed = { char: String.fromCodePoint(glyph), x: round(pen / EM) };
        pen += run.advancesPt[index] ?? 0;
        return placed;
      });
    });
}

/** To a thousandth, so that sums of floats compare. */
export const round = (value: number): number => Math.round(value * 1000) / 1000 + 0;
