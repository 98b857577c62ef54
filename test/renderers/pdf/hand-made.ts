import type { GlyphRun, Layout, Line, LineItem, Page, StructureNode } from '../../../src/composer/index.js';
import type { DocumentFonts } from '../../../src/fonts/index.js';

/** A run of plain characters, each at its natural advance or at those given. */
export function runOf(
  fonts: DocumentFonts,
  text: string,
  options: Partial<GlyphRun> & { readonly family?: string } = {},
): GlyphRun {
  const { family = 'song', ...rest } = options;
  const chars = [...text];
  const face = fonts.faceFor(chars[0]?.codePointAt(0) ?? 0, family, 'regular');
  const sizePt = rest.sizePt ?? 12;
  const glyphs = chars.map((char) => (face === -1 ? 0 : fonts.glyphFor(face, char.codePointAt(0) ?? 0)));
  let at = 0;
  const starts = chars.map((char) => {
    at += char.length;
    return at - char.length;
  });
  return {
    face,
    sizePt,
    color: '#000000',
    xPt: 0,
    raisePt: 0,
    glyphs,
    advancesPt: glyphs.map((glyph) => (face === -1 ? 1 : fonts.advanceEm(face, glyph)) * sizePt),
    text,
    starts,
    ...rest,
  };
}

export function lineOf(runs: readonly GlyphRun[], rest: Partial<Line> = {}): Line {
  const width = (run: GlyphRun): number => run.advancesPt.reduce((sum, advance) => sum + advance, 0);
  return {
    runs,
    widthPt: Math.max(0, ...runs.map((run) => run.xPt + width(run))),
    ascentPt: 10,
    descentPt: 2,
    start: 0,
    end: 0,
    boxes: [],
    links: [],
    rules: [],
    noteIds: [],
    ...rest,
  };
}

export function at(line: Line, baselinePt: number, node = 0, xPt = 72): LineItem {
  return { type: 'line', line, baselinePt, xPt, node };
}

export function pageOf(items: Page['items'], label = '1'): Page {
  return { widthPt: 400, heightPt: 300, label, items };
}

export function layoutOf(
  pages: readonly Page[],
  nodes: readonly StructureNode[] = [{ role: 'P', parent: -1 }],
  rest: Partial<Layout> = {},
): Layout {
  return { pages, nodes, headings: [], places: new Map(), termPages: new Map(), diagnostics: [], ...rest };
}
