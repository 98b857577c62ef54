// Typesetting: from an article and a style sheet to pages of positioned glyphs. Pure: no files, no PDF.

export { type AttributionFact, attributionFacts, formatDay } from './flow/attribution.js';
export { shareWidths } from './flow/share-widths.js';
export type { ColumnNeed } from './flow/table-columns.js';
export { INDEX_PLACE, type IndexColumns, indexColumns } from './flow/term-index.js';
export { joint, linksOf, type TermLink } from './flow/term-pages.js';
export type * from './inline.js';
export { type LayoutOptions, layoutArticle } from './layout.js';
export type * from './line.js';
export type * from './metrics.js';
export type * from './page.js';
export { formatPageNumber } from './pages/page-numeral.js';
export type { MissingGlyph } from './paragraph/cluster-desk.js';
export { type ComposedParagraph, composeParagraph } from './paragraph/compose-paragraph.js';
export { topOfCell } from './paragraph/glyph-table.js';
