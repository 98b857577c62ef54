const [LINE, BLANK, OPEN, CLOSE, MINUS, POINT, ZERO] = [0x0a, 0x20, 0x28, 0x29, 0x2d, 0x2e, 0x30];
const [BRACKET, BACKSLASH, RETURN, LETTER_R] = [0x5b, 0x5c, 0x0d, 0x72];

/** The most that a number may take, with its blank. */
const NUMBER = 32;
/** The most that a code may take, with a shift behind it. */
const GLYPH = 4 + NUMBER;

/** Bytes that a string may not hold as they are. */
const SPECIAL = new Uint8Array(0x100);
for (const byte of [OPEN, CLOSE, BACKSLASH, RETURN]) SPECIAL[byte] = 1;

/** What no place on a page comes near to; below it every step has its own number. */
const MOST_STEPS = 1e15;

/**
 * The operators of a page, gathered as bytes in room that is used again: a string an operator would be a million strings
 * a book.
 *
 * @see ISO 32000-1, 7.3 and 7.8.2
 */
export class Operators {
  #bytes = Buffer.allocUnsafe(1 << 14);
  #length = 0;
  /** Where the string of the run being written begins, and whether it is one of several in an array. */
  #start = 0;
  #isArray = false;

  clear(): void {
    this.#length = 0;
  }

  /** What has been written; valid until more is. */
  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** @param text One character a byte. */
  text(text: string): void {
    this.#reserve(text.length);
    for (let at = 0; at < text.length; at++) this.#bytes[this.#length++] = text.charCodeAt(at);
  }

  /** Ends a line: an operator behind its numbers. */
  operator(name: string): void {
    this.text(name);
    this.#bytes[this.#length++] = LINE;
  }

  /**
   * A number and a blank: no exponent, no trailing zeros, no minus zero.
   *
   * @param scale A power of ten: into so many steps one is divided, and the number is rounded to a whole one.
   * @returns The number as it stands there.
   */
  number(value: number, scale: number): number {
    this.#reserve(NUMBER);
    const steps = Math.round(value * scale);
    this.#decimal(steps, scale);
    this.#bytes[this.#length++] = BLANK;
    return steps / scale;
  }

  /** Begins the string of a run of so many glyphs. */
  beginString(count: number): void {
    this.#reserve((count + 1) * GLYPH);
    this.#start = this.#length;
    this.#isArray = false;
    this.#bytes[this.#length++] = OPEN;
  }

  /** Two bytes of a code. */
  code(code: number): void {
    const high = code >> 8;
    const low = code & 0xff;
    if (SPECIAL[high] || SPECIAL[low]) {
      this.#escaped(high);
      this.#escaped(low);
      return;
    }
    this.#bytes[this.#length++] = high;
    this.#bytes[this.#length++] = low;
  }

  /** Moves back what comes next in the string of a run, by whole thousandths of an em. */
  shift(amount: number): void {
    if (!this.#isArray) this.#makeArray();
    this.#bytes[this.#length++] = CLOSE;
    this.#decimal(amount, 1);
    this.#bytes[this.#length++] = OPEN;
  }

  /** Ends the string of a run and shows it. */
  show(): void {
    this.operator(this.#isArray ? ')]TJ' : ')Tj');
  }

  #makeArray(): void {
    this.#isArray = true;
    this.#bytes.copyWithin(this.#start + 1, this.#start, this.#length);
    this.#bytes[this.#start] = BRACKET;
    this.#length++;
  }

  #escaped(byte: number): void {
    if (byte === OPEN || byte === CLOSE || byte === BACKSLASH) this.#bytes[this.#length++] = BACKSLASH;
    if (byte === RETURN) {
      // A bare return would be read as the end of a line.
      this.#bytes[this.#length++] = BACKSLASH;
      this.#bytes[this.#length++] = LETTER_R;
      return;
    }
    this.#bytes[this.#length++] = byte;
  }

  #decimal(steps: number, scale: number): void {
    const size = Math.abs(steps);
    if (!(size < MOST_STEPS)) throw new RangeError(`${steps / scale} is no number for a page`);
    if (steps < 0) this.#bytes[this.#length++] = MINUS;
    const whole = Math.floor(size / scale);
    let unit = 1;
    while (unit * 10 <= whole) unit *= 10;
    this.#digits(whole, unit);
    const rest = size - whole * scale;
    if (rest === 0) return;
    this.#bytes[this.#length++] = POINT;
    this.#digits(rest, scale / 10);
    while (this.#bytes[this.#length - 1] === ZERO) this.#length--;
  }

  /** @param unit Of the first digit, a power of ten. */
  #digits(value: number, unit: number): void {
    let left = value;
    for (let one = unit; one >= 1; one /= 10) {
      const digit = Math.floor(left / one);
      this.#bytes[this.#length++] = ZERO + digit;
      left -= digit * one;
    }
  }

  #reserve(more: number): void {
    const needed = this.#length + more + 1;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * needed);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
