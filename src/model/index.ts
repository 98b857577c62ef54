// What an article is: types, plain text, outline. Imports nothing.
export type * from './article.ts';
export type * from './draft.ts';
export { displayTitle, formatOutline, headingText, type OutlineEntry, outline } from './outline.ts';
export { articleText, blockText, plainText } from './plain-text.ts';
