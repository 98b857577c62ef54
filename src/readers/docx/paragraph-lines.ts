import type { DraftBlock, DraftLine, Inline } from '../../model/index.js';
import { plainText } from '../../model/index.js';
import { refuseGiantLine } from '../decoded.js';
import { type Run, toInlines, withoutMark } from '../html/runs.js';
import { joinWrappedLines, mapText, trimInlines } from '../inlines.js';
import { toFigures } from '../lone-images.js';

/** What a paragraph says of the lines in it. */
export interface LineLook {
  readonly headingLevel?: number | undefined;
  /** The next paragraph goes on in its line. */
  readonly runsOn?: boolean;
  readonly align?: 'center' | 'end' | undefined;
  readonly indentEm: number;
  /** Where lines after a break begin. */
  readonly leftEm: number;
  readonly blankLinesBefore: number;
  readonly line: number;
  /** Its line breaks stand inside one line, as in an item or a cell. */
  readonly keepsBreaks: boolean;
  /** Its style sets it bold. */
  readonly bold?: true;
  /** A caption: marks over all of it are its look. */
  readonly isPlain?: boolean;
}

/**
 * The runs of a paragraph as lines. They are `physical`, though Word says where a paragraph ends: what was typed or pasted
 * into Word has a paragraph to each line as often as a paragraph to each paragraph, and a line break (a downward arrow
 * on the screen) where its page had a paragraph.
 */
export function toLines(runs: readonly Run[], look: LineLook, clean: (text: string) => string): DraftBlock[] {
  if (look.headingLevel !== undefined) return toBlocks(joinBreaks(withoutLook(runs)), look, clean);
  if (look.isPlain) return toBlocks(joinBreaks(withoutLook(runs)), look, clean);
  if (look.keepsBreaks) return toBlocks(runs, look, clean);
  const blocks: DraftBlock[] = [];
  for (const line of splitAtBreaks(runs)) {
    const first = blocks.length === 0;
    const own = first ? look : { ...look, indentEm: look.leftEm, blankLinesBefore: 0 };
    for (const block of toBlocks(line, own, clean)) blocks.push(block);
  }
  return blocks;
}

function splitAtBreaks(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run.leaf.type === 'lineBreak') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines;
}

/** A heading over several lines is one. */
function joinBreaks(runs: readonly Run[]): Run[] {
  return runs.map((run) =>
    run.leaf.type === 'lineBreak' ? { ...run, leaf: { type: 'text', text: '\n' } } : run,
  );
}

/** A heading is strong by its style; marks and a line over all of it say no more. */
function withoutLook(runs: readonly Run[]): readonly Run[] {
  let left = runs;
  for (const type of ['strong', 'emphasis', 'underline'] as const) {
    if (runs.length > 0 && left.every((run) => isBlank(run) || run.marks.some((mark) => mark.type === type)))
      left = left.map((run) => ({ ...run, marks: withoutMark(run.marks, type) }));
  }
  return left;
}

function isBlank({ leaf }: Run): boolean {
  return leaf.type === 'lineBreak' || (leaf.type === 'text' && leaf.text.trim() === '');
}

function toBlocks(runs: readonly Run[], look: LineLook, clean: (text: string) => string): DraftBlock[] {
  const { inlines, indentEm } = trimInlines(joinWrappedLines(toInlines(runs)));
  const mended = trimInlines(mapText(inlines, (text) => clean(text).replace(LINE_ENDS, ' '))).inlines;
  if (mended.length === 0) return [];
  const { line } = look;
  const figures = look.headingLevel === undefined ? toFigures(mended, line) : undefined;
  if (figures) return figures;
  const [only] = mended;
  if (mended.length === 1 && only?.type === 'math' && look.headingLevel === undefined)
    return [{ type: 'math', tex: only.tex, line }];
  refuseGiantLine(plainText(mended).length, line);
  return [toLine(mended, runs, { ...look, indentEm: look.indentEm + indentEm })];
}

const LINE_ENDS = /[\n-\r\x85\u2028\u2029]/g;

function toLine(inlines: readonly Inline[], runs: readonly Run[], look: LineLook): DraftLine {
  const { headingLevel, align, indentEm, blankLinesBefore, line } = look;
  const isBold = runs.every((run) => isBlank(run) || run.marks.some(({ type }) => type === 'strong'));
  return {
    type: 'line',
    unit: 'physical',
    inlines,
    indentEm,
    blankLinesBefore,
    line,
    ...(headingLevel !== undefined && { headingLevel }),
    ...(headingLevel !== undefined && look.runsOn && { runsOn: true }),
    ...(align !== undefined && { align }),
    ...((isBold || look.bold) && { bold: true }),
  };
}
