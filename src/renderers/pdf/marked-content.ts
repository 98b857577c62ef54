import type { PdfDictionary } from './pdfkit-internals.js';

/**
 * What is no text, as marked content says it: running heads and page numbers by where they stand, all else (strokes,
 * leaders, hyphens of the breaker, dots under characters) without a kind.
 *
 * @see ISO 32000-1, 14.8.2.2
 */
export const ARTIFACTS = {
  head: '/Artifact /Head BDC\n',
  foot: '/Artifact /Foot BDC\n',
  layout: '/Artifact BMC\n',
} as const;

export type Artifact = keyof typeof ARTIFACTS;

/** What the names above stand for; pages share them, since in each page's own bytes they would weigh 2 % of a book. */
export const ARTIFACT_PROPERTIES: PdfDictionary = {
  Head: { Type: 'Pagination', Subtype: 'Header', Attached: ['Top'] },
  Foot: { Type: 'Pagination', Subtype: 'Footer', Attached: ['Bottom'] },
};

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
