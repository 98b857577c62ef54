import type { Root } from 'mdast';
import { GLUED_IN_SOURCE } from './glued-heading.js';

/** Marks that stand in a text without leaving a node: escapes, entities, hard breaks, terms that are defined. */
const UNSEEN_MARKUP = /\\[!-/:-@[-`{-~\n]|&[#\w]| {2}\n(?!\n)|\n:[ \t]/;
const ADDRESS = /https?:\/\/|www\.|\w@\w/i;

/**
 * Whether nothing in a document is marked up: a plain text that is merely called Markdown. Its lines then mean what
 * lines of a plain text mean, where Markdown would join them all up to the next blank one. In Chinese alone: other
 * languages are wrapped by their editors as Markdown expects it.
 */
export function isPlain(root: Root, source: string): boolean {
  if (!/\p{Script=Han}/u.test(source)) return false;
  if (UNSEEN_MARKUP.test(source) || ADDRESS.test(source) || GLUED_IN_SOURCE.test(source)) return false;
  return root.children.every(
    (node) => node.type === 'paragraph' && node.children.every((child) => child.type === 'text'),
  );
}
