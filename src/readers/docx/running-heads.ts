import type { DraftBlock } from '../../model/index.js';
import { plainText } from '../../model/index.js';
import { BlockReader } from './block-reader.js';
import type { DocumentContext } from './document-context.js';
import type { XmlElement } from './xml.js';

export interface RunningHeads {
  readonly headers: readonly DraftBlock[];
  readonly footers: readonly DraftBlock[];
}

/** Sections of a document that are asked for their heads. */
const MOST_PARTS = 50;
/** What stands beside the number of a page: 第 页 共 页. */
const LONGEST_PAGE_WORDS = 12;

/**
 * What is printed at the head and foot of every page. It is no text of the article, but may be told apart from it only
 * here: each line stands once, before or after the text and outside of it, so that the report of removals names it.
 * Numbers of pages, and heads without words, say nothing.
 */
export function readRunningHeads(context: DocumentContext, sections: readonly XmlElement[]): RunningHeads {
  const heads = { header: [] as DraftBlock[], footer: [] as DraftBlock[] };
  const seen = new Set<string>();
  for (const { kind, path } of partsOf(context, sections)) {
    const root = context.file.xml(path);
    if (!root) continue;
    for (const element of root.children) {
      const reader = new BlockReader(context, { part: context.part(path), nesting: 0, skipsPictures: true });
      const blocks = reader.readAll([element]).finish();
      for (const block of blocks) {
        const text = block.type === 'line' ? plainText(block.inlines) : '';
        if (block.type === 'rule' || block.type === 'figure' || seen.has(text)) continue;
        if (block.type === 'line' && reader.countsPages && text.length <= LONGEST_PAGE_WORDS) continue;
        if (block.type === 'line') seen.add(text);
        heads[kind].push({ ...block, outside: kind });
      }
    }
  }
  return { headers: heads.header, footers: heads.footer };
}

function partsOf(
  context: DocumentContext,
  sections: readonly XmlElement[],
): { readonly kind: 'header' | 'footer'; readonly path: string }[] {
  const found = new Map<string, 'header' | 'footer'>();
  for (const section of sections) {
    for (const { name, attributes } of section.children) {
      const kind = /^w:(header|footer)Reference$/.exec(name)?.[1];
      const target = context.main.relationships.get(attributes.get('r:id') ?? '');
      if (kind === undefined || !target || target.isExternal || found.size >= MOST_PARTS) continue;
      found.set(target.target, kind === 'header' ? 'header' : 'footer');
    }
  }
  return [...found].map(([path, kind]) => ({ path, kind }));
}
