import type { Diagnostic } from '../../diagnostics.js';
import { cleanCharacters, removeForbidden } from '../characters.js';
import { damageIn, refuseEmpty, refuseGiantLine } from '../decoded.js';
import { decodeText } from '../encoding.js';
import { normalizeLineEnds } from '../lines.js';
import type { DraftReading, Reader, ReadOptions } from '../reader.js';
import { RepairTally } from '../repairs.js';
import { toDraftLines } from '../text.js';
import { toBlocks } from './blocks.js';
import { boundNesting, MAX_NESTING } from './bound-nesting.js';
import { DocumentContext } from './document-context.js';
import { takeFrontMatter } from './front-matter.js';
import { readNotes } from './notes.js';
import { parseMarkdown } from './parse.js';
import { isPlain } from './plain-text.js';

/** Markdown: CommonMark with GitHub's additions, front matter, ruby, and emphasis that works in Chinese. */
export const markdownReader: Reader = { format: 'markdown', read: readMarkdown };

async function readMarkdown(bytes: Uint8Array, options: ReadOptions): Promise<DraftReading> {
  const decoded = decodeText(bytes, options.encoding);
  const tally = new RepairTally();
  const bounded = boundNesting(normalizeLineEnds(removeForbidden(decoded.text, tally)));
  refuseGiantLines(bounded.text);
  const {
    body,
    declared,
    diagnostics: seen,
  } = await takeFrontMatter(bounded.text, (written) => cleanCharacters(written, tally));
  const root = parseMarkdown(body);
  const context = new DocumentContext(root, body, tally);
  const blocks = isPlain(root, body) ? toDraftLines(body, tally) : toBlocks(root.children, context);
  const notes = readNotes(context);
  const { images, diagnostics: unseen } = await context.pictures.load({
    ...options,
    pageAddress: options.pageAddress ?? declared.sourceUrl,
  });
  refuseEmpty(blocks);
  return {
    draft: {
      format: 'markdown',
      encoding: decoded.encoding,
      declared,
      blocks,
      notes,
      images,
      repairs: tally.list(),
    },
    diagnostics: [...damageIn(decoded), ...flattened(bounded.line), ...seen, ...context.finish(), ...unseen],
  };
}

/** Pictures inside the text (`data:`) may be long; the text of such lines is looked at when it has been read. */
function refuseGiantLines(text: string): void {
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.includes('data:')) refuseGiantLine(line.length, index + 1);
  }
}

function flattened(line: number | undefined): Diagnostic[] {
  return line === undefined ? [] : [{ code: 'nesting-flattened', values: { depth: MAX_NESTING }, line }];
}
