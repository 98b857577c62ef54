import type { Article, Note } from '../../model/index.js';

/** A note as Word counts it. */
export interface NumberedNote {
  readonly note: Note;
  /** From 1, footnotes and endnotes apart; the order is that of first reference. */
  readonly id: number;
  /** The bookmark of its mark, for later references to the same note. */
  readonly bookmark: string;
}

/** Gives the notes of an article their numbers as they are met, and remembers which were. */
export class NoteBook {
  private readonly byId: ReadonlyMap<string, Note>;
  private readonly met = new Map<string, NumberedNote>();
  private readonly counts = { footnote: 0, endnote: 0 };

  private readonly references = new Map<string, number>();

  constructor(article: Article) {
    this.byId = new Map(article.notes.map((note) => [note.id, note]));
    this.countReferences([article.lead, article.parts]);
  }

  /** Several marks point to the note, so that the first needs a bookmark for the others. */
  isRepeated(noteId: string): boolean {
    return (this.references.get(noteId) ?? 0) > 1;
  }

  /** Walks plain data of any shape: blocks and inlines nest in too many ways to name them all. */
  private countReferences(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && value.type === 'noteReference' && 'noteId' in value) {
      const id = String(value.noteId);
      this.references.set(id, (this.references.get(id) ?? 0) + 1);
      return;
    }
    for (const child of Object.values(value)) this.countReferences(child);
  }

  /** The note and whether this is its first mark; undefined for an id that no note has. */
  refer(noteId: string): (NumberedNote & { readonly isFirst: boolean }) | undefined {
    const seen = this.met.get(noteId);
    if (seen) return { ...seen, isFirst: false };
    const note = this.byId.get(noteId);
    if (!note) return undefined;
    this.counts[note.kind] += 1;
    const id = this.counts[note.kind];
    const numbered = { note, id, bookmark: `_${note.kind === 'footnote' ? 'Fn' : 'En'}${id}` };
    this.met.set(noteId, numbered);
    return { ...numbered, isFirst: true };
  }

  /** Notes met so far of one kind, in order of their numbers. */
  of(kind: Note['kind']): NumberedNote[] {
    return [...this.met.values()].filter(({ note }) => note.kind === kind);
  }

  /** Notes that nothing refers to. */
  unmet(): Note[] {
    return [...this.byId.values()].filter((note) => !this.met.has(note.id));
  }
}
