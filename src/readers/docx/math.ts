import { TEX_FUNCTIONS, texOf, texSign } from '../tex.js';
import { child, childrenNamed, descendants, toggleOf, valOf, type XmlElement } from './xml.js';

const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '\\grave',
  '\u0301': '\\acute',
  '\u0302': '\\hat',
  '\u0303': '\\tilde',
  '\u0304': '\\bar',
  '\u0305': '\\overline',
  '\u0306': '\\breve',
  '\u0307': '\\dot',
  '\u0308': '\\ddot',
  '\u030C': '\\check',
  '\u20D7': '\\vec',
};

const WIDE_ACCENTS: Readonly<Record<string, string>> = {
  '\\hat': '\\widehat',
  '\\tilde': '\\widetilde',
  '\\bar': '\\overline',
  '\\vec': '\\overrightarrow',
};

/** What stands over or under several signs, as the end of its command's name; any other is a brace. */
const GROUP_SIGNS: Readonly<Record<string, string>> = {
  '→': 'rightarrow',
  '←': 'leftarrow',
  '↔': 'leftrightarrow',
};

const STRIKES = [
  ['m:strikeBLTR', 'cancel'],
  ['m:strikeTLBR', 'bcancel'],
] as const;

type Write = (element: XmlElement) => string;

/** How each structure of a formula is written. @see ISO/IEC 29500-1, 22.1.2 */
const STRUCTURES: Readonly<Record<string, Write>> = {
  'm:r': styled,
  'm:f': (fraction) => {
    const [over, under] = [part(fraction, 'm:num'), part(fraction, 'm:den')];
    const kind = valOf(child(fraction, 'm:fPr'), 'm:type');
    if (kind === 'noBar') return `\\binom{${over}}{${under}}`;
    return kind === 'lin' || kind === 'skw' ? `{${over}}/{${under}}` : `\\frac{${over}}{${under}}`;
  },
  'm:sSup': (script) => base(script) + raised(script),
  'm:sSub': (script) => `${base(script)}_{${part(script, 'm:sub')}}`,
  'm:sSubSup': (script) => `${base(script)}_{${part(script, 'm:sub')}}${raised(script)}`,
  'm:sPre': (script) => `{}_{${part(script, 'm:sub')}}^{${part(script, 'm:sup')}}${base(script)}`,
  'm:rad': (radical) => {
    const isSquare =
      toggleOf(child(radical, 'm:radPr'), 'm:degHide') === true || part(radical, 'm:deg') === '';
    return `\\sqrt${isSquare ? '' : `[${part(radical, 'm:deg')}]`}{${part(radical, 'm:e')}}`;
  },
  'm:nary': writeNary,
  'm:d': writeDelimiters,
  'm:m': (matrix) => matrixOf(matrix, undefined),
  'm:eqArr': (array) => `\\begin{aligned}${linesOf(array)}\\end{aligned}`,
  'm:func': (call) => {
    const name = named(part(call, 'm:fName').trim()).replace(/^\\mathrm\{(\w+)\}/, '\\operatorname{$1}');
    return `${name} ${part(call, 'm:e')}`;
  },
  'm:limLow': (limit) => `${named(part(limit, 'm:e'))}_{${part(limit, 'm:lim')}}`,
  'm:limUpp': (limit) => {
    const [inner, over] = [part(limit, 'm:e'), part(limit, 'm:lim')];
    return /^\\overbrace\b/.test(inner) ? `${inner}^{${over}}` : `\\overset{${over}}{${inner}}`;
  },
  'm:acc': (accent) => {
    const command = ACCENTS[valOf(child(accent, 'm:accPr'), 'm:chr') ?? '\u0302'] ?? '\\hat';
    const inner = part(accent, 'm:e');
    return `${isLong(inner) ? (WIDE_ACCENTS[command] ?? command) : command}{${inner}}`;
  },
  'm:bar': (bar) => {
    const isAbove = valOf(child(bar, 'm:barPr'), 'm:pos') === 'top';
    return `${isAbove ? '\\overline' : '\\underline'}{${part(bar, 'm:e')}}`;
  },
  'm:groupChr': (group) => {
    const properties = child(group, 'm:groupChrPr');
    const side = valOf(properties, 'm:pos') === 'top' ? 'over' : 'under';
    return `\\${side}${GROUP_SIGNS[valOf(properties, 'm:chr') ?? ''] ?? 'brace'}{${part(group, 'm:e')}}`;
  },
  'm:borderBox': (box) => {
    const properties = child(box, 'm:borderBoxPr');
    const strike = STRIKES.find(([name]) => toggleOf(properties, name) === true);
    return `\\${strike?.[1] ?? 'boxed'}{${part(box, 'm:e')}}`;
  },
  'm:phant': (phantom) => {
    const isShown = toggleOf(child(phantom, 'm:phantPr'), 'm:show') !== false;
    return isShown ? part(phantom, 'm:e') : `\\phantom{${part(phantom, 'm:e')}}`;
  },
};

/** The spaces of TeX, which Word has as characters. */
const SPACES: Readonly<Record<string, string>> = {
  '\u2002': '\\enspace ',
  '\u2003': '\\quad ',
  '\u2004': '\\; ',
  '\u2005': '\\: ',
  '\u2009': '\\, ',
  '\u00A0': '~',
};
const SPACE = /[\u2002-\u2005\u2009\u00A0]/g;

/** A formula as TeX, without dollar signs. What no row of the table knows is written as what is inside it. */
export function toTex(formula: XmlElement): string {
  return inside(formula)
    .replace(SPACE, (space) => SPACES[space] ?? ' ')
    .replace(/\u200B/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(\\[A-Za-z]+) (?=[}^_)\]])/g, '$1')
    .trim();
}

function inside(element: XmlElement | undefined): string {
  return (element?.children ?? []).map(write).join('');
}

function write(element: XmlElement): string {
  const { name } = element;
  if (Object.hasOwn(STRUCTURES, name)) return STRUCTURES[name]?.(element) ?? '';
  if (name === 'w:r') return runText(element);
  return name.endsWith('Pr') || name === 'w:del' ? '' : inside(element);
}

function part(element: XmlElement, name: string): string {
  return inside(child(element, name));
}

/** A letter, a number, a command with its argument, or what stands in brackets that grow. */
const ONE = /^(?:\p{L}|\p{N}+|\\[a-zA-Z]+(?:\{[^{}]*\})?|\\left(?:(?!\\left|\\right)[\s\S])*\\right\\?.)?$/u;

/** What a script hangs on, in braces when it is more than a letter or a command. */
function base(element: XmlElement): string {
  const written = part(element, 'm:e').trim();
  return ONE.test(written) ? written : `{${written}}`;
}

/** What stands above the line; signs of derivation have one of their own. */
function raised(script: XmlElement): string {
  const written = part(script, 'm:sup').trim();
  return /^'+$/.test(written) ? written : `^{${written}}`;
}

function named(name: string): string {
  return TEX_FUNCTIONS.test(name.trim()) ? `\\${name.trim()}` : name;
}

/** More than one sign or command. */
function isLong(written: string): boolean {
  return !/^(?:.|\\[A-Za-z]+\s?(?:\{.\})?)?$/u.test(written.trim());
}

function runText(run: XmlElement): string {
  const text = [...descendants(run)]
    .filter(({ name }) => name === 'm:t' || name === 'w:t')
    .map((each) => each.text)
    .join('');
  return texOf(text);
}

/** How letters of other alphabets are asked for. */
const ALPHABETS: Readonly<Record<string, string>> = {
  'double-struck': 'mathbb',
  script: 'mathcal',
  fraktur: 'mathfrak',
  'sans-serif': 'mathsf',
  monospace: 'mathtt',
};
const STYLES: Readonly<Record<string, string>> = { p: 'mathrm', b: 'mathbf', bi: 'boldsymbol' };

/** Letters of other alphabets, names of functions, and words. @see ISO/IEC 29500-1, 22.1.2.94 */
function styled(run: XmlElement): string {
  const properties = child(run, 'm:rPr');
  const text = runText(run);
  if (toggleOf(properties, 'm:nor') === true) return toText(run);
  const [script = 'roman', style = ''] = [valOf(properties, 'm:scr'), valOf(properties, 'm:sty')];
  const alphabet = ALPHABETS[script] ?? STYLES[style];
  if (style === 'p' && TEX_FUNCTIONS.test(text.trim())) return `\\${text.trim()} `;
  // the capitals of Greek stand upright of themselves
  if (style === 'p' && /^[\u0391-\u03A9]+$/.test(plainText(run))) return text;
  // signs stand as they stand in any alphabet, and words of Chinese are text
  if (alphabet === undefined || !/^[\p{L}\p{N}]+$/u.test(plainText(run))) return text;
  return /\\text\{/.test(text) ? text : `\\${alphabet}{${text.trimEnd()}}`;
}

const plainText = (run: XmlElement): string =>
  [...descendants(run)].map(({ name, text }) => (name === 'm:t' || name === 'w:t' ? text : '')).join('');

function toText(run: XmlElement): string {
  const words = plainText(run).replace(/[\\{}#$%&_^~]/g, (sign) => TEXT_SIGNS[sign] ?? `\\${sign}`);
  return words === '' ? '' : `\\text{${words}}`;
}

const TEXT_SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash ',
  '^': '\\textasciicircum ',
  '~': '\\textasciitilde ',
};

/** Matrices by the brackets around them. */
const MATRICES: Readonly<Record<string, string>> = {
  '()': 'pmatrix',
  '[]': 'bmatrix',
  '{}': 'Bmatrix',
  '||': 'vmatrix',
  '‖‖': 'Vmatrix',
  '{': 'cases',
};

/** @param brackets Right around it, if any. */
function matrixOf(matrix: XmlElement, brackets: string | undefined): string {
  const rows = childrenNamed(matrix, 'm:mr').map((row) =>
    childrenNamed(row, 'm:e')
      .map((cell) => inside(cell).trim())
      .join(' & '),
  );
  const columns = columnsOf(matrix);
  const body = rows.join(' \\\\ ');
  const named = brackets === undefined ? undefined : MATRICES[brackets];
  if (named && (named === 'cases' || !/[lr]/.test(columns))) return `\\begin{${named}}${body}\\end{${named}}`;
  const isAligned = /^(?:rl)+r?$/.test(columns);
  if (isAligned) return `\\begin{aligned}${body}\\end{aligned}`;
  return /[lr]/.test(columns)
    ? `\\begin{array}{${columns}}${body}\\end{array}`
    : `\\begin{matrix}${body}\\end{matrix}`;
}

/** How its columns stand, a letter each: `lcr`. */
function columnsOf(matrix: XmlElement): string {
  return childrenNamed(child(child(matrix, 'm:mPr'), 'm:mcs'), 'm:mc')
    .map((column) => {
      const properties = child(column, 'm:mcPr');
      const letter = (valOf(properties, 'm:mcJc') ?? 'center').slice(0, 1);
      const count = Number(valOf(properties, 'm:count') ?? 1);
      return letter.repeat(Math.min(MOST_COLUMNS, Math.max(1, count || 1)));
    })
    .join('');
}

const MOST_COLUMNS = 64;

/** Lines of an array, aligned at each & that Word has in its runs as a plain character. */
function linesOf(array: XmlElement): string {
  return childrenNamed(array, 'm:e')
    .map((line) => inside(line).replace(/\\&/g, '&').trim())
    .join(' \\\\ ');
}

function writeNary(sum: XmlElement): string {
  const properties = child(sum, 'm:naryPr');
  const sign = valOf(properties, 'm:chr') ?? '∫';
  const below = part(sum, 'm:sub');
  const above = part(sum, 'm:sup');
  const limits = `${below === '' ? '' : `_{${below}}`}${above === '' ? '' : `^{${above}}`}`;
  return `${texSign(sign)}${limits} ${part(sum, 'm:e')}`;
}

/** Brackets, which TeX calls by other names where they are signs of its own. */
function writeDelimiters(delimiters: XmlElement): string {
  const properties = child(delimiters, 'm:dPr');
  const sign = (name: string, usual: string): string => {
    const written = valOf(properties, name) ?? usual;
    if (written === '') return '.';
    return /[{}]/.test(written) ? `\\${written}` : texSign(written);
  };
  const [open, close] = [sign('m:begChr', '('), sign('m:endChr', ')')];
  const only = onlyChild(delimiters);
  const brackets = `${valOf(properties, 'm:begChr') ?? '('}${valOf(properties, 'm:endChr') ?? ')'}`;
  if (only?.name === 'm:m' && Object.hasOwn(MATRICES, brackets)) return matrixOf(only, brackets);
  if (only?.name === 'm:eqArr' && brackets === '{') return `\\begin{cases}${linesOf(only)}\\end{cases}`;
  if (only?.name === 'm:f' && brackets === '()' && isBinomial(only)) return write(only);
  const parts = childrenNamed(delimiters, 'm:e').map(inside);
  return `\\left${open} ${parts.join(` \\middle${sign('m:sepChr', '|')} `)} \\right${close}`;
}

/** What stands alone in brackets. */
function onlyChild(delimiters: XmlElement): XmlElement | undefined {
  const [inner, ...others] = childrenNamed(delimiters, 'm:e');
  const shown = (inner?.children ?? []).filter(({ name }) => !name.endsWith('Pr'));
  return others.length === 0 && shown.length === 1 ? shown[0] : undefined;
}

const isBinomial = (fraction: XmlElement): boolean => valOf(child(fraction, 'm:fPr'), 'm:type') === 'noBar';
