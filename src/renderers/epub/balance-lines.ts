/** Marks that may not begin a line, and those that may not end one (GB/T 15834, 5.1). */
const NOT_FIRST = /^[\s、。\uFF0C\uFF1A\uFF1B\uFF1F\uFF01·》」』】〕\uFF09”’)\]!,.:;?…—]/u;
const NOT_LAST = /[《「『【〔\uFF08“‘([]$/u;

/** Width of a character in ems: Han and its marks fill one, the rest about half. */
export function widthEm(text: string): number {
  return [...text].reduce(
    (width, char) => width + (char >= '\u2E80' || /[“”‘’—…]/u.test(char) ? 1 : 0.55),
    0,
  );
}

/** Steps in which a narrower measure is tried. */
const STEP_EM = 0.5;

/**
 * Breaks a short text into as few lines as the measure allows, of about the same length. Words and numbers of
 * other scripts stay whole, as do —— and ……; a piece wider than the measure gets a line of its own.
 */
export function balanceLines(text: string, measureEm: number): string[] {
  const pieces = breakable(text.replace(/\s+/gu, ' ').trim());
  const widest = fillLines(pieces, measureEm);
  for (let narrower = widthEm(text) / widest.length; narrower < measureEm; narrower += STEP_EM) {
    const lines = fillLines(pieces, narrower);
    if (lines.length === widest.length) return lines;
  }
  return widest;
}

/** Puts as many pieces as fit on each line. */
function fillLines(pieces: readonly string[], measureEm: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line !== undefined && widthEm(line + piece.trimEnd()) <= measureEm)
      lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** The pieces between which a line may end. */
function breakable(text: string): string[] {
  const pieces: string[] = [];
  for (const [token] of text.matchAll(
    /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}'’.,:/%&@+_-]*|—+|…+|./gsu,
  )) {
    const last = pieces.at(-1);
    if (last !== undefined && (NOT_FIRST.test(token) || NOT_LAST.test(last)))
      pieces[pieces.length - 1] = last + token;
    else pieces.push(token);
  }
  return pieces;
}
