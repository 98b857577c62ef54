export { coverPage } from './cover-page.js';
export { type BookCover, type CoverFile, coverPicture, makeCover } from './make-cover.js';
