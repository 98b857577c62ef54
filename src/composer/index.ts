// Typesetting: from an article and a style sheet to pages of positioned glyphs. Pure: no files, no PDF.
export type * from './inline.ts';
export type * from './line.ts';
export type * from './metrics.ts';
