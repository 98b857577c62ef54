import type { Note } from '../../model/index.js';

/** A place that points to a note. */
export interface NoteMark {
  /** One-based, in order of the article's notes. */
  readonly number: number;
  /** Identifier of the mark itself. */
  readonly id: string;
  /** Where the note stands, seen from the page that holds the mark. */
  readonly href: string;
}

/** A note that a page has to hold. */
export interface PlacedNote {
  readonly note: Note;
  readonly number: number;
  readonly id: string;
  /** The first mark that points to it; absent when none does. */
  readonly markId?: string;
}

/**
 * Keeps which page holds which note: the page of its first mark, since many readers only open a note that stands
 * in the same file.
 */
export class NoteRegister {
  readonly #numberById: ReadonlyMap<string, number>;
  readonly #notes: readonly Note[];
  readonly #fileByNumber = new Map<number, string>();
  readonly #marksByNumber = new Map<number, number>();
  #waiting: number[] = [];

  constructor(notes: readonly Note[]) {
    this.#notes = notes;
    // the first of two notes with one id is the one that marks mean
    this.#numberById = new Map(notes.map(({ id }, index): [string, number] => [id, index + 1]).reverse());
  }

  /** The mark for one reference that stands in `file`, or undefined when there is no such note. */
  refer(noteId: string, file: string): NoteMark | undefined {
    const number = this.#numberById.get(noteId);
    if (number === undefined) return undefined;
    const home = this.#fileByNumber.get(number) ?? file;
    if (!this.#fileByNumber.has(number)) {
      this.#fileByNumber.set(number, file);
      this.#waiting.push(number);
    }
    const nth = (this.#marksByNumber.get(number) ?? 0) + 1;
    this.#marksByNumber.set(number, nth);
    return {
      number,
      id: nth === 1 ? markId(number) : `${markId(number)}-${nth}`,
      href: `${home === file ? '' : home}#${noteElementId(number)}`,
    };
  }

  /** The notes first referred to since the last call, in order of their marks. */
  takeWaiting(): PlacedNote[] {
    const taken = this.#waiting.map((number) => this.#place(number, { markId: markId(number) }));
    this.#waiting = [];
    return taken;
  }

  /** The notes that nothing refers to: they are text all the same. */
  takeUnreferenced(): PlacedNote[] {
    return this.#notes.flatMap((_note, index) => {
      const number = index + 1;
      if (this.#fileByNumber.has(number)) return [];
      this.#fileByNumber.set(number, '');
      return [this.#place(number, {})];
    });
  }

  #place(number: number, mark: { markId?: string }): PlacedNote {
    return { note: this.#notes[number - 1] as Note, number, id: noteElementId(number), ...mark };
  }
}

const noteElementId = (number: number): string => `note-${number}`;
const markId = (number: number): string => `note-${number}-mark`;
