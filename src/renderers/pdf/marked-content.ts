/**
 * What is no text, as marked content says it: running heads and page numbers by where they stand, all else (strokes,
 * leaders, hyphens of the breaker, dots under characters) a matter of setting.
 *
 * @see ISO 32000-1, 14.8.2.2
 */
export const ARTIFACTS = {
  head: '/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC\n',
  foot: '/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC\n',
  layout: '/Artifact <</Type/Layout>> BDC\n',
} as const;

export type Artifact = keyof typeof ARTIFACTS;

/** Begins glyphs that are copied as `text`, whatever they are by themselves. */
export function copiedAs(text: string): string {
  return text === ''
    ? '/Span <</ActualText ()>> BDC\n'
    : `/Span <</ActualText <FEFF${utf16Hex(text)}>>> BDC\n`;
}

function utf16Hex(text: string): string {
  let digits = '';
  for (let index = 0; index < text.length; index += 1) {
    digits += text.charCodeAt(index).toString(16).padStart(4, '0');
  }
  return digits.toUpperCase();
}
