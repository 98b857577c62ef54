import { toTwips } from '../../../style/index.js';
import { addNotes, keepCalledNotes, type NoteKind, noteOffset, separatorIds } from './merge-notes.js';
import { type ListOffsets, listOffsets, mergeLists } from './merge-numbering.js';
import { linkHeadings, StyleMerger } from './merge-styles.js';
import { bookmarkNames, notesOf, type Renaming, renamed, splitContents, storyOf } from './own-story.js';
import { type Part, reachable, related, type XmlPart } from './package-parts.js';
import { lastSection } from './sections.js';
import { dropUnused, freeRelationId, relationTaker } from './take-relations.js';
import { sectionEndOf, type Template } from './template.js';
import { isStory } from './tidy-parts.js';
import { keepShortLines, nameSeparators } from './tidy-settings.js';
import { writeParts } from './write-parts.js';
import {
  childrenNamed,
  descendants,
  elementsOf,
  isNode,
  node,
  parseTree,
  toNumber,
  type XmlChild,
  type XmlNode,
} from './xml-tree.js';

/** What our renderer made for a file of its own, by path. */
export type OwnFiles = Readonly<Record<string, Uint8Array>>;

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/**
 * Puts our story into the template: its styles under the template's names, its lists, notes, links and pictures behind
 * the template's own.
 *
 * @param linked Our list of each level of headings (from 0) that the styles are to number; undefined when ours number
 *   nothing.
 */
export function fillTemplate(
  template: Template,
  files: OwnFiles,
  linked: ReadonlyMap<number, number> | undefined,
): Record<string, Uint8Array> {
  const filler = new Filler(template, files);
  filler.fill();
  filler.linkHeadings(linked);
  return writeParts(template.main, files);
}

class Filler {
  readonly #template: Template;
  readonly #files: OwnFiles;
  readonly #offsets: ListOffsets;
  readonly #styles: StyleMerger;
  readonly #pictures = new Map<string, Part>();

  constructor(template: Template, files: OwnFiles) {
    this.#template = template;
    this.#files = files;
    const { main, book, bodyStyle, used } = template;
    this.#offsets = listOffsets(related(main, 'numbering')?.root);
    const ours = this.#tree('word/styles.xml');
    if (!template.hasStyles) bringDefaults(book.root, ours);
    this.#styles = new StyleMerger({ book, ours, body: bodyStyle, used, list: (id) => this.#list(id) });
  }

  fill(): void {
    const { main, book, hasStyles } = this.#template;
    // What stands under all the others must be there.
    if (!book.defaultOf('paragraph')) this.#styles.id('Normal');
    const document = this.#text('word/document.xml');
    const { blocks, rootTag } = storyOf(document);
    const common = this.#renaming(document);
    const take = relationTaker(main, this.#files, 'document.xml', this.#pictures);
    const story = renamed(blocks, { ...common, relation: take });
    this.#placeStory(story);
    bringNamespaces(main.root, rootTag);
    for (const kind of ['footnote', 'endnote'] as const) this.#mergeNotes(kind, common);
    this.#mergeLists();
    if (!hasStyles) this.#attach('styles', book.root);
    const settings = related(main, 'settings') ?? this.#attach('settings', this.#tree('word/settings.xml'));
    keepShortLines(settings.root);
    for (const kind of ['footnote', 'endnote'] as const) {
      const notes = related(main, `${kind}s`)?.root;
      nameSeparators(settings.root, kind, notes ? separatorIds(notes, kind) : []);
    }
    dropUnused(main, new Set(story.match(/(?<= r:(?:id|embed)=")[^"]*/g) ?? []));
  }

  /** Gives the template's heading styles our numbers. */
  linkHeadings(linked: ReadonlyMap<number, number> | undefined): void {
    const { book, headings } = this.#template;
    const listOf = new Map(
      [...(linked ?? [])].flatMap(([level, listId]) => {
        const style = headings.get(level);
        return style ? [[style.id, { level, listId: this.#list(listId) }] as const] : [];
      }),
    );
    if (listOf.size > 0) linkHeadings(book, listOf);
  }

  #text(path: string): string {
    return new TextDecoder().decode(this.#files[path]);
  }

  #tree(path: string): XmlNode {
    return parseTree(this.#files[path] ?? new Uint8Array());
  }

  /** List 0 is no list. */
  #list(id: number): number {
    return id > 0 ? id + this.#offsets.list : id;
  }

  #renaming(document: string): Renaming {
    const { main } = this.#template;
    const stories = reachable(main).filter(isStory);
    const taken = new Set(stories.flatMap(({ root }) => attributesOf(root, 'w:bookmarkStart', 'w:name')));
    const names = bookmarkNames(document).filter((name) => taken.has(name));
    const ending = freeEnding(taken);
    const offsets = { footnote: this.#noteOffset('footnote'), endnote: this.#noteOffset('endnote') };
    return {
      style: (id) => this.#styles.id(id),
      list: (id) => this.#list(id),
      note: (kind, id) => (id > 0 ? id + offsets[kind] : id),
      relation: (id) => id,
      bookmarkOffset: highest(stories, /^w:bookmark(?:Start|End)$/, 'w:id'),
      pictureOffset: highest(stories, /^(?:wp:docPr|pic:cNvPr)$/, 'id'),
      bookmarks: new Map(names.map((name) => [name, name + ending])),
      beside: (id) => this.#contentsTab(id),
    };
  }

  #noteOffset(kind: NoteKind): number {
    return noteOffset(related(this.#template.main, `${kind}s`)?.root, kind);
  }

  /** Word itself gives entries of contents their tab by hand, for its styles have none. */
  #contentsTab(ourId: string): string {
    if (!/^TOC\d$/.test(ourId)) return '';
    const { book, geometry } = this.#template;
    if (book.look(this.#styles.id(ourId)).hasTabs) return '';
    const { columns, widthPt, leftPt, rightPt } = geometry;
    const acrossPt = widthPt - leftPt - rightPt - (columns.count - 1) * columns.gapPt;
    const pos = Math.max(1, toTwips(acrossPt / columns.count));
    return `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${pos}"/></w:tabs>`;
  }

  #placeStory(story: string): void {
    const { body, place, contents } = this.#template;
    if (!place) {
      const section = lastSection(body);
      body.children = [{ raw: story }, section];
      return;
    }
    const own = contents ? splitContents(story) : { contents: '', rest: story };
    if (contents) replaceRange(contents.container, contents.first, contents.last, contentsOf(own.contents));
    const section = sectionEndOf(place.paragraph);
    const end = section ? [node('w:p', {}, node('w:pPr', {}, section))] : [];
    const isCellEnd =
      place.container.name === 'w:tc' && elementsOf(place.container).at(-1) === place.paragraph;
    const closing = isCellEnd && !/<\/w:p>$/.test(own.rest) ? [node('w:p')] : [];
    replaceRange(place.container, place.paragraph, place.paragraph, [{ raw: own.rest }, ...end, ...closing]);
    dissolveControl(body, place.container);
    lastSection(body);
  }

  #mergeNotes(kind: NoteKind, common: Renaming): void {
    const { main } = this.#template;
    const name = `${kind}s`;
    const path = `${name}.xml`;
    const ours = this.#files[`word/${path}`] ? notesOf(this.#text(`word/${path}`), kind) : [];
    const part = related(main, name);
    if (part) keepCalledNotes(part.root, kind, [main.root]);
    if (ours.length === 0) return;
    const into = part ?? this.#attach(name, newNotes(this.#tree(`word/${path}`), kind));
    const take = relationTaker(into, this.#files, path, this.#pictures);
    const notes = ours.map(({ id, xml }) => ({ id, xml: renamed(xml, { ...common, relation: take }) }));
    bringNamespaces(into.root, /<w:\w+notes\b[^>]*>/.exec(this.#text(`word/${path}`))?.[0] ?? '');
    addNotes(into.root, notes);
  }

  #mergeLists(): void {
    const { main } = this.#template;
    const ours = this.#tree('word/numbering.xml');
    if (childrenNamed(ours, 'w:num').length === 0) return;
    const part = related(main, 'numbering') ?? this.#attach('numbering', node('w:numbering', NAMESPACE));
    mergeLists(part.root, ours, { offsets: this.#offsets, style: (id) => this.#styles.known(id) });
  }

  /** Adds a part that the template does not have, and its relationship. */
  #attach(kind: string, root: XmlNode): XmlPart {
    const part = { path: `word/${kind}.xml`, type: `${WORD_TYPE}.${kind}+xml`, root, relations: new Map() };
    const { main } = this.#template;
    main.relations.set(freeRelationId(main), { type: `${OFFICE}/${kind}`, kind, target: part });
    return part;
  }
}

const NAMESPACE = { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' };

/** A template without styles has our defaults. */
function bringDefaults(styles: XmlNode, ours: XmlNode): void {
  for (const [name, value] of ours.attributes) styles.attributes.set(name, value);
  const defaults = elementsOf(ours).filter(
    ({ name }) => name === 'w:docDefaults' || name === 'w:latentStyles',
  );
  styles.children.unshift(...defaults);
}

/** Our part of notes without our notes: the lines over them. */
function newNotes(ours: XmlNode, kind: NoteKind): XmlNode {
  const lines = new Set(separatorIds(ours, kind));
  return {
    ...ours,
    children: elementsOf(ours).filter(({ attributes }) => lines.has(attributes.get('w:id') ?? '')),
  };
}

function attributesOf(root: XmlNode, name: string, attribute: string): string[] {
  return [...descendants(root)].flatMap((each) => {
    const value = each.name === name ? each.attributes.get(attribute) : undefined;
    return value === undefined ? [] : [value];
  });
}

function highest(stories: readonly XmlPart[], name: RegExp, attribute: string): number {
  let most = 0;
  for (const { root } of stories) {
    for (const each of descendants(root)) {
      if (name.test(each.name)) most = Math.max(most, toNumber(each.attributes.get(attribute)) ?? 0);
    }
  }
  return most;
}

/** What no bookmark ends in. Bookmarks have 40 characters at most; ours are short. */
function freeEnding(taken: ReadonlySet<string>): string {
  const endings = new Set([...taken].map((name) => /_\d{1,6}$/.exec(name)?.[0]));
  let count = 1;
  while (endings.has(`_${count}`)) count += 1;
  return `_${count}`;
}

/** Declares the prefixes of our story that the template's part does not know. */
function bringNamespaces(root: XmlNode, tag: string): void {
  for (const [, name = '', uri = ''] of tag.matchAll(/ (xmlns:\w+)="([^"]*)"/g)) {
    if (!root.attributes.has(name)) root.attributes.set(name, uri);
  }
}

function replaceRange(parent: XmlNode, first: XmlNode, last: XmlNode, instead: readonly XmlChild[]): void {
  const from = parent.children.indexOf(first);
  const to = parent.children.indexOf(last);
  if (from >= 0 && to >= from) parent.children.splice(from, to - from + 1, ...instead);
}

/** Something must stand where contents were asked for. */
const contentsOf = (xml: string): XmlChild[] => [xml === '' ? node('w:p') : { raw: xml }];

/** A control for a line of text cannot hold a story: the one around the placeholder gives way to what it holds. */
function dissolveControl(parent: XmlNode, container: XmlNode): void {
  const control = parent.children.find(
    (each): each is XmlNode => isNode(each) && each.name === 'w:sdt' && each.children.includes(container),
  );
  if (control) {
    replaceRange(parent, control, control, container.children);
    return;
  }
  for (const each of elementsOf(parent)) dissolveControl(each, container);
}
