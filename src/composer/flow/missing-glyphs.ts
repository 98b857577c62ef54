import type { Diagnostic } from '../../diagnostics.js';

/** So much of the text around the first place of a missing character is shown. */
const AROUND = 8;

/** The characters on both sides of an index, none cut in half. */
function around(text: string, at: number): string {
  const before = [...text.slice(Math.max(0, at - 2 * AROUND - 1), at)].slice(-AROUND);
  const after = [...text.slice(at, at + 2 * AROUND)].slice(0, AROUND);
  return [...before, ...after].join('');
}

/** Characters that no face could draw, counted over the whole document. */
export class MissingGlyphs {
  private readonly found = new Map<number, { count: number; readonly place: string }>();

  add(codePoint: number, text: string, at: number): void {
    const known = this.found.get(codePoint);
    if (known) known.count++;
    else this.found.set(codePoint, { count: 1, place: around(text, at) });
  }

  /** One a character, in the order of code points. */
  diagnostics(): Diagnostic[] {
    return [...this.found]
      .sort(([a], [b]) => a - b)
      .map(([codePoint, { count, place }]) => ({
        code: 'glyph-missing',
        values: {
          char: String.fromCodePoint(codePoint),
          hex: codePoint.toString(16).toUpperCase().padStart(4, '0'),
          count,
          place,
        },
      }));
  }
}
