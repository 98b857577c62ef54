import type { ParagraphStyle } from '../../style/index.js';
import type { Line } from '../line.js';
import { COLUMN_EM, CodeLine, type CodeLook, type CodePiece, TAB_COLUMNS } from './code-line.js';
import type { FlowDocument } from './flow-context.js';

/** What does not fit a line goes on in the next, so far further in, but not past this share of the measure. */
const TURN_OVER_EM = 1;
const MOST_INDENT_SHARE = 1 / 3;
/** A line that turns over ends after a blank when at least this share of it is filled then. */
const LEAST_FILL = 0.5;

/** A line of the source, character by character. */
interface Source {
  readonly text: string;
  readonly chars: readonly string[];
  readonly looks: readonly CodeLook[];
}

/**
 * One line of the source on as many lines as it needs, cut after a blank near the measure's end; a mark that is no text
 * stands before each that goes on. An empty one keeps its place.
 */
export function setCodeLines(
  pieces: readonly CodePiece[],
  style: ParagraphStyle,
  measurePt: number,
  document: FlowDocument,
): Line[] {
  const source = sourceOf(pieces);
  const { text, chars, looks } = source;
  const ownPt = leadingColumns(text) * COLUMN_EM * style.sizePt;
  const turnPt = Math.min(ownPt + TURN_OVER_EM * style.sizePt, measurePt * MOST_INDENT_SHARE);
  const lines: Line[] = [];
  let offset = 0;
  let from = 0;
  do {
    const begin = (): CodeLine => new CodeLine(style, document, from === 0 ? 0 : turnPt, offset);
    const isTurned = from > 0;
    const to = lineEnd(source, from, begin(), measurePt);
    const line = begin();
    for (; from < to; from++) {
      const char = chars[from] as string;
      if (!line.add(char, looks[from] as CodeLook))
        document.missing.add(char.codePointAt(0) ?? 0, text, offset);
      offset += char.length;
    }
    lines.push(line.finish(offset, isTurned));
  } while (from < chars.length);
  return lines;
}

function sourceOf(pieces: readonly CodePiece[]): Source {
  const chars: string[] = [];
  const looks: CodeLook[] = [];
  for (const { text, look } of pieces) {
    for (const char of text) {
      chars.push(char);
      looks.push(look);
    }
  }
  return { text: pieces.map(({ text }) => text).join(''), chars, looks };
}

function leadingColumns(text: string): number {
  const blanks = /^[ \t]*/.exec(text)?.[0] ?? '';
  return [...blanks].reduce((sum, blank) => sum + (blank === '\t' ? TAB_COLUMNS : 1), 0);
}

/** Index after the last character of a line that begins at `from`; `probe` is a line to try it out on. */
function lineEnd({ chars, looks }: Source, from: number, probe: CodeLine, measurePt: number): number {
  let afterBlank = from;
  for (let at = from; at < chars.length; at++) {
    const [char, look] = [chars[at] as string, looks[at] as CodeLook];
    if (at > from && !probe.fits(char, look, measurePt))
      return char === ' ' || afterBlank === from ? at : afterBlank;
    probe.add(char, look);
    if (char === ' ' && probe.widthPt >= measurePt * LEAST_FILL) afterBlank = at + 1;
  }
  return chars.length;
}
