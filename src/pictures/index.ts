// What a picture is: type by bytes, size, limits, conversion.
export { drawPictures, type PictureNeeds } from './draw-pictures.js';
export {
  type FetchedImage,
  type FetchLimits,
  type FetchRefusal,
  type PublicImageFetcher,
  publicImageFetcher,
} from './fetch-public.js';
export { kindOf } from './kinds.js';
export { type PictureReading, type PresentImage, readPicture } from './read-picture.js';
export type { FontSupply } from './svg/draw-svg.js';
export { leftOutOfDrawing, sanitiseSvg } from './svg/sanitise-svg.js';
export { type IndexedPixels, writeIndexedPng } from './write-png.js';
