import type { Run } from '../html/runs.js';
import type { PrintedNumber } from './number-counter.js';
import { isHanging, type ParagraphLook } from './paragraph-look.js';

/** The number as typed text in front; a gap after it where none of its marks is one. */
export function withNumber(
  runs: readonly Run[],
  { text, level }: PrintedNumber,
  line: number,
  isAlone: boolean = false,
): Run[] {
  const number = text.trim();
  if (number === '' || (runs.length === 0 && !isAlone)) return [...runs];
  const isWide = /[\u3000-\u303F\uFF00-\uFFEF]$/u.test(number);
  const gap = isWide || level.suffix === 'nothing' ? '' : ' ';
  const marks =
    runs.length > 0 && runs.every((run) => run.marks.some(({ type }) => type === 'strong'))
      ? ([{ type: 'strong' }] as const)
      : [];
  return [{ leaf: { type: 'text', text: `${number}${gap}` }, marks, line }, ...runs];
}

/** A typed number or sign and its tab: 1.→text. */
const LABEL_TAB = /^\S{1,8}\t(?=[^\t]*$)/u;

/**
 * The blank that parts a typed number from the text which hangs beside it is no edge of a column.
 */
export function withoutLabelTab(runs: readonly Run[], look: ParagraphLook): readonly Run[] {
  if (!isHanging(look)) return runs;
  const found = LABEL_TAB.exec(textOfRuns(runs))?.[0];
  const at =
    found === undefined ? -1 : runs.findIndex(({ leaf }) => leaf.type === 'text' && leaf.text.includes('\t'));
  return runs.map((run, index) =>
    index === at && run.leaf.type === 'text'
      ? { ...run, leaf: { ...run.leaf, text: run.leaf.text.replace('\t', ' ') } }
      : run,
  );
}

/** The characters of runs as plain text, line breaks as `\n`. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ leaf }) => textOf(leaf)).join('');
}

function textOf(leaf: Run['leaf']): string {
  switch (leaf.type) {
    case 'text':
    case 'code':
      return leaf.text;
    case 'math':
      return leaf.tex;
    case 'lineBreak':
      return '\n';
    case 'ruby':
      return leaf.base;
    default:
      return '';
  }
}
