// Chinese and Arabic section labels, read and written; pure text.
export { type CaptionKind, type CaptionLabel, parseCaptionLabel } from './caption-label.js';
export { formatLabel, relabel } from './format-label.js';
export { formatHan, formatLegal, MAX_HAN, parseHan } from './han-numerals.js';
export { type LabelledLine, parseBareNumber, parseLabel, parseLooseDecimal } from './labels.js';
export { linkReferences } from './link-references.js';
export { type CaptionNumbering, numberCaptions } from './number-captions.js';
export { type NumberingPolicy, type Renumbered, renumber } from './renumber.js';
