/** What no file name may hold on Windows, with a full-width look-alike that says the same in Chinese text. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '<': '\uFF1C',
  '>': '\uFF1E',
  ':': '\uFF1A',
  '"': '\uFF02',
  '/': '\uFF0F',
  '\\': '\uFF3C',
  '|': '\uFF5C',
  '?': '\uFF1F',
  '*': '\uFF0A',
};

/** Names of devices that Windows refuses with any ending. */
const RESERVED =
  /^(con|prn|aux|nul|com[0-9\u00B9\u00B2\u00B3]|lpt[0-9\u00B9\u00B2\u00B3]|conin\$|conout\$)$/i;

/** Controls, lone surrogates, and characters that turn or hide text. */
const UNSEEN = /\p{Cc}|\p{Cs}|\p{Cf}|\p{Cn}|\p{Co}/gu;

/** File systems take 255 bytes; this leaves room for ` (99)`, an ending and the marks of a copying program. */
const MOST_BYTES = 180;

/**
 * A file name, without ending, that says `title` and can be stored on Windows, macOS and Linux; an empty string
 * when nothing of the title can stand in a name.
 */
export function safeFileName(title: string): string {
  const clean = title
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(UNSEEN, '')
    .replace(/[<>:"/\\|?*]/g, (mark) => LOOK_ALIKES[mark] ?? '');
  // A leading dot hides a file, a leading hyphen reads as an option, Windows drops dots and blanks at the end.
  const trimmed = trimEnd(clip(clean.replace(/^[\s.~-]+/u, ''), MOST_BYTES));
  // Windows looks at what stands before the first dot.
  const [stem = ''] = trimmed.split('.', 1);
  return RESERVED.test(stem.trim()) ? `_${trimmed}` : trimmed;
}

function trimEnd(name: string): string {
  return name.replace(/[\s.]+$/u, '');
}

/** The start of a text that takes at most so many bytes of UTF-8, cut between what a reader calls characters. */
function clip(text: string, mostBytes: number): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  let [length, bytes] = [0, 0];
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > mostBytes) break;
    length += segment.length;
  }
  return text.slice(0, length);
}

/** Hands out names of files so that none is given twice, on systems that fold case too. */
export class NameRegister {
  readonly #taken = new Set<string>();

  /** Marks a path as not to be written to. */
  reserve(path: string): void {
    this.#taken.add(fold(path));
  }

  /** The first of `name`, `name (2)`, `name (3)` … for which none of the paths that it leads to is taken. */
  claim(name: string, pathsOf: (name: string) => readonly string[]): string {
    for (let copy = 1; ; copy++) {
      const candidate = copy === 1 ? name : `${name} (${copy})`;
      const paths = pathsOf(candidate).map(fold);
      if (paths.some((path) => this.#taken.has(path))) continue;
      for (const path of paths) this.#taken.add(path);
      return candidate;
    }
  }
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
