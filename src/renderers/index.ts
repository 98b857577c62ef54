// Article + style sheet → bytes: one folder per format, none knows another.
import type { OutputFormat, Renderer } from './renderer.js';

/** The renderers by format; each is loaded only when asked for, since each brings a library of its own. */
export const renderers: Readonly<Record<OutputFormat, () => Promise<Renderer>>> = {
  pdf: async () => (await import('./pdf/index.js')).pdfRenderer,
  docx: async () => (await import('./docx/index.js')).docxRenderer,
  epub: async () => (await import('./epub/index.js')).epubRenderer,
};

export type * from './renderer.js';
