import { type Token, Tokenizer } from 'parse5';

/** Attributes of one tag: each is compared with all before it. */
const MOST_ATTRIBUTES = 200;
/** Names longer than any that means something; the rest of them is passed over. */
const LONGEST_NAME = 500;

/**
 * Runs of plain characters, by the state in which they are plain. The lengths are bounded so that the search needs no
 * stack; line ends are left to the tokenizer, which counts them, and halves of pairs to its own joining.
 */
const RUNS = {
  text: /[^<&\0\t\n\f\r \uD800-\uDFFF]{1,4096}/y,
  doubleQuoted: /[^"&\0\n\r\uD800-\uDFFF]{1,4096}/y,
  singleQuoted: /[^'&\0\n\r\uD800-\uDFFF]{1,4096}/y,
  unquoted: /[^"'<>=`&\0\t\n\f\r \uD800-\uDFFF]{1,4096}/y,
  comment: /[^<\-\0\n\r\uD800-\uDFFF]{1,4096}/y,
} as const;

/** Space and the characters that end a name. */
const ENDS_NAME: ReadonlySet<number> = new Set([
  -1, 0, 0x09, 0x0a, 0x0c, 0x20, 0x22, 0x27, 0x2f, 0x3c, 0x3d, 0x3e,
]);

/**
 * The tokenizer of parse5, which adds character to character: a picture of 20 MB inside a page would be as many pieces
 * of text, and fill the memory. This one adds runs, and keeps attributes and names within bounds.
 */
export class BoundedTokenizer extends Tokenizer {
  protected override _leaveAttrName(): void {
    const token = this.currentToken as Token.TagToken;
    if (token.attrs.length < MOST_ATTRIBUTES) super._leaveAttrName();
  }

  protected override _stateTagName(cp: number): void {
    const { tagName } = this.currentToken as Token.TagToken;
    if (tagName.length < LONGEST_NAME || ENDS_NAME.has(cp)) super._stateTagName(cp);
  }

  protected override _stateAttributeName(cp: number): void {
    if (this.currentAttr.name.length < LONGEST_NAME || ENDS_NAME.has(cp)) super._stateAttributeName(cp);
  }

  protected override _stateData(cp: number): void {
    super._stateData(cp);
    this.#addText(cp);
  }

  protected override _stateRcdata(cp: number): void {
    super._stateRcdata(cp);
    this.#addText(cp);
  }

  protected override _stateRawtext(cp: number): void {
    super._stateRawtext(cp);
    this.#addText(cp);
  }

  protected override _stateScriptData(cp: number): void {
    super._stateScriptData(cp);
    this.#addText(cp);
  }

  protected override _statePlaintext(cp: number): void {
    super._statePlaintext(cp);
    this.#addText(cp);
  }

  protected override _stateAttributeValueDoubleQuoted(cp: number): void {
    super._stateAttributeValueDoubleQuoted(cp);
    if (isPlain(cp) && cp !== 0x22) this.currentAttr.value += this.#takeRun(RUNS.doubleQuoted);
  }

  protected override _stateAttributeValueSingleQuoted(cp: number): void {
    super._stateAttributeValueSingleQuoted(cp);
    if (isPlain(cp) && cp !== 0x27) this.currentAttr.value += this.#takeRun(RUNS.singleQuoted);
  }

  protected override _stateAttributeValueUnquoted(cp: number): void {
    super._stateAttributeValueUnquoted(cp);
    if (isPlain(cp) && cp !== 0x3e) this.currentAttr.value += this.#takeRun(RUNS.unquoted);
  }

  /** Nobody reads a comment. */
  protected override _stateComment(cp: number): void {
    super._stateComment(cp);
    if (isPlain(cp) && cp !== 0x2d) this.#takeRun(RUNS.comment);
  }

  #addText(cp: number): void {
    const run = isPlain(cp) ? this.#takeRun(RUNS.text) : '';
    if (run !== '') this._emitChars(run);
  }

  /** The plain characters that follow the one at hand; the tokenizer goes on behind them. */
  #takeRun(pattern: RegExp): string {
    const { html, pos } = this.preprocessor;
    pattern.lastIndex = pos + 1;
    const run = pattern.exec(html)?.[0] ?? '';
    this.preprocessor.pos += run.length;
    return run;
  }
}

/** Neither white space nor a character with which something begins. */
function isPlain(cp: number): boolean {
  return cp > 0x20 && cp !== 0x26 && cp !== 0x3c;
}
