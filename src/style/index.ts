// How an article looks: the resolved style sheet, template files and unit conversions.
export * from './style-sheet.js';
export * from './units.js';
