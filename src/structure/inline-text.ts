import { type Inline, plainText } from '../model/index.js';

/** A stretch of plain text, in UTF-16 units: start included, end not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces a stretch of the plain text. */
export interface Edit extends Span {
  readonly insert: string;
}

/** The inlines that carry the plain text from start to end; marks that the cut divides stay on both sides. */
export function sliceInlines(
  inlines: readonly Inline[],
  start: number,
  end: number = Number.POSITIVE_INFINITY,
): Inline[] {
  let offset = 0;
  return inlines.flatMap((inline): Inline[] => {
    const length = plainText([inline]).length;
    const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, length)];
    const outside = offset + length < start || offset > end || (length > 0 && from >= to);
    offset += length;
    if (outside) return [];
    if (inline.type === 'text') return from < to ? [{ ...inline, text: inline.text.slice(from, to) }] : [];
    if (!('children' in inline) || (from === 0 && to === length)) return [inline];
    return [{ ...inline, children: sliceInlines(inline.children, from, to) }];
  });
}

/** Without white space at both ends. */
export function trimInlines(inlines: readonly Inline[]): Inline[] {
  const text = plainText(inlines);
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return start === 0 && end === text.length
    ? [...inlines]
    : sliceInlines(inlines, start, Math.max(start, end));
}

/** Many runs of inlines, one after another, texts that meet made one; each is copied once. */
export function concatInlines(runs: readonly (readonly Inline[])[]): Inline[] {
  const joined: Inline[] = [];
  let texts: string[] = [];
  const endText = (): void => {
    if (texts.length > 0) joined.push({ type: 'text', text: texts.join('') });
    texts = [];
  };
  for (const run of runs) {
    for (const inline of run) {
      if (inline.type === 'text') texts.push(inline.text);
      else {
        endText();
        joined.push(inline);
      }
    }
  }
  endText();
  return joined;
}

/** One run of inlines after another, texts that meet made one. */
export function joinInlines(before: readonly Inline[], glue: string, after: readonly Inline[]): Inline[] {
  const last = before.at(-1);
  const [first, ...others] = after;
  if (last?.type === 'text' && first?.type === 'text') {
    return [...before.slice(0, -1), { type: 'text', text: last.text + glue + first.text }, ...others];
  }
  return glue === '' ? [...before, ...after] : [...before, { type: 'text', text: glue }, ...after];
}

/** Applies edits, which are in order and do not overlap. One that reaches over the end of a text is left out. */
export function editInlines(inlines: readonly Inline[], edits: readonly Edit[]): Inline[] {
  if (edits.length === 0) return [...inlines];
  let next = 0;
  let offset = 0;
  const visit = (nodes: readonly Inline[]): Inline[] =>
    nodes.flatMap((node): Inline[] => {
      if ('children' in node) return [{ ...node, children: visit(node.children) }];
      const length = plainText([node]).length;
      const start = offset;
      offset += length;
      const mine: Edit[] = [];
      for (let edit = edits[next]; edit && edit.start < offset; edit = edits[++next]) mine.push(edit);
      if (node.type !== 'text') return [node];
      const text = editText(node.text, mine, start);
      return text === '' ? [] : [{ ...node, text }];
    });
  return visit(inlines);
}

function editText(text: string, edits: readonly Edit[], offset: number): string {
  let result = '';
  let at = 0;
  for (const { start, end, insert } of edits) {
    if (end - offset > text.length) continue;
    result += text.slice(at, start - offset) + insert;
    at = end - offset;
  }
  return result + text.slice(at);
}

/** Where the plain text is not prose: code, pictures, ruby. */
export function opaqueSpans(inlines: readonly Inline[]): Span[] {
  const spans: Span[] = [];
  let offset = 0;
  const visit = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      if ('children' in node) {
        visit(node.children);
        continue;
      }
      const length = plainText([node]).length;
      if (node.type !== 'text') spans.push({ start: offset, end: offset + length });
      offset += length;
    }
  };
  visit(inlines);
  return spans;
}
