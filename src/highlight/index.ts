// Code in spans by what they mean, for renderers to colour; the library behind it is loaded when code needs it.
export { loadHighlighter } from './load-highlighter.js';
