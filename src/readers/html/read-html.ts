import type { Diagnostic, MessageValues } from '../../diagnostics.js';
import type { MessageCode } from '../../messages.js';
import type { DraftBlock, DraftNote } from '../../model/index.js';
import { removeForbidden } from '../characters.js';
import { damageIn, refuseEmpty } from '../decoded.js';
import { normalizeLineEnds } from '../lines.js';
import type { DraftReading, Reader, ReadOptions } from '../reader.js';
import { RepairTally } from '../repairs.js';
import { BlockReader } from './block-reader.js';
import { findContent } from './content/find-content.js';
import { selected } from './content/selector.js';
import { decodePage } from './decode-page.js';
import { readFacts } from './facts/read-facts.js';
import { takeNotes } from './notes.js';
import { declaredBase, PageContext } from './page-context.js';
import { DEEPEST_NESTING, parsePage } from './parse.js';
import { revealText } from './reveal.js';
import { elementsIn, type HtmlElement } from './tree.js';

/** HTML and XHTML: whole pages as they are saved, and pieces of pages. */
export const htmlReader: Reader = { format: 'html', read: readHtml };

async function readHtml(bytes: Uint8Array, options: ReadOptions): Promise<DraftReading> {
  const decoded = decodePage(bytes, options.encoding);
  const tally = new RepairTally();
  const text = normalizeLineEnds(removeForbidden(decoded.text, tally));
  const { root, flattenedAt } = parsePage(text);
  const { declared, fallback } = readFacts(root, text);
  const body = bodyOf(root);
  const hiddenAt = revealText(body);
  const { references, notes, headings } = takeNotes(root);
  const context = new PageContext(tally, { base: declaredBase(root), own: fallback.sourceUrl }, references);
  const selector = options.contentOf?.(declared.sourceUrl ?? fallback.sourceUrl);
  const stated = selector === undefined ? [] : selected(body, selector);
  if (selector !== undefined && stated.length === 0)
    context.report({ code: 'rules-content-missing', values: { selector } });
  const blocks = readBody(body, { emptied: headings, stated }, context);
  const draftNotes = notes.map(
    ({ id, kind, element }): DraftNote => ({
      id,
      kind,
      children: new BlockReader(context, new Map()).read(element),
    }),
  );
  const { images, diagnostics: unseen } = await context.pictures.load({
    ...options,
    pageAddress: options.pageAddress ?? fallback.sourceUrl,
  });
  refuseEmpty(blocks);
  return {
    draft: {
      format: 'html',
      encoding: decoded.encoding,
      declared,
      fallback,
      blocks,
      notes: draftNotes,
      images,
      repairs: tally.list(),
    },
    diagnostics: [
      ...damageIn(decoded),
      ...at('nesting-flattened', flattenedAt, { depth: DEEPEST_NESTING }),
      ...at('html-hidden-read', hiddenAt),
      ...context.diagnostics,
      ...unseen,
    ],
  };
}

/** `<body>`; a page of frames has none. */
function bodyOf(root: HtmlElement): HtmlElement {
  for (const element of elementsIn(root)) if (element.tag === 'body') return element;
  return root;
}

function readBody(
  body: HtmlElement,
  { emptied, stated }: { readonly emptied: readonly HtmlElement[]; readonly stated: readonly HtmlElement[] },
  context: PageContext,
): DraftBlock[] {
  const places = new Map(findContent(body, stated));
  for (const heading of emptied) places.set(heading, 'around');
  return new BlockReader(context, places).read(body, { place: places.get(body) ?? 'inside' });
}

function at(code: MessageCode, line: number | undefined, values: MessageValues = {}): Diagnostic[] {
  return line === undefined ? [] : [{ code, values, line }];
}
