import { bundledFaces, FontFile, openFonts } from './fonts/index.js';
import { type Article, articleText } from './model/index.js';
import type { StyleSheet } from './style/index.js';

/** One face that a style sheet can draw with. */
export interface FaceReport {
  /** Name that styles use: song, hei, extra-1. */
  readonly family: string;
  readonly weight: 'regular' | 'bold';
  /** Absolute path. */
  readonly file: string;
  /** Name, version and licence (SPDX) of a face that ships; null for a user's own. */
  readonly name: string | null;
  readonly version: string | null;
  readonly license: string | null;
}

/** How much of a text one family draws by itself, without its fallback. */
export interface CoverageReport {
  readonly family: string;
  /** Different characters that it has. */
  readonly covered: number;
  /** Those that it lacks, in order of code points. */
  readonly lacking: readonly string[];
}

export interface TextCoverage {
  /** How many different characters, white space apart, the text has. */
  readonly characters: number;
  readonly families: readonly CoverageReport[];
  /** Characters that no family has. */
  readonly uncovered: readonly string[];
}

/**
 * The faces of a style sheet, family by family.
 *
 * @throws ConversionError `font-file-unreadable` for a face of the user's that is no font.
 */
export function listFaces(sheet: StyleSheet): FaceReport[] {
  const bundled = new Map(bundledFaces().map((face) => [face.file, face]));
  return Object.entries(sheet.families).flatMap(([family, { regular, bold }]) =>
    (['regular', 'bold'] as const).flatMap((weight) => {
      const source = weight === 'regular' ? regular : bold;
      if (source === undefined) return [];
      const { file } = source;
      const shipped = bundled.get(file);
      if (!shipped) new FontFile(source);
      const { name = null, version = null, license = null } = shipped ?? {};
      return [{ family, weight, file, name, version, license }];
    }),
  );
}

/**
 * Which family draws which characters of an article.
 *
 * @throws ConversionError `font-file-unreadable`.
 */
export async function coverage(article: Article, sheet: StyleSheet): Promise<TextCoverage> {
  const characters = charactersOf(article);
  const alone = Object.entries(sheet.families).map(([name, family]) => [name, { ...family, fallback: [] }]);
  const fonts = await openFonts({ ...sheet, families: Object.fromEntries(alone) });
  const families = Object.keys(sheet.families).map((family) => {
    const lacking = characters.filter((char) => fonts.faceFor(codeOf(char), family, 'regular') === -1);
    return { family, covered: characters.length - lacking.length, lacking };
  });
  const uncovered = characters.filter((char) => families.every(({ lacking }) => lacking.includes(char)));
  return { characters: characters.length, families, uncovered };
}

function charactersOf(article: Article): string[] {
  const text = [article.title, article.subtitle, articleText(article)].join('');
  return [...new Set(text.replace(/\s/gu, ''))].sort((a, b) => codeOf(a) - codeOf(b));
}

function codeOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}
