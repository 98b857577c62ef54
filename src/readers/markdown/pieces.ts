import { MATH_BLOCKS } from './math.js';
import { LONGEST_SEARCH, lengthOfNotation, MOST_IN_VAIN } from './notation.js';

/** A stretch of a document that can be parsed by itself. */
export interface Piece {
  readonly text: string;
  /** Lines and UTF-16 units that stand before it. */
  readonly lines: number;
  readonly offset: number;
  /** It begins in the middle of a list or table, which ends the piece before; of a table the head stands on top again. */
  readonly continues?: 'list' | 'table';
}

/** The parser keeps every event until a text ends, and goes over them all again for some: small pieces cost least. */
const PIECE_SIZE = 4096;

const FENCE = /^ {0,3}(`{3,}(?!.*`)|~{3,})/;
/** What opens a stretch that blank lines do not end, with its end. */
const OPENERS: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
];
/** What may open a formula on lines of its own. */
const FORMULA = /^[ \t]*(?:\$\$|\\\[|\\begin\{)/;
const LIST_ITEM = /^(?:([-*+])|\d{1,9}([.)]))(?=[ \t])/;
const NOTE = /^\[\^[^\]\s]+\]:/;
const HEADING = /^#{1,6}(?=[ \t]|$)/;
/** A block of HTML goes on to the next blank line, whatever its lines look like. */
const HTML = /^ {0,3}<[/!?a-z]/i;
/** The second row of a table. @see GitHub Flavored Markdown, delimiter row */
const DELIMITERS = /^\|[ \t:|-]*-[ \t:|-]*$/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;

/**
 * Cuts a long document where no block can reach over the cut: before a line without indent that follows a blank one,
 * before a heading or note, after an underlined one, and between the items of a long list or the rows of a long table.
 */
export function cutIntoPieces(text: string, size: number = PIECE_SIZE): readonly Piece[] {
  const whole = [{ text, lines: 0, offset: 0 }];
  if (text.length <= size || definesWikiTarget(text)) return whole;
  const cutter = new Cutter(text, size);
  let offset = 0;
  for (const line of text.split('\n')) {
    cutter.look(line, offset);
    if (cutter.isInDoubt) return whole;
    offset += line.length + 1;
  }
  return cutter.finish();
}

/** `[[a]]` is a link in brackets where the text defines `a`, wherever that stands. */
function definesWikiTarget(text: string): boolean {
  const targets = new Set(Array.from(text.matchAll(/\[\[([^[\]|\n]{1,200})/g), ([, target]) => target));
  if (targets.size === 0) return false;
  for (const [, label] of text.matchAll(/^\[([^[\]\n]{1,200})\]:/gm)) if (targets.has(label)) return true;
  return false;
}

class Cutter {
  readonly #text: string;
  readonly #size: number;
  readonly #pieces: Piece[] = [];
  #start = 0;
  #startLine = 0;
  #continues: Piece['continues'];
  #line = 0;
  /** What ends the fence, comment or formula that is open. */
  #until: RegExp | undefined;
  #isOpenInItem = false;
  /** The sign of the list that the last line without indent belongs to. */
  #list: string | undefined;
  #isAfterBlank = true;
  #isAfterUnderline = false;
  /** One that begins without indent, outside of lists and quotes. */
  #isInParagraph = false;
  #isInHtml = false;
  #before = '';
  /** Head and delimiters of the table that the line before belongs to. */
  #table: string | undefined;
  #head = '';
  /** The line before opens a paragraph. */
  #opened = false;
  /** Where the formula ends that is open. */
  #formulaEnd = 0;
  #inVain = 0;
  /** A formula of several lines ends where more than is followed here decides: in an item, below a quote, in HTML. */
  isInDoubt = false;

  constructor(text: string, size: number) {
    this.#text = text;
    this.#size = size;
  }

  look(line: string, offset: number): void {
    if (offset < this.#formulaEnd) {
      if (offset + line.length >= this.#formulaEnd) this.#endFormula();
      this.#line += 1;
      return;
    }
    // what an item of a list opens ends with the item at the latest
    if (this.#isOpenInItem && /^\S/.test(line)) this.#until = undefined;
    if (this.#until === undefined) {
      const item = LIST_ITEM.exec(line);
      const sign = item?.[1] ?? item?.[2];
      if (offset - this.#start >= this.#size) this.#cutAt(line, sign, offset);
      const isInHtml = this.#isInHtml;
      const isFree =
        this.#isAfterBlank || this.#isAfterUnderline || this.#isInParagraph || HEADING.test(this.#before);
      this.#followTable(line);
      this.#follow(line, sign);
      this.#until = isInHtml ? undefined : endOf(line);
      const isIndented = /^\s/.test(line);
      this.#isOpenInItem = this.#until !== undefined && this.#list !== undefined && isIndented;
      if (this.#until !== undefined && !isIndented) this.#list = undefined;
      if (FORMULA.test(line)) this.#openFormula(line, offset, isFree && !isInHtml);
    } else if (this.#until.test(line)) this.#end();
    this.#line += 1;
  }

  /** A formula interrupts what was before it; what only begins like one is text, here as in the whole. */
  #openFormula(line: string, offset: number, isFree: boolean): void {
    const start = offset + line.length - line.trimStart().length;
    const length = this.#lengthOfFormula(start);
    if (length === 0) return;
    const isOneLine = start + length <= offset + line.length;
    if (!isFree || start > offset) {
      this.isInDoubt ||= !isOneLine;
      return;
    }
    this.#list = undefined;
    this.#formulaEnd = start + length;
    if (isOneLine) this.#endFormula();
  }

  #lengthOfFormula(start: number): number {
    const sign = this.#text.charAt(start);
    for (const notation of MATH_BLOCKS) {
      if (notation.starts !== sign || this.#inVain >= MOST_IN_VAIN) continue;
      const length = lengthOfNotation(notation, this.#text, start);
      if (length !== undefined) return length;
      this.#inVain += Math.min(LONGEST_SEARCH, this.#text.length - start);
    }
    return 0;
  }

  /** The line after begins a block of its own. */
  #endFormula(): void {
    this.#end();
    this.#isAfterUnderline = true;
  }

  /** What was open has ended with its line; the next may follow without a blank one. */
  #end(): void {
    this.#until = undefined;
    this.#isInHtml = false;
    this.#isInParagraph = false;
    this.#isAfterBlank = false;
    this.#isAfterUnderline = false;
  }

  finish(): readonly Piece[] {
    this.#cut(this.#text.length + 1);
    return this.#pieces;
  }

  #cutAt(line: string, sign: string | undefined, offset: number): void {
    if (line.trim() === '' || this.#isInHtml) return;
    const isFree = /^\S/.test(line) && sign === undefined && (this.#isAfterBlank || this.#isAfterUnderline);
    if (isFree || HEADING.test(line) || NOTE.test(line)) this.#cut(offset);
    else if (sign !== undefined && sign === this.#list) this.#cut(offset, 'list');
    else if (this.#table !== undefined && line.startsWith('|')) this.#cut(offset, 'table');
  }

  #cut(offset: number, continues?: Piece['continues']): void {
    const head = this.#continues === 'table' ? this.#head : '';
    this.#pieces.push({
      text: head + this.#text.slice(this.#start, offset - 1),
      lines: this.#startLine - (head === '' ? 0 : 2),
      offset: this.#start - head.length,
      ...(this.#continues && { continues: this.#continues }),
    });
    this.#head = this.#table ?? '';
    this.#start = offset;
    this.#startLine = this.#line;
    this.#continues = continues;
  }

  /** A table begins with its delimiters below the first line of a paragraph, and ends with the last line of bars. */
  #followTable(line: string): void {
    const isSecond = this.#before.startsWith('|') && this.#opened && DELIMITERS.test(line);
    if (isSecond) this.#table = `${this.#before}\n${line}\n`;
    else if (!line.startsWith('|')) this.#table = undefined;
    this.#opened = this.#isAfterBlank || this.#isAfterUnderline;
    this.#before = line;
  }

  /** What the line says about the cut that may be made before the next one. */
  #follow(line: string, sign: string | undefined): void {
    const isBlank = line.trim() === '';
    const isIndented = /^\s/.test(line);
    const opens = this.#isAfterBlank || this.#isAfterUnderline;
    this.#isAfterUnderline = this.#isInParagraph && UNDERLINE.test(line);
    const isPlain = !isBlank && !isIndented && sign === undefined && !/^[>|#`~[]/.test(line);
    // a quote or an item interrupts a paragraph, and what follows without a blank line is theirs
    const goesOn = this.#isInParagraph && sign === undefined && !/^ {0,3}>/.test(line);
    this.#isInParagraph = !isBlank && !this.#isAfterUnderline && (opens ? isPlain : goesOn);
    if (sign !== undefined) this.#list = sign;
    else if (!isBlank && !isIndented && (this.#isAfterBlank || HEADING.test(line))) this.#list = undefined;
    this.#isInHtml = !isBlank && (this.#isInHtml || HTML.test(line));
    this.#isAfterBlank = isBlank;
  }
}

/** What ends the stretch that a line opens and does not end itself. */
function endOf(line: string): RegExp | undefined {
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) return new RegExp(`^ {0,3}[${fence[0]}]{${fence.length},}[ \\t]*$`);
  const opened = OPENERS.find(([start]) => start.test(line));
  if (!opened) return undefined;
  const rest = line.trimStart().slice(2);
  return opened[1].test(rest) ? undefined : opened[1];
}
