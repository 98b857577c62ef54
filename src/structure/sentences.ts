import type { Span } from './inline-text.js';

const SENTENCE = /[^。\uFF01\uFF1F!?\n]*[。\uFF01\uFF1F!?]+[”’」』\uFF09)]*|[^。\uFF01\uFF1F!?\n]+/gu;

/** The sentences of a paragraph as stretches of it, end marks and closing quotes included. */
export function sentences(text: string): Span[] {
  return [...text.matchAll(SENTENCE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
