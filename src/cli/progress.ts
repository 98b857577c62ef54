import type { Terminal } from './terminal.js';

const BACK_TO_START_AND_CLEAR = '\r\u001B[K';

/** One line of standard error that is written over and over; nothing where that is no terminal. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #columns: number | undefined;
  #isShown = false;

  constructor(terminal: Terminal, isQuiet: boolean) {
    this.#terminal = terminal;
    this.#columns = isQuiet ? undefined : terminal.progressColumns;
  }

  show(line: string): void {
    if (this.#columns === undefined) return;
    this.#terminal.writeError(BACK_TO_START_AND_CLEAR + asMuchAsFits(line, this.#columns - 1));
    this.#isShown = true;
  }

  /** Clears the line, so that other things can be said. */
  clear(): void {
    if (!this.#isShown) return;
    this.#terminal.writeError(BACK_TO_START_AND_CLEAR);
    this.#isShown = false;
  }
}

/** As much of a line as fits; a Han character takes two columns. */
function asMuchAsFits(line: string, columns: number): string {
  let [width, end] = [0, 0];
  for (const char of line) {
    width += char > '\u2E80' ? 2 : 1;
    if (width > columns) break;
    end += char.length;
  }
  return line.slice(0, end);
}
