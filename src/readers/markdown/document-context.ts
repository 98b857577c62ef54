import type { Definition, FootnoteDefinition, Node, Parent, Root } from 'mdast';
import type { Diagnostic } from '../../diagnostics.js';
import { cleanCharacters } from '../characters.js';
import { Pictures } from '../pictures.js';
import type { RepairTally } from '../repairs.js';
import { GLUED_IN_SOURCE } from './glued-heading.js';
import type { InlineContext } from './inline-builder.js';

/** What is gathered while one Markdown document is read: definitions, pictures, notes in use, and what went wrong. */
export class DocumentContext implements InlineContext {
  readonly pictures: Pictures = new Pictures();
  readonly diagnostics: Diagnostic[] = [];
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly noteDefinitions: readonly FootnoteDefinition[];
  /** Line of the block that is being read. */
  line = 1;
  /** How often blocks inside blocks were parsed anew on the way here. */
  depth: number = 0;
  /** The text that was parsed. */
  readonly source: string;
  /** Its headings have no space behind their marks. */
  readonly gluesHeadings: boolean;
  readonly tally: RepairTally;
  /** Notes that stand inside their paragraph, by the ids they were given. */
  readonly inlineNotes: Map<string, string> = new Map();
  /** Ids of notes by their labels, in order of first reference. */
  readonly noteIds: Map<string, string> = new Map();
  readonly #droppedTags = new Dropped();
  readonly #droppedDirectives = new Dropped();
  readonly #droppedLinks = new Set<string>();

  constructor(root: Root, source: string, tally: RepairTally) {
    this.source = source;
    this.gluesHeadings = GLUED_IN_SOURCE.test(source);
    this.tally = tally;
    const nodes = [...descendants(root)];
    const definitions = nodes.filter((node): node is Definition => node.type === 'definition');
    // The first definition of a label holds (CommonMark, link reference definitions).
    this.definitions = new Map(definitions.reverse().map((node) => [node.identifier, node]));
    this.noteDefinitions = nodes.filter(
      (node): node is FootnoteDefinition => node.type === 'footnoteDefinition',
    );
  }

  clean(text: string): string {
    return cleanCharacters(text, this.tally);
  }

  addRepair(rule: string): void {
    this.tally.add(rule);
  }

  /** Id of the note with a label, given out in order of first reference. */
  noteId(identifier: string): string {
    const id = this.noteIds.get(identifier) ?? `note-${this.noteIds.size + 1}`;
    this.noteIds.set(identifier, id);
    return id;
  }

  /** Id of a note whose text stands where it is referred to. */
  inlineNoteId(text: string): string {
    const id = this.noteId(`^\n${this.noteIds.size}`);
    this.inlineNotes.set(id, text);
    return id;
  }

  addImage(source: string): string {
    return this.pictures.add(source, this.line);
  }

  dropTag(tag: string): void {
    this.#droppedTags.add(`<${tag}>`, this.line);
  }

  /** Told of each order to a site generator that was left out. */
  dropDirective(name: string): void {
    this.#droppedDirectives.add(name, this.line);
  }

  removeElement(tag: string): void {
    this.diagnostics.push({ code: 'html-removed', values: { tag: `<${tag}>` }, line: this.line });
  }

  dropLink(url: string): void {
    if (this.#droppedLinks.has(url)) return;
    this.#droppedLinks.add(url);
    this.diagnostics.push({ code: 'link-dropped', values: { url }, line: this.line });
  }

  /** The address when a document may link to it: absolute, http, https or mailto; what it may not hold is escaped. */
  linkAddress(address: string): string | undefined {
    if (!/^(?:https?:\/\/|mailto:)/i.test(address) || !URL.canParse(address)) return undefined;
    return address.replace(UNSAFE_IN_ADDRESS, encodeURIComponent);
  }

  /** All that is to be said about the document, what was dropped in one row a kind. */
  finish(): Diagnostic[] {
    return [
      ...this.diagnostics,
      ...this.#droppedTags.report('html-dropped', 'tags'),
      ...this.#droppedDirectives.report('directive-dropped', 'names'),
    ];
  }
}

/** ASCII that no address may hold as it is. @see RFC 3986, 2 */
const UNSAFE_IN_ADDRESS = /[\s"<>\\^`{|}[\]]/g;

/** Names of what was dropped, counted. */
class Dropped {
  readonly #counts = new Map<string, number>();
  #line = 1;

  add(name: string, line: number): void {
    if (this.#counts.size === 0) this.#line = line;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  report(code: 'html-dropped' | 'directive-dropped', key: string): Diagnostic[] {
    if (this.#counts.size === 0) return [];
    const names = [...this.#counts].slice(0, MOST_NAMED).map(([name, count]) => `${name} × ${count}`);
    if (this.#counts.size > MOST_NAMED) names.push('…');
    return [{ code, values: { [key]: names.join(', ') }, line: this.#line }];
  }
}

const MOST_NAMED = 30;

function* descendants(node: Node): Generator<Node> {
  yield node;
  if (!('children' in node)) return;
  for (const child of (node as Parent).children) yield* descendants(child);
}
