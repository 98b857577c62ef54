import type { Font } from 'fontkit';
import type { ShapedWord } from '../composer/index.js';
import type { FontFile } from './font-file.js';
import { kerning } from './kerning.js';
import { type Lookup, type LookupRequest, lookupsOf } from './layout-lookups.js';
import { type Ligature, ligatures } from './ligatures.js';
import { singleSubstitutions } from './single-substitutions.js';

/** What is on by default for a plain word; stylistic sets stay off. @see OpenType 1.9, registered features */
const SUBSTITUTIONS: readonly string[] = ['ccmp', 'locl', 'rlig', 'liga', 'clig'];
const POSITIONS: readonly string[] = ['kern'];

/** Dashes and dots that a face joins only under its Han script: two of U+2014 become one stroke of two em. */
const HAN_MARKS = /^[\u2014\u2015\u2025\u2026\u22EF\u2E3A\u2E3B]+$/;

/** Latin, Greek and Cyrillic with their marks need no more than ligatures and kerning. */
const SIMPLE = /^[\u0020-\u052F\u1D00-\u206F\u20A0-\u20CF\u2100-\u22FF\uFB00-\uFB06]*$/;

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [HAN_MARKS, 'hani'],
  [/\p{Script=Greek}/u, 'grek'],
  [/\p{Script=Cyrillic}/u, 'cyrl'],
];

/** What a shaper needs to know of its face. */
export interface ShaperFace {
  readonly file: FontFile;
  readonly unitsPerEm: number;
  readonly fontkit: Font;
  glyph(codePoint: number): number;
  advance(glyph: number): number;
}

interface ScriptRules {
  readonly forms: ReadonlyMap<number, number>;
  readonly ligatures: ReadonlyMap<number, readonly Ligature[]>;
  readonly kern: (left: number, right: number) => number;
}

const NO_RULES: ScriptRules = { forms: new Map(), ligatures: new Map(), kern: () => 0 };

/** Shapes the words of one face. Scripts that are more than a row of letters are left to fontkit. */
export class WordShaper {
  readonly #face: ShaperFace;
  readonly #language: string;
  readonly #rules = new Map<string, ScriptRules>();

  /** @param language OpenType tag of the region, for the marks that Han and Latin share. */
  constructor(face: ShaperFace, language: string) {
    this.#face = face;
    this.#language = language;
  }

  /** A broken table gives the word's plain glyphs. */
  shape(word: string): ShapedWord {
    return (SIMPLE.test(word) ? undefined : this.#shapeComplex(word)) ?? this.#shapeSimple(word);
  }

  #shapeSimple(word: string): ShapedWord {
    const rules = this.#rulesFor(SCRIPTS.find(([members]) => members.test(word))?.[1] ?? 'latn');
    const glyphs: number[] = [];
    const starts: number[] = [];
    let at = 0;
    for (const char of word) {
      const glyph = this.#face.glyph(char.codePointAt(0) ?? 0);
      glyphs.push(rules.forms.get(glyph) ?? glyph);
      starts.push(at);
      at += char.length;
    }
    joinLigatures(glyphs, starts, rules.ligatures);
    const advancesEm = glyphs.map((glyph, index) => {
      const next = glyphs[index + 1];
      const kern = next === undefined ? 0 : rules.kern(glyph, next);
      return (this.#face.advance(glyph) + kern) / this.#face.unitsPerEm;
    });
    return { glyphs, advancesEm, starts };
  }

  #rulesFor(script: string): ScriptRules {
    let rules = this.#rules.get(script);
    if (!rules) {
      rules = readRules(this.#face.file, { scripts: [script, 'DFLT'], language: this.#language });
      this.#rules.set(script, rules);
    }
    return rules;
  }

  /** Undefined when fontkit fails, or gives glyphs whose characters do not add up to the word. */
  #shapeComplex(word: string): ShapedWord | undefined {
    try {
      const { fontkit, unitsPerEm } = this.#face;
      // fontkit keeps the characters by which a glyph was reached first, in this word or any before it; without
      // them the word's clusters are what this word says.
      Reflect.set(fontkit, '_glyphs', {});
      const run = fontkit.layout(word);
      let at = 0;
      const starts = run.glyphs.map(({ codePoints }) => {
        const start = at;
        at += String.fromCodePoint(...codePoints).length;
        return start;
      });
      if (at !== word.length) return undefined;
      const advancesEm = run.positions.map(({ xAdvance }) => xAdvance / unitsPerEm);
      return { glyphs: run.glyphs.map(({ id }) => id), advancesEm, starts };
    } catch {
      return undefined;
    }
  }
}

function readRules(file: FontFile, request: Omit<LookupRequest, 'features'>): ScriptRules {
  try {
    const gsub: Lookup[] = lookupsOf(file.table('GSUB'), 'GSUB', { ...request, features: SUBSTITUTIONS });
    const gpos: Lookup[] = lookupsOf(file.table('GPOS'), 'GPOS', { ...request, features: POSITIONS });
    return { forms: singleSubstitutions(gsub), ligatures: ligatures(gsub), kern: guarded(kerning(gpos)) };
  } catch (error) {
    if (error instanceof RangeError) return NO_RULES;
    throw error;
  }
}

/** Pair tables are read as they are asked, so a broken one shows only then. */
function guarded(kern: ScriptRules['kern']): ScriptRules['kern'] {
  return (left, right) => {
    try {
      return kern(left, right);
    } catch (error) {
      if (error instanceof RangeError) return 0;
      throw error;
    }
  };
}

function joinLigatures(glyphs: number[], starts: number[], byFirst: ScriptRules['ligatures']): void {
  for (let index = 0; index < glyphs.length; index += 1) {
    const found = byFirst
      .get(glyphs[index] ?? 0)
      ?.find(({ rest }) => rest.every((glyph, offset) => glyphs[index + 1 + offset] === glyph));
    if (!found) continue;
    glyphs.splice(index, found.rest.length + 1, found.glyph);
    starts.splice(index + 1, found.rest.length);
  }
}
