/** Blocks nested deeper than this are set at this depth; nobody reads the difference. */
export const MAX_NESTING = 64;
/** White space that still tells depth: a list item needs two columns a level. */
const MAX_INDENT = 2 * MAX_NESTING;

/** What stands at the start of a line and opens a block inside another. */
const CONTAINER_MARK = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]{1,200}\]:)/y;

/**
 * Takes from each line the marks of quotes and lists beyond {@link MAX_NESTING}, since a line of ten thousand `>`
 * costs the parser hours and every later step its stack.
 *
 * @returns The text, and the one-based line where it was first needed.
 */
export function boundNesting(text: string): { readonly text: string; readonly line?: number } {
  let first: number | undefined;
  const lines = markLazyLines(text.split('\n')).map((line, index) => {
    const bounded = boundLine(line);
    if (bounded !== line) first ??= index + 1;
    return bounded;
  });
  return { text: lines.join('\n'), ...(first !== undefined && { line: first }) };
}

/** A quote may go on without its mark. The parser looks back over the whole quote at each such line. */
const MOST_LAZY_LINES = 200;

/** Gives such lines their mark, which changes nothing but the time, when a paragraph has very many of them. */
function markLazyLines(lines: readonly string[]): readonly string[] {
  let isQuote = false;
  let lazy = 0;
  return lines.map((line) => {
    if (line.trim() === '') {
      isQuote = false;
      lazy = 0;
      return line;
    }
    if (/^ {0,3}>/.test(line)) isQuote = true;
    else if (isQuote) {
      lazy += 1;
      return lazy > MOST_LAZY_LINES ? `> ${line}` : line;
    }
    return line;
  });
}

function boundLine(line: string): string {
  if (line.length <= MAX_NESTING) return line;
  let kept = 0;
  let end = 0;
  for (let count = 0; ; count++) {
    CONTAINER_MARK.lastIndex = end;
    const mark = CONTAINER_MARK.exec(line)?.[0];
    if (mark === undefined) break;
    end += mark.length;
    if (count < MAX_NESTING && end <= MAX_INDENT + MAX_NESTING) kept = end;
  }
  const rest = line.slice(end);
  const indent = rest.length - rest.trimStart().length;
  return line.slice(0, kept) + (indent > MAX_INDENT ? rest.slice(indent - MAX_INDENT) : rest);
}
