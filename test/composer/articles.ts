import type { Article, Block, Inline, Note, Part, Section } from '../../src/model/index.js';

/** A plain article of one part, or whatever else is asked for. */
export function article(children: readonly Block[], more: Partial<Article> = {}): Article {
  return {
    language: 'zh-Hans',
    provenance: { authors: [] },
    lead: [],
    parts: [{ children }],
    notes: [],
    images: {},
    ...more,
  };
}

export const text = (value: string): Inline[] => [{ type: 'text', text: value }];

export const paragraph = (value: string): Block => ({ type: 'paragraph', children: text(value) });

/** A paragraph that fills exactly `lines` lines of 12 characters with an indent of two. */
export const lines = (count: number, char: string = '字'): Block => paragraph(char.repeat(count * 12 - 2));

export const section = (heading: string, ...children: Block[]): Section => ({
  type: 'section',
  heading: text(heading),
  children,
});

export const part = (title: string, ...children: Block[]): Part => ({ title: text(title), children });

export const footnote = (id: string, value: string): Note => ({
  id,
  kind: 'footnote',
  children: [paragraph(value)],
});

/** A paragraph with the mark of a note after its text. */
export const marked = (value: string, ...noteIds: string[]): Block => ({
  type: 'paragraph',
  children: [...text(value), ...noteIds.map((noteId): Inline => ({ type: 'noteReference', noteId }))],
});
