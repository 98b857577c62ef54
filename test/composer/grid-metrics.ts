import type { FontMetrics, FontWeight, ShapedWord } from '../../src/composer/index.js';

/** What a grid font may lack or do differently. */
export interface GridOptions {
  /** Characters that no face has. */
  readonly missing?: string;
  /** Stops stand in the middle of their cell, as in fonts for Taiwan and Hong Kong. */
  readonly centredStops?: true;
  /** One glyph draws two dashes: {@link JOINED}. */
  readonly joinedDashes?: true;
}

const FAMILIES = ['song', 'hei', 'kai', 'fang', 'mono'];
const OPENERS = '\u2018\u201C\u3008\u300A\u300C\u300E\u3010\u3014\u3016\u3018\u301D\uFF08\uFF3B\uFF5B';
const CLOSERS = '\u2019\u201D\u3009\u300B\u300D\u300F\u3011\u3015\u3017\u3019\u301F\uFF09\uFF3D\uFF5D';
const STOPS = '\u3001\u3002\uFF01\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F';
/** Narrow in the font, boxed by the composer: the middle dot (CLREQ: half an em) and the en dash. */
const NARROW: Readonly<Record<string, number>> = { '\u00B7': 0.3, '\u2013': 0.6, '/': 0.4 };

/** The glyph of —— where dashes are joined. */
export const JOINED = 0x90000;

/** Added to a code point: its form for columns. */
export const COLUMN = 0x80000;

const isWide = (codePoint: number): boolean =>
  codePoint >= 0x2e80 || (codePoint >= 0x2010 && codePoint <= 0x22ff) || codePoint >= 0x2460;

/**
 * An imaginary font for tests: a Han character or mark is one em wide, a Latin letter half an em, and a glyph's
 * number is its code point. Marks have their ink in the half of the cell where Chinese fonts have it.
 */
export function gridMetrics(options: GridOptions = {}): FontMetrics {
  const missing = new Set([...(options.missing ?? '')].map((char) => char.codePointAt(0)));
  const advanceOf = (codePoint: number): number =>
    NARROW[String.fromCodePoint(codePoint)] ?? (isWide(codePoint) ? 1 : 0.5);
  return {
    faceFor: (codePoint: number, family: string, weight: FontWeight): number =>
      missing.has(codePoint) ? -1 : Math.max(0, FAMILIES.indexOf(family)) * 2 + (weight === 'bold' ? 1 : 0),
    glyphFor: (_face: number, codePoint: number): number => codePoint,
    advanceEm: (_face: number, glyph: number): number => advanceOf(glyph),
    inkEm(_face: number, glyph: number): readonly [number, number] {
      const char = String.fromCodePoint(glyph);
      if (char === ' ' || char === '\u3000') return [0, 0];
      if (OPENERS.includes(char)) return [0.6, 0.9];
      if (CLOSERS.includes(char)) return [0.1, 0.4];
      if (STOPS.includes(char)) return options.centredStops ? [0.35, 0.65] : [0.1, 0.4];
      const advance = advanceOf(glyph);
      return [0.05 * advance, 0.95 * advance];
    },
    inkHeightEm(_face: number, glyph: number): readonly [number, number] {
      // As wide as it is along a line, seen along a column: forms for columns have their ink where lines have it.
      const [left, right] = glyph >= COLUMN ? this.inkEm(0, glyph - COLUMN) : [0.1, 0.9];
      return [0.88 - right, 0.88 - left];
    },
    verticalForm: (_face: number, glyph: number): number | undefined =>
      `${OPENERS}${CLOSERS}${STOPS}\u2014\u2026`.includes(String.fromCodePoint(glyph))
        ? COLUMN + glyph
        : undefined,
    shapeWord(_face: number, word: string): ShapedWord {
      if (options.joinedDashes && word === '\u2014\u2014')
        return { glyphs: [JOINED], starts: [0], advancesEm: [2] };
      const glyphs: number[] = [];
      const starts: number[] = [];
      for (let index = 0; index < word.length; ) {
        const codePoint = word.codePointAt(index) ?? 0;
        glyphs.push(codePoint);
        starts.push(index);
        index += codePoint > 0xffff ? 2 : 1;
      }
      return { glyphs, starts, advancesEm: glyphs.map(advanceOf) };
    },
    capHeightEm: () => 0.7,
    isBold: (face: number) => face % 2 === 1,
    emBox: () => [-0.12, 0.88],
  };
}
