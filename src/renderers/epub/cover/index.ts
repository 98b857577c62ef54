export { coverPage } from './cover-page.js';
export { type BookCover, type CoverFile, makeCover } from './make-cover.js';
