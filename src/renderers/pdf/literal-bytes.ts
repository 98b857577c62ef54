const [OPEN, CLOSE, BACKSLASH, RETURN, LETTER_R] = [0x28, 0x29, 0x5c, 0x0d, 0x72];

/**
 * The operand and operator of one run of text, gathered as bytes: a string a glyph would be a million strings a book.
 *
 * @see ISO 32000-1, 7.3.4.2 and 9.4.3
 */
export class LiteralBytes {
  #bytes = Buffer.allocUnsafe(4096);
  #length = 0;
  #isArray = false;

  begin(): void {
    // The first place is for the bracket that an array begins with.
    this.#bytes[0] = 0x5b;
    this.#bytes[1] = OPEN;
    this.#length = 2;
    this.#isArray = false;
  }

  /** Two bytes of a code. */
  code(code: number): void {
    if (this.#length + 32 > this.#bytes.length) this.#grow();
    this.#byte(code >> 8);
    this.#byte(code & 0xff);
  }

  /** A shift before the next code. @param amount A number of at most 16 characters. */
  shift(amount: string): void {
    if (this.#length + 32 > this.#bytes.length) this.#grow();
    this.#bytes[this.#length++] = CLOSE;
    for (let at = 0; at < amount.length; at++) this.#bytes[this.#length++] = amount.charCodeAt(at);
    this.#bytes[this.#length++] = OPEN;
    this.#isArray = true;
  }

  /** The finished operator, one character a byte. */
  end(): string {
    const [from, operator] = this.#isArray ? [0, ')]TJ\n'] : [1, ')Tj\n'];
    return this.#bytes.toString('latin1', from, this.#length) + operator;
  }

  #byte(byte: number): void {
    if (byte === OPEN || byte === CLOSE || byte === BACKSLASH) this.#bytes[this.#length++] = BACKSLASH;
    if (byte === RETURN) {
      // A bare return would be read as the end of a line.
      this.#bytes[this.#length++] = BACKSLASH;
      this.#bytes[this.#length++] = LETTER_R;
      return;
    }
    this.#bytes[this.#length++] = byte;
  }

  #grow(): void {
    const larger = Buffer.allocUnsafe(2 * this.#bytes.length);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
