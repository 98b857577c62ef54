import { type DocumentFonts, glyphOutline, type OutlineStep, openFonts } from '../../../fonts/index.js';
import { bookTitle } from '../chapters.js';
import { ACCENT, BOTTOM_RULE, HEIGHT, MARGIN, RULE_WIDTH, TOP_RULE, WIDTH } from './cover-design.js';
import type { CoverSource } from './make-cover.js';
import { type PlacedGlyph, placeGlyphs } from './place-glyphs.js';
import { setCover } from './set-cover.js';

/** All that is to be seen on a cover, in pixels of it. */
export interface CoverDrawing {
  readonly title: string;
  readonly shapes: readonly CoverShape[];
  readonly rules: readonly CoverRule[];
  readonly accent: string;
}

/** An outline in ink. */
export interface CoverShape {
  readonly outline: readonly OutlineStep[];
  /** From the outline's units to pixels. */
  readonly matrix: PlacedGlyph['matrix'];
  /** Width of a stroke around it, in the outline's units. */
  readonly strokeUnits?: number;
}

export interface CoverRule {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A cover of title, subtitle, authors and source, set by the composer in the template's faces, as outlines, so that every
 * reader and shop shows the same.
 */
export async function drawCover({ article, sheet, words }: CoverSource): Promise<CoverDrawing> {
  const fonts = await openFonts(sheet);
  const isVertical = sheet.direction === 'vertical';
  const { authors, sourceName = '' } = article.provenance;
  const title = bookTitle(article);
  const cover = {
    title,
    subtitle: oneLine(article.subtitle ?? ''),
    foot: [oneLine(authors.join(words.comma)), oneLine(sourceName)].filter((text) => text !== ''),
  };
  const glyphs = setCover(cover, sheet, fonts).flatMap((line) => placeGlyphs(line, isVertical, fonts));
  const { color } = sheet.styles.title;
  return {
    title,
    shapes: glyphs.flatMap((glyph) => shapeOf(glyph, fonts)),
    rules: isVertical ? UPRIGHT_RULES : LEVEL_RULES,
    accent: color === sheet.styles.body.color ? ACCENT : color,
  };
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const [LEVEL, UPRIGHT] = [WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN];

/** Above and below level text. */
const LEVEL_RULES: readonly CoverRule[] = [TOP_RULE, BOTTOM_RULE].map((share) => ({
  x: MARGIN,
  y: HEIGHT * share,
  width: LEVEL,
  height: RULE_WIDTH,
}));

/** Left and right of columns. */
const UPRIGHT_RULES: readonly CoverRule[] = [MARGIN, WIDTH - MARGIN - RULE_WIDTH].map((x) => ({
  x,
  y: MARGIN,
  width: RULE_WIDTH,
  height: UPRIGHT,
}));

function shapeOf({ face: number, glyph, matrix, strokeEm }: PlacedGlyph, fonts: DocumentFonts): CoverShape[] {
  const face = fonts.faces[number];
  const outline = face ? glyphOutline(face, glyph) : [];
  if (!face || outline.length === 0) return [];
  const unit = 1 / face.unitsPerEm;
  const [a, b, c, d, e, f] = matrix;
  return [
    {
      outline,
      matrix: [a * unit, b * unit, c * unit, d * unit, e, f],
      ...(strokeEm && { strokeUnits: strokeEm * face.unitsPerEm }),
    },
  ];
}
