// Word files (DOCX, DOCM, DOTX, those of WPS and Google) to drafts.
//
// The XML is read by us. mammoth 1.13, the one well-kept reader for Node, was tried on real files, on those of
// LibreOffice and pandoc and on our own: automatic numbers are gone (第一章, （一）, 1.1), a style named 标题 1 and an
// outline level are plain text, ruby takes its base text with it, formulas are empty, hidden text is shown, a note or
// link that leads nowhere is a TypeError, 20,000 nested tables are a RangeError, and a zip is inflated without limit.
// To guard it would have meant to read styles, numbering, fields and packages beside it.
import type { Diagnostic } from '../../diagnostics.js';
import type { Draft, DraftBlock } from '../../model/index.js';
import { cleanFacts } from '../clean-facts.js';
import { refuseEmpty } from '../decoded.js';
import type { Reader, Reading, ReadOptions } from '../reader.js';
import { RepairTally } from '../repairs.js';
import { BlockReader } from './block-reader.js';
import { DocumentContext } from './document-context.js';
import { readFacts } from './facts.js';
import { readNotes } from './notes.js';
import { WordPackage } from './package.js';
import { readRunningHeads } from './running-heads.js';
import { readTitleBlock } from './title-block.js';

/** Reads a Word file. What is damaged beside the text is said; only damage of the text itself is an error. */
export const docxReader: Reader = {
  format: 'docx',
  async read(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
    const faults: Diagnostic[] = [];
    const file = new WordPackage(bytes, (part, reason) => {
      if (faults.length < MOST_FAULTS)
        faults.push({ code: 'docx-part-unreadable', values: { part, reason } });
    });
    const tally = new RepairTally();
    const context = new DocumentContext(file, tally);
    const { blocks: text, sections } = readBody(context);
    const head = readTitleBlock(text);
    const { blocks } = head;
    const notes = readNotes(context);
    refuseEmpty([...blocks.slice(0, 1), ...notes.slice(0, 1)]);
    const { headers, footers } = readRunningHeads(context, sections);
    const facts = readFacts(context, head);
    const pictures = await context.pictures.load({
      ...options,
      loadImage: async (source) => {
        if (context.embedded.has(source)) return file.bytes(source);
        return /^[a-z][a-z0-9+.-]*:/i.test(source) ? undefined : options.loadImage?.(source);
      },
    });
    const draft: Draft = {
      format: 'docx',
      declared: cleanFacts(facts),
      blocks: [...headers.map((block) => ({ ...block, line: 1 })), ...blocks, ...footers],
      notes,
      images: pictures.images,
      repairs: tally.list(),
    };
    return { draft, diagnostics: [...faults, ...context.diagnostics, ...pictures.diagnostics] };
  },
};

const MOST_FAULTS = 20;

function readBody(context: DocumentContext): { blocks: DraftBlock[]; sections: BlockReader['sections'] } {
  const reader = new BlockReader(context, { part: context.main, nesting: 0 });
  context.file.readBody((child) => reader.readOne(child));
  return { blocks: reader.finish(), sections: reader.sections };
}
