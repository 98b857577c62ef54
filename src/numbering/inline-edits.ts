import type { Inline } from '../model/index.js';

/** A stretch of text, in UTF-16 units of {@link joinedText}, and what stands there afterwards. */
export interface TextEdit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** Stands for an inline that is no text: a picture, a formula, code, the base of ruby. */
const NO_TEXT = '\uFFFC';

/** The text of a run of inlines as one reads it, marks like strong and link aside. */
export function joinedText(inlines: readonly Inline[]): string {
  const [only] = inlines;
  if (inlines.length === 1 && only?.type === 'text') return only.text;
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      return 'children' in inline ? joinedText(inline.children) : NO_TEXT;
    })
    .join('');
}

/**
 * The inlines with the edits made. An edit over several inlines goes into the first of them; what is left empty goes.
 *
 * @param edits In order and apart, each over text alone.
 */
export function applyEdits(inlines: readonly Inline[], edits: readonly TextEdit[]): readonly Inline[] {
  if (edits.length === 0) return inlines;
  let at = 0;
  let next = 0;
  const editText = (text: string): string => {
    const [start, end] = [at, at + text.length];
    let edited = '';
    let from = start;
    for (let edit = edits[next]; edit !== undefined && edit.at < end; edit = edits[next]) {
      if (edit.at >= start) edited += text.slice(from - start, edit.at - start) + edit.text;
      from = Math.min(end, edit.at + edit.length);
      if (edit.at + edit.length > end) break;
      next++;
    }
    at = end;
    return edited + text.slice(from - start);
  };
  const edit = (run: readonly Inline[]): Inline[] =>
    run.flatMap((inline): Inline[] => {
      if (inline.type === 'text') {
        const text = editText(inline.text);
        return text === '' ? [] : [{ ...inline, text }];
      }
      if (!('children' in inline)) {
        at += NO_TEXT.length;
        return [inline];
      }
      const children = edit(inline.children);
      return children.length === 0 && inline.children.length > 0 ? [] : [{ ...inline, children }];
    });
  return edit(inlines);
}
