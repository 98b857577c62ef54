/** Which footnotes stand on pages. A fork is a plan: its notes count for others only when it is kept. */
export class NoteRegister {
  private readonly own = new Set<string>();
  private readonly base: NoteRegister | undefined;

  constructor(base?: NoteRegister) {
    this.base = base;
  }

  has(noteId: string): boolean {
    return this.own.has(noteId) || (this.base?.has(noteId) ?? false);
  }

  add(noteId: string): void {
    this.own.add(noteId);
  }

  fork(): NoteRegister {
    return new NoteRegister(this);
  }

  /** Takes the notes of a plan over into the register that it was forked from. */
  keep(): void {
    for (const noteId of this.own) this.base?.add(noteId);
  }
}
