/** What the instruction of a field says, taken apart. */
export interface FieldCode {
  /** `HYPERLINK`, `TOC`, `EQ`; in capitals. */
  readonly name: string;
  /** The first argument that is no switch, without its quotes. */
  readonly argument: string;
  /** All behind the name. */
  readonly rest: string;
}

/** @see ISO/IEC 29500-1, 17.16.1 */
export function parseFieldCode(code: string): FieldCode {
  const [, name = '', rest = ''] = /^\s*([A-Za-z]{1,20}|=)([\s\S]*)$/.exec(code) ?? [];
  const [, quoted, bare = ''] = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"\\]\S*))?/.exec(rest) ?? [];
  return { name: name.toUpperCase(), argument: (quoted ?? bare).replace(/\\(.)/g, '$1'), rest };
}

/** The address that a HYPERLINK leads to; the place in it is a switch of its own. @see ISO/IEC 29500-1, 17.16.5.25 */
export function addressOf({ argument, rest }: FieldCode): string {
  const place = /\\l\s*"([^"]*)"/.exec(rest)?.[1] ?? '';
  return argument === '' || place === '' || argument.includes('#') ? argument : `${argument}#${place}`;
}

interface Field {
  code: string;
  isResult: boolean;
  name: string;
  /** Address of the link that this field or one around it makes. */
  url: string | undefined;
  isContents: boolean;
}

/** Instructions are some lines long; one that goes on is no field. */
const LONGEST_CODE = 20_000;
/** Fields in fields are two or three deep. */
const MOST_OPEN = 200;

/**
 * The fields that are open where the text is read. A field is an instruction, which is no text, and the result that Word
 * last made of it, which is.
 *
 * @see ISO/IEC 29500-1, 17.16.18
 */
export class FieldStack {
  readonly #open: Field[] = [];
  #inCode = 0;
  #overflow = 0;

  /** What is read now is part of an instruction. */
  get isInCode(): boolean {
    return this.#inCode > 0;
  }

  get url(): string | undefined {
    return this.#open.at(-1)?.url;
  }

  /** A table of contents (of headings or of pictures) is open. */
  get isInContents(): boolean {
    return this.#open.at(-1)?.isContents ?? false;
  }

  begin(): void {
    if (this.#open.length >= MOST_OPEN) {
      this.#overflow += 1;
      return;
    }
    const { url, isContents = false } = this.#open.at(-1) ?? {};
    this.#open.push({ code: '', isResult: false, name: '', url, isContents });
    this.#inCode += 1;
  }

  /** A piece of the instruction. */
  addCode(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.isResult && field.code.length < LONGEST_CODE) field.code += text;
  }

  /** The instruction ends and its result begins. */
  separate(): FieldCode | undefined {
    const field = this.#open.at(-1);
    if (!field || field.isResult) return undefined;
    field.isResult = true;
    this.#inCode -= 1;
    const code = parseFieldCode(field.code);
    field.name = code.name;
    if (code.name === 'TOC' || code.name === 'INDEX') field.isContents = true;
    if (code.name === 'HYPERLINK') field.url = addressOf(code);
    return code;
  }

  /** Ends the innermost field; its instruction is given when it had no result. */
  end(): FieldCode | undefined {
    if (this.#overflow > 0) {
      this.#overflow -= 1;
      return undefined;
    }
    const field = this.#open.pop();
    if (!field || field.isResult) return undefined;
    this.#inCode -= 1;
    return parseFieldCode(field.code);
  }

  /**
   * At the end of a paragraph: a field whose instruction does not end in the paragraph it began in is broken, or
   * builds its instruction from others (`IF`); the text after a broken one must not be taken for its instruction.
   */
  endParagraph(): void {
    while (this.#inCode > 0) {
      const field = this.#open.at(-1);
      if (!field || /^\s*IF\b/i.test(field.code)) return;
      this.#open.pop();
      if (!field.isResult) this.#inCode -= 1;
    }
  }
}
