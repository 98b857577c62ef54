import type { Layout, Page } from '../../composer/index.js';
import type { TextFonts } from './text-writer.js';

/** How many pages are counted, from all parts of the text: what is frequent in it is frequent on them. */
const MOST_PAGES = 64;

/** Lets the frequent characters of a layout be the first of their fonts. */
export function putFrequentFirst(layout: Layout, fonts: TextFonts): void {
  const step = Math.ceil(layout.pages.length / MOST_PAGES);
  /** By face: how often a glyph shows a UTF-16 unit, by `glyph * 0x10000 + unit`. */
  const counts = new Map<number, Map<number, number>>();
  for (let index = 0; index < layout.pages.length; index += step) count(layout.pages[index] as Page, counts);
  for (const [face, characters] of counts) {
    const font = fonts.fontOf(face);
    for (const [key] of [...characters].sort(([, a], [, b]) => b - a)) {
      font.number(Math.floor(key / 0x10000), String.fromCharCode(key % 0x10000));
    }
  }
}

function count(page: Page, counts: Map<number, Map<number, number>>): void {
  for (const item of page.items) {
    if (item.type !== 'line') continue;
    for (const { face, glyphs, starts, text } of item.line.runs) {
      // What no face has is drawn by another glyph, and seldom.
      if (face < 0) continue;
      const characters = counts.get(face) ?? new Map<number, number>();
      counts.set(face, characters);
      for (let index = 0; index < glyphs.length; index++) {
        const start = starts[index] as number;
        // Glyphs of several units, or of none, are too few to matter.
        if ((starts[index + 1] ?? text.length) - start !== 1) continue;
        const key = (glyphs[index] as number) * 0x10000 + text.charCodeAt(start);
        characters.set(key, (characters.get(key) ?? 0) + 1);
      }
    }
  }
}
