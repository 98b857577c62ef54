import type { Article, Block, Inline, Note } from '../../model/index.js';
import type { TextLook } from '../inline.js';
import type { FlowBlock, NoteUse, Slice } from './flow-block.js';
import { flowBlocks } from './flow-blocks.js';
import { cellOf, type FlowContext, type FlowDocument, indented, lookOf, styleOf } from './flow-context.js';
import { noteMarkText } from './inline-items.js';
import { addLabel } from './list-label.js';
import { setText, styledBlock } from './set-lines.js';
import { stackBlocks } from './stack-blocks.js';

/** Between a note's mark and its text, in cells of the note, before rounding up to whole ones. */
const GAP_CELLS = 0.5;

/** The numbers of an article's notes, and which of them any mark refers to. */
export interface NoteNumbers {
  readonly numbers: ReadonlyMap<string, number>;
  readonly referred: ReadonlySet<string>;
}

/**
 * Numbers in order of first reference in the article, then those that only notes refer to, then those that nothing
 * refers to.
 */
export function numberNotes(article: Article): NoteNumbers {
  const numbers = new Map<string, number>();
  const known = new Map(article.notes.map((note) => [note.id, note]));
  const add = (noteId: string): void => {
    if (known.has(noteId) && !numbers.has(noteId)) numbers.set(noteId, numbers.size + 1);
  };
  visitReferences(article.lead, add);
  for (const part of article.parts) {
    visitInlines(part.title ?? [], add);
    visitReferences(part.children, add);
  }
  // Grows while it is walked: notes of notes come after those of the text.
  for (const noteId of numbers.keys()) visitReferences(known.get(noteId)?.children ?? [], add);
  const referred = new Set(numbers.keys());
  for (const { id } of article.notes) add(id);
  return { numbers, referred };
}

function visitReferences(blocks: readonly Block[], visit: (noteId: string) => void): void {
  for (const block of blocks) {
    if ('heading' in block) visitInlines(block.heading, visit);
    if (block.type === 'table') {
      visitInlines(block.caption ?? [], visit);
      for (const row of block.rows) for (const cell of row.cells) visitReferences(cell.children, visit);
    } else if (block.type === 'list') {
      for (const item of block.items) visitReferences(item.children, visit);
    } else if (block.type === 'attachments') {
      for (const item of block.items) visitInlines(item.children, visit);
    } else if (block.type === 'verse' || block.type === 'signature') {
      for (const line of block.lines) visitInlines(line, visit);
    } else if (block.type === 'figure') {
      visitInlines(block.caption ?? [], visit);
    } else if (block.type === 'section' || block.type === 'quote') {
      visitReferences(block.children, visit);
      if (block.type === 'quote') visitInlines(block.attribution ?? [], visit);
    } else if (block.type === 'paragraph' || block.type === 'salutation') {
      visitInlines(block.children, visit);
    }
  }
}

function visitInlines(inlines: readonly Inline[], visit: (noteId: string) => void): void {
  for (const inline of inlines) {
    if (inline.type === 'noteReference') visit(inline.noteId);
    else if ('children' in inline) visitInlines(inline.children, visit);
  }
}

/** Notes by id, each set when it is first asked for: at the foot of a page, or at the end. */
export class NoteShelf {
  private readonly notes: ReadonlyMap<string, Note>;
  private readonly lines = new Map<string, readonly Slice[]>();
  private readonly document: FlowDocument;
  private readonly referred: ReadonlySet<string>;
  private readonly hangPt: number;

  constructor(document: FlowDocument, referred: ReadonlySet<string>) {
    this.document = document;
    this.referred = referred;
    this.notes = new Map(document.article.notes.map((note) => [note.id, note]));
    const style = document.sheet.styles.note;
    const widest = setText(noteMarkText(document.noteNumbers.size), lookOf(style), document, style);
    const cellPt = cellOf(document, style);
    this.hangPt = Math.ceil((widest?.widthPt ?? 0) / cellPt + GAP_CELLS - 1e-6) * cellPt;
  }

  /** The lines of a footnote, followed by those of notes that only it refers to; none for an endnote. */
  footnote(use: NoteUse): readonly Slice[] {
    const note = this.notes.get(use.noteId);
    if (note?.kind !== 'footnote') return [];
    const known = this.lines.get(use.noteId);
    if (known) return known;
    this.lines.set(use.noteId, []);
    const own = this.lay(note, use.node);
    const nested = own.flatMap((slice) => slice.notes ?? []).filter(({ noteId }) => !this.lines.has(noteId));
    const all = [...own, ...nested.flatMap((inner) => this.bring(inner))];
    this.lines.set(use.noteId, all);
    return all;
  }

  /** A note that comes with another one: asked for again, it has nothing to add. */
  private bring(use: NoteUse): readonly Slice[] {
    const slices = this.footnote(use);
    this.lines.set(use.noteId, []);
    return slices;
  }

  /** Endnotes, and footnotes that no mark refers to, as blocks for the end of the article. */
  endnotes(): FlowBlock[] {
    const { noteNumbers, sheet } = this.document;
    const numberOf = ({ id }: Note): number => noteNumbers.get(id) ?? 0;
    return [...this.notes.values()]
      .filter((note) => note.kind === 'endnote' || !this.referred.has(note.id))
      .sort((a, b) => numberOf(a) - numberOf(b))
      .map((note) => styledBlock(this.lay(note, -1), sheet.styles.note, this.document, { onGrid: false }));
  }

  /** Mark and text of one note: the mark leads back, what turns over stands under the text. */
  private lay(note: Note, parent: number): Slice[] {
    const { document } = this;
    const number = document.noteNumbers.get(note.id) ?? 0;
    const node = document.tree.add('Note', parent);
    const labelNode = document.tree.add('Lbl', node);
    const page: FlowContext = {
      document,
      xPt: 0,
      measurePt: document.sheet.page.measurePt,
      node,
      style: 'note',
      container: 'note',
    };
    const style = styleOf(page, 'note');
    const look: TextLook = { ...lookOf(style), link: { kind: 'place', name: `note-ref-${number}` } };
    const label = setText(noteMarkText(number), look, document, style);
    const text = indented(page, this.hangPt, 0);
    const slices = stackBlocks(flowBlocks(note.children, text), document.grid);
    const labelled = addLabel(slices, label, 0, labelNode);
    return labelled.map((slice, index) =>
      index === 0 ? { ...slice, places: [`note-${number}`, ...(slice.places ?? [])] } : slice,
    );
  }
}
