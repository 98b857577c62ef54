import type { FootnoteDefinition } from 'mdast';
import type { DraftNote } from '../../model/index.js';
import { toBlocks } from './blocks.js';
import type { DocumentContext } from './document-context.js';
import { parseMarkdown } from './parse.js';

/**
 * The notes of a document, in order of first reference; those that nothing refers to come last, reported. Called
 * after the text has been read, since reading a text is what refers to notes; a note may refer to further ones.
 */
export function readNotes(context: DocumentContext): DraftNote[] {
  const notes = new Map<string, DraftNote>();
  const add = (definition: FootnoteDefinition, id: string): void => {
    notes.set(id, { id, kind: 'footnote', children: toBlocks(definition.children, context) });
  };
  const byLabel = new Map([...context.noteDefinitions].reverse().map((one) => [one.identifier, one]));
  // Reading a note may refer to further ones, which then stand at the end of what is gone through here.
  for (const [identifier, id] of context.noteIds) {
    const definition = byLabel.get(identifier);
    if (definition) add(definition, id);
  }
  for (const [id, text] of context.inlineNotes) {
    notes.set(id, { id, kind: 'footnote', children: toBlocks(parseMarkdown(text).children, context) });
  }
  const read = new Set([...context.noteIds.keys()].map((identifier) => byLabel.get(identifier)));
  for (const definition of context.noteDefinitions) {
    if (read.has(definition)) continue;
    const label = definition.label ?? definition.identifier;
    const line = definition.position?.start.line ?? 1;
    context.diagnostics.push({ code: 'note-unreferenced', values: { label }, line });
    const id = context.noteId(definition.identifier);
    // A second definition of a label has an id of its own, which no reference can have.
    add(definition, notes.has(id) ? context.noteId(`${definition.identifier}\n${line}`) : id);
  }
  return [...notes.values()].sort((a, b) => order(a) - order(b));
}

function order(note: DraftNote): number {
  return Number(note.id.replace('note-', ''));
}
