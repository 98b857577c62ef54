// Article + style sheet → bytes: one folder per format, none knows another.
import type { OutputFormat, Renderer } from './renderer.js';

/** The renderers by format; each is loaded only when asked for, since each brings a library of its own. */
export const renderers: Readonly<Record<OutputFormat, () => Promise<Renderer>>> = {
  pdf: async () => (await import('./pdf/index.js')).pdfRenderer,
  docx: async () => (await import('./docx/index.js')).docxRenderer,
  epub: async () => (await import('./epub/index.js')).epubRenderer,
};

/**
 * Looks whether a Word file can serve as a template, so that a batch need not begin with one that cannot.
 *
 * @throws ConversionError when it is no Word file, locked, damaged, or has `{{body}}` where no article can stand.
 */
export async function checkReference(bytes: Uint8Array): Promise<void> {
  const { checkTemplateFile } = await import('./docx/reference/index.js');
  checkTemplateFile(bytes);
}

/**
 * Looks at a cover before any book is made with it.
 *
 * @throws ConversionError `cover-unreadable` for what is no picture.
 */
export async function checkCover(bytes: Uint8Array): Promise<void> {
  const { coverPicture } = await import('./epub/cover/index.js');
  await coverPicture(bytes);
}

export type * from './renderer.js';
