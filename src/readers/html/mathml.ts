import { TEX_FUNCTIONS, texOf, texSign } from '../tex.js';
import { isElement } from './elements.js';
import { attribute, childrenOf, type HtmlElement, textIn } from './tree.js';

type Write = (element: HtmlElement) => string;

/** How each element of a formula is written in TeX. @see MathML Core, "Presentation markup" */
const ELEMENTS: Readonly<Record<string, Write>> = {
  mi: (name) => {
    const text = textIn(name).trim();
    return TEX_FUNCTIONS.test(text) ? `\\${text} ` : texOf(text);
  },
  mn: (number) => texOf(textIn(number).trim()),
  mo: (sign) => operator(textIn(sign).trim()),
  mtext: (words) => text(textIn(words)),
  ms: (words) => text(textIn(words)),
  mspace: () => ' ',
  mfrac: (fraction) =>
    attribute(fraction, 'linethickness') === '0'
      ? `\\binom{${part(fraction, 0)}}{${part(fraction, 1)}}`
      : `\\frac{${part(fraction, 0)}}{${part(fraction, 1)}}`,
  msqrt: (root) => `\\sqrt{${inside(root)}}`,
  mroot: (root) => `\\sqrt[${part(root, 1)}]{${part(root, 0)}}`,
  msup: (script) => `${base(script)}^{${part(script, 1)}}`,
  msub: (script) => `${base(script)}_{${part(script, 1)}}`,
  msubsup: (script) => `${base(script)}_{${part(script, 1)}}^{${part(script, 2)}}`,
  munder: (limit) => `${base(limit)}_{${part(limit, 1)}}`,
  munderover: (limit) => `${base(limit)}_{${part(limit, 1)}}^{${part(limit, 2)}}`,
  mover: (over) => {
    const accent = ACCENTS[part(over, 1).trim()];
    return accent === undefined
      ? `\\overset{${part(over, 1)}}{${part(over, 0)}}`
      : `${accent}{${part(over, 0)}}`;
  },
  mtable: (table) => `\\begin{matrix}${parts(table).map(inside).join(' \\\\ ')}\\end{matrix}`,
  mtr: (row) => parts(row).map(inside).join(' & '),
  mfenced: (group) => {
    const inner = parts(group).map(write).join(', ');
    return `${attribute(group, 'open') ?? '('}${inner}${attribute(group, 'close') ?? ')'}`;
  },
  semantics: (both) => part(both, 0),
  annotation: () => '',
  'annotation-xml': () => '',
};

const ACCENTS: Readonly<Record<string, string>> = {
  '^': '\\hat',
  '\u02C6': '\\hat',
  '~': '\\tilde',
  '\u02DC': '\\tilde',
  '\u00AF': '\\bar',
  '\u203E': '\\overline',
  '-': '\\bar',
  '.': '\\dot',
  '\u02D9': '\\dot',
  '\\to': '\\vec',
};

/** Signs that nothing shows: function application, invisible times, separator and plus. */
const UNSEEN = /^[\u2061-\u2064]$/u;

/** A formula in MathML as TeX, without dollar signs. What no row knows is written as what is inside it. */
export function mathMlToTex(formula: HtmlElement): string {
  return inside(formula).replace(/\s+/g, ' ').trim();
}

function inside(element: HtmlElement): string {
  if (element.tag === 'mtr') return ELEMENTS.mtr?.(element) ?? '';
  const children = parts(element);
  return children.length > 0 ? children.map(write).join('') : texOf(textIn(element).trim());
}

function write(element: HtmlElement): string {
  return Object.hasOwn(ELEMENTS, element.tag) ? (ELEMENTS[element.tag]?.(element) ?? '') : inside(element);
}

function parts(element: HtmlElement): HtmlElement[] {
  return [...childrenOf(element)].filter((node): node is HtmlElement => isElement(node));
}

function part(element: HtmlElement, at: number): string {
  const found = parts(element)[at];
  return found ? write(found) : '';
}

/** What a script hangs on, in braces when it is more than a letter or a command. */
function base(element: HtmlElement): string {
  const written = part(element, 0).trim();
  return /^(?:[\p{L}\p{N}]|\\[a-zA-Z]+)?$/u.test(written) ? written : `{${written}}`;
}

function operator(sign: string): string {
  if (UNSEEN.test(sign)) return '';
  const written = texSign(sign);
  return /^\\[a-zA-Z]/.test(written) ? `${written} ` : texOf(sign).replace(/^- $/, '-');
}

function text(words: string): string {
  return words.trim() === '' ? ' ' : `\\text{${words.replace(/[{}#$%&_\\]/g, '\\$&')}}`;
}
