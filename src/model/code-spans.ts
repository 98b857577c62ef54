import type { Code } from './article.js';

/** What a stretch of code is to whoever reads it; coarse enough that a page needs few colours. */
export const CODE_KINDS = [
  'keyword',
  'string',
  'comment',
  'number',
  'title',
  'type',
  'name',
  'meta',
  'addition',
  'deletion',
] as const;

export type CodeKind = (typeof CODE_KINDS)[number];

/** A stretch of code of one kind; plain where it has none. */
export interface CodeSpan {
  readonly text: string;
  readonly kind?: CodeKind;
}

/** Code as spans that join to exactly its text. */
export type Highlighter = (code: Code) => readonly CodeSpan[];

/** Code without any colour. */
export const plainCode: Highlighter = ({ text }) => (text === '' ? [] : [{ text }]);
