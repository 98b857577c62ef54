import {
  type Article,
  type Block,
  captionNumbers,
  captionOf,
  type Figure,
  type Inline,
  mapBlockInlines,
  outline,
  type Part,
  plainText,
  type Reference,
  type Section,
  type Table,
} from '../model/index.js';
import { parseCaptionLabel } from './caption-label.js';
import { captionName, findCaptions } from './caption-references.js';
import { joinedText } from './inline-edits.js';
import { type Numbered, NumberedHeadings } from './numbered.js';
import { findReferences } from './references.js';

type Target = Pick<Reference, 'to' | 'number'>;

/** Words in a run of text, and what they name. */
interface Range extends Target {
  readonly start: number;
  readonly end: number;
}

/**
 * The article with the references in its text that mean one of its headings or captions (见第三章, 图2) as
 * {@link Reference}: the words stay, and lead there. Headings and captions themselves are left as they are.
 */
export function linkReferences(article: Article): Article {
  const linker = new Linker(article);
  if (!linker.hasTargets) return article;
  return {
    ...article,
    lead: linker.blocks(article.lead),
    parts: article.parts.map((part): Part => ({ ...part, children: linker.blocks(part.children, part) })),
    notes: article.notes.map((note) => ({ ...note, children: linker.blocks(note.children) })),
  };
}

/** Knows what an article's numbers name, and marks where its text says them. */
class Linker {
  readonly #places = new NumberedHeadings();
  readonly #targets = new Map<Numbered, Target>();
  readonly #scopes = new Map<Section | Part, Numbered>();
  /** Inlines that are no running text. */
  readonly #titles = new Set<readonly Inline[]>();
  readonly #headings: ReadonlyMap<Section | Part, number>;
  readonly #captions: ReadonlyMap<Figure | Table, number>;

  constructor(article: Article) {
    this.#headings = new Map(outline(article).map(({ node, number }) => [node, number]));
    this.#captions = captionNumbers(article);
    this.#add(article.lead, this.#places.root);
    for (const part of article.parts) {
      const scope = this.#addHeading(part, this.#places.root);
      this.#add(part.children, scope);
    }
    for (const note of article.notes) this.#add(note.children, this.#places.root);
  }

  get hasTargets(): boolean {
    return this.#targets.size > 0;
  }

  /** The blocks with the references in their text marked. */
  blocks(blocks: readonly Block[], under?: Section | Part): Block[] {
    const scope = (under && this.#scopes.get(under)) ?? this.#places.root;
    return blocks.map((block) =>
      block.type === 'section'
        ? { ...block, children: this.blocks(block.children, block) }
        : mapBlockInlines(block, (inlines) => this.#link(inlines, scope)),
    );
  }

  #link(inlines: readonly Inline[], scope: Numbered): readonly Inline[] {
    if (this.#titles.has(inlines)) return inlines;
    const text = joinedText(inlines);
    const found = [...findReferences(text, scope, this.#places), ...findCaptions(text, scope, this.#places)];
    const ranges = found.flatMap(({ start, end, target }): Range[] => {
      const known = this.#targets.get(target);
      return known ? [{ ...known, start, end }] : [];
    });
    if (ranges.length === 0) return inlines;
    return markRanges(
      inlines,
      ranges.sort((one, other) => one.start - other.start),
    );
  }

  #add(blocks: readonly Block[], scope: Numbered): void {
    for (const block of blocks) {
      if (block.type === 'section') this.#add(block.children, this.#addHeading(block, scope));
      else this.#addCaptions(block, scope);
    }
  }

  #addHeading(node: Section | Part, parent: Numbered): Numbered {
    const place = this.#places.add(parent, node.label, node.label);
    this.#scopes.set(node, place);
    const number = this.#headings.get(node);
    if (node.label && number !== undefined) this.#targets.set(place, { to: 'heading', number });
    return place;
  }

  /** Captions in a block that is no section: lists, quotes and cells hold pictures too. */
  #addCaptions(block: Block, scope: Numbered): void {
    if (block.type === 'section') this.#titles.add(block.heading);
    if (block.type === 'figure' || block.type === 'table') {
      if (block.caption) this.#titles.add(block.caption);
      const label = parseCaptionLabel(block.type, plainText(captionOf(block) ?? []));
      const number = this.#captions.get(block);
      if (label && number !== undefined) {
        this.#targets.set(this.#places.addPlace(scope, captionName(label)), { to: 'caption', number });
      }
    }
    for (const inner of innerBlocks(block)) this.#addCaptions(inner, scope);
  }
}

function innerBlocks(block: Block): readonly Block[] {
  switch (block.type) {
    case 'section':
    case 'quote':
      return block.children;
    case 'list':
      return block.items.flatMap(({ children }) => children);
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ children }) => children));
    default:
      return [];
  }
}

/** Marks the ranges that lie in one piece of text each; a link leads elsewhere already. */
function markRanges(inlines: readonly Inline[], ranges: readonly Range[]): readonly Inline[] {
  let at = 0;
  const mark = (run: readonly Inline[]): Inline[] =>
    run.flatMap((inline): Inline[] => {
      const start = at;
      if (inline.type === 'text') {
        at += inline.text.length;
        return markText(inline.text, start, ranges);
      }
      if (inline.type === 'link' || inline.type === 'reference' || !('children' in inline)) {
        at += joinedText([inline]).length;
        return [inline];
      }
      return [{ ...inline, children: mark(inline.children) }];
    });
  return mark(inlines);
}

function markText(text: string, start: number, ranges: readonly Range[]): Inline[] {
  const pieces: Inline[] = [];
  let from = 0;
  const put = (end: number): void => {
    if (end > from) pieces.push({ type: 'text', text: text.slice(from, end) });
    from = end;
  };
  for (const range of ranges) {
    const [begin, end] = [range.start - start, range.end - start];
    if (begin < from || end > text.length) continue;
    put(begin);
    const words = text.slice(begin, end);
    pieces.push({
      type: 'reference',
      to: range.to,
      number: range.number,
      children: [{ type: 'text', text: words }],
    });
    from = end;
  }
  put(text.length);
  return pieces;
}
