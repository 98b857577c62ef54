import type { Definition, FootnoteDefinition, Node, Parent, Root } from 'mdast';
import type { Diagnostic } from '../../diagnostics.js';
import { cleanCharacters } from '../characters.js';
import { Pictures } from '../pictures.js';
import type { RepairTally } from '../repairs.js';
import type { InlineContext } from './inline-builder.js';

/** What is gathered while one Markdown document is read: definitions, pictures, notes in use, and what went wrong. */
export class DocumentContext implements InlineContext {
  readonly pictures: Pictures = new Pictures();
  readonly diagnostics: Diagnostic[] = [];
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly noteDefinitions: readonly FootnoteDefinition[];
  /** Line of the block that is being read. */
  line = 1;
  readonly #tally: RepairTally;
  readonly #noteIds = new Map<string, string>();
  readonly #droppedTags = new Map<string, { count: number; line: number }>();
  readonly #droppedLinks = new Set<string>();

  constructor(root: Root, tally: RepairTally) {
    this.#tally = tally;
    const nodes = [...descendants(root)];
    const definitions = nodes.filter((node): node is Definition => node.type === 'definition');
    // The first definition of a label holds (CommonMark, link reference definitions).
    this.definitions = new Map(definitions.reverse().map((node) => [node.identifier, node]));
    this.noteDefinitions = nodes.filter(
      (node): node is FootnoteDefinition => node.type === 'footnoteDefinition',
    );
  }

  clean(text: string): string {
    return cleanCharacters(text, this.#tally);
  }

  addRepair(rule: string): void {
    this.#tally.add(rule);
  }

  /** Id of the note with a label, given out in order of first reference. */
  noteId(identifier: string): string {
    const id = this.#noteIds.get(identifier) ?? `note-${this.#noteIds.size + 1}`;
    this.#noteIds.set(identifier, id);
    return id;
  }

  isReferenced(identifier: string): boolean {
    return this.#noteIds.has(identifier);
  }

  addImage(source: string): string {
    return this.pictures.add(source, this.line);
  }

  dropTag(tag: string): void {
    const dropped = this.#droppedTags.get(tag) ?? { count: 0, line: this.line };
    this.#droppedTags.set(tag, { ...dropped, count: dropped.count + 1 });
  }

  removeElement(tag: string): void {
    this.diagnostics.push({ code: 'html-removed', values: { tag: `<${tag}>` }, line: this.line });
  }

  dropLink(url: string): void {
    if (this.#droppedLinks.has(url)) return;
    this.#droppedLinks.add(url);
    this.diagnostics.push({ code: 'link-dropped', values: { url }, line: this.line });
  }

  /** All that is to be said about the document, tags that were dropped in one row. */
  finish(): Diagnostic[] {
    const dropped = [...this.#droppedTags];
    if (dropped.length === 0) return this.diagnostics;
    const tags = dropped.map(([tag, { count }]) => `<${tag}> × ${count}`).join(', ');
    return [...this.diagnostics, { code: 'html-dropped', values: { tags }, line: dropped[0]?.[1].line ?? 1 }];
  }
}

function* descendants(node: Node): Generator<Node> {
  yield node;
  if (!('children' in node)) return;
  for (const child of (node as Parent).children) yield* descendants(child);
}
