import { parseHan } from '../../numbering/index.js';

/** A piece of a pattern, in order. */
type Token =
  | { readonly kind: 'literal'; readonly text: string }
  /** `*`: any text, none too. */
  | { readonly kind: 'any' }
  /** `#`: one number, 3 or 十二. */
  | { readonly kind: 'number' }
  /** `{}`: any text, which is what the pattern is written to find. */
  | { readonly kind: 'value' };

/** A pattern for one whole line, as a person writes it in a rules file. */
export interface LinePattern {
  readonly tokens: readonly Token[];
}

/** No line of a site that a pattern is written for is longer; paragraphs are not looked through. */
const LONGEST_LINE = 2000;
const NUMBER = /^[0-9\uFF10-\uFF19〇零一二三四五六七八九十百千两廿卅]{1,9}/u;

/**
 * Reads a pattern: `上一篇*`, `第#讲 *`, `文章作者：{}`. A backslash takes a sign for itself. There are no regular
 * expressions on purpose: a rules file cannot then make a reading hang.
 */
export function parsePattern(source: string): LinePattern {
  const tokens: Token[] = [];
  let literal = '';
  const end = (token: Token): void => {
    if (literal !== '') tokens.push({ kind: 'literal', text: literal });
    literal = '';
    tokens.push(token);
  };
  for (const [piece] of source.trim().matchAll(/\\.|\{\}|./gsu)) {
    if (piece === '*') end({ kind: 'any' });
    else if (piece === '#') end({ kind: 'number' });
    else if (piece === '{}') end({ kind: 'value' });
    else literal += piece.startsWith('\\') ? piece.slice(1) : piece;
  }
  if (literal !== '') tokens.push({ kind: 'literal', text: literal });
  return { tokens };
}

/**
 * What a line gives: the text at `{}`, or the whole line of a pattern without one; undefined when it does not fit.
 * Time is linear in the line for each piece of the pattern.
 */
export function matchLine({ tokens }: LinePattern, line: string): string | undefined {
  const text = line.trim();
  if (text.length > LONGEST_LINE) return undefined;
  // where each piece may end, from the start of the line; then back from the end along ends that were reached
  const reached: boolean[][] = [Array.from({ length: text.length + 1 }, (_, at) => at === 0)];
  for (const token of tokens) reached.push(endsOf(token, reached.at(-1) ?? [], text));
  if (!reached.at(-1)?.[text.length]) return undefined;
  let end = text.length;
  let value: string | undefined;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index] as Token;
    const start = startOf(token, reached[index] ?? [], end, text);
    if (token.kind === 'value') value = text.slice(start, end);
    end = start;
  }
  return value?.trim() ?? text;
}

function endsOf(token: Token, starts: readonly boolean[], text: string): boolean[] {
  const ends = Array.from({ length: text.length + 1 }, () => false);
  let isOpen = false;
  for (let at = 0; at <= text.length; at++) {
    if (token.kind === 'any' || token.kind === 'value') {
      isOpen ||= starts[at] === true;
      ends[at] = isOpen;
    } else if (starts[at]) {
      const length = lengthAt(token, text, at);
      if (length !== undefined) ends[at + length] = true;
    }
  }
  return ends;
}

/** How much of the line a literal or number takes at a place. */
function lengthAt(token: Token, text: string, at: number): number | undefined {
  if (token.kind === 'literal') return text.startsWith(token.text, at) ? token.text.length : undefined;
  const numeral = NUMBER.exec(text.slice(at, at + 9))?.[0];
  return numeral !== undefined && parseHan(numeral) !== undefined ? numeral.length : undefined;
}

/** The first start from which a piece reaches its end: a value takes as much as it can. */
function startOf(token: Token, starts: readonly boolean[], end: number, text: string): number {
  const isWide = token.kind === 'any' || token.kind === 'value';
  for (let at = 0; at <= end; at++) {
    if (starts[at] && (isWide || at + (lengthAt(token, text, at) ?? -1) === end)) return at;
  }
  return end;
}
