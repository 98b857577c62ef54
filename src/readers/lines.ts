/** Every line end that Unicode lists (UAX #14, classes BK, CR, LF, NL), CR LF being one. */
const LINE_END = /\r\n|[\n-\r\x85\u2028\u2029]/g;
/** Those that are not written `\n`: most texts have none, and are not copied. */
const OTHER_LINE_END = /[\v-\r\x85\u2028\u2029]/;

/** The lines of a text, without their ends. A final line end starts no further line. */
export function splitLines(text: string): string[] {
  const lines = normalizeLineEnds(text).split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The text with `\n` for every kind of line end. */
export function normalizeLineEnds(text: string): string {
  return OTHER_LINE_END.test(text) ? text.replace(LINE_END, '\n') : text;
}

/** Widths of the white space that indents, in ems; every other kind counts nothing. By code unit. */
const SPACE_EM: Readonly<Record<number, number>> = {
  32: 0.5,
  160: 0.5,
  9: 2,
  8194: 0.5,
  8195: 1,
  8193: 1,
  8192: 0.5,
  12288: 1,
};

/** Most of what begins a line is surely no white space. */
function isInk(unit: number): boolean {
  return (unit > 0x20 && unit < 0x7f) || (unit > 0x3000 && unit < 0xfeff);
}

/** Width of the white space at the start of a line, in ems: two ASCII spaces make one. */
export function indentOf(line: string): number {
  let width = 0;
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    const known = SPACE_EM[unit];
    if (known === undefined && (isInk(unit) || !/[\s\u200B]/.test(line.charAt(at)))) break;
    width += known ?? 0;
  }
  return width;
}
