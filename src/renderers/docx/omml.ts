import type { MathNode } from '../../math/index.js';
import { joinRuns, type MathLook, mathRun, plainLetter } from './omml-text.js';
import { element, type XmlElement } from './xml.js';

/**
 * A formula as Word has it (`m:oMath`), so that it can be edited there.
 *
 * @see ISO/IEC 29500-1, 22.1; MathML 3, chapter 3
 */
export function toOmml(math: MathNode): XmlElement {
  return m('oMath', ...row(parts(math)));
}

const m = (name: string, ...children: (XmlElement | undefined | false)[]): XmlElement =>
  element(`m:${name}`, {}, ...children);
const set = (name: string, val: string | number): XmlElement => element(`m:${name}`, { 'm:val': val });
const parts = (node: MathNode): MathNode[] =>
  node.children.filter((child): child is MathNode => typeof child !== 'string');
const textIn = (node: MathNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');

/** What Word has a structure for, with its limits as its parts. */
const NARY = /^[∑∏∐⋃⋂⋁⋀⨁⨂⨀⨄⨆∫∬∭⨌∮∯∰]$/u;
/** An operator that ends what a sum is over. */
const ENDS_OPERAND = /^[=≠<>≤≥≈≡∼≅∝→⇒⇔↔∈⊂⊆,;]$/u;
/** U+2061: what stands before it is the name of a function. */
const APPLIES = '\u2061';

/** Nodes in a row; sums and functions take what follows them into themselves. */
function row(nodes: readonly MathNode[]): XmlElement[] {
  const flat = flattened(nodes);
  const written: XmlElement[] = [];
  for (let at = 0; at < flat.length; ) {
    const node = flat[at] as MathNode;
    const next = flat[at + 1];
    if (next && isOperator(next, APPLIES)) {
      const from = flat[at + 2]?.name === 'mspace' ? at + 3 : at + 2;
      const to = flat[from] && !isPlainOperator(flat[from]) ? from + 1 : from;
      written.push(...functionOf(node, flat.slice(from, to)));
      at = to;
    } else if (isSum(node)) {
      const end = endOfOperand(flat, at + 1);
      written.push(sum(node, flat.slice(at + 1, end)));
      at = end;
    } else {
      written.push(...write(node));
      at += 1;
    }
  }
  return joinRuns(written);
}

/** Rows that mean nothing of their own are opened; those in brackets stay one. */
function flattened(nodes: readonly MathNode[]): MathNode[] {
  return nodes.flatMap((node) => (isRow(node) && !bracketsOf(node) ? flattened(parts(node)) : [node]));
}

const isRow = ({ name }: MathNode): boolean => name === 'mrow' || name === 'mstyle' || name === 'mpadded';

/** A node as the only part of another; an empty part of a script would be shown as a box. */
const part = (name: string, node: MathNode | undefined): XmlElement => m(name, ...row(node ? [node] : []));

function base(node: MathNode | undefined): XmlElement {
  const written = row(node ? [node] : []);
  return m('e', ...(written.length > 0 ? written : [mathRun('\u200B')]));
}

const isOperator = (node: MathNode, sign: string): boolean => node.name === 'mo' && textIn(node) === sign;
const isPlainOperator = (node: MathNode): boolean =>
  node.name === 'mo' && node.attributes.fence !== 'true' && !NARY.test(textIn(node));

/** @param name Of the function, with its scripts. */
function functionOf(name: MathNode, argument: readonly MathNode[]): XmlElement[] {
  const written = row([name]);
  if (argument.length === 0) return written;
  return [m('func', m('fName', ...written), m('e', ...row(argument)))];
}

const SCRIPTED = /^(?:msu[bp]|msubsup|munder|mover|munderover)$/;

function isSum(node: MathNode): boolean {
  if (node.name === 'mo') return NARY.test(textIn(node));
  const [inner] = parts(node);
  return SCRIPTED.test(node.name) && inner?.name === 'mo' && NARY.test(textIn(inner));
}

function endOfOperand(nodes: readonly MathNode[], from: number): number {
  let end = from;
  while (
    end < nodes.length &&
    !(nodes[end]?.name === 'mo' && ENDS_OPERAND.test(textIn(nodes[end] as MathNode)))
  ) {
    end += 1;
  }
  return end;
}

/** @see ISO/IEC 29500-1, 22.1.2.70 (nary) */
function sum(node: MathNode, operand: readonly MathNode[]): XmlElement {
  const [sign = node, first, second] = node.name === 'mo' ? [node] : parts(node);
  const below = /^(?:msub|msubsup|munder|munderover)$/.test(node.name) ? first : undefined;
  const above = /^(?:msup|mover)$/.test(node.name) ? first : second;
  const written = row(operand);
  return m(
    'nary',
    m(
      'naryPr',
      set('chr', textIn(sign)),
      set('limLoc', node.name.startsWith('mu') || node.name === 'mover' ? 'undOvr' : 'subSup'),
      !below && set('subHide', 1),
      !above && set('supHide', 1),
    ),
    part('sub', below),
    part('sup', above),
    m('e', ...(written.length > 0 ? written : [mathRun('\u200B')])),
  );
}

type Write = (node: MathNode, parts: readonly MathNode[]) => XmlElement[];

const script =
  (name: string, ...scripts: readonly ('sub' | 'sup')[]): Write =>
  (_node, [inner, ...others]) => [
    m(name, base(inner), ...scripts.map((each, index) => part(each, others[index]))),
  ];

const WRITERS: Readonly<Record<string, Write>> = {
  mi: (node) => letters(textIn(node), node.attributes.mathvariant === 'normal' ? { style: 'p' } : undefined),
  mn: (node) => letters(textIn(node)),
  mo: (node) => letters(textIn(node)),
  mtext: (node) => [mathRun(textIn(node).replaceAll('\u00A0', ' '), { isText: true })],
  mspace: ({ attributes }) => {
    const space = spaceOf(Number.parseFloat(attributes.width ?? '0'));
    return space === '' ? [] : [mathRun(space)];
  },
  msub: script('sSub', 'sub'),
  msup: script('sSup', 'sup'),
  msubsup: script('sSubSup', 'sub', 'sup'),
  mfrac: ({ attributes }, [over, under]) => {
    const hasNoBar = /^0/.test(attributes.linethickness ?? '');
    return [m('f', hasNoBar && m('fPr', set('type', 'noBar')), part('num', over), part('den', under))];
  },
  msqrt: (node) => [m('rad', m('radPr', set('degHide', 1)), m('deg'), m('e', ...row(parts(node))))],
  mroot: (_node, [inner, degree]) => [m('rad', part('deg', degree), base(inner))],
  mover: (_node, [inner, over]) => [overOrUnder(inner, over, 'top')],
  munder: (_node, [inner, under]) => [overOrUnder(inner, under, 'bot')],
  munderover: (_node, [inner, under, over]) => [
    m('limUpp', m('e', m('limLow', base(inner), part('lim', under))), part('lim', over)),
  ],
  mtable: (_node, rows) => [matrix(rows)],
  mphantom: (node) => [m('phant', m('phantPr', set('show', 0)), m('e', ...row(parts(node))))],
  menclose: (node) => [enclosed(node)],
};

/** Elements as those of Word; of one without a row of the table, what is inside it. */
function write(node: MathNode): XmlElement[] {
  const brackets = bracketsOf(node);
  if (brackets) return bracketed(node, brackets);
  if (Object.hasOwn(WRITERS, node.name)) return WRITERS[node.name]?.(node, parts(node)) ?? [];
  return row(parts(node));
}

/** Letters slant unless there are several (a name), or their character says otherwise. */
function letters(text: string, look?: MathLook): XmlElement[] {
  const usual = look ?? (/^\p{L}{2,}$/u.test(text) ? { style: 'p' as const } : {});
  return [...text].map((each) => {
    const letter = plainLetter(each);
    return mathRun(letter.char, letter.look ?? usual);
  });
}

/** The spaces of TeX by their width in em, as characters. */
const SPACES: readonly (readonly [atLeast: number, space: string])[] = [
  [1.9, '\u2003\u2003'],
  [0.9, '\u2003'],
  [0.3, '\u2002'],
  [0.25, '\u2004'],
  [0.2, '\u2005'],
  [0.01, '\u2009'],
];

const spaceOf = (em: number): string => SPACES.find(([atLeast]) => em >= atLeast)?.[1] ?? '';

/** Accents as combining characters, which Word takes. @see ISO/IEC 29500-1, 22.1.2.1 (acc) */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u02C6': '\u0302',
  '^': '\u0302',
  '\u02DC': '\u0303',
  '~': '\u0303',
  '\u00AF': '\u0304',
  '\u203E': '\u0304',
  '\u02D8': '\u0306',
  '\u02D9': '\u0307',
  '\u00A8': '\u0308',
  '\u02C7': '\u030C',
  '`': '\u0300',
  '\u02CB': '\u0300',
  '\u00B4': '\u0301',
  '\u02CA': '\u0301',
  '\u2192': '\u20D7',
  '\u20D7': '\u20D7',
};
const LINES = /^[\u203E\u0332_\u2015]$/u;
const BRACES = /^[⏞⏟⏠⏡⎴⎵→←↔⇒⇐]$/u;

/** A sign over or under a base: an accent, a line, a brace, or what else stands there as a limit does. */
function overOrUnder(
  inner: MathNode | undefined,
  sign: MathNode | undefined,
  pos: 'top' | 'bot',
): XmlElement {
  const text = sign?.name === 'mo' ? textIn(sign) : '';
  const isWide = sign?.attributes.stretchy === 'true';
  if (isWide && LINES.test(text)) return m('bar', m('barPr', set('pos', pos)), base(inner));
  if (isWide && BRACES.test(text)) {
    const jc = pos === 'top' ? 'bot' : 'top';
    return m('groupChr', m('groupChrPr', set('chr', text), set('pos', pos), set('vertJc', jc)), base(inner));
  }
  const accent = pos === 'top' && Object.hasOwn(ACCENTS, text) && sign?.attributes.stretchy !== undefined;
  if (accent) return m('acc', m('accPr', set('chr', ACCENTS[text] ?? '')), base(inner));
  return m(pos === 'top' ? 'limUpp' : 'limLow', base(inner), part('lim', sign));
}

interface Brackets {
  readonly open: string;
  readonly close: string;
  /** They grow with what they enclose. */
  readonly grow: boolean;
}

/** The brackets that a row stands in. */
function bracketsOf(node: MathNode): Brackets | undefined {
  if (node.name !== 'mrow') return undefined;
  const inner = parts(node);
  const [first, last] = [inner[0], inner.at(-1)];
  const isFence = (each: MathNode | undefined): each is MathNode =>
    each?.name === 'mo' && each.attributes.fence === 'true';
  if (inner.length < 2 || !isFence(first) || !isFence(last)) return undefined;
  return { open: textIn(first), close: textIn(last), grow: first.attributes.stretchy !== 'false' };
}

/** @see ISO/IEC 29500-1, 22.1.2.24 (d) */
function bracketed(node: MathNode, { open, close, grow }: Brackets): XmlElement[] {
  const inside = parts(node).slice(1, -1);
  if (!grow) return [...letters(open), ...row(inside), ...letters(close)];
  const pieces: MathNode[][] = [[]];
  let separator = '';
  for (const each of inside) {
    if (each.name === 'mo' && each.attributes.stretchy === 'true' && each.attributes.form === 'infix') {
      separator = textIn(each);
      pieces.push([]);
    } else pieces.at(-1)?.push(each);
  }
  const properties = m(
    'dPr',
    set('begChr', open),
    separator !== '' && set('sepChr', separator),
    set('endChr', close),
  );
  return [m('d', properties, ...pieces.map((piece) => m('e', ...row(piece))))];
}

/** @see ISO/IEC 29500-1, 22.1.2.60 (m) */
function matrix(rows: readonly MathNode[]): XmlElement {
  const width = Math.max(1, ...rows.map((each) => parts(each).length));
  const columns = Array.from({ length: width }, (_, x) => {
    const aligns = rows.flatMap((each) => parts(each)[x]?.attributes.columnalign ?? []);
    return m('mc', m('mcPr', set('count', 1), set('mcJc', aligns[0] ?? 'center')));
  });
  return m(
    'm',
    m('mPr', m('mcs', ...columns)),
    ...rows.map((each) =>
      m('mr', ...Array.from({ length: width }, (_, x) => m('e', ...row(cellParts(parts(each)[x]))))),
    ),
  );
}

const cellParts = (cell: MathNode | undefined): MathNode[] => (cell ? parts(cell) : []);

/** Which strokes each frame of MathML has in Word's terms. @see ISO/IEC 29500-1, 22.1.2.11 (borderBox) */
const STRIKES: Readonly<Record<string, string>> = {
  updiagonalstrike: 'strikeBLTR',
  downdiagonalstrike: 'strikeTLBR',
  horizontalstrike: 'strikeH',
  verticalstrike: 'strikeV',
};

function enclosed(node: MathNode): XmlElement {
  const strikes = (node.attributes.notation ?? '').split(' ').flatMap((name) => STRIKES[name] ?? []);
  const hidden = ['hideTop', 'hideBot', 'hideLeft', 'hideRight'];
  // the schema wants the horizontal stroke first, and the rising one before the falling
  const order = ['strikeH', 'strikeV', 'strikeBLTR', 'strikeTLBR'].filter((name) => strikes.includes(name));
  const properties =
    strikes.length > 0 && m('borderBoxPr', ...[...hidden, ...order].map((name) => set(name, 1)));
  return m('borderBox', properties, m('e', ...row(parts(node))));
}
