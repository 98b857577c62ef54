import type { Article } from '../model/index.js';
import { cleanMathml } from './clean-mathml.js';
import type { MathNode } from './math-node.js';
import { parseMathml } from './parse-mathml.js';

/** The formulas of an article. */
export interface Formulas {
  /** The `math` element of a formula; undefined for TeX that is wrong, or none, or more than a formula should be. */
  of(tex: string, display: 'inline' | 'block'): MathNode | undefined;
}

export const NO_FORMULAS: Formulas = { of: () => undefined };

/** The library, as far as it is used. */
type TexReader = Pick<typeof import('temml').default, 'renderToString'>;

/** Characters of one formula, and of all formulas of an article: more is no formula, or a hostile source. */
const MOST_LENGTH = { formula: 5000, article: 500_000 };
/** Elements inside elements; what is deeper no program shows. */
const MOST_NESTED = 60;
/**
 * Commands that make commands. A few lines of them ask for a million signs, and nobody writes them in an article:
 * sites keep their own commands elsewhere.
 */
const DEFINES =
  /\\(?:[gex]?def|let|futurelet|(?:re)?newcommand|providecommand|DeclareMathOperator)(?![A-Za-z])/;
/** Commands that stand for others, as the library has a few hundred of. */
const MOST_EXPANSIONS = 1000;

/** The formulas of an article, whose TeX the library reads when it is asked for; nothing is loaded for a text without. */
export async function loadFormulas(article: Article): Promise<Formulas> {
  if (!holdsMath([article.lead, article.parts, article.notes])) return NO_FORMULAS;
  const { default: temml }: { default: TexReader } = await import('temml');
  const known = new Map<string, MathNode | undefined>();
  let left = MOST_LENGTH.article;
  return {
    of(tex, display) {
      const key = `${display} ${tex}`;
      if (known.has(key)) return known.get(key);
      left -= tex.length;
      const formula = left >= 0 && isFormula(tex) ? convert(temml, tex, display) : undefined;
      known.set(key, formula);
      return formula;
    },
  };
}

function isFormula(tex: string): boolean {
  return tex.trim() !== '' && tex.length <= MOST_LENGTH.formula && !DEFINES.test(tex);
}

function convert(temml: TexReader, tex: string, display: 'inline' | 'block'): MathNode | undefined {
  try {
    const xml = temml.renderToString(tex, {
      displayMode: display === 'block',
      throwOnError: true,
      trust: false,
      xml: true,
      maxExpand: MOST_EXPANSIONS,
      maxSize: [20, 20],
    });
    return cleanMathml(parseMathml(xml, MOST_NESTED), display);
  } catch {
    // wrong TeX is an error of the library's, deep TeX the end of the stack; both are TeX that stays TeX
    return undefined;
  }
}

/** Walks plain data of any shape: blocks and inlines nest in too many ways to name them all. */
function holdsMath(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('type' in value && value.type === 'math') return true;
  return Object.values(value).some(holdsMath);
}
