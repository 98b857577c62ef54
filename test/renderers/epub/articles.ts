import type {
  Article,
  Block,
  Inline,
  NumberingScheme,
  Paragraph,
  Section,
  SectionLabel,
} from '../../../src/model/index.js';

/** Short spellings of model nodes, so that a test shows its article and little else. */

export const text = (content: string): Inline => ({ type: 'text', text: content });

export const paragraph = (...children: readonly (string | Inline)[]): Paragraph => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});

export const label = (
  written: string,
  scheme: NumberingScheme = 'han',
  numeral = written,
  ordinal = 1,
): SectionLabel => ({ text: written, numeral, scheme, ordinal });

export const section = (
  heading: string,
  children: readonly Block[],
  more: Partial<Section> = {},
): Section => ({
  type: 'section',
  heading: heading === '' ? [] : [text(heading)],
  children,
  ...more,
});

export const article = (children: readonly Block[], more: Partial<Article> = {}): Article => ({
  language: 'zh-Hans',
  title: '书名',
  provenance: { authors: [] },
  lead: [],
  parts: [{ children }],
  notes: [],
  images: {},
  ...more,
});

/** `count` paragraphs of about 1,000 bytes each. */
export const longText = (count: number): Block[] =>
  Array.from({ length: count }, (_, index) => paragraph(`${index}${'天地玄黄宇宙洪荒'.repeat(41)}`));

/** A white pixel. */
export const PIXEL: Uint8Array = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4//8/AAX+Av4zEpUUAAAAAElFTkSuQmCC',
    'base64',
  ),
);
