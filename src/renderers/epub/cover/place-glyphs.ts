import { type GlyphRun, topOfCell } from '../../../composer/index.js';
import type { DocumentFonts } from '../../../fonts/index.js';
import type { PlacedLine } from './set-cover.js';

/** A glyph on the cover: from its em, y up, to pixels, y down. */
export interface PlacedGlyph {
  readonly face: number;
  readonly glyph: number;
  /** x' = a x + c y + e, y' = b x + d y + f; x and y in em. */
  readonly matrix: readonly [a: number, b: number, c: number, d: number, e: number, f: number];
  /** Width of a stroke around it, in em: bold of a face that has no bold. */
  readonly strokeEm?: number;
}

/** The glyphs of a line in their places. Characters that no face has show the mark for that. */
export function placeGlyphs(
  { line, x, y }: PlacedLine,
  isVertical: boolean,
  fonts: DocumentFonts,
): PlacedGlyph[] {
  return line.runs.flatMap((run) => {
    const place = isVertical ? inColumn(run, x, y, fonts) : onLine(run, x, y);
    let along = 0;
    return run.glyphs.map((glyph, index): PlacedGlyph => {
      const drawn = run.face === -1 ? fonts.replacement() : { face: run.face, glyph };
      const matrix = place(along, drawn.face, drawn.glyph);
      along += run.advancesPt[index] ?? 0;
      return { ...drawn, matrix, ...(run.strokePt && { strokeEm: run.strokePt / run.sizePt }) };
    });
  });
}

type Place = (along: number, face: number, glyph: number) => PlacedGlyph['matrix'];

function onLine({ sizePt, stretch = 1, xPt, raisePt }: GlyphRun, x: number, y: number): Place {
  return (along) => [sizePt * stretch, 0, 0, -sizePt, x + xPt + along, y - raisePt];
}

/** @see GlyphRun.stance for what advances count in each of them */
function inColumn(run: GlyphRun, x: number, y: number, fonts: DocumentFonts): Place {
  const { sizePt, stretch = 1, xPt, raisePt, stance } = run;
  if (stance === 'across') return (along) => [sizePt * stretch, 0, 0, -sizePt, x + raisePt + along, y + xPt];
  if (stance === undefined) return (along) => [0, sizePt * stretch, sizePt, 0, x + raisePt, y + xPt + along];
  return (along, face, glyph) => {
    const box = fonts.emBox(face);
    const middle = x + raisePt + ((box[0] + box[1]) / 2) * sizePt;
    const left = middle - (fonts.advanceEm(face, glyph) / 2) * sizePt;
    return [sizePt, 0, 0, -sizePt, left, y + xPt + along + topOfCell(box) * sizePt];
  };
}
