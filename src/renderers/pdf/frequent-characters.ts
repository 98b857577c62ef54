import type { Layout, Page } from '../../composer/index.js';
import type { TextFonts } from './text-writer.js';

/** How many pages are counted, from all parts of the text: what is frequent in it is frequent on them. */
const MOST_PAGES = 64;

/** A UTF-16 unit, the glyph that first showed it, and how often it was there. */
interface Tally {
  readonly glyph: number;
  readonly unit: number;
  count: number;
}

/** By face and unit. */
type Tallies = Map<number, Map<number, Tally>>;

/** Lets the frequent characters of a layout be the first of their fonts. */
export function putFrequentFirst(layout: Layout, fonts: TextFonts): void {
  const step = Math.ceil(layout.pages.length / MOST_PAGES);
  const tallies: Tallies = new Map();
  for (let index = 0; index < layout.pages.length; index += step) count(layout.pages[index] as Page, tallies);
  for (const [face, characters] of tallies) {
    fonts.fontOf(face).begin([...characters.values()].sort((a, b) => b.count - a.count));
  }
}

function count(page: Page, tallies: Tallies): void {
  for (const item of page.items) {
    if (item.type !== 'line') continue;
    for (const { face, glyphs, starts, text } of item.line.runs) {
      // What no face has is drawn by another glyph, and seldom.
      if (face < 0) continue;
      const characters = tallies.get(face) ?? new Map<number, Tally>();
      tallies.set(face, characters);
      for (let index = 0; index < glyphs.length; index++) {
        const start = starts[index] as number;
        // Glyphs of several units, or of none, are too few to matter.
        if ((starts[index + 1] ?? text.length) - start !== 1) continue;
        const unit = text.charCodeAt(start);
        const tally = characters.get(unit);
        if (tally) tally.count++;
        else characters.set(unit, { glyph: glyphs[index] as number, unit, count: 1 });
      }
    }
  }
}
