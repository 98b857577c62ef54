import type { DraftBlock } from '../../model/index.js';
import { trimInlines } from '../inlines.js';
import type { DocumentContext } from './document-context.js';
import { htmlTokens } from './html-tokens.js';
import { CONTENT_REMOVED, InlineBuilder } from './inline-builder.js';
import { toLineOrFigures } from './lone-figures.js';
import { cleanInlines } from './phrasing.js';

/** Tags that end a paragraph before and after them. */
const BLOCK_TAGS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** The paragraphs, headings and pictures of a block of HTML inside Markdown; its other structure is dropped. */
export function toHtmlBlocks(
  html: string,
  line: number,
  blankLinesBefore: number,
  context: DocumentContext,
): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  const builder = new InlineBuilder(context);
  let headingLevel: number | undefined;
  let removedTag: string | undefined;
  const endParagraph = (): void => {
    const { inlines, indentEm } = trimInlines(cleanInlines(builder.finish(), context));
    const before = blocks.length === 0 ? blankLinesBefore : 0;
    blocks.push(
      ...toLineOrFigures(inlines, {
        line,
        indentEm,
        blankLinesBefore: before,
        ...(headingLevel && { headingLevel }),
      }),
    );
    headingLevel = undefined;
  };
  for (const token of htmlTokens(html)) {
    if (removedTag !== undefined) {
      if (token.kind === 'close' && token.tag === removedTag) removedTag = undefined;
    } else if (token.kind === 'open' && CONTENT_REMOVED.has(token.tag)) {
      removedTag = token.tag;
      context.removeElement(token.tag);
    } else if (token.kind !== 'text' && BLOCK_TAGS.has(token.tag)) {
      endParagraph();
      if (token.kind === 'open') {
        headingLevel = /^h[1-6]$/.test(token.tag) ? Number(token.tag[1]) : undefined;
        if (!['p', 'hr'].includes(token.tag) && headingLevel === undefined) context.dropTag(token.tag);
        if (token.tag === 'hr') blocks.push({ type: 'rule', line });
      }
    } else {
      builder.addToken(token);
    }
  }
  endParagraph();
  return blocks;
}
