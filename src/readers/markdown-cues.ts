/** What Markdown shows and plain text hardly does: each kind of cue counts once, however often it stands there. */
const CUES: readonly (readonly [
  name: string,
  weight: number,
  test: (lines: readonly string[]) => boolean,
])[] = [
  ['front matter', 2, (lines) => isFrontMatter(lines)],
  ['several ATX headings', 2, (lines) => atLeast(2, lines, /^#{1,6}[ \t]+[^\s#]/)],
  ['one ATX heading', 1, (lines) => count(lines, /^#{1,6}[ \t]+[^\s#]/) === 1],
  ['a fenced block', 1, (lines) => atLeast(2, lines, /^(?:```|~~~)/)],
  ['links or pictures', 1, (lines) => atLeast(1, lines, /!?\[[^\]]{0,200}\]\([^)\s]{1,500}\)/)],
  ['a table', 1, (lines) => atLeast(1, lines, /^\|?[ \t]*:?-{3,}:?[ \t]*\|[-:| \t]*$/)],
  ['bullets', 1, (lines) => atLeast(2, lines, /^[-*+][ \t]+\S/)],
  ['strong text', 1, (lines) => atLeast(2, lines, /\*\*[^\s*][^*]{0,200}\*\*/)],
  ['a note', 1, (lines) => atLeast(1, lines, /^\[\^[^\]\s]{1,50}\]:/)],
  ['quotes', 0.5, (lines) => atLeast(2, lines, /^>[ \t]?\S/)],
];

/** Two cues make Markdown of a nameless text; one that is called .txt must show more. */
const ENOUGH = 2;
const ENOUGH_FOR_TXT = 3;

/** A stray `#` or `*` in a plain text is no cue, nor is any one kind of cue alone but headings and front matter. */
export function looksLikeMarkdown(text: string, isNamedText: boolean): boolean {
  const lines = text.split(/\r\n|\r|\n/);
  const weight = CUES.reduce((sum, [, worth, test]) => sum + (test(lines) ? worth : 0), 0);
  return weight >= (isNamedText ? ENOUGH_FOR_TXT : ENOUGH);
}

function count(lines: readonly string[], pattern: RegExp): number {
  return lines.filter((line) => pattern.test(line)).length;
}

function atLeast(least: number, lines: readonly string[], pattern: RegExp): boolean {
  return count(lines, pattern) >= least;
}

function isFrontMatter(lines: readonly string[]): boolean {
  if (lines[0] !== '---') return false;
  const end = lines.indexOf('---', 1);
  return end > 1 && /^[A-Za-z][\w-]*:/.test(lines[1] ?? '');
}
