// Formulas as MathML, for renderers to write in their own way; the library behind it is loaded when a text has some.
export { type Formulas, loadFormulas, NO_FORMULAS } from './load-formulas.js';
export type { MathNode } from './math-node.js';
