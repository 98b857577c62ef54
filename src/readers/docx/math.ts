import { TEX_FUNCTIONS, texOf, texSign } from '../tex.js';
import { child, childrenNamed, descendants, toggleOf, valOf, type XmlElement } from './xml.js';

const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '\\grave',
  '\u0301': '\\acute',
  '\u0302': '\\hat',
  '\u0303': '\\tilde',
  '\u0304': '\\bar',
  '\u0305': '\\overline',
  '\u0307': '\\dot',
  '\u0308': '\\ddot',
  '\u030C': '\\check',
  '\u20D7': '\\vec',
};

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
  'm:sSup': (script) => `${base(script)}^{${part(script, 'm:sup')}}`,
  'm:sSub': (script) => `${base(script)}_{${part(script, 'm:sub')}}`,
  'm:sSubSup': (script) => `${base(script)}_{${part(script, 'm:sub')}}^{${part(script, 'm:sup')}}`,
  'm:sPre': (script) => `{}_{${part(script, 'm:sub')}}^{${part(script, 'm:sup')}}${base(script)}`,
  'm:rad': (radical) => {
    const isSquare =
      toggleOf(child(radical, 'm:radPr'), 'm:degHide') === true || part(radical, 'm:deg') === '';
    return `\\sqrt${isSquare ? '' : `[${part(radical, 'm:deg')}]`}{${part(radical, 'm:e')}}`;
  },
  'm:nary': writeNary,
  'm:d': writeDelimiters,
  'm:m': (matrix) => {
    const rows = childrenNamed(matrix, 'm:mr').map((row) =>
      childrenNamed(row, 'm:e').map(inside).join(' & '),
    );
    return `\\begin{matrix}${rows.join(' \\\\ ')}\\end{matrix}`;
  },
  'm:eqArr': (array) =>
    `\\begin{aligned}${childrenNamed(array, 'm:e').map(inside).join(' \\\\ ')}\\end{aligned}`,
  'm:func': (call) => {
    const name = part(call, 'm:fName').trim();
    return `${TEX_FUNCTIONS.test(name) ? `\\${name}` : name} ${part(call, 'm:e')}`;
  },
  'm:limLow': (limit) => `${named(part(limit, 'm:e'))}_{${part(limit, 'm:lim')}}`,
  'm:limUpp': (limit) => `\\overset{${part(limit, 'm:lim')}}{${part(limit, 'm:e')}}`,
  'm:acc': (accent) => {
    const sign = valOf(child(accent, 'm:accPr'), 'm:chr') ?? '\u0302';
    return `${ACCENTS[sign] ?? '\\hat'}{${part(accent, 'm:e')}}`;
  },
  'm:bar': (bar) => {
    const isAbove = valOf(child(bar, 'm:barPr'), 'm:pos') === 'top';
    return `${isAbove ? '\\overline' : '\\underline'}{${part(bar, 'm:e')}}`;
  },
  'm:groupChr': (group) => `\\underbrace{${part(group, 'm:e')}}`,
  'm:borderBox': (box) => `\\boxed{${part(box, 'm:e')}}`,
};

/** A formula as TeX, without dollar signs. What no row of the table knows is written as what is inside it. */
export function toTex(formula: XmlElement): string {
  return inside(formula).replace(/\s+/g, ' ').trim();
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

/** What a script hangs on, in braces when it is more than a letter or a command. */
function base(element: XmlElement): string {
  const written = part(element, 'm:e').trim();
  return /^(?:[\p{L}\p{N}]|\\[a-zA-Z]+)?$/u.test(written) ? written : `{${written}}`;
}

function named(name: string): string {
  return TEX_FUNCTIONS.test(name.trim()) ? `\\${name.trim()}` : name;
}

function runText(run: XmlElement): string {
  const text = [...descendants(run)]
    .filter(({ name }) => name === 'm:t' || name === 'w:t')
    .map((each) => each.text)
    .join('');
  return texOf(text);
}

/** Upright and bold letters; words are text. */
function styled(run: XmlElement): string {
  const text = runText(run);
  const style = valOf(child(run, 'm:rPr'), 'm:sty');
  if (style === 'p' || !/^\p{L}{1,3}$/u.test(text)) return text;
  return style === 'b' || style === 'bi' ? `\\mathbf{${text}}` : text;
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
  const parts = childrenNamed(delimiters, 'm:e').map(inside);
  return `\\left${open} ${parts.join(` ${sign('m:sepChr', '|')} `)} \\right${close}`;
}
