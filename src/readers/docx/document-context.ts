import type { Diagnostic } from '../../diagnostics.js';
import { cleanCharacters } from '../characters.js';
import { decodeEntities } from '../entities.js';
import { Pictures } from '../pictures.js';
import type { RepairTally } from '../repairs.js';
import { type NoteKind, NoteMarks } from './note-marks.js';
import { NumberCounter } from './number-counter.js';
import { Numbering } from './numbering.js';
import type { Target, WordPackage } from './package.js';
import { Styles } from './styles.js';
import { child, childrenNamed, type XmlElement } from './xml.js';

/** What of the document did not become text, counted while it is read. */
export type Tally =
  | 'insertions'
  | 'deletions'
  | 'comments'
  | 'hidden'
  | 'placeholders'
  | 'drawings'
  | 'symbols'
  | 'embedded'
  | 'lists';

/** A part of the package with text in it, and what its ids stand for. */
export interface Part {
  readonly path: string;
  readonly relationships: ReadonlyMap<string, Target>;
}

/** The notes of one kind by their ids, without the lines that part them from the text. */
export interface NotePart {
  readonly part: Part;
  readonly byId: ReadonlyMap<string, XmlElement>;
}

/** @see ISO/IEC 29500-1, 17.18.33 (ST_FtnEdn) */
const LINE_OVER_NOTES = /^(?:separator|continuationSeparator|continuationNotice)$/;

/** What is shared while the parts of one document are read, and what is gathered of it. */
export class DocumentContext {
  readonly file: WordPackage;
  readonly main: Part;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly counter: NumberCounter = new NumberCounter();
  readonly pictures: Pictures = new Pictures();
  readonly notes: NoteMarks = new NoteMarks();
  readonly noteParts: Readonly<Record<NoteKind, NotePart>>;
  /** Written by this program, so that its styles and properties say what the article said. */
  readonly isOurs: boolean;
  /** Addresses of pictures that are parts of the package. */
  readonly embedded: Set<string> = new Set();
  readonly #characters: RepairTally;
  readonly #counts = new Map<Tally, number>();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #droppedLinks = new Set<string>();
  #paragraphs = 0;

  constructor(file: WordPackage, characters: RepairTally) {
    this.file = file;
    this.#characters = characters;
    this.main = this.part(file.mainPart);
    this.isOurs = child(file.xml('docProps/app.xml'), 'ep:Application')?.text === 'paiban';
    this.styles = new Styles(this.#related('styles', 'styles.xml'));
    this.numbering = new Numbering(this.#related('numbering', 'numbering.xml'), this.styles);
    this.noteParts = { footnote: this.#notes('footnote'), endnote: this.#notes('endnote') };
  }

  #notes(kind: NoteKind): NotePart {
    const path = this.relatedPath(`${kind}s`, `${kind}s.xml`);
    const root = path === undefined ? undefined : this.file.xml(path);
    if (path === undefined || !root) return { part: this.main, byId: new Map() };
    const notes = childrenNamed(root, `w:${kind}`).filter(
      ({ attributes }) => !LINE_OVER_NOTES.test(attributes.get('type') ?? ''),
    );
    return {
      part: this.part(path),
      byId: new Map(notes.map((note) => [note.attributes.get('id') ?? '', note])),
    };
  }

  /** Whether a mark leads to a note; one that does not is said, and is no mark. */
  hasNote(kind: NoteKind, wordId: string): boolean {
    const found = this.noteParts[kind].byId.has(wordId);
    if (!found)
      this.report({
        code: 'note-undefined',
        values: { note: `${kind} ${this.cleanCode(wordId)}` },
        line: this.paragraph,
      });
    return found;
  }

  part(path: string): Part {
    return { path, relationships: this.file.relationships(path) };
  }

  /** Path of the part that the text's part calls by a kind; by its usual name where no relationship tells. */
  relatedPath(kind: string, usual: string): string | undefined {
    const found = [...this.main.relationships.values()].find(
      (each) => each.kind === kind && !each.isExternal,
    );
    const path = found?.target ?? `${this.main.path.replace(/[^/]*$/, '')}${usual}`;
    return this.file.has(path) ? path : undefined;
  }

  #related(kind: string, usual: string): ReturnType<WordPackage['xml']> {
    const path = this.relatedPath(kind, usual);
    return path === undefined ? undefined : this.file.xml(path);
  }

  /** The ordinal number of a paragraph: what stands for the line of a source that has none. */
  nextParagraph(): number {
    this.#paragraphs += 1;
    return this.#paragraphs;
  }

  get paragraph(): number {
    return Math.max(1, this.#paragraphs);
  }

  /** Text as an article has it. What is pasted from pages has entities in it. */
  clean(text: string): string {
    return cleanCharacters(decodeEntities(text, this.#characters), this.#characters);
  }

  /** Code and formulas, in which an entity may be meant. */
  cleanCode(text: string): string {
    return cleanCharacters(text, this.#characters);
  }

  /** The address that a document may link to; places inside the document are none, and are no loss. */
  link(address: string): string | undefined {
    const trimmed = address.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return undefined;
    const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
    if (url && /^(?:https?|mailto):$/.test(url.protocol)) return url.href;
    const shown = this.cleanCode(trimmed.length > 80 ? `${trimmed.slice(0, 60)}…` : trimmed);
    if (this.#droppedLinks.size < 20 && !this.#droppedLinks.has(shown)) {
      this.#droppedLinks.add(shown);
      this.report({ code: 'link-dropped', values: { url: shown }, line: this.paragraph });
    }
    return undefined;
  }

  /** Says once that blocks were nested too deep. */
  flatten(depth: number): void {
    if (!this.#isFlattened)
      this.report({ code: 'nesting-flattened', values: { depth }, line: this.paragraph });
    this.#isFlattened = true;
  }
  #isFlattened = false;

  count(tally: Tally, by: number = 1): void {
    this.#counts.set(tally, (this.#counts.get(tally) ?? 0) + by);
  }

  /** Says something; a document that is wrong in a thousand places is told so in the first hundred. */
  report(diagnostic: Diagnostic): void {
    if (this.#diagnostics.length < MOST_DIAGNOSTICS) this.#diagnostics.push(diagnostic);
  }

  get diagnostics(): readonly Diagnostic[] {
    const count = (tally: Tally): number => this.#counts.get(tally) ?? 0;
    const [insertions, deletions] = [count('insertions'), count('deletions')];
    const unknown = this.styles.unknownIds;
    return [
      ...this.#diagnostics,
      ...(insertions + deletions > 0
        ? [{ code: 'docx-changes-accepted', values: { insertions, deletions } } as const]
        : []),
      ...COUNTED.flatMap(([tally, code]): Diagnostic[] =>
        count(tally) > 0 ? [{ code, values: { count: count(tally) } }] : [],
      ),
      ...(unknown.length > 0
        ? [{ code: 'docx-style-missing', values: { styles: shown(unknown, this) } } as const]
        : []),
    ];
  }
}

const MOST_DIAGNOSTICS = 100;

/** What is said of each count. */
const COUNTED = [
  ['comments', 'docx-comments-dropped'],
  ['hidden', 'docx-hidden-dropped'],
  ['placeholders', 'docx-placeholders-dropped'],
  ['drawings', 'docx-drawing-unread'],
  ['symbols', 'docx-symbol-unknown'],
  ['embedded', 'docx-embedded-unread'],
  ['lists', 'docx-list-missing'],
] as const satisfies readonly (readonly [Tally, Diagnostic['code']])[];

function shown(ids: readonly string[], context: DocumentContext): string {
  const first = ids.slice(0, 5).map((id) => context.cleanCode(id.slice(0, 40)));
  return ids.length > first.length ? `${first.join(', ')} …` : first.join(', ');
}
