import type { DraftBlock, Inline } from '../../model/index.js';
import { readCode } from './code.js';
import { isDataCell, isDataLine } from './data-lines.js';
import {
  hasNoText,
  headingLevel,
  isBlock,
  isControl,
  namesOf,
  showsWithoutText,
  standsApart,
} from './elements.js';
import { readImage } from './images.js';
import { alignOf, boldOf, isHidden, keepsWhiteSpace, styleOf, textIndentEm } from './inline-style.js';
import { LineBuilder, type LineLook } from './line-builder.js';
import { isDrawnFormula, readFormula } from './math.js';
import { readNestedBlocks } from './nested-blocks.js';
import type { PageContext } from './page-context.js';
import type { Place, Places } from './places.js';
import { readRuby } from './ruby.js';
import { type Mark, withMark, withoutMark } from './runs.js';
import { toScript } from './scripts.js';
import { sideMark } from './side-marks.js';
import { type TermMark, termMark, toTerm } from './term-marks.js';
import { attribute, childrenOf, type HtmlElement, textIn } from './tree.js';

/** What holds for everything inside an element. */
interface Surroundings {
  readonly look: LineLook;
  readonly marks: readonly Mark[];
  readonly preformatted: boolean;
  readonly place: Place;
}

/** Blocks inside blocks of the draft; deeper ones are set at this depth. */
const MOST_NESTED = 24;

/** Inline elements whose text is set as code. */
const CODE_TAGS: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'tt', 'var']);
const EMPHASIS_TAGS: ReadonlySet<string> = new Set(['em', 'i', 'cite', 'dfn']);
const STRIKE_TAGS: ReadonlySet<string> = new Set(['s', 'strike', 'del']);

/** Turns elements into blocks of the draft, in the order of the page. */
export class BlockReader {
  readonly #context: PageContext;
  readonly #places: Places;
  readonly #nesting: number;
  readonly #builder: LineBuilder;
  readonly #blocks: DraftBlock[] = [];

  constructor(context: PageContext, places: Places, nesting: number = 0) {
    this.#context = context;
    this.#places = places;
    this.#nesting = nesting;
    this.#builder = new LineBuilder((text) => context.clean(text));
  }

  /** The blocks of everything inside an element. */
  read(element: HtmlElement, around: Partial<Surroundings> = {}): DraftBlock[] {
    const look = { ...around.look, ...this.#lookOf(element, around.look ?? {}) };
    const preformatted = keepsWhiteSpace(element) ?? around.preformatted ?? false;
    const inside: Surroundings = { marks: [], place: 'inside', ...around, look, preformatted };
    this.#walk(element, inside);
    this.#end(inside);
    return this.#blocks;
  }

  #walk(element: HtmlElement, around: Surroundings): void {
    for (const node of childrenOf(element)) {
      if (node.type === 'element') this.#visit(node, around);
      else if (around.preformatted) this.#builder.addPreformatted(node.text, around.marks, node.line);
      else this.#builder.addText(node.text, around.marks, node.line);
    }
  }

  #visit(element: HtmlElement, outside: Surroundings): void {
    const place = this.#places.get(element) ?? outside.place;
    if (this.#isUnseen(element, place)) return;
    const around = this.#markTerm(element, outside);
    if (this.#leaf(element, around)) return;
    if (place !== around.place) {
      this.#end(around);
      this.#builder.leaveBlank();
      const there = { ...around, place };
      if (place !== 'inside' || !this.#block(element, there)) this.#visitBlock(element, there);
      this.#end(there);
      this.#builder.leaveBlank();
    } else if (place === 'inside' ? this.#block(element, around) : false) return;
    else if (isBlock(element)) this.#visitBlock(element, around);
    else this.#inline(element, around);
  }

  /** What is inside a marked term carries the mark; an empty element is a mark alone. */
  #markTerm(element: HtmlElement, around: Surroundings): Surroundings {
    if (around.place !== 'inside') return around;
    const term = termMark(
      (name) => attribute(element, name),
      () => textIn(element),
    );
    const mark = term && this.#cleanTerm(term);
    if (!mark) return around;
    if (element.first) return { ...around, marks: withMark(around.marks, mark) };
    this.#builder.add({ leaf: { ...mark, children: [] }, marks: around.marks, line: element.line });
    return around;
  }

  #cleanTerm({ term, sub, reading }: TermMark): TermMark | undefined {
    const clean = (text: string | undefined): string | undefined =>
      text === undefined ? undefined : this.#context.clean(text);
    return toTerm(this.#context.clean(term), { sub: clean(sub), reading: clean(reading) });
  }

  /** Nothing of it is shown. */
  #isUnseen(element: HtmlElement, place: Place): boolean {
    if (isHidden(element)) return true;
    if (isDrawnFormula(element)) return true;
    if (!hasNoText(element) || (element.tag === 'script' && readFormula(element))) return false;
    if (place === 'inside' && showsWithoutText(element)) this.#context.remove(element.tag, element.line);
    return true;
  }

  /** What stands in a line like a character; true when the element was one. */
  #leaf(element: HtmlElement, around: Surroundings): boolean {
    const { marks } = around;
    const { line } = element;
    const formula = readFormula(element);
    const noteId = this.#context.noteIds.get(element);
    if (noteId !== undefined) {
      this.#builder.add({ leaf: { type: 'noteReference', noteId }, marks: withoutMark(marks, 'link'), line });
    } else if (formula) this.#addFormula(formula.tex, formula.isBlock, around, line);
    else if (element.tag === 'br') this.#builder.breakLine();
    else if (element.tag === 'img') this.#addImage(element, around);
    else if (element.tag === 'ruby')
      for (const leaf of readRuby(element)) this.#addInline(this.#cleanRuby(leaf), marks, line);
    else if (CODE_TAGS.has(element.tag) && !around.preformatted) {
      const text = this.#context.cleanCode(textIn(element)).replace(/\s+/g, ' ').trim();
      if (text !== '') this.#builder.add({ leaf: { type: 'code', text }, marks, line });
    } else if (element.tag === 'sup' || element.tag === 'sub')
      return this.#addScript(element, element.tag, marks);
    else return element.tag === 'wbr';
    return true;
  }

  #cleanRuby(leaf: Inline): Inline {
    if (leaf.type !== 'ruby') return leaf;
    return { ...leaf, base: this.#context.clean(leaf.base), reading: this.#context.clean(leaf.reading) };
  }

  #addInline(leaf: Inline, marks: readonly Mark[], line: number): void {
    if ('children' in leaf) return;
    if (leaf.type === 'text') this.#builder.addText(leaf.text, marks, line);
    else this.#builder.add({ leaf, marks, line });
  }

  #addScript(element: HtmlElement, tag: 'sup' | 'sub', marks: readonly Mark[]): boolean {
    if (element.first !== element.last || element.first?.type !== 'text') return false;
    this.#builder.addText(toScript(element.first.text, tag), marks, element.line);
    return true;
  }

  #addFormula(tex: string, isBlock: boolean, around: Surroundings, line: number): void {
    const clean = this.#context.cleanCode(tex);
    if (isBlock && around.place === 'inside') {
      this.#end(around);
      this.#push({ type: 'math', tex: clean, line }, around.place);
    } else {
      const leaf = { type: 'math', tex: clean.replace(/\s+/g, ' ') } as const;
      this.#builder.add({ leaf, marks: around.marks, line });
    }
  }

  #addImage(element: HtmlElement, { place, marks }: Surroundings): void {
    if (place !== 'inside') return;
    const { line } = element;
    const content = readImage(element, (written) => this.#context.pictureAddress(written));
    if (content?.kind === 'text') this.#builder.addText(content.text, marks, line);
    else if (content?.kind === 'formula')
      this.#builder.add({ leaf: { type: 'math', tex: this.#context.cleanCode(content.tex) }, marks, line });
    else if (content?.kind === 'picture') {
      const imageId = this.#context.pictures.add(content.source, line);
      const title = content.title !== undefined && { title: this.#context.clean(content.title) };
      const leaf = { type: 'image', imageId, alt: this.#context.clean(content.alt), ...title } as const;
      this.#builder.add({ leaf, marks, line });
    }
  }

  /** Blocks that are more than lines; true when the element was one. */
  #block(element: HtmlElement, around: Surroundings): boolean {
    const code = readCode(element, (text) => this.#context.cleanCode(text));
    const blocks = code ? [code] : this.#nestedBlocks(element, around);
    if (!blocks) return false;
    this.#end(around);
    this.#builder.leaveBlank();
    for (const block of blocks) this.#push(block, around.place);
    this.#builder.leaveBlank();
    return true;
  }

  #nestedBlocks(element: HtmlElement, around: Surroundings): DraftBlock[] | undefined {
    if (element.tag === 'hr') return [{ type: 'rule', line: element.line }];
    if (this.#nesting >= MOST_NESTED) return undefined;
    const inner = (inside: HtmlElement): DraftBlock[] => this.#inner(inside, around);
    return readNestedBlocks(element, inner, (diagnostic) => this.#context.report(diagnostic));
  }

  /** What is inside an element, as blocks of their own. */
  #inner(element: HtmlElement, around: Surroundings): DraftBlock[] {
    const { headingLevel: _, ...look } = around.look;
    const reader = new BlockReader(this.#context, this.#places, this.#nesting + 1);
    return reader.read(element, { ...around, look: { ...look, indentEm: 0 } });
  }

  #visitBlock(element: HtmlElement, around: Surroundings): void {
    this.#endBefore(element, around);
    const look = this.#lookOf(element, around.look);
    const isTerm = element.tag === 'dt' || element.tag === 'summary';
    const bold = isTerm ? withMark(around.marks, { type: 'strong' }) : this.#boldMarks(element, around.marks);
    const preformatted = keepsWhiteSpace(element) ?? around.preformatted;
    const inside = { ...around, look, marks: bold, preformatted };
    this.#walk(element, inside);
    this.#endBefore(element, inside);
  }

  /** A cell of a row of short ones outside the text stands in the row's line. */
  #endBefore(element: HtmlElement, around: Surroundings): void {
    if (isShortCell(element) && (around.place !== 'inside' || isDataCell(element))) {
      this.#builder.space(element.line);
      return;
    }
    this.#end(around);
    if (standsApart(element)) this.#builder.leaveBlank();
  }

  #inline(element: HtmlElement, around: Surroundings): void {
    const isControlled = isControl(element);
    const spaced =
      isControlled ||
      around.place !== 'inside' ||
      (element.parent !== undefined && isDataLine(element.parent));
    if (spaced) this.#builder.space(element.line);
    const preformatted = keepsWhiteSpace(element) ?? around.preformatted;
    // a browser prints the quotes of <q>
    if (element.tag === 'q') this.#builder.addText('“', around.marks, element.line);
    this.#walk(element, { ...around, marks: this.#marksOf(element, around), preformatted });
    if (element.tag === 'q') this.#builder.addText('”', around.marks, element.line);
    if (spaced) this.#builder.space(element.line);
  }

  #marksOf(element: HtmlElement, { marks: outer, place }: Surroundings): readonly Mark[] {
    const marks = this.#boldMarks(element, outer);
    const { tag } = element;
    if (EMPHASIS_TAGS.has(tag)) return withMark(marks, { type: 'emphasis' });
    const isStruck =
      STRIKE_TAGS.has(tag) || styleOf(element).get('text-decoration')?.includes('line-through');
    if (isStruck) return withMark(marks, { type: 'strike' });
    const line = this.#sideMark(element, marks);
    if (line) return withMark(marks, line);
    const href = tag === 'a' && place === 'inside' ? attribute(element, 'href') : undefined;
    const url = href === undefined ? undefined : this.#context.link(href, element.line);
    return url === undefined ? marks : withMark(withoutMark(marks, 'underline'), { type: 'link', url });
  }

  #sideMark(element: HtmlElement, marks: readonly Mark[]): Mark | undefined {
    const mark = sideMark({ tag: element.tag, classes: namesOf(element), style: styleOf(element) });
    const isLookOfLink = mark?.type === 'underline' && marks.some(({ type }) => type === 'link');
    return isLookOfLink ? undefined : mark;
  }

  #boldMarks(element: HtmlElement, marks: readonly Mark[]): readonly Mark[] {
    const bold = boldOf(element);
    if (bold === undefined) return marks;
    return bold ? withMark(marks, { type: 'strong' }) : withoutMark(marks, 'strong');
  }

  #lookOf(element: HtmlElement, outer: LineLook): LineLook {
    const align = alignOf(element);
    const level = headingLevel(element);
    const indentEm = textIndentEm(element) || outer.indentEm;
    return {
      headingLevel: level ?? outer.headingLevel,
      align: align === 'start' ? undefined : (align ?? outer.align),
      indentEm,
    };
  }

  /** Ends the block that is being gathered. */
  #end({ look, place }: Surroundings): void {
    for (const block of this.#builder.finish(look)) this.#push(block, place);
  }

  #push(block: DraftBlock, place: Place): void {
    if (place === 'inside') this.#blocks.push(block);
    else if (block.type !== 'figure') this.#blocks.push({ ...block, outside: place });
  }
}

const SHORT_CELL = 60;

function isShortCell(element: HtmlElement): boolean {
  if (element.tag !== 'td' && element.tag !== 'th') return false;
  for (const node of childrenOf(element)) if (node.type === 'element' && isBlock(node)) return false;
  return textIn(element).trim().length <= SHORT_CELL;
}
