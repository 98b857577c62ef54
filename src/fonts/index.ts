// Opens the files in ../fonts and a user's own, and answers the composer's FontMetrics.
export { type BundledFace, bundledFaces } from './catalogue.js';
export { type DocumentFonts, openFonts } from './document-fonts.js';
export { drawingFonts } from './drawing-fonts.js';
export type { Face } from './face.js';
export { FontFile } from './font-file.js';
export { formatOutline, glyphOutline, type OutlineStep } from './glyph-outline.js';
export { type FontProgram, subsetFace } from './subset.js';
export { webFont } from './web-font.js';
