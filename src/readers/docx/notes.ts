import type { DraftBlock, DraftNote } from '../../model/index.js';
import { trimInlines } from '../inlines.js';
import { BlockReader } from './block-reader.js';
import type { DocumentContext } from './document-context.js';
import type { NoteKind } from './note-marks.js';
import { descendants, type XmlElement } from './xml.js';

/**
 * The notes that the text refers to, in that order, each read once, so that notes that refer to one another come to an
 * end; then those that nothing refers to, reported. Called when the text has been read.
 */
export function readNotes(context: DocumentContext): DraftNote[] {
  const notes: DraftNote[] = [];
  // reading a note may find marks of further ones
  for (let at = 0; at < context.notes.all.length; at++) {
    const note = context.notes.all[at];
    const element = note && context.noteParts[note.kind].byId.get(note.wordId);
    if (note && element)
      notes.push({ id: note.id, kind: note.kind, children: readNote(context, note.kind, element) });
  }
  const stray = (['footnote', 'endnote'] as const).flatMap((kind) => strayNotes(context, kind));
  return [...notes, ...stray];
}

function strayNotes(context: DocumentContext, kind: NoteKind): DraftNote[] {
  const notes: DraftNote[] = [];
  for (const [wordId, element] of context.noteParts[kind].byId) {
    if (context.notes.isKnown(kind, wordId) || !hasText(element)) continue;
    context.report({ code: 'note-unreferenced', values: { label: context.cleanCode(wordId) } });
    notes.push({ id: context.notes.refer(kind, wordId), kind, children: readNote(context, kind, element) });
  }
  return notes;
}

function readNote(context: DocumentContext, kind: NoteKind, element: XmlElement): DraftBlock[] {
  const { part } = context.noteParts[kind];
  const blocks = new BlockReader(context, { part, nesting: 1 }).readAll(element.children).finish();
  const [first, ...rest] = blocks;
  // what stood between the note's own number and its text
  return first?.type === 'line'
    ? [{ ...first, inlines: trimInlines(first.inlines).inlines, indentEm: 0 }, ...rest]
    : blocks;
}

/** Whether anything of an element is text that is shown. */
function hasText(element: XmlElement): boolean {
  for (const { name, text } of descendants(element)) if (name === 'w:t' && text.trim() !== '') return true;
  return false;
}
