import type { DraftReading, ReadOptions } from '../../../src/readers/index.js';
import { markdownReader } from '../../../src/readers/markdown/read-markdown.js';
import { draftOutline, inlineMarks } from '../draft-outline.js';

export async function read(text: string, options: ReadOptions = {}): Promise<DraftReading> {
  return (await markdownReader.read(new TextEncoder().encode(text), options)) as DraftReading;
}

export async function outline(text: string): Promise<string[]> {
  return draftOutline((await read(text)).draft.blocks);
}

/** The inlines of the only paragraph. */
export async function paragraph(text: string): Promise<string> {
  const { blocks } = (await read(text)).draft;
  const [only] = blocks;
  if (blocks.length !== 1 || only?.type !== 'line') {
    throw new TypeError(`not one line: ${draftOutline(blocks)}`);
  }
  return inlineMarks(only.inlines);
}

export async function codes(text: string): Promise<string[]> {
  return (await read(text)).diagnostics.map((diagnostic) => diagnostic.code);
}
