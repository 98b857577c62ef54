import type { Inline } from '../../model/index.js';
import type { Mark, Run } from '../html/runs.js';
import { toScript } from '../html/scripts.js';
import { CombinedText } from './combined-text.js';
import type { DocumentContext, Part } from './document-context.js';
import { alternative, readDrawing } from './drawings.js';
import { readEqField } from './eq-field.js';
import { addressOf, type FieldCode, FieldStack, parseFieldCode } from './fields.js';
import { readIndexField } from './index-field.js';
import { toTex } from './math.js';
import { NO_LOOK, type RunLook, readRunLook } from './run-look.js';
import { isSymbolFont, symbolOf, symbolText } from './symbols.js';
import { child, descendants, toggleOf, toNumber, valOf, type XmlElement } from './xml.js';

/** What a paragraph holds. A line break is a leaf of its own. */
export interface ParagraphContent {
  readonly runs: readonly Run[];
  /** Contents of text boxes that hang on it. */
  readonly boxes: readonly XmlElement[];
  /** It lies in the result of a TOC field. */
  readonly isContents: boolean;
  /** Something in it counts the pages. */
  readonly countsPages: boolean;
  readonly isRule: boolean;
}

/** Where a piece of text stands. */
interface Surroundings {
  readonly look: RunLook;
  readonly url?: string | undefined;
}

const PAGE_FIELD = /^(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)$/;

/** Elements whose content is no text, or is not shown. */
const UNSEEN: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:smartTagPr',
  'w:customXmlPr',
  'w:delText',
  'w:delInstrText',
  'w:footnoteRef',
  'w:endnoteRef',
  'w:annotationRef',
  'w:separator',
  'w:continuationSeparator',
  'w:softHyphen',
  'w:lastRenderedPageBreak',
  'w:proofErr',
]);

type Read = (reader: InlineReader, element: XmlElement, around: Surroundings) => void;

/** What each element means. What has no row is a wrapper: what is inside is read. */
const ELEMENTS: Readonly<Record<string, Read>> = {
  'w:r': (reader, run, around) => reader.readRun(run, around),
  'w:t': (reader, { text, attributes }, around) => reader.addText(spaced(text, attributes), around),
  'w:tab': (reader, _element, around) => reader.addText('\t', around),
  'w:ptab': (reader, _element, around) => reader.addText('\t', around),
  'w:noBreakHyphen': (reader, _element, around) => reader.addText('-', around),
  'w:br': (reader, _element, around) => reader.addLeaf({ type: 'lineBreak' }, around),
  'w:cr': (reader, _element, around) => reader.addLeaf({ type: 'lineBreak' }, around),
  'w:sym': (reader, element, around) => reader.addSymbol(element, around),
  'w:fldChar': (reader, element, around) => reader.readFieldMark(element, around),
  'w:instrText': (reader, { text }) => reader.fields.addCode(text),
  'w:fldSimple': (reader, element, around) => reader.readSimpleField(element, around),
  'w:hyperlink': (reader, element, around) => reader.readLink(element, around),
  'w:footnoteReference': (reader, element, around) => reader.addNote('footnote', element, around),
  'w:endnoteReference': (reader, element, around) => reader.addNote('endnote', element, around),
  'w:ruby': (reader, element, around) => reader.addRuby(element, around),
  'w:drawing': (reader, element, around) => reader.addDrawing(element, around),
  'w:pict': (reader, element, around) => reader.addDrawing(element, around),
  'w:object': (reader, element, around) => reader.addDrawing(element, around),
  'w:ins': (reader, element, around) => reader.readChange('insertions', element, around),
  'w:moveTo': (reader, element, around) => reader.readChange('insertions', element, around),
  'w:del': (reader, element) => reader.skipChange(element),
  'w:moveFrom': (reader, element) => reader.skipChange(element),
  'w:sdt': (reader, element, around) => reader.readControl(element, around),
  'w:commentReference': (reader) => reader.context.count('comments'),
  'w:bookmarkStart': ({ context }, { attributes }) =>
    context.notes.openBookmark(attributes.get('id') ?? '', attributes.get('name') ?? ''),
  'w:bookmarkEnd': ({ context }, { attributes }) => context.notes.closeBookmark(attributes.get('id') ?? ''),
  'm:oMath': (reader, element, around) => reader.addFormula(element, around),
  'mc:AlternateContent': (reader, element, around) => reader.readAll(alternative(element), around),
};

/** White space at the ends is the file's own unless it says otherwise. @see XML 1.0, 2.10 */
function spaced(text: string, attributes: ReadonlyMap<string, string>): string {
  return attributes.get('xml:space') === 'preserve' ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/** Reads the text of paragraphs, one after another: a field may go on from one to the next. */
export class InlineReader {
  readonly context: DocumentContext;
  readonly fields: FieldStack = new FieldStack();
  readonly #part: Part;
  #runs: Run[] = [];
  #boxes: XmlElement[] = [];
  #countsPages = false;
  #isRule = false;
  #isContents = false;
  /** The rest of the run is a note's mark of the author's own, for which the note's number stands. */
  #skipsMark = false;
  /** The result of the open field is said otherwise. */
  #skipsResult = false;
  #isChecked = false;
  readonly #combined = new CombinedText();
  readonly #skipsPictures: boolean;

  constructor(context: DocumentContext, part: Part, skipsPictures: boolean = false) {
    this.context = context;
    this.#part = part;
    this.#skipsPictures = skipsPictures;
  }

  read(paragraph: XmlElement, look: RunLook): ParagraphContent {
    this.#runs = [];
    this.#boxes = [];
    this.#countsPages = false;
    this.#isRule = false;
    this.#isContents = this.fields.isInContents;
    this.readAll(paragraph.children, { look });
    this.fields.endParagraph();
    return {
      runs: this.#combined.bracket(this.#runs),
      boxes: this.#boxes,
      isContents: this.#isContents,
      countsPages: this.#countsPages,
      isRule: this.#isRule,
    };
  }

  readAll(elements: readonly XmlElement[], around: Surroundings): void {
    for (const element of elements) this.#readOne(element, around);
  }

  #readOne(element: XmlElement, around: Surroundings): void {
    if (UNSEEN.has(element.name)) return;
    const read = Object.hasOwn(ELEMENTS, element.name) ? ELEMENTS[element.name] : undefined;
    if (read) read(this, element, around);
    else if (element.children.length > 0) this.readAll(element.children, around);
  }

  readRun(run: XmlElement, around: Surroundings): void {
    const properties = child(run, 'w:rPr');
    const named = valOf(properties, 'w:rStyle');
    const own = readRunLook(properties);
    const isPlain = named === undefined && own === NO_LOOK;
    const look = isPlain ? around.look : { ...around.look, ...this.context.styles.character(named), ...own };
    if (look.hidden) {
      this.#countHidden(run);
      // a field goes on though the characters of its instruction are hidden
      for (const each of run.children) {
        if (each.name === 'w:fldChar' || each.name === 'w:instrText') this.#readOne(each, around);
      }
      return;
    }
    this.#skipsMark = false;
    this.readAll(run.children, isPlain ? around : { ...around, look });
  }

  #countHidden(run: XmlElement): void {
    if (this.fields.isInCode || this.fields.isInContents) return;
    if (run.children.some(({ name, text }) => name === 'w:t' && text.trim() !== ''))
      this.context.count('hidden');
  }

  addText(text: string, around: Surroundings): void {
    if (text === '' || this.fields.isInCode || this.#skipsMark) return;
    const { look } = around;
    const drawn = isSymbolFont(look.font) ? symbolText(look.font ?? '', text) : text;
    if (look.code) this.addLeaf({ type: 'code', text: this.context.cleanCode(drawn) }, around);
    else if (look.script === 'sup' || look.script === 'sub')
      this.addLeaf({ type: 'text', text: toScript(drawn, look.script) }, around);
    else this.addLeaf({ type: 'text', text: drawn }, around);
  }

  addLeaf(leaf: Run['leaf'], around: Surroundings): void {
    if (this.fields.isInCode || this.#skipsResult) return;
    this.#isContents ||= this.fields.isInContents;
    const marks = this.#marksOf(around);
    const last = this.#runs.at(-1);
    if (leaf.type === 'code' && last?.leaf.type === 'code') {
      // Word parts what changes its font: Latin from Chinese
      this.#runs[this.#runs.length - 1] = {
        ...last,
        leaf: { type: 'code', text: last.leaf.text + leaf.text },
      };
    } else this.#runs.push({ leaf, marks, line: this.context.paragraph });
  }

  #marksOf({ look, url }: Surroundings): readonly Mark[] {
    const marks: Mark[] = [];
    const address = url ?? this.#fieldAddress();
    if (address !== undefined) marks.push({ type: 'link', url: address });
    if (look.combined) marks.push(this.#combined.markOf(look.combined));
    // what a link is underlined with is its look
    else if (address === undefined && look.underline === 'straight') marks.push(STRAIGHT);
    else if (address === undefined && look.underline === 'wavy') marks.push(WAVY);
    if (look.bold || look.strong) marks.push({ type: 'strong' });
    if (look.italic || look.dotted) marks.push({ type: 'emphasis' });
    if (look.strike) marks.push({ type: 'strike' });
    return marks.length === 0 ? NO_MARKS : marks;
  }

  #fieldAddress(): string | undefined {
    const { url } = this.fields;
    return url === undefined || url === '' ? undefined : this.context.link(url);
  }

  addSymbol({ attributes }: XmlElement, around: Surroundings): void {
    const code = Number.parseInt(attributes.get('char') ?? '', 16);
    const font = attributes.get('font') ?? '';
    const sign = Number.isInteger(code) && code >= 0 && code <= 0xffff ? symbolOf(font, code) : undefined;
    if (sign === undefined) this.context.count('symbols');
    this.addText(sign ?? UNKNOWN_SIGN, around);
  }

  readFieldMark(mark: XmlElement, around: Surroundings): void {
    const kind = mark.attributes.get('fldCharType');
    if (kind === 'begin') {
      this.fields.begin();
      const box = child(child(mark, 'w:ffData'), 'w:checkBox');
      if (box) this.#isChecked = toggleOf(box, 'w:checked') ?? toggleOf(box, 'w:default') ?? false;
    } else if (kind === 'separate') this.#beginResult(this.fields.separate(), around);
    else if (kind === 'end') this.#endField(this.fields.end(), around);
  }

  /** What a field says before its result. */
  #beginResult(code: FieldCode | undefined, around: Surroundings): void {
    if (!code) return;
    if (PAGE_FIELD.test(code.name)) this.#countsPages = true;
    if (code.name === 'FORMCHECKBOX') this.addText(this.#isChecked ? '☑' : '☐', around);
    if (code.name !== 'NOTEREF') return;
    const noteId = this.context.notes.noteAt(code.argument);
    if (noteId === undefined) return;
    this.addLeaf({ type: 'noteReference', noteId }, { look: NO_LOOK, url: around.url });
    this.#skipsResult = true;
  }

  /** A field without a result is drawn from its instruction. */
  #endField(code: FieldCode | undefined, around: Surroundings): void {
    this.#skipsResult = false;
    if (!code) return;
    this.#beginResult(code, around);
    if (code.name === 'XE') this.#addTerm(code, around);
    else if (code.name === 'EQ') this.#addInlines(readEqField(code.rest), around);
    else if (code.name === 'SYMBOL') {
      const font = /\\f\s*"?([^"\\]{1,40}?)"?\s*(?:\\|$)/i.exec(code.rest)?.[1] ?? '';
      const place = toNumber(code.argument);
      this.addText((place === undefined ? undefined : symbolOf(font, place)) ?? UNKNOWN_SIGN, around);
    }
    this.#skipsResult = false;
  }

  #addInlines(inlines: readonly Inline[], around: Surroundings): void {
    for (const inline of inlines) if (!('children' in inline)) this.addLeaf(inline, around);
  }

  #addTerm({ rest }: FieldCode, around: Surroundings): void {
    const term = readIndexField(rest, (text) => this.context.clean(text));
    if (term) this.addLeaf({ ...term, children: [] }, around);
  }

  readSimpleField({ attributes, children }: XmlElement, around: Surroundings): void {
    const code = parseFieldCode(attributes.get('instr') ?? '');
    if (this.fields.isInCode) return;
    if (code.name === 'TOC') this.#isContents = true;
    if (code.name === 'XE') this.#addTerm(code, around);
    this.#beginResult(code, around);
    if (!this.#skipsResult) {
      const url = code.name === 'HYPERLINK' ? (this.context.link(addressOf(code)) ?? around.url) : around.url;
      this.readAll(children, { ...around, url });
    }
    this.#skipsResult = false;
  }

  readLink({ attributes, children }: XmlElement, around: Surroundings): void {
    const id = attributes.get('r:id');
    const target = id === undefined ? undefined : this.#part.relationships.get(id);
    const place = attributes.get('anchor');
    // Word parts an address at #, other programs leave it whole
    const address = place && !target?.target.includes('#') ? `${target?.target}#${place}` : target?.target;
    const url = target?.isExternal ? this.context.link(address ?? '') : undefined;
    this.readAll(children, { ...around, url: url ?? around.url });
  }

  addNote(kind: 'footnote' | 'endnote', { attributes }: XmlElement, around: Surroundings): void {
    const wordId = attributes.get('id') ?? '';
    if (!this.context.hasNote(kind, wordId)) return;
    const noteId = this.context.notes.refer(kind, wordId);
    this.addLeaf({ type: 'noteReference', noteId }, { look: NO_LOOK, url: around.url });
    // a mark of the user's own stands behind the reference in the same run
    this.#skipsMark = /^(?:1|true|on)$/.test(attributes.get('customMarkFollows') ?? '');
  }

  addRuby(ruby: XmlElement, around: Surroundings): void {
    const base = textIn(child(ruby, 'w:rubyBase'));
    const reading = textIn(child(ruby, 'w:rt'));
    if (base.trim() === '' || reading.trim() === '') this.addText(base || reading, around);
    else {
      const { context } = this;
      this.addLeaf(
        { type: 'ruby', base: context.clean(base).trim(), reading: context.clean(reading).trim() },
        around,
      );
    }
  }

  addDrawing(element: XmlElement, around: Surroundings): void {
    if (this.#skipsPictures) return;
    const drawing = readDrawing(element, this.context, this.#part);
    for (const { imageId, alt } of drawing.pictures) {
      this.addLeaf({ type: 'image', imageId, alt }, { ...around, look: NO_LOOK });
    }
    if (!this.fields.isInCode) this.#boxes.push(...drawing.boxes.slice(0, MOST_BOXES));
    this.#isRule ||= drawing.isRule;
  }

  readChange(tally: 'insertions', { children }: XmlElement, around: Surroundings): void {
    this.context.count(tally);
    this.readAll(children, around);
  }

  /** What a change took away: its notes go with it. */
  skipChange(change: XmlElement): void {
    this.context.count('deletions');
    for (const { name, attributes } of descendants(change)) {
      const kind = /^w:(footnote|endnote)Reference$/.exec(name)?.[1];
      if (kind === 'footnote' || kind === 'endnote')
        this.context.notes.delete(kind, attributes.get('id') ?? '');
    }
  }

  readControl(control: XmlElement, around: Surroundings): void {
    if (isPlaceholder(control)) this.context.count('placeholders');
    else this.readAll(child(control, 'w:sdtContent')?.children ?? [], around);
  }

  addFormula(formula: XmlElement, around: Surroundings): void {
    const tex = this.context.cleanCode(toTex(formula));
    if (tex !== '') this.addLeaf({ type: 'math', tex }, { ...around, look: NO_LOOK });
  }
}

/** Word does not say where one name ends and the next begins: what touches is one. */
const STRAIGHT: Mark = { type: 'underline' };
const WAVY: Mark = { type: 'underline', wavy: true };
const NO_MARKS: readonly Mark[] = [];
/** 〓, as type-setters have always stood in for a character that they lack. */
const UNKNOWN_SIGN = '\u3013';
/** Text boxes of one drawing. */
const MOST_BOXES = 1000;

/** A control that waits to be filled shows a prompt: 单击此处输入文字。 */
export function isPlaceholder(control: XmlElement): boolean {
  return toggleOf(child(control, 'w:sdtPr'), 'w:showingPlcHdr') === true;
}

function textIn(element: XmlElement | undefined): string {
  if (!element) return '';
  return [...descendants(element)].map(({ name, text }) => (name === 'w:t' ? text : '')).join('');
}
