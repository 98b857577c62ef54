// Simplified and traditional writing: an article in the other one.
export { convertScript, SCRIPTS, type Script } from './convert-script.js';
