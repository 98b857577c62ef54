import type { RenderOptions } from '../index.js';
import type { ExportPlan } from './export-plan.js';
import { readOptionFile } from './option-files.js';
import type { OptionValues } from './options.js';
import type { Terminal } from './terminal.js';

/**
 * What the options say about e-books. A cover is read and looked at once, before anything is written.
 *
 * @throws ConversionError for a cover that cannot be read.
 */
export async function epubOptionsOf(
  { cover }: OptionValues,
  { formats }: ExportPlan,
  terminal: Terminal,
): Promise<RenderOptions> {
  if (cover === undefined || !formats.includes('epub')) return {};
  const bytes = await readOptionFile(cover, terminal);
  const { checkCover } = await import('../index.js');
  await checkCover(bytes);
  return { cover: bytes };
}
