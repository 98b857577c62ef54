import type { DraftBlock, DraftLine, Inline } from '../../model/index.js';
import { plainText } from '../../model/index.js';
import { refuseGiantLine } from '../decoded.js';
import { joinWrappedLines, mapText, trimInlines } from '../inlines.js';
import { toFigures } from '../lone-images.js';
import { type Mark, type Run, toInlines } from './runs.js';

/** What a block of the page says of the lines in it. */
export interface LineLook {
  readonly headingLevel?: number | undefined;
  readonly align?: 'center' | 'end' | undefined;
  /** First-line indent by style, in ems. */
  readonly indentEm?: number | undefined;
}

/**
 * Gathers the text of a block and hands it over as lines. Every line is `physical`, though the page says where its
 * paragraphs end: the pages that come are made of lines by scripts as often as by hand. A `<p>` stands a blank line
 * apart, so that only the lines of `<br>` and of bare `<div>` can be taken for one paragraph that was hard-wrapped.
 */
export class LineBuilder {
  readonly #clean: (text: string) => string;
  #runs: Run[] = [];
  #lines: (readonly Run[])[] = [];
  #endsInSpace = true;
  #blankLines = 0;

  constructor(clean: (text: string) => string) {
    this.#clean = clean;
  }

  /** Nothing has been gathered since the last {@link finish}. */
  get isEmpty(): boolean {
    return this.#runs.length === 0 && this.#lines.length === 0;
  }

  addText(text: string, marks: readonly Mark[], line: number): void {
    const collapsed = text.replace(SPACES, (found) => (/[\n\r]/.test(found) ? '\n' : ' '));
    const added = this.#endsInSpace ? collapsed.replace(/^[ \n]/, '') : collapsed;
    if (added === '') return;
    this.#runs.push({ leaf: { type: 'text', text: added }, marks, line });
    this.#endsInSpace = /[ \n]$/.test(added);
  }

  /** Text whose white space and line ends stand as they are. */
  addPreformatted(text: string, marks: readonly Mark[], line: number): void {
    for (const [index, part] of text.split(/\r\n|[\n\r]/).entries()) {
      if (index > 0) this.breakLine();
      if (part !== '') this.#runs.push({ leaf: { type: 'text', text: part }, marks, line: line + index });
    }
    this.#endsInSpace = false;
  }

  add(run: Run): void {
    this.#runs.push(run);
    // a mark without text parts no white space
    if (run.leaf.type !== 'indexTerm') this.#endsInSpace = false;
  }

  /** A space between two pieces that only their style sets apart. */
  space(line: number): void {
    if (!this.#endsInSpace && this.#runs.length > 0) this.addText(' ', [], line);
  }

  breakLine(): void {
    this.#lines.push(this.#runs);
    this.#runs = [];
    this.#endsInSpace = true;
  }

  /** The next line stands apart from what was before. */
  leaveBlank(): void {
    this.#blankLines = Math.max(this.#blankLines, 1);
  }

  /** Ends the block: its lines, a picture that stands alone as a figure. Empty lines are counted, not given. */
  finish(look: LineLook): DraftBlock[] {
    if (this.isEmpty) return [];
    this.breakLine();
    const lines = look.headingLevel === undefined ? this.#lines : [joinRuns(this.#lines)];
    this.#lines = [];
    return lines.flatMap((runs, index) =>
      this.#toBlocks(runs, index === 0 ? look : { ...look, indentEm: 0 }),
    );
  }

  /** An empty paragraph or line. */
  #countBlank(): [] {
    this.#blankLines += 1;
    return [];
  }

  #toBlocks(runs: readonly Run[], look: LineLook): DraftBlock[] {
    const { inlines, indentEm } = this.#toInlines(runs);
    const line = runs.find(({ leaf }) => leaf.type !== 'text' || leaf.text.trim() !== '')?.line;
    if (inlines.length === 0 || line === undefined) return this.#countBlank();
    const figures = toFigures(inlines, line);
    const blankLinesBefore = this.#blankLines;
    this.#blankLines = 0;
    if (figures && look.headingLevel === undefined) return figures;
    const [only] = inlines;
    if (inlines.length === 1 && only?.type === 'math') return [{ type: 'math', tex: only.tex, line }];
    refuseGiantLine(plainText(inlines).length, line);
    return [
      toLine(inlines, runs, { ...look, indentEm: indentEm + (look.indentEm ?? 0) }, line, blankLinesBefore),
    ];
  }

  #toInlines(runs: readonly Run[]): { inlines: Inline[]; indentEm: number } {
    const joined = joinWrappedLines(toInlines(runs));
    const { inlines, indentEm } = trimInlines(joined);
    const clean = mapText(inlines, (text) => this.#clean(text).replace(LINE_ENDS, ' '));
    return { inlines: trimInlines(clean).inlines, indentEm };
  }
}

/** White space that a browser collapses: not U+00A0 and not U+3000. */
const SPACES = /[ \t\n\f\r]+/g;
const LINE_ENDS = /[\n-\r\x85\u2028\u2029]/g;

function toLine(
  inlines: readonly Inline[],
  runs: readonly Run[],
  { headingLevel, align, indentEm = 0 }: LineLook,
  line: number,
  blankLinesBefore: number,
): DraftLine {
  const isBold = runs.every(
    ({ leaf, marks }) =>
      (leaf.type === 'text' && leaf.text.trim() === '') || marks.some(({ type }) => type === 'strong'),
  );
  return {
    type: 'line',
    unit: 'physical',
    inlines,
    indentEm,
    blankLinesBefore,
    line,
    ...(headingLevel !== undefined && { headingLevel }),
    ...(align !== undefined && { align }),
    ...(isBold && { bold: true }),
  };
}

/** A heading over several lines is one. */
function joinRuns(lines: readonly (readonly Run[])[]): Run[] {
  return lines.flatMap((runs, index) => {
    const line = runs[0]?.line ?? 1;
    const end: Run = { leaf: { type: 'text', text: '\n' }, marks: [], line };
    return index === 0 ? runs : [end, ...runs];
  });
}
