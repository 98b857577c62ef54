export type NoteKind = 'footnote' | 'endnote';

/** A note as the text refers to it. */
export interface MarkedNote {
  /** As an article calls it: `note-1`, by order of first reference. */
  readonly id: string;
  readonly kind: NoteKind;
  /** As its part calls it. */
  readonly wordId: string;
}

/** The notes that a text refers to, and the bookmarks around their marks, by which later marks say the same note. */
export class NoteMarks {
  readonly #byKey = new Map<string, MarkedNote>();
  readonly #order: MarkedNote[] = [];
  readonly #deleted = new Set<string>();
  readonly #openBookmarks = new Map<string, string>();
  readonly #byBookmark = new Map<string, string>();

  /** The id of a note at its mark. */
  refer(kind: NoteKind, wordId: string): string {
    const key = `${kind} ${wordId}`;
    let note = this.#byKey.get(key);
    if (!note) {
      note = { id: `note-${this.#order.length + 1}`, kind, wordId };
      this.#byKey.set(key, note);
      this.#order.push(note);
    }
    for (const name of this.#openBookmarks.values()) this.#byBookmark.set(name, note.id);
    return note.id;
  }

  /** A change took its mark away, and the note with it. */
  delete(kind: NoteKind, wordId: string): void {
    this.#deleted.add(`${kind} ${wordId}`);
  }

  isKnown(kind: NoteKind, wordId: string): boolean {
    const key = `${kind} ${wordId}`;
    return this.#byKey.has(key) || this.#deleted.has(key);
  }

  /** Bookmarks may be many, and only those around a mark matter. */
  openBookmark(id: string, name: string): void {
    if (this.#openBookmarks.size < 50) this.#openBookmarks.set(id, name);
  }

  closeBookmark(id: string): void {
    this.#openBookmarks.delete(id);
  }

  /** The note whose mark a bookmark is around. */
  noteAt(bookmark: string): string | undefined {
    return this.#byBookmark.get(bookmark);
  }

  /** In order of first reference. It grows while notes are read that refer to further ones. */
  get all(): readonly MarkedNote[] {
    return this.#order;
  }
}
