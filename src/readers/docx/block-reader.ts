import type { DraftBlock, DraftLine, Inline } from '../../model/index.js';
import type { Run } from '../html/runs.js';
import { assemble } from './assemble.js';
import type { DocumentContext, Part } from './document-context.js';
import { alternative } from './drawings.js';
import { headingLevel, mayBeHeading, TITLE } from './heading-level.js';
import { InlineReader, isPlaceholder, type ParagraphContent } from './inline-reader.js';
import { beginsTask, toLabel } from './lists.js';
import type { PrintedNumber } from './number-counter.js';
import { countsItems, marksItems } from './numbering.js';
import { type LineLook, toLines } from './paragraph-lines.js';
import {
  indentsEm,
  isDropCap,
  isHanging,
  isRemovedEnd,
  leftTwips,
  type ParagraphLook,
  readParagraphLook,
  runsOn,
} from './paragraph-look.js';
import type { Piece } from './pieces.js';
import type { RunLook } from './run-look.js';
import { textOfRuns, withNumber, withoutLabelTab } from './run-text.js';
import type { StyleRole } from './style-names.js';
import type { Style } from './styles.js';
import { readTable as readWordTable } from './tables.js';
import { child, toggleOf, valOf, type XmlElement } from './xml.js';

/** Blocks inside blocks of the draft; deeper ones are set at this depth. */
const MOST_NESTED = 24;

/** What a reader of blocks reads. */
export interface Story {
  readonly part: Part;
  /** Tables, text boxes and notes around it. */
  readonly nesting: number;
  /** Headers and footers: their logos are no pictures of the text. */
  readonly skipsPictures?: boolean;
}

/** What each element of a story means. What has no row is a wrapper: what is inside is read. */
const ELEMENTS: Readonly<Record<string, (reader: BlockReader, element: XmlElement) => void>> = {
  'w:p': (reader, paragraph) => reader.readParagraph(paragraph),
  'w:tbl': (reader, table) => reader.readTable(table),
  'w:sdt': (reader, control) => reader.readControl(control),
  'w:del': (reader, change) => reader.skipChange(change),
  'w:moveFrom': (reader, change) => reader.skipChange(change),
  'w:altChunk': (reader) => reader.context.count('embedded'),
  'w:subDoc': (reader) => reader.context.count('embedded'),
  'w:sectPr': (reader, section) => reader.endSection(section),
  'mc:AlternateContent': (reader, choices) => reader.readAll(alternative(choices)),
  'm:oMathPara': (reader, formula) => reader.readParagraph({ ...EMPTY_PARAGRAPH, children: [formula] }),
  'm:oMath': (reader, formula) => reader.readParagraph({ ...EMPTY_PARAGRAPH, children: [formula] }),
};

/** Paragraphs and tables of one story, in order; a story is the text, a cell, a text box, a note or a header. */
export class BlockReader {
  readonly context: DocumentContext;
  readonly #story: Story;
  readonly #inlines: InlineReader;
  readonly #pieces: Piece[] = [];
  /** Runs of a paragraph whose end is none, with which the next begins. */
  #pending: readonly Run[] = [];
  /** Inline elements outside of any paragraph: a file that is nested beyond reason has them. */
  #stray: XmlElement[] = [];
  #blankLines = 0;
  #inContents = 0;
  #countsPages = false;
  readonly #sections: XmlElement[] = [];

  constructor(context: DocumentContext, story: Story) {
    this.context = context;
    this.#story = story;
    this.#inlines = new InlineReader(context, story.part, story.skipsPictures);
  }

  /** Reads everything inside an element. */
  readAll(elements: readonly XmlElement[]): this {
    for (const element of elements) this.readOne(element);
    return this;
  }

  readOne(element: XmlElement): void {
    if (STRAY.test(element.name)) {
      this.#stray.push(element);
      return;
    }
    this.#endStray();
    const read = Object.hasOwn(ELEMENTS, element.name) ? ELEMENTS[element.name] : undefined;
    if (read) read(this, element);
    else this.readAll(element.children);
  }

  skipChange(change: XmlElement): void {
    this.#inlines.skipChange(change);
  }

  endSection(section: XmlElement): void {
    this.#sections.push(section);
  }

  finish(): DraftBlock[] {
    this.#endStray();
    if (this.#pending.length > 0) this.readParagraph(EMPTY_PARAGRAPH);
    return assemble(this.#pieces);
  }

  /** Properties of the sections met: they name the headers and footers. */
  get sections(): readonly XmlElement[] {
    return this.#sections;
  }

  /** Something in it was a number of a page. */
  get countsPages(): boolean {
    return this.#countsPages;
  }

  #endStray(): void {
    if (this.#stray.length === 0) return;
    const children = this.#stray;
    this.#stray = [];
    this.readParagraph({ ...EMPTY_PARAGRAPH, children });
  }

  readControl(control: XmlElement): void {
    if (isPlaceholder(control)) {
      this.context.count('placeholders');
      return;
    }
    const gallery = valOf(child(child(control, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
    const isContents = gallery === 'Table of Contents';
    if (isContents) this.#inContents += 1;
    this.readAll(child(control, 'w:sdtContent')?.children ?? []);
    this.#endStray();
    if (isContents) this.#inContents -= 1;
  }

  readParagraph(paragraph: XmlElement): void {
    const { context } = this;
    const properties = child(paragraph, 'w:pPr');
    const section = child(properties, 'w:sectPr');
    if (section) this.#sections.push(section);
    const line = context.nextParagraph();
    const style = context.styles.paragraph(valOf(properties, 'w:pStyle'));
    const ownLook = readParagraphLook(properties);
    const look = { ...style.paragraph, ...ownLook };
    const content = this.#inlines.read(paragraph, withoutFace(style.run));
    this.#countsPages ||= content.countsPages;
    const runs = this.#pending.length > 0 ? [...this.#pending, ...content.runs] : content.runs;
    this.#pending = [];
    const level = headingLevel(look, style);
    if (isDropCap(properties) || (runsOn(properties) && (level === undefined || isRemovedEnd(properties)))) {
      this.#pending = runs;
      this.#boxes(content);
      return;
    }
    const isHidden = toggleOf(child(properties, 'w:rPr'), 'w:vanish') === true && runs.length === 0;
    const number = isHidden ? undefined : this.#numberOf(look, ownLook.listLevel, style, level);
    this.#add({ content, runs, style, look, line, level, number, runsOn: runsOn(properties) });
    this.#boxes(content);
  }

  /** @param ownLevel The level that the paragraph itself says: one said by its style yields to the list's. */
  #numberOf(
    look: ParagraphLook,
    ownLevel: number | undefined,
    style: Style,
    level: number | undefined,
  ): Numbered | undefined {
    const { numId } = look;
    if (numId === undefined || numId <= 0) return undefined;
    const list = this.context.numbering.list(numId);
    if (!list) {
      this.context.count('lists');
      return undefined;
    }
    // a style is bound to its level from the list's side
    const bound = list.levels.findIndex(
      ({ styleId }) => styleId !== undefined && style.lineage.includes(styleId),
    );
    const at = ownLevel ?? (bound >= 0 ? bound : (look.listLevel ?? 0));
    const printed = this.context.counter.next(numId, list, at);
    const isItem = level === undefined && (marksItems(printed.level) || countsItems(printed.level));
    return { printed, at, definition: list.definition, isItem };
  }

  #add(read: ReadParagraph): void {
    const { runs, style, look, line, level, number, content } = read;
    const { context } = this;
    const shown: LineLook = {
      align: look.align === 'start' || style.role === 'cell' ? undefined : look.align,
      ...(number
        ? { indentEm: 0, leftEm: 0 }
        : indentsEm(look, style.run.size ?? context.styles.defaultHalfPoints)),
      blankLinesBefore: this.#blankLines,
      line,
      ...(style.run.bold === true && { bold: true as const }),
      isPlain: style.role === 'caption',
      keepsBreaks:
        context.isOurs ||
        style.role === 'verse' ||
        this.#story.nesting > 0 ||
        number?.isItem === true ||
        style.role === 'quote',
      ...(level !== undefined && mayBeHeading(runs) && { headingLevel: level, runsOn: read.runsOn }),
    };
    if (style.role === 'code' && level === undefined) {
      this.#addCode(runs, line);
      return;
    }
    const isBlank = runs.every(({ leaf }) => leaf.type === 'text' && leaf.text.trim() === '');
    // 第一章 alone, its title in the next line; any other number without text was left over
    const isNumber = isBlank && number !== undefined && /^第/u.test(number.printed.text);
    const untabbed = number || level !== undefined ? runs : withoutLabelTab(runs, look);
    const typed = number && !number.isItem ? withNumber(runs, number.printed, line, isNumber) : untabbed;
    const blocks = toLines(typed, shown, (text) => context.clean(text));
    if (number?.isItem) this.#addItem(read, number, blocks, shown);
    else if (style.role === 'verse' && isVerse(blocks)) this.#addVerse(blocks, line);
    else if (isBlank && !isNumber) this.#addBlank(look, style, content, line);
    else if (level === undefined && !number && isHanging(look) && beginsTask(textOfRuns(runs)))
      this.#addTask(read, blocks);
    else this.#addLines(read, blocks);
  }

  #addVerse([verse]: readonly [DraftLine], line: number): void {
    const lines: Inline[][] = [[]];
    for (const inline of verse.inlines) {
      if (inline.type === 'lineBreak') lines.push([]);
      else lines.at(-1)?.push(inline);
    }
    this.#push({ kind: 'blocks', blocks: [{ type: 'verse', lines, line }] });
  }

  /** A box that is typed, with the text hanging beside it, is that of an item. */
  #addTask({ look, line }: ReadParagraph, blocks: readonly DraftBlock[]): void {
    const left = leftTwips(look);
    const hanging = -(look.firstLine ?? 0);
    // each level stands in by as much as its text hangs
    const level = hanging > 0 ? Math.min(8, Math.max(0, Math.round(left / hanging) - 1)) : 0;
    this.#push({ kind: 'item', blocks, line, level, definition: 'tasks', leftTwips: left, typed: blocks });
  }

  /** An empty paragraph is a blank line, a rule, or nothing but the place of a text box. */
  #addBlank(look: ParagraphLook, style: Style, content: ParagraphContent, line: number): void {
    if (content.isRule || look.ruled || style.role === 'rule')
      this.#push({ kind: 'blocks', blocks: [{ type: 'rule', line }] });
    else if (content.boxes.length === 0) this.#blankLines += 1;
  }

  #addCode(runs: readonly Run[], line: number): void {
    const text = textOfRuns(runs);
    this.#push({ kind: 'code', text: this.context.cleanCode(text), line });
  }

  #addItem(read: ReadParagraph, number: Numbered, blocks: readonly DraftBlock[], shown: LineLook): void {
    const { printed, at, definition } = number;
    const isBlank = printed.text.trim() === '' && printed.level.text.trim() === '';
    const left = read.look.left ?? printed.level.leftTwips;
    if (isBlank) {
      this.#push({ kind: 'blocks', blocks, leftTwips: left });
      return;
    }
    const numbered = withNumber(read.runs, printed, read.line);
    this.#push({
      kind: 'item',
      blocks,
      line: read.line,
      level: at,
      definition,
      leftTwips: left,
      ...(printed.level.format !== 'bullet' && { label: toLabel(printed) }),
      typed: toLines(numbered, { ...shown, keepsBreaks: this.#story.nesting > 0 }, (text) =>
        this.context.clean(text),
      ),
    });
  }

  #addLines({ style, look, content, level, number }: ReadParagraph, blocks: readonly DraftBlock[]): void {
    if (this.#isContents(style, content, blocks)) {
      this.#push({ kind: 'blocks', blocks: blocks.map((block) => ({ ...block, outside: 'contents' })) });
    } else if (style.role === 'quote-attribution') this.#push({ kind: 'attribution', blocks });
    else if (level === TITLE || level !== undefined) this.#push({ kind: 'blocks', blocks });
    else if (style.role === 'quote' || style.role === 'caption') this.#push({ kind: style.role, blocks });
    else if (style.role !== undefined && style.role in OUTSIDE) {
      const outside = OUTSIDE[style.role] ?? 'around';
      this.#push({ kind: 'blocks', blocks: blocks.map((block) => ({ ...block, outside })) });
    } else this.#push({ kind: 'blocks', blocks, ...(!number && { leftTwips: leftTwips(look) }) });
  }

  /** An entry of a table of contents: by its style, or in the field of one with the number of a page at its end. */
  #isContents(style: Style, content: ParagraphContent, blocks: readonly DraftBlock[]): boolean {
    if (this.#inContents > 0 || style.role === 'contents') return true;
    const [line] = blocks;
    return content.isContents && line?.type === 'line' && /(?:\d|[ivxl])\s*$/iu.test(textOf(line));
  }

  #push(piece: Piece): void {
    this.#blankLines = 0;
    this.#pieces.push(piece);
  }

  #boxes({ boxes }: ParagraphContent): void {
    for (const box of boxes) {
      const blocks = this.#nested(box.children);
      if (blocks.length > 0) this.#push({ kind: 'blocks', blocks });
    }
  }

  readTable(table: XmlElement): void {
    const line = this.context.paragraph + 1;
    if (this.#story.nesting >= MOST_NESTED) {
      this.context.flatten(MOST_NESTED);
      this.readAll(table.children);
      return;
    }
    const reading = readWordTable(table, line, (cells) =>
      this.#nested(cells.flatMap(({ children }) => children)),
    );
    if (reading.kind === 'table') this.#push({ kind: 'blocks', blocks: [reading.table] });
    else {
      if (reading.isRagged) {
        const { rows, columns } = reading;
        this.context.report({ code: 'table-too-ragged', values: { rows, columns }, line });
      }
      for (const cell of reading.cells) this.readAll(cell.children);
    }
  }

  /** Blocks of a cell or text box. */
  #nested(children: readonly XmlElement[]): DraftBlock[] {
    const reader = new BlockReader(this.context, { ...this.#story, nesting: this.#story.nesting + 1 });
    return reader.readAll(children).finish();
  }
}

/** A number and what it makes of its paragraph. */
interface Numbered {
  readonly printed: PrintedNumber;
  readonly at: number;
  readonly definition: string;
  /** It is the number of an item of a list; any other is text in front of the text. */
  readonly isItem: boolean;
}

interface ReadParagraph {
  readonly content: ParagraphContent;
  readonly runs: readonly Run[];
  readonly style: Style;
  readonly look: ParagraphLook;
  readonly line: number;
  readonly level: number | undefined;
  readonly number: Numbered | undefined;
  /** Its end is not shown: the next paragraph goes on in its line. */
  readonly runsOn: boolean;
}

/** Paragraphs that by their style speak of the text. `around` is where a page says who wrote it and when. */
const OUTSIDE: Readonly<Partial<Record<StyleRole, string>>> = {
  subtitle: 'subtitle',
  author: 'author',
  attribution: 'around',
};

const STRAY = /^(?:w:(?:r|t|tab|br|cr|sym|hyperlink|fldSimple|ruby|drawing|pict|bookmarkStart|bookmarkEnd))$/;

const EMPTY_PARAGRAPH: XmlElement = { name: 'w:p', attributes: new Map(), children: [], text: '' };

/** A style that sets all of its paragraphs bold or slanted marks none of their words. */
function withoutFace({
  bold: _bold,
  italic: _italic,
  strong: _strong,
  dotted: _dotted,
  ...look
}: RunLook): RunLook {
  return look;
}

/** Several lines in one paragraph. */
function isVerse(blocks: readonly DraftBlock[]): blocks is readonly [DraftLine] {
  const [only, ...others] = blocks;
  return (
    others.length === 0 && only?.type === 'line' && only.inlines.some(({ type }) => type === 'lineBreak')
  );
}

function textOf(line: DraftLine): string {
  return line.inlines.map((inline) => lastText(inline)).join('');
}

function lastText(inline: DraftLine['inlines'][number]): string {
  if ('children' in inline) return inline.children.map(lastText).join('');
  return inline.type === 'text' ? inline.text : '';
}
