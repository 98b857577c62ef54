import type { ReadOptions } from './read-article.js';
import { readDraft } from './readers/index.js';
import { edgesOfDraft, type PageEdges } from './structure/index.js';

/**
 * What a batch has to know of a page before any page is read: its host, and the lines at its edges. Give what
 * {@link learnRecurring} makes of all pages to {@link readArticle}, and lines that recur over a site are known for
 * furniture.
 *
 * @returns undefined for a page that does not say where it is from, and for what cannot be read.
 */
export async function surveyPage(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<PageEdges | undefined> {
  const { loadImage: _loadImage, ...withoutImages } = options;
  try {
    const seen = await readDraft(bytes, withoutImages);
    return 'draft' in seen ? edgesOfDraft(seen.draft, options.overrides ?? {}) : undefined;
  } catch {
    // its own reading will say why
    return undefined;
  }
}
