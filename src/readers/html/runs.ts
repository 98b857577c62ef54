import type {
  Emphasis,
  IndexTerm,
  Inline,
  Link,
  Strike,
  Strong,
  Underline,
  Warichu,
} from '../../model/index.js';
import { mergeText } from '../inlines.js';

type Marked = Strong | Emphasis | Strike | Underline | Warichu | IndexTerm | Link;

/** What an element says of all text inside it. A line beside it or rows are one as far as the same object marks them. */
export type Mark =
  | { readonly type: 'strong' | 'emphasis' | 'strike' | 'warichu' }
  | { readonly type: 'underline'; readonly wavy?: true }
  | Omit<IndexTerm, 'children'>
  | { readonly type: 'link'; readonly url: string };

/** An inline without content of its own kind inside, and the marks around it, the outermost first. A term may stand alone. */
export interface Run {
  readonly leaf: Exclude<Inline, Marked> | IndexTerm;
  readonly marks: readonly Mark[];
  readonly line: number;
}

/** Marks and one more; one inside another of its kind says nothing new, but a term inside a term does. */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  const isKnown = mark.type !== 'indexTerm' && marks.some(({ type }) => type === mark.type);
  return isKnown ? marks : [...marks, mark];
}

export function withoutMark(marks: readonly Mark[], type: Mark['type']): readonly Mark[] {
  return marks.filter((mark) => mark.type !== type);
}

/** The inlines that runs say, neighbours with the same marks in one. `depth` marks have been taken off already. */
export function toInlines(runs: readonly Run[], depth: number = 0): Inline[] {
  const inlines: Inline[] = [];
  for (let at = 0; at < runs.length; ) {
    const mark = runs[at]?.marks[depth];
    let end = at + 1;
    while (end < runs.length && isSame(runs[end]?.marks[depth], mark)) end += 1;
    const group = runs.slice(at, end);
    if (mark) inlines.push(wrap(mark, toInlines(group, depth + 1)));
    else for (const { leaf } of group) inlines.push(leaf);
    at = end;
  }
  return mergeText(inlines);
}

function isSame(one: Mark | undefined, other: Mark | undefined): boolean {
  if (one?.type === 'link' && other?.type === 'link') return one.url === other.url;
  if (one?.type === 'underline' || one?.type === 'warichu' || one?.type === 'indexTerm') return one === other;
  return one?.type === other?.type;
}

function wrap(mark: Mark, children: readonly Inline[]): Marked {
  return { ...mark, children };
}
