// What an article is: types, plain text, outline. Imports nothing.
export type * from './article.js';
export { captionNumbers, captionOf } from './captions.js';
export { CODE_KINDS, type CodeKind, type CodeSpan, type Highlighter, plainCode } from './code-spans.js';
export {
  type Align,
  type ColumnCell,
  type ColumnKind,
  columnAlign,
  columnKinds,
  isAmount,
} from './column-kinds.js';
export { describe } from './describe.js';
export type * from './draft.js';
export { gatherEntries, type IndexEntry, indexTerms } from './index-terms.js';
export { fromJson, toArticle, toJson } from './json.js';
export { labelGap } from './label-gap.js';
export { type InlineChange, mapBlockInlines } from './map-inlines.js';
export { displayTitle, formatOutline, headingText, type OutlineEntry, outline } from './outline.js';
export { pictureWords } from './picture-words.js';
export { articleText, blockText, plainText } from './plain-text.js';
export { isZhuyin, rubyParts } from './ruby-parts.js';
export { ShapeFault } from './shape.js';
export { type IndexGroup, sortIndex } from './sort-index.js';
export { walkBlocks } from './walk-blocks.js';
