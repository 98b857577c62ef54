import type { DraftNote } from '../../model/index.js';
import { toBlocks } from './blocks.js';
import type { DocumentContext } from './document-context.js';

/**
 * The notes of a document, in order of first reference; those that nothing refers to come last, reported. Called
 * after the text has been read, since reading a text is what refers to notes; a note may refer to further ones.
 */
export function readNotes(context: DocumentContext): DraftNote[] {
  const unread = [...context.noteDefinitions];
  const notes = new Map<string, DraftNote>();
  const read = (index: number): void => {
    const [definition] = unread.splice(index, 1);
    if (!definition) return;
    const id = context.noteId(definition.identifier);
    notes.set(id, { id, kind: 'footnote', children: toBlocks(definition.children, context) });
  };
  const nextReferenced = (): number =>
    unread.findIndex(
      ({ identifier }) => context.isReferenced(identifier) && !notes.has(context.noteId(identifier)),
    );
  for (let index = nextReferenced(); index !== -1; index = nextReferenced()) read(index);
  for (const definition of unread) {
    const label = definition.label ?? definition.identifier;
    const line = definition.position?.start.line ?? 1;
    context.diagnostics.push({ code: 'note-unreferenced', values: { label }, line });
    // A second definition of a label has an id of its own, which no reference can have.
    const id = context.noteId(`${definition.identifier}\n${line}`);
    notes.set(id, { id, kind: 'footnote', children: toBlocks(definition.children, context) });
  }
  return [...notes.values()].sort((a, b) => order(a) - order(b));
}

function order(note: DraftNote): number {
  return Number(note.id.replace('note-', ''));
}
