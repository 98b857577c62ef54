/** Every line end that Unicode lists (UAX #14, classes BK, CR, LF, NL), CR LF being one. */
const LINE_END = /\r\n|[\n-\r\x85\u2028\u2029]/g;

/** The lines of a text, without their ends. A final line end starts no further line. */
export function splitLines(text: string): string[] {
  const lines = normalizeLineEnds(text).split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The text with `\n` for every kind of line end. */
export function normalizeLineEnds(text: string): string {
  return text.replace(LINE_END, '\n');
}

/** Widths of the white space that indents, in ems; every other kind counts nothing. */
const SPACE_EM: Readonly<Record<string, number>> = {
  ' ': 0.5,
  '\u00A0': 0.5,
  '\t': 2,
  '\u2002': 0.5,
  '\u2003': 1,
  '\u2001': 1,
  '\u2000': 0.5,
  '\u3000': 1,
};

/** Width of the white space at the start of a line, in ems: two ASCII spaces make one. */
export function indentOf(line: string): number {
  let width = 0;
  for (const char of line) {
    if (!/[\s\u200B]/.test(char)) break;
    width += SPACE_EM[char] ?? 0;
  }
  return width;
}
