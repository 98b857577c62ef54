import type { Layout, Page } from '../../composer/index.js';
import type { CidFont } from './cid-font.js';
import type { TextFonts } from './text-writer.js';

/** How many pages are counted, from all parts of the text: what is frequent in it is frequent on them. */
const MOST_PAGES = 64;

/** Lets the frequent characters of a layout be the first of their fonts. */
export function putFrequentFirst(layout: Layout, fonts: TextFonts): void {
  const step = Math.ceil(layout.pages.length / MOST_PAGES);
  const counted = new Set<CidFont>();
  for (let index = 0; index < layout.pages.length; index += step)
    count(layout.pages[index] as Page, fonts, counted);
  for (const font of counted) font.putFrequentFirst();
}

function count(page: Page, fonts: TextFonts, counted: Set<CidFont>): void {
  for (const item of page.items) {
    if (item.type !== 'line') continue;
    for (const { face, glyphs, starts, text } of item.line.runs) {
      // What no face has is drawn by another glyph, and seldom.
      if (face < 0) continue;
      const font = fonts.fontOf(face);
      counted.add(font);
      for (let index = 0; index < glyphs.length; index++) {
        const start = starts[index] as number;
        const end = index + 1 < glyphs.length ? (starts[index + 1] as number) : text.length;
        // Glyphs of several units, or of none, are too few to matter.
        if (end - start === 1) font.count(glyphs[index] as number, text.charCodeAt(start));
      }
    }
  }
}
