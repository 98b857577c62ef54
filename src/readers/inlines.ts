import type { Inline } from '../model/index.js';
import { indentOf } from './lines.js';
import { isWide } from './wide.js';

/** Joins texts that touch and drops empty ones and empty marks; only a term may stand alone. */
export function mergeText(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.type === 'text' && last?.type === 'text') {
      merged[merged.length - 1] = { type: 'text', text: last.text + inline.text };
    } else if (!isEmpty(inline)) {
      merged.push(inline);
    }
  }
  return merged;
}

function isEmpty(inline: Inline): boolean {
  if ('children' in inline) return inline.children.length === 0 && inline.type !== 'indexTerm';
  return inline.type === 'text' && inline.text === '';
}

/** Applies a change to every text, in reading order; texts left empty go, and so do marks left without content. */
export function mapText(inlines: readonly Inline[], change: (text: string) => string): Inline[] {
  const mapped = inlines.map((inline): Inline => {
    if (inline.type === 'text') return { type: 'text', text: change(inline.text) };
    return 'children' in inline ? { ...inline, children: mapText(inline.children, change) } : inline;
  });
  return mergeText(mapped);
}

/**
 * Resolves line ends inside texts, where a source was only wrapped: nothing beside a wide character, one space
 * between words. White space around them goes with them.
 */
export function joinWrappedLines(inlines: readonly Inline[]): Inline[] {
  const texts = leaves(inlines);
  let index = -1;
  return mapLeaves(inlines, () => {
    index += 1;
    const before = texts[index - 1] ?? '';
    const after = texts[index + 1] ?? '';
    return joinLines(texts[index] ?? '', before, after);
  });
}

function joinLines(text: string, before: string, after: string): string {
  const rows = text.split('\n');
  const parts: string[] = [];
  let left = lastChar(before);
  for (const [index, row] of rows.entries()) {
    const started = index === 0 ? row : row.replace(/^[ \t]+/, '');
    const content = index === rows.length - 1 ? started : started.trimEnd();
    const right = firstChar(content || after);
    const parted = index > 0 && left !== '' && right !== '' && !isWide(left) && !isWide(right);
    parts.push(parted ? ` ${content}` : content);
    left = lastChar(content) || left;
  }
  return parts.join('');
}

function firstChar(text: string): string {
  return [...text.slice(0, 2)][0] ?? '';
}

function lastChar(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}

/** The text of every leaf in reading order: what a reader sees on either side of a line end. */
function leaves(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => ('children' in inline ? leaves(inline.children) : [leafText(inline)]));
}

function leafText(inline: Exclude<Inline, { children: unknown }>): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'math':
      return inline.tex;
    case 'ruby':
      return inline.base;
    default:
      return '';
  }
}

function mapLeaves(inlines: readonly Inline[], next: () => string): Inline[] {
  const mapped = inlines.map((inline): Inline => {
    if ('children' in inline) return { ...inline, children: mapLeaves(inline.children, next) };
    const text = next();
    return inline.type === 'text' ? { type: 'text', text } : inline;
  });
  return mergeText(mapped);
}

/** Inlines without white space and line breaks at both ends, and the width of what stood at the start. */
export function trimInlines(inlines: readonly Inline[]): { inlines: Inline[]; indentEm: number } {
  const started = trimEdge(mergeText(inlines), 'start');
  const trimmed = trimEdge(started.inlines, 'end');
  return { inlines: trimmed.inlines, indentEm: started.indentEm };
}

function trimEdge(inlines: Inline[], edge: 'start' | 'end'): { inlines: Inline[]; indentEm: number } {
  const rest = [...inlines];
  let indentEm = 0;
  for (;;) {
    const inline = edge === 'start' ? rest[0] : rest.at(-1);
    if (
      inline === undefined ||
      (inline.type !== 'text' && inline.type !== 'lineBreak' && !('children' in inline))
    )
      break;
    if (edge === 'start') rest.shift();
    else rest.pop();
    if (inline.type === 'lineBreak') continue;
    const trimmed = trimOne(inline, edge);
    indentEm += trimmed.indentEm;
    if (!trimmed.inline) continue;
    if (edge === 'start') rest.unshift(trimmed.inline);
    else rest.push(trimmed.inline);
    break;
  }
  return { inlines: rest, indentEm };
}

function trimOne(inline: Inline, edge: 'start' | 'end'): { inline?: Inline; indentEm: number } {
  if (inline.type === 'text') {
    const text = edge === 'start' ? inline.text.trimStart() : inline.text.trimEnd();
    const indentEm = edge === 'start' ? indentOf(inline.text) : 0;
    return text === '' ? { indentEm } : { inline: { type: 'text', text }, indentEm };
  }
  if (!('children' in inline) || inline.children.length === 0) return { inline, indentEm: 0 };
  const { inlines: children, indentEm } = trimEdge([...inline.children], edge);
  return children.length === 0 ? { indentEm } : { inline: { ...inline, children }, indentEm };
}
